"""The record with what is derived from it, kept as long as the record does not change.

What is kept of a record for as long as the record does not change.

An edition with its version as people type it.

The readings of all posts, kept as long as the record does not change.

Editions and posts by identifier as people type it; near ones when there is none.

Requirements of all posts of some editions, read.

Binds every ladder to the edition that holds its words.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from threading import RLock
from typing import Self

from jinque import documents
from jinque.classification import load_classification
from jinque.criteria.study import fewest_years
from jinque.errors import InvalidOptionError, UnknownEditionError, UnknownPostError
from jinque.extraction.criteria import CriteriaReader
from jinque.ingestion.builtin import load_corpus
from jinque.ladder import Rulebook, open_rulebook
from jinque.model import EditionSummary, Kind, PublishedEdition
from jinque.model.criterion import CriteriaAnswer
from jinque.parameters import load_ladders
from jinque.search import Index, OccupationIndex, build_index, build_occupation_index
from jinque.store import Record
from jinque.text import fold


@dataclass(slots=True)
class Derived:
    """What was derived from one revision of the record."""

    revision: str
    summaries: tuple[EditionSummary, ...] | None = None
    editions: dict[tuple[str, int | None], PublishedEdition] = field(default_factory=dict)
    readings: tuple[CriteriaAnswer, ...] | None = None
    index: Index | None = None
    occupations: OccupationIndex | None = None
    rulebooks: tuple[Rulebook, ...] | None = None


_MOST_DIGITS = 6


def edition_reference(typed: str) -> tuple[str, int | None]:
    """Split `dalian@1` into identifier and version; without a version None, the newest.

    Raises:
        InvalidOptionError: what stands behind the @ is no version.
    """
    edition_id, mark, version = typed.strip().replace("＠", "@").partition("@")
    if not mark:
        return edition_id, None
    if version.isascii() and version.isdigit() and len(version) <= _MOST_DIGITS and int(version):
        return edition_id, int(version)
    raise InvalidOptionError(
        f"“{version}”不是版本号。",
        f"“{version}” is no version.",
        where=typed,
        hint_zh="@ 后面写第几版，如 dalian@1；不写就是最新一版。",
        hint_en="Behind @ stands a number, as in dalian@1; without it the newest version is meant.",
    )


SourceLines = Callable[[str, str], tuple[str, ...]]
"""Checksum and name of a source -> its lines."""


def read_posts(
    editions: Iterable[PublishedEdition], lines_of: SourceLines
) -> Iterator[CriteriaAnswer]:
    """Yield each post beside the reading of its requirements, in the order of the editions."""
    for each in editions:
        posts = [post for post in each.edition.posts if post.kind is Kind.POST]
        if posts:
            lines = lines_of(each.edition.source_sha256, each.summary.source_name)
            reader = CriteriaReader(each.edition, "\n".join(lines))
            for post in posts:
                yield CriteriaAnswer(post=post, edition=each.summary, reading=reader.read(post))


def years_asked(readings: Iterable[CriteriaAnswer]) -> dict[str, int]:
    """Return the fewest years of work by identifier of the post; none where none are asked."""
    years = ((each.post.id, fewest_years(each.reading)) for each in readings)
    return {post_id: least for post_id, least in years if least is not None}


def open_rulebooks(
    held: Collection[str], published: Callable[[str], PublishedEdition]
) -> tuple[Rulebook, ...]:
    """Return the rules of every ladder whose edition is held, in the order of their files.

    Args:
        held: identifiers of editions.
        published: gives the newest version of one of them.

    Raises:
        InvalidCorpusError: an edition does not hold a rule's words where the rule says.
    """
    tree = load_classification()
    return tuple(
        open_rulebook(ladder, published(ladder.edition_id).edition, tree)
        for ladder in load_ladders()
        if ladder.edition_id in held
    )


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
        load_corpus(record, progress)
    except BaseException:
        record.close()
        raise
    return Workspace(record)


def readings(workspace: Workspace) -> tuple[CriteriaAnswer, ...]:
    """Return every post of the newest editions beside the reading of its requirements.

    Posts come in the order of their catalogues; those without requirements are among them, and
    entries of running lists and of title tables are not.
    """
    return workspace.readings()


_MOST_NEAR = 3
_LEAST_LIKENESS = 0.4


def find_edition(workspace: Workspace, typed: str, version: int | None = None) -> PublishedEdition:
    """Return an edition by its identifier, whatever the width and case it is typed in.

    Raises:
        UnknownEditionError: there is none; the hint names near ones.
    """
    known = {fold(summary.id): summary.id for summary in workspace.summaries()}
    edition_id = known.get(fold(typed))
    if edition_id is not None:
        return workspace.published(edition_id, version)
    near = _near(typed, known.values()) or list(known.values())
    raise UnknownEditionError(
        f"没有编号为“{typed}”的目录版本。",
        f"There is no edition “{typed}”.",
        where=typed,
        hint_zh=f"是不是要找：{'、'.join(near)}？",
        hint_en=f"Did you mean: {', '.join(near)}?",
    )


def find_post(workspace: Workspace, typed: str) -> tuple[PublishedEdition, int]:
    """Return the edition of a post and the post's place in it, counted from 0.

    Raises:
        UnknownEditionError: the part before the first colon names no edition.
        UnknownPostError: the edition has no such post; the hint names near ones.
    """
    edition_part, colon, _ = typed.replace("：", ":").partition(":")
    if not colon:
        raise UnknownPostError(
            f"“{typed}”不是岗位编号。",
            f"“{typed}” is not the identifier of a post.",
            where=typed,
            hint_zh="编号形如 dalian:装备制造:1（版本:章节:序号）；可先按名称检索。",
            hint_en="It has the form edition:section:serial, as in dalian:装备制造:1; "
            "search by name first.",
        )
    published = find_edition(workspace, edition_part)
    wanted = fold(typed)
    for place, post in enumerate(published.edition.posts):
        if fold(post.id) == wanted:
            return published, place
    raise _unknown_post(typed, published)


def _unknown_post(typed: str, published: PublishedEdition) -> UnknownPostError:
    edition_id = published.edition.id
    near = _near(typed, [post.id for post in published.edition.posts])
    return UnknownPostError(
        f"目录 {edition_id} 里没有编号为“{typed}”的岗位。",
        f"There is no post “{typed}” in {edition_id}.",
        where=typed,
        hint_zh=f"是不是要找：{'、'.join(near)}？" if near else "可先按名称检索。",
        hint_en=f"Did you mean: {', '.join(near)}?" if near else "Search by name first.",
    )


def _near(typed: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(typed, list(known), n=_MOST_NEAR, cutoff=_LEAST_LIKENESS)
