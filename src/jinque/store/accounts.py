"""The accounts of an office, administered from the shell alone."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import insert

from jinque.model.account import Account, Deed, DeedKind, Role
from jinque.model.history import HistoryLine
from jinque.store import accounts_attempts as attempts
from jinque.store import accounts_deeds as deeds
from jinque.store import accounts_history as history
from jinque.store import accounts_rows as rows
from jinque.store import accounts_sessions as sessions
from jinque.store.accounts_clock import stamped, utc_now
from jinque.store.accounts_names import checked_name, key_of, taken_name
from jinque.store.accounts_passwords import Passwords, check_password
from jinque.store.accounts_schema import account
from jinque.store.record import Record

Clock = Callable[[], datetime]


class Accounts:
    """Adds, changes and lists accounts; each change is a line of the history.

    Every method raises `MachineError` when the database fails; nothing is then changed.

    Args:
        record: the record that holds them.
        clock: tells the present moment.
        passwords: how passwords are hashed.
    """

    def __init__(
        self, record: Record, *, clock: Clock = utc_now, passwords: Passwords | None = None
    ) -> None:
        self._database = record.database
        self._clock = clock
        self._passwords = passwords or Passwords()

    def add(self, name: str, role: Role, password: str, *, by: str) -> Account:
        """Add an account.

        Raises:
            InvalidOptionError: the name cannot be one.
            WeakPasswordError: see `check_password`.
            AccountExistsError: the name is taken, or was.
        """
        plain, now = checked_name(name), stamped(self._clock())
        check_password(password, plain)
        hashed = self._passwords.hashed(password)
        with self._database.writing() as connection:
            if rows.found(connection, plain) is not None:
                raise taken_name(plain)
            added = {"key": key_of(plain), "name": plain, "role": role, "password_hash": hashed}
            connection.execute(insert(account).values(**added, is_active=True, created_at=now))
            deeds.note(connection, now, by, DeedKind.ACCOUNT_ADDED, plain, detail=role)
            return rows.account_of(rows.required(connection, plain))

    def every(self) -> tuple[Account, ...]:
        """Return all accounts by name, disabled ones too."""
        with self._database.reading() as connection:
            return tuple(rows.account_of(row) for row in rows.every(connection))

    def set_role(self, name: str, role: Role, *, by: str) -> Account:
        """Give an account another role; its sessions end.

        Raises:
            UnknownAccountError: there is no such account.
        """
        return self._change(name, by, DeedKind.ROLE_SET, detail=role, role=role)

    def set_password(self, name: str, password: str, *, by: str) -> Account:
        """Give an account another password; its sessions end, its wait too.

        Raises:
            UnknownAccountError: there is no such account.
            WeakPasswordError: see `check_password`.
        """
        check_password(password, key_of(name))
        hashed = self._passwords.hashed(password)
        return self._change(name, by, DeedKind.PASSWORD_SET, password_hash=hashed)

    def set_active(self, name: str, *, is_active: bool, by: str) -> Account:
        """Let an account sign in again, or not any more; its sessions end.

        Raises:
            UnknownAccountError: there is no such account.
        """
        kind = DeedKind.ENABLED if is_active else DeedKind.DISABLED
        return self._change(name, by, kind, is_active=is_active)

    def unlock(self, name: str, *, by: str) -> Account:
        """End the wait of an account after failed tries; its sessions end too.

        Raises:
            UnknownAccountError: there is no such account.
        """
        return self._change(name, by, DeedKind.UNLOCKED)

    def deeds(self, limit: int = 100, offset: int = 0) -> tuple[Deed, ...]:
        """Return the history of accounts, the last line first."""
        with self._database.reading() as connection:
            return deeds.newest(connection, limit, offset)

    def history(self, limit: int, offset: int = 0) -> tuple[HistoryLine, ...]:
        """Return what was done to accounts and drafts, the last line first."""
        with self._database.reading() as connection:
            return history.newest(connection, limit, offset)

    def history_length(self) -> int:
        """Return how many lines `history` has in all."""
        with self._database.reading() as connection:
            return history.count(connection)

    def _change(
        self, name: str, by: str, kind: DeedKind, *, detail: str = "", **values: object
    ) -> Account:
        with self._database.writing() as connection:
            row = rows.required(connection, name)
            if values:
                rows.change(connection, row["key"], **values)
            sessions.end_all(connection, row["key"])
            attempts.forget(connection, row["key"])
            deeds.note(connection, stamped(self._clock()), by, kind, row["name"], detail=detail)
            return rows.account_of(rows.required(connection, name))
