"""How often a name was tried, and until when it has to wait.

Moments as the record writes them.

Passwords: what is taken for one, and how it is kept (Argon2id, RFC 9106).

Sessions: a random token with the browser, its checksum here, an end in any case.
"""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, or_, select, update

from jinque.errors import WeakPasswordError
from jinque.locale import say
from jinque.store.tables import account, office_session, sign_in_attempt

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def stamped(moment: datetime) -> str:
    """Return a moment as text, whose order is that of time."""
    return moment.astimezone(UTC).strftime(_FORM)


def time_of(text: str) -> datetime:
    """Return the moment that a text of the record tells."""
    return datetime.strptime(text, _FORM).replace(tzinfo=UTC)


FREE_FAILURES = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(days=1)
_BUCKET_DIGITS = 4


def stranger_key(name_key: str) -> str:
    """Return the key under which the tries of a name that there is not are counted."""
    digest = hashlib.sha256(name_key.encode(errors="replace")).hexdigest()
    return f"#{digest[:_BUCKET_DIGITS]}"


def begin_attempt(connection: Connection, key: str, now: datetime) -> tuple[bool, bool]:
    """Count a try as failed before it is looked at, so that tries side by side all count.

    Returns:
        Whether it may be looked at, and whether it begins a wait if it fails.
    """
    row = (
        connection.execute(select(sign_in_attempt).where(sign_in_attempt.c.key == key))
        .mappings()
        .first()
    )
    if row is not None and stamped(now) < row["locked_until"]:
        return False, False
    is_recent = row is not None and now - time_of(row["last_at"]) < FORGOTTEN_AFTER
    failures = (row["failures"] if row is not None and is_recent else 0) + 1
    wait = wait_after(failures)
    forget(connection, key)
    connection.execute(
        insert(sign_in_attempt).values(
            key=key, failures=failures, last_at=stamped(now), locked_until=stamped(now + wait)
        )
    )
    return True, bool(wait)


def forget(connection: Connection, key: str) -> None:
    """Begin to count anew."""
    connection.execute(delete(sign_in_attempt).where(sign_in_attempt.c.key == key))


def wait_after(failures: int) -> timedelta:
    """Return how long a name waits: from the fifth failure on a minute, then ever twice as long."""
    if failures < FREE_FAILURES:
        return timedelta()
    doublings = min(failures - FREE_FAILURES, 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


SHORTEST = 12
LONGEST = 256
FEWEST_CHARACTERS = 5


class Passwords:
    """Hashes and verifies; by default the second choice of RFC 9106: 64 MiB, three passes.

    Args:
        time_cost: passes over the memory.
        memory_kib: memory of one computation.
        lanes: threads of one computation.
    """

    def __init__(self, *, time_cost: int = 3, memory_kib: int = 65536, lanes: int = 4) -> None:
        self._hasher = PasswordHasher(
            time_cost=time_cost, memory_cost=memory_kib, parallelism=lanes
        )

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("of nobody")

    def hashed(self, password: str) -> str:
        """Return the hash with its parameters and a salt of its own."""
        return self._hasher.hash(password)

    def fits(self, password: str, hashed: str | None) -> bool:
        """Tell whether the password is the hashed one; no hash takes as long to say no."""
        try:
            self._hasher.verify(hashed or self._nobody, password[:LONGEST])
        except (VerificationError, InvalidHashError):
            return False
        return hashed is not None


def check_password(password: str, name: str) -> None:
    """Refuse a password that is easy to guess.

    Raises:
        WeakPasswordError: fewer than 12 or more than 256 characters, fewer than five different
            ones, or the account's name within it.
    """
    is_long = SHORTEST <= len(password) <= LONGEST
    is_varied = len(set(password)) >= FEWEST_CHARACTERS
    if is_long and is_varied and name.casefold() not in password.casefold():
        return
    raise WeakPasswordError(
        say("The password is too easy to guess, or of a length that is not taken."),
        where="password",
        hint=say(
            "Use {shortest} to {longest} characters, at least {fewest_characters} "
            "different ones, without the name; a few unrelated words in a row are easy to "
            "remember.",
            shortest=SHORTEST,
            longest=LONGEST,
            fewest_characters=FEWEST_CHARACTERS,
        ),
    )


IDLE = timedelta(hours=1)
LONGEST_SESSION = timedelta(hours=12)
_SEEN_EVERY = timedelta(minutes=1)
_TOKEN_BYTES = 32


def begin_session(connection: Connection, account_key: str, now: datetime) -> str:
    """Return the token of a new session; sessions that are over are taken away besides."""
    connection.execute(delete(office_session).where(_is_over(now)))
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    connection.execute(
        insert(office_session).values(
            token_sha256=checksum_of(token),
            account_key=account_key,
            began_at=stamped(now),
            seen_at=stamped(now),
        )
    )
    return token


def find(connection: Connection, token: str, now: datetime) -> RowMapping | None:
    """Return the account of a session that is not over, with `seen_at`."""
    query = (
        select(account, office_session.c.seen_at)
        .join(office_session, office_session.c.account_key == account.c.key)
        .where(office_session.c.token_sha256 == checksum_of(token), ~_is_over(now))
        .where(account.c.is_active)
    )
    return connection.execute(query).mappings().first()


def is_due(seen_at: str, now: datetime) -> bool:
    """Tell whether the session's last use has to be noted again: not at every request."""
    return now - time_of(seen_at) >= _SEEN_EVERY


def see(connection: Connection, token: str, now: datetime) -> None:
    """Note that the session is used."""
    connection.execute(
        update(office_session)
        .where(office_session.c.token_sha256 == checksum_of(token))
        .values(seen_at=stamped(now))
    )


def end(connection: Connection, token: str) -> None:
    """End one session."""
    connection.execute(
        delete(office_session).where(office_session.c.token_sha256 == checksum_of(token))
    )


def end_all(connection: Connection, account_key: str) -> None:
    """End every session of an account."""
    connection.execute(delete(office_session).where(office_session.c.account_key == account_key))


def checksum_of(token: str) -> str:
    """Return what the record keeps of a token, which nobody can turn back."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def _is_over(now: datetime) -> ColumnElement[bool]:
    return or_(
        office_session.c.seen_at <= stamped(now - IDLE),
        office_session.c.began_at <= stamped(now - LONGEST_SESSION),
    )
