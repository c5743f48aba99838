"""The accounts of an office, administered from the shell alone.

The history of accounts: added to, read, never changed.

The history of accounts and of drafts together, the last line first.

Names of accounts.

Accounts as rows and back.

Signing in and out of an office.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

from sqlalchemy import (
    Connection,
    RowMapping,
    func,
    insert,
    literal,
    null,
    select,
    union_all,
    update,
)

from jinque.errors import (
    AccountExistsError,
    InvalidOptionError,
    RecordBusyError,
    SignInRefusedError,
    UnknownAccountError,
)
from jinque.locale import say
from jinque.model.account import Account, Deed, DeedKind, HistoryLine, Role
from jinque.store import sessions
from jinque.store import sessions as attempts
from jinque.store.record import Record
from jinque.store.sessions import Passwords, check_password, stamped, utc_now
from jinque.store.tables import account, decision, deed, draft


def note(
    connection: Connection, at: str, by: str, kind: DeedKind, about: str, *, detail: str = ""
) -> None:
    """Add a line, in the transaction of what it tells."""
    last = connection.scalar(select(func.max(deed.c.sequence))) or 0
    connection.execute(
        insert(deed).values(
            sequence=last + 1, at=at, by=by, kind=kind.value, about=about, detail=detail
        )
    )


def newest_deeds(connection: Connection, limit: int, offset: int) -> tuple[Deed, ...]:
    """Return lines, the last one first."""
    query = select(deed).order_by(deed.c.sequence.desc()).limit(limit).offset(offset)
    return tuple(_deed_of(row) for row in connection.execute(query).mappings())


def _deed_of(row: RowMapping) -> Deed:
    return Deed(
        sequence=row["sequence"],
        at=row["at"],
        by=row["by"],
        kind=DeedKind(row["kind"]),
        about=row["about"],
        detail=row["detail"],
    )


_DEEDS = select(
    deed.c.at,
    deed.c.by,
    deed.c.kind.label("what"),
    deed.c.about,
    null().label("draft_id"),
    deed.c.detail,
    literal(0).label("source"),
    deed.c.sequence.label("number"),
)
_DECISIONS = select(
    decision.c.at,
    decision.c.by,
    ("draft_" + decision.c.action).label("what"),
    draft.c.source_name.label("about"),
    decision.c.draft_id,
    literal("").label("detail"),
    literal(1).label("source"),
    decision.c.number,
).join(draft, draft.c.id == decision.c.draft_id)
_ALL = union_all(_DEEDS, _DECISIONS).subquery()


def newest_history(connection: Connection, limit: int, offset: int) -> tuple[HistoryLine, ...]:
    """Return lines, the last one first."""
    query = (
        select(_ALL)
        .order_by(_ALL.c.at.desc(), _ALL.c.source.desc(), _ALL.c.number.desc())
        .limit(limit)
        .offset(offset)
    )
    return tuple(
        HistoryLine(
            at=row["at"],
            by=row["by"],
            what=row["what"],
            about=row["about"],
            draft_id=row["draft_id"],
            detail=row["detail"],
        )
        for row in connection.execute(query).mappings()
    )


def count(connection: Connection) -> int:
    """Return how many lines there are."""
    return connection.scalar(select(func.count()).select_from(_ALL)) or 0


_NAME = re.compile(r"[^\W_](?:[\w.·-]{0,38}\w)?")


def checked_name(name: str) -> str:
    """Return the name in one form of its characters.

    Raises:
        InvalidOptionError: it is not of 1 to 40 letters, Chinese characters, digits, `.`, `·`,
            `-` and `_`, beginning with a letter, character or digit.
    """
    plain = unicodedata.normalize("NFKC", name).strip()
    if _NAME.fullmatch(plain):
        return plain
    raise InvalidOptionError(
        say("“{name}” cannot be the name of an account.", name=name),
        where="name",
        hint=say("Use 1 to 40 letters, Chinese characters or digits, with . · - _ between them."),
    )


def key_of(name: str) -> str:
    """Return what two ways of typing one name have in common."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def is_storable_key(key: str) -> bool:
    """Tell whether an account can have that key; what was typed may hold anything."""
    return _NAME.fullmatch(key) is not None


def unknown_account(name: str) -> UnknownAccountError:
    """Tell an account that is not there."""
    return UnknownAccountError(
        say("There is no account “{name}”.", name=name),
        where=name,
        hint=say("`jinque account list` lists the accounts that there are."),
    )


def taken_name(name: str) -> AccountExistsError:
    """Tell a name that is taken."""
    return AccountExistsError(
        say("There is an account “{name}” already.", name=name),
        where=name,
        hint=say(
            "Accounts are never deleted and names not used again; to bring a disabled one "
            "back: jinque account enable NAME."
        ),
    )


def found(connection: Connection, name: str) -> RowMapping | None:
    """Return the row of an account, the name typed in whatever width and case."""
    key = key_of(name)
    if not is_storable_key(key):
        return None
    return connection.execute(select(account).where(account.c.key == key)).mappings().first()


def required(connection: Connection, name: str) -> RowMapping:
    """Return the row of an account.

    Raises:
        UnknownAccountError: there is none.
    """
    row = found(connection, name)
    if row is None:
        raise unknown_account(name)
    return row


def every(connection: Connection) -> Sequence[RowMapping]:
    """Return the rows of all accounts by name."""
    return connection.execute(select(account).order_by(account.c.key)).mappings().all()


def change(connection: Connection, key: str, **values: object) -> None:
    """Change columns of one row."""
    connection.execute(update(account).where(account.c.key == key).values(**values))


def account_of(row: RowMapping) -> Account:
    """Decode a row."""
    return Account(
        name=row["name"],
        role=Role(row["role"]),
        is_active=row["is_active"],
        created_at=row["created_at"],
    )


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
            if found(connection, plain) is not None:
                raise taken_name(plain)
            added = {"key": key_of(plain), "name": plain, "role": role, "password_hash": hashed}
            connection.execute(insert(account).values(**added, is_active=True, created_at=now))
            note(connection, now, by, DeedKind.ACCOUNT_ADDED, plain, detail=role)
            return account_of(required(connection, plain))

    def every(self) -> tuple[Account, ...]:
        """Return all accounts by name, disabled ones too."""
        with self._database.reading() as connection:
            return tuple(account_of(row) for row in every(connection))

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
            return newest_deeds(connection, limit, offset)

    def history(self, limit: int, offset: int = 0) -> tuple[HistoryLine, ...]:
        """Return what was done to accounts and drafts, the last line first."""
        with self._database.reading() as connection:
            return newest_history(connection, limit, offset)

    def history_length(self) -> int:
        """Return how many lines `history` has in all."""
        with self._database.reading() as connection:
            return count(connection)

    def _change(
        self, name: str, by: str, kind: DeedKind, *, detail: str = "", **values: object
    ) -> Account:
        with self._database.writing() as connection:
            row = required(connection, name)
            if values:
                change(connection, row["key"], **values)
            sessions.end_all(connection, row["key"])
            attempts.forget(connection, row["key"])
            note(connection, stamped(self._clock()), by, kind, row["name"], detail=detail)
            return account_of(required(connection, name))


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
            note(connection, stamped(now), row["name"], DeedKind.SIGNED_IN, row["name"])
            return sessions.begin_session(connection, row["key"], now)

    def signed_in(self, token: str) -> Account | None:
        """Return the account of a session that is not over; its idle time begins anew."""
        now = self._clock()
        with self._database.reading() as connection:
            row = sessions.find(connection, token, now) if token else None
        if row is None:
            return None
        if sessions.is_due(row["seen_at"], now):
            # Whoever only reads is not kept waiting by whoever writes.
            with suppress(RecordBusyError), self._database.writing() as connection:
                sessions.see(connection, token, now)
        return account_of(row)

    def sign_out(self, token: str) -> None:
        """End a session; one that is over is no fault."""
        now = self._clock()
        with self._database.writing() as connection:
            row = sessions.find(connection, token, now)
            sessions.end(connection, token)
            if row is not None:
                note(connection, stamped(now), row["name"], DeedKind.SIGNED_OUT, row["name"])

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
            change(connection, row["key"], password_hash=hashed)
            sessions.end_all(connection, row["key"])
            note(connection, stamped(now), told, DeedKind.PASSWORD_CHANGED, told)
            return sessions.begin_session(connection, row["key"], now)

    def _verified(self, name: str, password: str) -> RowMapping:
        """Return the account that the password is of; every way to fail takes as long."""
        with self._database.writing() as connection:
            row = found(connection, name)
            key = row["key"] if row else attempts.stranger_key(key_of(name))
            may_try, begins_wait = attempts.begin_attempt(connection, key, self._clock())
        is_open = may_try and row is not None and row["is_active"]
        hashed = row["password_hash"] if is_open and row is not None else None
        if not self._passwords.fits(password, hashed) or row is None:
            if begins_wait and row is not None:
                self._note_wait(row["name"])
            raise refused()
        return row

    def _check_unchanged(self, connection: Connection, row: RowMapping) -> None:
        """Refuse an account that was changed while its password was being verified."""
        now = required(connection, row["name"])
        if (now["password_hash"], now["is_active"]) != (row["password_hash"], True):
            raise refused()
        attempts.forget(connection, row["key"])

    def _note_wait(self, name: str) -> None:
        with self._database.writing() as connection:
            note(connection, stamped(self._clock()), name, DeedKind.LOCKED, name)


def refused() -> SignInRefusedError:
    """Tell that signing in failed, and not why."""
    return SignInRefusedError(
        say("Name or password is not right, or the account has to wait after several wrong tries."),
        hint=say(
            "Check capitals and the input method; after five wrong tries one has to wait "
            "for 1 to 15 minutes. Who forgot a password asks the person who administers "
            "the accounts."
        ),
    )
