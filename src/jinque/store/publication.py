"""The one way in which the record grows."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, select

from jinque.model import Edition, Report
from jinque.store.content import Content, content_of
from jinque.store.schema import edition, mark, source


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A source's bytes and what was read in them."""

    data: bytes
    sha256: str
    name: str
    contents: Sequence[Content]
    is_builtin: bool


def arrival_of(
    readings: Sequence[tuple[Edition, Report]], data: bytes, *, name: str, is_builtin: bool
) -> Arrival:
    """Encode what was read in a source.

    Raises:
        ValueError: there is no reading, or one of another source.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    if {reading.source_sha256 for reading, _ in readings} != {sha256}:
        raise ValueError(f"every reading has to be of the source {sha256}")
    contents = [content_of(reading, report) for reading, report in readings]
    return Arrival(data=data, sha256=sha256, name=name, contents=contents, is_builtin=is_builtin)


def publish(connection: Connection, arrival: Arrival) -> bool:
    """Add what the record does not hold yet; False when it holds everything.

    An edition is held when its last reading from the same source had the same content.
    """
    fresh = [
        content
        for content in arrival.contents
        if _last_reading(connection, content.edition_id, arrival.sha256) != content.sha256
    ]
    if not fresh:
        return False
    now = utc_now()
    keep_source(connection, arrival.data, sha256=arrival.sha256, name=arrival.name, now=now)
    for content in fresh:
        _add_version(connection, arrival, content, now)
    return True


def set_mark(connection: Connection, name: str, value: str) -> None:
    """Note a value instead of the one noted before."""
    connection.execute(delete(mark).where(mark.c.name == name))
    connection.execute(insert(mark).values(name=name, value=value))


def _last_reading(connection: Connection, edition_id: str, sha256: str) -> str | None:
    return connection.scalar(
        select(edition.c.content_sha256)
        .where(edition.c.edition_id == edition_id, edition.c.source_sha256 == sha256)
        .order_by(edition.c.version.desc())
        .limit(1)
    )


def keep_source(connection: Connection, data: bytes, *, sha256: str, name: str, now: str) -> None:
    """Keep the bytes of a file, unless the record holds them already."""
    if connection.scalar(select(source.c.sha256).where(source.c.sha256 == sha256)):
        return
    connection.execute(
        insert(source).values(
            sha256=sha256, name=name, size_bytes=len(data), received_at=now, data=data
        )
    )


def utc_now() -> str:
    """Return the present second as the record writes it, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _add_version(connection: Connection, arrival: Arrival, content: Content, now: str) -> None:
    newest = select(func.max(edition.c.version)).where(edition.c.edition_id == content.edition_id)
    version = (connection.scalar(newest) or 0) + 1
    last = connection.execute(
        select(edition.c.sequence, edition.c.revision).order_by(edition.c.sequence.desc()).limit(1)
    ).first()
    sequence, revision = last or (0, "")
    link = f"{revision}\n{content.edition_id}\n{version}\n{arrival.is_builtin}\n{content.sha256}"
    connection.execute(
        insert(edition).values(
            sequence=sequence + 1,
            edition_id=content.edition_id,
            version=version,
            source_sha256=arrival.sha256,
            content_sha256=content.sha256,
            revision=hashlib.sha256(link.encode()).hexdigest(),
            published_at=now,
            is_builtin=arrival.is_builtin,
            **content.columns,
        )
    )
