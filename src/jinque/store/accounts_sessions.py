"""Sessions: a random token with the browser, its checksum here, an end in any case."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, or_, select, update

from jinque.store.accounts_clock import stamped, time_of
from jinque.store.accounts_schema import account, office_session

IDLE = timedelta(hours=1)
LONGEST = timedelta(hours=12)
_SEEN_EVERY = timedelta(minutes=1)
_TOKEN_BYTES = 32


def begin(connection: Connection, account_key: str, now: datetime) -> str:
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
        office_session.c.began_at <= stamped(now - LONGEST),
    )
