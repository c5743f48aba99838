"""How often a name was tried, and until when it has to wait."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from jinque.store.accounts_clock import stamped, time_of
from jinque.store.accounts_schema import sign_in_attempt

FREE_FAILURES = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(days=1)
_BUCKET_DIGITS = 4


def stranger_key(name_key: str) -> str:
    """Return the key under which the tries of a name that there is not are counted."""
    digest = hashlib.sha256(name_key.encode(errors="replace")).hexdigest()
    return f"#{digest[:_BUCKET_DIGITS]}"


def begin(connection: Connection, key: str, now: datetime) -> tuple[bool, bool]:
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
