"""The record with what is derived from it, kept as long as the record does not change.

What is kept of a record for as long as the record does not change.

An edition with its version as people type it.

The readings of all posts, kept as long as the record does not change.

Editions and posts by identifier as people type it; near ones when there is none.

Binds every ladder to the edition that holds its words.
"""

import os
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Self

from platformdirs import user_data_path

from jinque.errors import (
    InvalidCorpusError,
    InvalidOptionError,
    UnknownEditionError,
    UnknownPostError,
)
from jinque.ingestion.builtin import complete_record, load_corpus
from jinque.locale import joined, say
from jinque.model import EditionSummary, Kind, Post, PublishedEdition
from jinque.model.criterion import CriteriaAnswer
from jinque.model.ladder import Ladder
from jinque.store import Record
from jinque.store.database import locate, refuse_empty
from jinque.text import fold

if TYPE_CHECKING:
    from jinque.ladder import Rulebook
    from jinque.matching.asked import Asked
    from jinque.search import Index, OccupationIndex

# What only some commands use is loaded where it is used: most of the time of a short command is
# the loading of modules.


@dataclass(slots=True)
class Derived:
    """What was derived from one revision of the record."""

    revision: str
    summaries: tuple[EditionSummary, ...] | None = None
    editions: dict[tuple[str, int | None], PublishedEdition] = field(default_factory=dict)
    readings: dict[str, tuple[CriteriaAnswer, ...]] = field(default_factory=dict)
    index: "Index | None" = None
    occupations: "OccupationIndex | None" = None
    asked: "Asked | None" = None
    rulebooks: "tuple[Rulebook, ...] | None" = None
    rules_state: str = ""


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
        say("“{version}” is no version.", version=str(version)),
        where=typed,
        hint=say(
            "Behind @ stands a number, as in dalian@1; without it the newest version is meant."
        ),
    )


RULES_SETTING = "JINQUE_RULES_DIR"


def rules_dir() -> Path:
    """Return the folder of a bureau's own rules: JINQUE_RULES_DIR, else `rules` in the data folder.

    Files put there hold from the next question on; nothing is restarted.
    """
    chosen = os.environ.get(RULES_SETTING)
    if chosen:
        return Path(chosen).expanduser().absolute()
    base = os.environ.get("JINQUE_DATA_DIR") or user_data_path("jinque", appauthor=False)
    return Path(base).expanduser().absolute() / "rules"


def rules_revision() -> str:
    """Return a text that changes when any rule file of a bureau's own does."""
    from jinque.parameters.entitlement.shelf import folder_state

    return folder_state(rules_dir())


def own_ladders() -> tuple[Ladder, ...]:
    """Return the ladders of `rules_dir`; a file that cannot be read is left out.

    `check_rules` tells why.
    """
    from jinque.parameters import read_ladder
    from jinque.parameters.entitlement.shelf import read_rule_folder

    found = []
    for name, text in read_rule_folder(rules_dir()).ladders:
        with suppress(InvalidCorpusError):
            found.append(read_ladder(text, where=name))
    return tuple(found)


def open_rulebooks(
    held: Collection[str],
    published: Callable[[str], PublishedEdition],
    own: Iterable[Ladder] = (),
) -> "tuple[Rulebook, ...]":
    """Return the rules of every ladder whose edition is held, in the order of their files.

    Args:
        held: identifiers of editions.
        published: gives the newest version of one of them.
        own: ladders of a bureau; one whose words its edition does not hold is left out.

    Raises:
        InvalidCorpusError: an edition does not hold a rule's words where the rule says.
    """
    from jinque.classification import load_classification
    from jinque.ladder import open_rulebook
    from jinque.parameters import load_ladders

    tree = load_classification()
    books = [
        open_rulebook(ladder, published(ladder.edition_id).edition, tree)
        for ladder in load_ladders()
        if ladder.edition_id in held
    ]
    for ladder in own:
        if ladder.edition_id in held:
            with suppress(InvalidCorpusError):
                books.append(open_rulebook(ladder, published(ladder.edition_id).edition, tree))
    return tuple({book.ladder.id: book for book in books}.values())


Progress = Callable[[str, int, int], None]
"""Called with what is being read, how many are done and how many there are."""

_MOST_TEXTS = 8


class Workspace:
    """A record open for use; several threads may read through it at once."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._lock = RLock()
        self._building = RLock()
        self._derived = Derived(revision="")
        self._texts: OrderedDict[tuple[str, int], tuple[str, ...]] = OrderedDict()

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
            if version is None:
                newest = (each.version for each in self.summaries() if each.id == edition_id)
                version = next(newest, None)
            key = (edition_id, version)
            if key not in editions:
                editions[key] = self.record.published(edition_id, version)
            return editions[key]

    def index(self) -> "Index":
        """Return the search index of the newest version of every edition.

        Nothing else waits while it is made.
        """
        from jinque.api.kept_index import kept_index

        with self._building:
            with self._lock:
                derived, summaries = self._current(), self.summaries()
            if derived.index is None:
                derived.index = kept_index(self.record, derived.revision, summaries, self.row)
            return derived.index

    def readings(self, editions: Iterable[str] | None = None) -> tuple[CriteriaAnswer, ...]:
        """Return the posts of newest editions beside the readings of their requirements.

        Args:
            editions: identifiers of those that are wanted; None means all.
        """
        with self._lock:
            every = (each.id for each in self.summaries())
            return tuple(
                answer
                for edition_id in (every if editions is None else editions)
                for answer in self.rows_read(edition_id)
                if answer.post.kind is Kind.POST
            )

    def rows_read(self, edition_id: str) -> tuple[CriteriaAnswer, ...]:
        """Return all rows of a newest edition, whatever their kind, beside their readings."""
        with self._lock:
            kept = self._current().readings
            if edition_id not in kept:
                kept[edition_id] = tuple(self._read(edition_id))
            return kept[edition_id]

    def asked(self) -> "Asked":
        """Return what the posts of the newest editions ask, as far as it decides."""
        from jinque.matching.asked import asked_kept

        with self._lock:
            derived = self._current()
            if derived.asked is None:
                with_posts = [each for each in self.summaries() if each.counts.get(Kind.POST)]
                kept = self.record.asked(with_posts)
                derived.asked = asked_kept(zip(with_posts, kept, strict=True))
            return derived.asked

    def occupations(self) -> "OccupationIndex":
        """Return the posts of the newest version of every edition by the occupation they name."""
        with self._lock:
            derived = self._current()
            if derived.occupations is None:
                from jinque.search import build_occupation_index

                derived.occupations = build_occupation_index(self._newest())
            return derived.occupations

    def rulebooks(self) -> "tuple[Rulebook, ...]":
        """Return the rules of every ladder whose words the record holds."""
        with self._lock:
            derived = self._current()
            state = rules_revision()
            if derived.rulebooks is None or derived.rules_state != state:
                held = [each.id for each in self.summaries()]
                derived.rulebooks = open_rulebooks(held, self.published, own_ladders())
                derived.rules_state = state
            return derived.rulebooks

    def source_lines(self, summary: EditionSummary) -> tuple[str, ...]:
        """Return the lines in which the citations of a version count, the first at 0.

        They are those of its source as it was read then, whatever reads sources now.

        Raises:
            MachineError: the record keeps no text of that version.
        """
        with self._lock:
            key = (summary.id, summary.version)
            if key not in self._texts:
                self._texts[key] = tuple(self.record.text(summary).split("\n"))
            self._texts.move_to_end(key)
            if len(self._texts) > _MOST_TEXTS:
                self._texts.popitem(last=False)
            return self._texts[key]

    def forget(self) -> None:
        """Drop what is held in memory: who read a version may change without a publication."""
        with self._lock:
            self._derived = Derived(revision="")

    def close(self) -> None:
        """Give the record back; the workspace is not used afterwards."""
        self.record.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self, edition_id: str) -> Iterator[CriteriaAnswer]:
        published = self.published(edition_id)
        readings = self.record.criteria(published.summary)
        for post, reading in zip(published.edition.posts, readings, strict=True):
            yield CriteriaAnswer(post=post, edition=published.summary, reading=reading)

    def row(self, edition_id: str, version: int, place: int) -> tuple[Post, EditionSummary]:
        """Return what stands at a place of an edition, counted from 0."""
        published = self.published(edition_id, version)
        return published.edition.posts[place], published.summary

    def _newest(self) -> list[PublishedEdition]:
        return [self.published(each.id) for each in self.summaries()]

    def _current(self) -> Derived:
        """Drop what was derived when anything was published since, by whichever process."""
        revision = self.record.revision()
        if revision != self._derived.revision:
            self._derived = _following(self._derived, revision, self.record.summaries())
        return self._derived


def _following(before: Derived, revision: str, summaries: tuple[EditionSummary, ...]) -> Derived:
    """Return what is derived of a revision, with what did not change since an earlier one."""
    now = {(each.id, each.version): each for each in summaries}
    editions = {
        key: each
        for key, each in before.editions.items()
        if key not in now or now[key] == each.summary
    }
    same = {edition_id for edition_id, version in editions if (edition_id, version) in now}
    readings = {key: each for key, each in before.readings.items() if key in same}
    return Derived(revision=revision, summaries=summaries, editions=editions, readings=readings)


def open_workspace(
    database_url: str | None = None,
    data_dir: Path | None = None,
    progress: Progress | None = None,
) -> Workspace:
    """Open the record; see to it that it holds the built-in corpus, and all that is derived.

    A file that may only be read is shown as it is.

    Args:
        database_url: None means JINQUE_DATABASE_URL, else a SQLite file in the data folder.
        data_dir: None means JINQUE_DATA_DIR, else the user's data folder.
        progress: called while the corpus is read, which the first use of a record does.

    Raises:
        InvalidOptionError: the address is of no database that can hold the record.
        MachineError: the record cannot be opened or written.
    """
    refuse_empty(locate(database_url, data_dir))
    record = Record.open(database_url, data_dir)
    try:
        if not record.database.is_read_only:
            load_corpus(record, progress)
            complete_record(record, progress)
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
        say("There is no edition “{typed}”.", typed=typed),
        where=typed,
        hint=say("Did you mean: {near}?", near=joined(near)),
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
            say("“{typed}” is not the identifier of a post.", typed=typed),
            where=typed,
            hint=say(
                "It has the form edition:section:serial, as in dalian:装备制造:1; search by "
                "name first."
            ),
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
        say("There is no post “{typed}” in {edition_id}.", edition_id=edition_id, typed=typed),
        where=typed,
        hint=say("Did you mean: {near}?", near=joined(near))
        if near
        else say("Search by name first."),
    )


def _near(typed: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(typed, list(known), n=_MOST_NEAR, cutoff=_LEAST_LIKENESS)
