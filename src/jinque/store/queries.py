"""What is asked of the record; values that no row can hold find nothing."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select

from jinque.store.schema import edition, mark, source

_LARGEST_VERSION = 2**31 - 1
_LISTED = [column for column in edition.c if column.name not in {"report", "body"}]


def latest_versions(connection: Connection) -> Sequence[RowMapping]:
    """Return the newest version of each edition.

    Built-in ones stand first; within both kinds the order is that of the first versions.
    """
    newest = (
        select(
            edition.c.edition_id,
            func.max(edition.c.version).label("version"),
            func.min(edition.c.sequence).label("first"),
        )
        .group_by(edition.c.edition_id)
        .subquery()
    )
    return (
        connection.execute(
            select(*_LISTED)
            .join(
                newest,
                (edition.c.edition_id == newest.c.edition_id)
                & (edition.c.version == newest.c.version),
            )
            .order_by(edition.c.is_builtin.desc(), newest.c.first)
        )
        .mappings()
        .all()
    )


def versions(connection: Connection, edition_id: str) -> Sequence[RowMapping]:
    """Return every version of an edition, oldest first."""
    if not _is_storable(edition_id):
        return ()
    return (
        connection.execute(
            select(*_LISTED).where(edition.c.edition_id == edition_id).order_by(edition.c.version)
        )
        .mappings()
        .all()
    )


def version(connection: Connection, edition_id: str, number: int | None) -> RowMapping | None:
    """Return a whole version; without a number, the newest."""
    if not _is_storable(edition_id):
        return None
    query: Select[Any] = select(edition).where(edition.c.edition_id == edition_id)
    if number is None:
        query = query.order_by(edition.c.version.desc()).limit(1)
    elif 1 <= number <= _LARGEST_VERSION:
        query = query.where(edition.c.version == number)
    else:
        return None
    return connection.execute(query).mappings().first()


def readings_of(connection: Connection, sha256: str) -> Sequence[RowMapping]:
    """Return the newest version that was read from a source, for each edition in it."""
    if not _is_storable(sha256):
        return ()
    newest = (
        select(func.max(edition.c.sequence))
        .where(edition.c.source_sha256 == sha256)
        .group_by(edition.c.edition_id)
    )
    return (
        connection.execute(
            select(*_LISTED).where(edition.c.sequence.in_(newest)).order_by(edition.c.sequence)
        )
        .mappings()
        .all()
    )


def holds_source(connection: Connection, sha256: str) -> bool:
    """Tell whether the bytes of that checksum are kept."""
    query = select(source.c.sha256).where(source.c.sha256 == sha256)
    return _is_storable(sha256) and connection.scalar(query) is not None


def source_bytes(connection: Connection, sha256: str) -> bytes | None:
    """Return the bytes of that checksum."""
    if not _is_storable(sha256):
        return None
    return connection.scalar(select(source.c.data).where(source.c.sha256 == sha256))


def revision(connection: Connection) -> str:
    """Return the digest of all publications; empty before the first."""
    query = select(edition.c.revision).order_by(edition.c.sequence.desc()).limit(1)
    return connection.scalar(query) or ""


def mark_value(connection: Connection, name: str) -> str | None:
    """Return what the program noted under a name."""
    return connection.scalar(select(mark.c.value).where(mark.c.name == name))


def _is_storable(text: str) -> bool:
    """PostgreSQL holds no NUL, and neither database a half of a surrogate pair."""
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)
