"""Signing in and out of an office."""

from sqlalchemy import Connection, RowMapping

from jinque.errors import SignInRefusedError
from jinque.model.account import Account, DeedKind
from jinque.store import accounts_attempts as attempts
from jinque.store import accounts_deeds as deeds
from jinque.store import accounts_rows as rows
from jinque.store import accounts_sessions as sessions
from jinque.store.accounts import Clock
from jinque.store.accounts_clock import stamped, utc_now
from jinque.store.accounts_names import key_of
from jinque.store.accounts_passwords import Passwords, check_password
from jinque.store.record import Record


class Signing:
    """Begins, finds and ends sessions.

    Args:
        record: the record that holds the accounts.
        clock: tells the present moment.
        passwords: how passwords are hashed.
    """

    def __init__(
        self, record: Record, *, clock: Clock = utc_now, passwords: Passwords | None = None
    ) -> None:
        self._database = record.database
        self._clock = clock
        self._passwords = passwords or Passwords()
        # The first unknown name shall not take longer than the others.
        self._passwords.fits("", None)

    def sign_in(self, name: str, password: str, *, old_token: str = "") -> str:
        """Begin a session and return its token.

        An unknown name, a wrong password, a disabled account and one that has to wait are
        answered alike, after one computation of the hash each.

        Args:
            name: in any width and case.
            password: as typed.
            old_token: a session of the same browser, which ends.

        Raises:
            SignInRefusedError: for whichever of these reasons.
        """
        row, now = self._verified(name, password), self._clock()
        with self._database.writing() as connection:
            self._check_unchanged(connection, row)
            if old_token:
                sessions.end(connection, old_token)
            deeds.note(connection, stamped(now), row["name"], DeedKind.SIGNED_IN, row["name"])
            return sessions.begin(connection, row["key"], now)

    def signed_in(self, token: str) -> Account | None:
        """Return the account of a session that is not over; its idle time begins anew."""
        now = self._clock()
        with self._database.reading() as connection:
            row = sessions.find(connection, token, now) if token else None
        if row is None:
            return None
        if sessions.is_due(row["seen_at"], now):
            with self._database.writing() as connection:
                sessions.see(connection, token, now)
        return rows.account_of(row)

    def sign_out(self, token: str) -> None:
        """End a session; one that is over is no fault."""
        now = self._clock()
        with self._database.writing() as connection:
            row = sessions.find(connection, token, now)
            sessions.end(connection, token)
            if row is not None:
                deeds.note(connection, stamped(now), row["name"], DeedKind.SIGNED_OUT, row["name"])

    def change_password(self, name: str, old: str, new: str) -> str:
        """Give oneself another password; all sessions end, and the token of a new one is returned.

        Raises:
            SignInRefusedError: the old password is not right, or the account has to wait.
            WeakPasswordError: see `check_password`.
        """
        check_password(new, key_of(name))
        row, hashed = self._verified(name, old), self._passwords.hashed(new)
        now, told = self._clock(), row["name"]
        with self._database.writing() as connection:
            self._check_unchanged(connection, row)
            rows.change(connection, row["key"], password_hash=hashed)
            sessions.end_all(connection, row["key"])
            deeds.note(connection, stamped(now), told, DeedKind.PASSWORD_CHANGED, told)
            return sessions.begin(connection, row["key"], now)

    def _verified(self, name: str, password: str) -> RowMapping:
        """Return the account that the password is of; every way to fail takes as long."""
        with self._database.writing() as connection:
            row = rows.found(connection, name)
            key = row["key"] if row else attempts.stranger_key(key_of(name))
            may_try, begins_wait = attempts.begin(connection, key, self._clock())
        is_open = may_try and row is not None and row["is_active"]
        hashed = row["password_hash"] if is_open and row is not None else None
        if not self._passwords.fits(password, hashed) or row is None:
            if begins_wait and row is not None:
                self._note_wait(row["name"])
            raise refused()
        return row

    def _check_unchanged(self, connection: Connection, row: RowMapping) -> None:
        """Refuse an account that was changed while its password was being verified."""
        now = rows.required(connection, row["name"])
        if (now["password_hash"], now["is_active"]) != (row["password_hash"], True):
            raise refused()
        attempts.forget(connection, row["key"])

    def _note_wait(self, name: str) -> None:
        with self._database.writing() as connection:
            deeds.note(connection, stamped(self._clock()), name, DeedKind.LOCKED, name)


def refused() -> SignInRefusedError:
    """Tell that signing in failed, and not why."""
    return SignInRefusedError(
        "姓名或密码不对，或者这个账户因多次输错须等候。",
        "Name or password is not right, or the account has to wait after several wrong tries.",
        hint_zh="请检查大小写和输入法；连续输错五次后，要等 1 到 15 分钟才能再试。"
        "忘记密码请找管理账户的人。",
        hint_en="Check capitals and the input method; after five wrong tries one has to wait for 1 "
        "to 15 minutes. Who forgot a password asks the person who administers the accounts.",
    )
