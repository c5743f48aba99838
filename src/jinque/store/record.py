"""The record as the rest of the program sees it.

What the record says when it is asked for something that it does not hold.

The one way in which the record grows.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from jinque.errors import MachineError, UnknownEditionError, UnknownSourceError
from jinque.locale import say
from jinque.model import Edition, EditionSummary, PublishedEdition, Report
from jinque.model.criterion import PostReading
from jinque.store import derived
from jinque.store import rows as queries
from jinque.store.database import Database, bring_up_to_date, locate
from jinque.store.derived import Beside, Standing, keep_beside, note_reader
from jinque.store.rows import Content, content_of, published_of, summary_of
from jinque.store.tables import edition, mark, source


def unknown_edition(edition_id: str, version: int | None) -> UnknownEditionError:
    """Tell an edition that is not there, or has no such version when one is given."""
    message = say("The record holds no edition {edition_id}.", edition_id=edition_id)
    if version is not None:
        message = say(
            "The record holds no edition {edition_id} in version {version}.",
            edition_id=edition_id,
            version=str(version),
        )
    return UnknownEditionError(
        message,
        where=edition_id,
        hint=say("`jinque catalogues` lists the editions that there are, with their versions."),
    )


def unknown_source(sha256: str) -> UnknownSourceError:
    """Tell a source that is not there."""
    return UnknownSourceError(
        say("The record holds no source of that checksum."),
        where=sha256,
        hint=say(
            "A checksum has 64 lower-case hexadecimal digits; the page of a catalogue "
            "links to its source."
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A source's bytes and what was read in them; see `arrival_of`."""

    data: bytes
    sha256: str
    name: str
    contents: Sequence[Content]
    is_builtin: bool
    beside: Beside | None


def arrival_of(
    readings: Sequence[tuple[Edition, Report]],
    data: bytes,
    *,
    name: str,
    is_builtin: bool,
    beside: Beside | None = None,
) -> Arrival:
    """Encode what was read in a source.

    Args:
        readings: the editions in the source, each with its report.
        data: the bytes.
        name: their file's name.
        is_builtin: the source ships with the package.
        beside: text and what is derived; without it both are made when the record is next opened.

    Raises:
        ValueError: there is no reading, or one of another source.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    if {reading.source_sha256 for reading, _ in readings} != {sha256}:
        raise ValueError(f"every reading has to be of the source {sha256}")
    contents = [content_of(reading, report) for reading, report in readings]
    return Arrival(
        data=data,
        sha256=sha256,
        name=name,
        contents=contents,
        is_builtin=is_builtin,
        beside=beside,
    )


def publish(connection: Connection, arrival: Arrival) -> bool:
    """Add what the record does not hold yet; False when it holds everything.

    An edition is held when its last reading from the same source had the same content.
    """
    fresh = []
    for content in arrival.contents:
        last = _last_reading(connection, content.edition_id, arrival.sha256)
        if last is None or last["content_sha256"] != content.sha256:
            fresh.append(content)
        elif arrival.beside:
            note_reader(connection, last["sequence"], arrival.beside.read_by)
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


def _last_reading(connection: Connection, edition_id: str, sha256: str) -> RowMapping | None:
    query = (
        select(edition.c.sequence, edition.c.content_sha256)
        .where(edition.c.edition_id == edition_id, edition.c.source_sha256 == sha256)
        .order_by(edition.c.version.desc())
        .limit(1)
    )
    return connection.execute(query).mappings().first()


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


def link_of(before: str, edition_id: str, version: int, sha256: str, *, is_builtin: bool) -> str:
    """Return the revision of a version: a digest of itself and of the revision before it."""
    link = f"{before}\n{edition_id}\n{version}\n{is_builtin}\n{sha256}"
    return hashlib.sha256(link.encode()).hexdigest()


def _add_version(connection: Connection, arrival: Arrival, content: Content, now: str) -> None:
    newest = select(func.max(edition.c.version)).where(edition.c.edition_id == content.edition_id)
    version = (connection.scalar(newest) or 0) + 1
    last = connection.execute(
        select(edition.c.sequence, edition.c.revision).order_by(edition.c.sequence.desc()).limit(1)
    ).first()
    sequence, revision = last or (0, "")
    is_builtin = arrival.is_builtin
    link = link_of(revision, content.edition_id, version, content.sha256, is_builtin=is_builtin)
    connection.execute(
        insert(edition).values(
            sequence=sequence + 1,
            edition_id=content.edition_id,
            version=version,
            source_sha256=arrival.sha256,
            content_sha256=content.sha256,
            revision=link,
            published_at=now,
            is_builtin=arrival.is_builtin,
            **content.columns,
        )
    )
    if arrival.beside:
        keep_beside(connection, sequence + 1, arrival.sha256, content.edition_id, arrival.beside)


class Record:
    """Sources and published editions; safe to use from several threads and processes.

    Every method raises `MachineError` when the database fails; the record is then as it was.
    `database` is open to what else the store keeps in it.

    Attributes:
        reader: checksum of the code that reads sources now; a version that another code read says
            so. Empty where nobody asks.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.reader = ""

    @classmethod
    def open(cls, url: str | None = None, data_dir: Path | None = None) -> Self:
        """Open the record, made or brought up to date where needed; see `locate` for the place.

        Raises:
            InvalidOptionError: the address is of no database that can hold the record.
            MachineError: no permission, a damaged file, or a record of a newer Jinque.
            RecordBusyError: another process holds the record, or its server is away.
        """
        database = Database(locate(url, data_dir))
        try:
            bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def publish(
        self,
        readings: Sequence[tuple[Edition, Report]],
        *,
        source: bytes,
        source_name: str,
        is_builtin: bool,
        beside: Beside | None = None,
    ) -> bool:
        """Add what was read in a source, all of it or nothing.

        An edition that the same source was last read to stays as it is; one with other content
        becomes the next version, and the versions before it stay.

        Args:
            readings: the editions in the source, each with its report.
            source: the bytes, kept by their checksum.
            source_name: their file's name.
            is_builtin: the source ships with the package.
            beside: text and what is derived, as for `arrival_of`.

        Returns:
            False when the record held all of it; then nothing changed.

        Raises:
            ValueError: there is no reading, or one of another source.
        """
        arrival = arrival_of(
            readings, source, name=source_name, is_builtin=is_builtin, beside=beside
        )
        with self.database.writing() as connection:
            return publish(connection, arrival)

    def summaries(self) -> tuple[EditionSummary, ...]:
        """Return the newest version of each edition: built-in ones first, in order of arrival."""
        with self.database.reading() as connection:
            rows = queries.latest_versions(connection)
        return tuple(summary_of(row, self.reader) for row in rows)

    def published(self, edition_id: str, version: int | None = None) -> PublishedEdition:
        """Return a version of an edition; None means the newest.

        Raises:
            UnknownEditionError: there is no such edition or version.
        """
        with self.database.reading() as connection:
            row = queries.version(connection, edition_id, version)
        if row is None:
            raise unknown_edition(edition_id, version)
        return published_of(row, self.reader)

    def versions(self, edition_id: str) -> tuple[EditionSummary, ...]:
        """Return every version of an edition, oldest first.

        Raises:
            UnknownEditionError: there is no such edition.
        """
        with self.database.reading() as connection:
            rows = queries.versions(connection, edition_id)
        if not rows:
            raise unknown_edition(edition_id, None)
        return tuple(summary_of(row, self.reader) for row in rows)

    def holds_source(self, sha256: str) -> bool:
        """Tell whether the bytes of that checksum are kept."""
        with self.database.reading() as connection:
            return queries.holds_source(connection, sha256)

    def editions_of_source(self, sha256: str) -> tuple[EditionSummary, ...]:
        """Return the last reading of each edition in a source; empty for an unknown one."""
        with self.database.reading() as connection:
            rows = queries.readings_of(connection, sha256)
        return tuple(summary_of(row, self.reader) for row in rows)

    def source(self, sha256: str) -> bytes:
        """Return the bytes of a source as they arrived.

        Raises:
            UnknownSourceError: there are none of that checksum.
            MachineError: they do not fit the checksum any more.
        """
        with self.database.reading() as connection:
            data = queries.source_bytes(connection, sha256)
        if data is None:
            raise unknown_source(sha256)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise MachineError(
                say("The bytes of this source in the record do not fit its checksum any more."),
                where=sha256,
                hint=say("Look the record through (jinque verify) and restore a backup."),
            )
        return data

    def text(self, summary: EditionSummary) -> str:
        """Return the text of a source, in which the citations of a version count their lines.

        Raises:
            MachineError: none is kept, or it is damaged.
        """
        with self.database.reading() as connection, derived.undamaged(summary):
            found = derived.text_of(connection, summary.id, summary.version)
        if found is None:
            raise derived.nothing_derived(summary)
        return found

    def criteria(self, summary: EditionSummary) -> tuple[PostReading, ...]:
        """Return the readings of the requirements of a version's posts, in printed order.

        Raises:
            MachineError: none are kept, or they are damaged.
        """
        with self.database.reading() as connection:
            body = derived.criteria_of(connection, summary.id, summary.version)
        if not body:
            raise derived.nothing_derived(summary)
        with derived.undamaged(summary):
            return derived.unpacked_readings(body)

    def asked(self, summaries: Sequence[EditionSummary]) -> list[bytes]:
        """Return what of the requirements of some versions decides, in the form of matching.

        Raises:
            MachineError: of one of them nothing is kept.
        """
        wanted = {(each.id, each.version) for each in summaries}
        with self.database.reading() as connection:
            found = derived.asked_of(connection, wanted)
        missing = (each for each in summaries if (each.id, each.version) not in found)
        if lost := next(missing, None):
            raise derived.nothing_derived(lost)
        return [found[each.id, each.version] for each in summaries]

    def names(self, summaries: Sequence[EditionSummary]) -> dict[tuple[str, int], bytes]:
        """Return what tells versions from others, by identifier and version, as ingestion has it.

        Those of which nothing is kept are left out.
        """
        wanted = {(each.id, each.version) for each in summaries}
        with self.database.reading() as connection:
            return derived.names_of(connection, wanted)

    def entries(self, summary: EditionSummary) -> bytes:
        """Return what a search finds the rows of a version by.

        Raises:
            MachineError: none are kept.
        """
        with self.database.reading() as connection:
            body = derived.entries_of(connection, summary.id, summary.version)
        if not body:
            raise derived.nothing_derived(summary)
        return body

    def standings(self) -> tuple[Standing, ...]:
        """Return every version in order of publication, and how far what is derived goes."""
        with self.database.reading() as connection:
            return derived.standings(connection)

    def keep_beside(self, standing: Standing, beside: Beside) -> None:
        """Keep what is derived of a version instead of what was; no revision changes."""
        with self.database.writing() as connection:
            keep_beside(
                connection, standing.sequence, standing.source_sha256, standing.edition_id, beside
            )

    def revision(self) -> str:
        """Return a digest of all that was published, in its order; empty before the first."""
        with self.database.reading() as connection:
            return queries.revision(connection)

    def mark(self, name: str) -> str | None:
        """Return what was noted under `name`; None when nothing was."""
        with self.database.reading() as connection:
            return queries.mark_value(connection, name)

    def set_mark(self, name: str, value: str) -> None:
        """Note `value` under `name`, instead of what was noted before; no revision changes."""
        with self.database.writing() as connection:
            set_mark(connection, name, value)

    def close(self) -> None:
        """Give the connections back; the record is not used afterwards."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
