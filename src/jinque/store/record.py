"""The record as the rest of the program sees it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from jinque.model import Edition, EditionSummary, PublishedEdition, Report
from jinque.store import queries
from jinque.store.content import published_of, summary_of
from jinque.store.database import Database
from jinque.store.location import locate
from jinque.store.migration import bring_up_to_date
from jinque.store.missing import unknown_edition, unknown_source
from jinque.store.publication import arrival_of, publish, set_mark


class Record:
    """Sources and published editions; safe to use from several threads and processes.

    Every method raises `MachineError` when the database fails; the record is then as it was.
    `database` is open to what else the store keeps in it.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

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
    ) -> bool:
        """Add what was read in a source, all of it or nothing.

        An edition that the same source was last read to stays as it is; one with other content
        becomes the next version, and the versions before it stay.

        Args:
            readings: the editions in the source, each with its report.
            source: the bytes, kept by their checksum.
            source_name: their file's name.
            is_builtin: the source ships with the package.

        Returns:
            False when the record held all of it; then nothing changed.

        Raises:
            ValueError: there is no reading, or one of another source.
        """
        arrival = arrival_of(readings, source, name=source_name, is_builtin=is_builtin)
        with self.database.writing() as connection:
            return publish(connection, arrival)

    def summaries(self) -> tuple[EditionSummary, ...]:
        """Return the newest version of each edition: built-in ones first, in order of arrival."""
        with self.database.reading() as connection:
            rows = queries.latest_versions(connection)
        return tuple(summary_of(row) for row in rows)

    def published(self, edition_id: str, version: int | None = None) -> PublishedEdition:
        """Return a version of an edition; None means the newest.

        Raises:
            UnknownEditionError: there is no such edition or version.
        """
        with self.database.reading() as connection:
            row = queries.version(connection, edition_id, version)
        if row is None:
            raise unknown_edition(edition_id, version)
        return published_of(row)

    def versions(self, edition_id: str) -> tuple[EditionSummary, ...]:
        """Return every version of an edition, oldest first.

        Raises:
            UnknownEditionError: there is no such edition.
        """
        with self.database.reading() as connection:
            rows = queries.versions(connection, edition_id)
        if not rows:
            raise unknown_edition(edition_id, None)
        return tuple(summary_of(row) for row in rows)

    def holds_source(self, sha256: str) -> bool:
        """Tell whether the bytes of that checksum are kept."""
        with self.database.reading() as connection:
            return queries.holds_source(connection, sha256)

    def editions_of_source(self, sha256: str) -> tuple[EditionSummary, ...]:
        """Return the last reading of each edition in a source; empty for an unknown one."""
        with self.database.reading() as connection:
            rows = queries.readings_of(connection, sha256)
        return tuple(summary_of(row) for row in rows)

    def source(self, sha256: str) -> bytes:
        """Return the bytes of a source as they arrived.

        Raises:
            UnknownSourceError: there are none of that checksum.
        """
        with self.database.reading() as connection:
            data = queries.source_bytes(connection, sha256)
        if data is None:
            raise unknown_source(sha256)
        return data

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
