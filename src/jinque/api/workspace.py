"""The record with what is derived from it, kept as long as the record does not change."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import Self

from jinque import documents, ingestion
from jinque.api.derived import Derived
from jinque.api.post_readings import read_posts, years_asked
from jinque.api.rulebooks import open_rulebooks
from jinque.bridge import Rulebook
from jinque.model import EditionSummary, PublishedEdition
from jinque.model.post_criteria import CriteriaAnswer
from jinque.search import Index, OccupationIndex, build_index, build_occupation_index
from jinque.store import Record

Progress = Callable[[str, int, int], None]
"""Called with what is being read, how many are done and how many there are."""

_MOST_SOURCES = 8


class Workspace:
    """A record open for use; several threads may read through it at once."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._lock = RLock()
        self._derived = Derived(revision="")
        self._sources: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    def summaries(self) -> tuple[EditionSummary, ...]:
        """Return the newest version of each edition, built-in ones first."""
        with self._lock:
            derived = self._current()
            if derived.summaries is None:
                derived.summaries = self.record.summaries()
            return derived.summaries

    def published(self, edition_id: str, version: int | None = None) -> PublishedEdition:
        """Return a version of an edition; None means the newest.

        Raises:
            UnknownEditionError: there is no such edition or version.
        """
        with self._lock:
            editions = self._current().editions
            key = (edition_id, version)
            if key not in editions:
                editions[key] = self.record.published(edition_id, version)
            return editions[key]

    def index(self) -> Index:
        """Return the search index of the newest version of every edition."""
        with self._lock:
            derived = self._current()
            if derived.index is None:
                derived.index = build_index(self._newest(), years_asked(self.readings()))
            return derived.index

    def readings(self) -> tuple[CriteriaAnswer, ...]:
        """Return every post of the newest editions beside the reading of its requirements."""
        with self._lock:
            derived = self._current()
            if derived.readings is None:
                derived.readings = tuple(read_posts(self._newest(), self.source_lines))
            return derived.readings

    def occupations(self) -> OccupationIndex:
        """Return the posts of the newest version of every edition by the occupation they name."""
        with self._lock:
            derived = self._current()
            if derived.occupations is None:
                derived.occupations = build_occupation_index(self._newest())
            return derived.occupations

    def rulebooks(self) -> tuple[Rulebook, ...]:
        """Return the rules of every ladder whose words the record holds."""
        with self._lock:
            derived = self._current()
            if derived.rulebooks is None:
                held = [each.id for each in self.summaries()]
                derived.rulebooks = open_rulebooks(held, self.published)
            return derived.rulebooks

    def source_lines(self, sha256: str, name: str) -> tuple[str, ...]:
        """Return the lines of a source that citations count, the first at 0.

        Args:
            sha256: checksum of the source.
            name: its file name, which may tell its format.

        Raises:
            UnknownSourceError: the record keeps no source of that checksum.
        """
        with self._lock:
            if sha256 not in self._sources:
                text = documents.read(self.record.source(sha256), name=name).text
                self._sources[sha256] = tuple(text.split("\n"))
            self._sources.move_to_end(sha256)
            if len(self._sources) > _MOST_SOURCES:
                self._sources.popitem(last=False)
            return self._sources[sha256]

    def close(self) -> None:
        """Give the record back; the workspace is not used afterwards."""
        self.record.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _newest(self) -> list[PublishedEdition]:
        return [self.published(each.id) for each in self.summaries()]

    def _current(self) -> Derived:
        """Drop what was derived when anything was published since, by whichever process."""
        revision = self.record.revision()
        if revision != self._derived.revision:
            self._derived = Derived(revision=revision)
        return self._derived


def open_workspace(
    database_url: str | None = None,
    data_dir: Path | None = None,
    progress: Progress | None = None,
) -> Workspace:
    """Open the record and see to it that it holds the built-in corpus.

    Args:
        database_url: None means JINQUE_DATABASE_URL, else a SQLite file in the data folder.
        data_dir: None means JINQUE_DATA_DIR, else the user's data folder.
        progress: called while the corpus is read, which the first use of a record does.

    Raises:
        InvalidOptionError: the address is of no database that can hold the record.
        MachineError: the record cannot be opened or written.
    """
    record = Record.open(database_url, data_dir)
    try:
        ingestion.load_corpus(record, progress)
    except BaseException:
        record.close()
        raise
    return Workspace(record)
