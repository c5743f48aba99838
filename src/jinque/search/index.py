"""The index of a record: the engine over its rows' words, and the values that they carry.

The full-text engine: three fields of tokens for each row, in memory or in a folder.

Filters and their counts: the values of all rows as numbers, counted many at once.

Rows found, with their scores.

An index in a folder: written once, never changed, opened without reading it.
"""

import os
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp
from typing import Self
from weakref import finalize

import msgspec
import numpy as np
import tantivy
from numpy.typing import NDArray

from jinque.model import EditionSummary, FacetValue, Post, PublishedEdition, SearchRequest
from jinque.search.entries import Entry, IndexedRow, KeptRow, Values, kept_rows, latin_words
from jinque.search.words import Initials, Known, Word, fold_token, sounds_of

_DECIMALS = 4
"""To which scores are rounded, so that sums of the same parts in another order are equal."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranked:
    """Numbers of rows, each once and in any order, and beside each its score."""

    numbers: Numbers
    scores: NDArray[np.float64]

    @classmethod
    def of(cls, numbers: Sequence[int | float | None], scores: Sequence[float]) -> Self:
        """Make it of plain numbers; scores are rounded."""
        exact = np.array(scores, dtype=np.float64)
        return cls(
            numbers=np.array(numbers, dtype=np.int64), scores=exact.round(decimals=_DECIMALS)
        )

    @classmethod
    def alike(cls, numbers: Numbers, score: float) -> Self:
        """Give rows one score; of numbers that stand twice one is kept."""
        distinct = np.unique(numbers)
        return cls(numbers=distinct, scores=np.full(distinct.size, score))

    def __len__(self) -> int:
        return self.numbers.size

    def joined(self, other: Self) -> Self:
        """Return these rows and, behind them, those of `other` that are not among them."""
        if not len(other):
            return self
        new = np.isin(other.numbers, self.numbers, invert=True)
        return type(self)(
            numbers=np.concatenate([self.numbers, other.numbers[new]]),
            scores=np.concatenate([self.scores, other.scores[new]]),
        )

    def only(self, kept: NDArray[np.bool_]) -> Self:
        """Return the rows at the places that are true."""
        return type(self)(numbers=self.numbers[kept], scores=self.scores[kept])

    def page(self, offset: int, limit: int) -> list[tuple[int, float]]:
        """Return numbers and scores by falling score, equals by rising number."""
        end = min(offset + limit, len(self))
        if offset >= end:
            return []
        least = -np.partition(-self.scores, end - 1)[end - 1]
        near = self.only(self.scores >= least)
        order = np.lexsort((near.numbers, -near.scores))[offset:end]
        numbers, scores = near.numbers[order].tolist(), near.scores[order].tolist()
        return list(zip(numbers, scores, strict=True))


# How much a match in a field counts. A row that carries the words in its name comes before one
# whose occupation is also called so, that before one that mentions them, and that before one whose
# section, note or place does: these are of many rows at once and say nothing of which comes first.
WEIGHTS = {"name": 12.0, "other_name": 3.0, "text": 1.0}
CONTEXT_SCORE = 0.1
WHOLE_NAME_WEIGHT = 40.0

_ANALYZER = "tokens"
_REGEX_MARKS = re.compile(r"[.+]")
_HEAP_BYTES = 15_000_000


class Engine:
    """An index of entries, numbered as they were given; safe to read from several threads.

    Args:
        folder: where it lies; None means in memory, empty at first.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._schema = _schema()
        if folder is not None and not os.access(folder, os.W_OK):
            folder = self._linked(folder)
        self._index = tantivy.Index(self._schema, path=str(folder) if folder else None)
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer(_ANALYZER, analyzer)

    def _linked(self, folder: Path) -> Path:
        """Return a folder of links: to open an index a lock has to be written beside it."""
        place = Path(mkdtemp(prefix="jinque-"))
        finalize(self, rmtree, place, ignore_errors=True)
        for each in folder.iterdir():
            if each.suffix != ".lock":
                (place / each.name).symlink_to(each.absolute())
        return place

    def add(self, entries: Iterable[Entry], first: int = 0) -> None:
        """Add a segment.

        Scores rest on counts over all segments, and so are the same however many there are.

        Args:
            entries: those to add.
            first: number of the first of them.
        """
        writer = self._index.writer(_HEAP_BYTES, 1)
        for number, entry in enumerate(entries, first):
            writer.add_document(_document(number, entry))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def ranked(self, words: Sequence[Word], whole: str) -> Ranked:
        """Return the entries that hold all words, each with its score above 0.

        Args:
            words: at least one.
            whole: the folded query without blanks; an entry of just this name comes first.
        """
        return self._found(self._query(words, whole))

    def holds(self, words: Sequence[Word]) -> bool:
        """Tell whether any entry holds all words."""
        query = self._query(words, "")
        return bool(self._index.searcher().search(query, limit=1, count=False).hits)

    def named(self, word: Word) -> Ranked:
        """Return the entries that carry a word in their name."""
        return self._found(self._in_field(word, "name"))

    def _found(self, query: tantivy.Query) -> Ranked:
        searcher = self._index.searcher()
        hits = searcher.search(query, limit=max(1, searcher.num_docs), count=False).hits
        numbers = searcher.fast_field_values("number", [address for _, address in hits])
        return Ranked.of(numbers, [score for score, _ in hits])

    def _query(self, words: Sequence[Word], whole: str) -> tantivy.Query:
        parts = [(tantivy.Occur.Must, self._any_field(word)) for word in words]
        exact = tantivy.Query.term_query(self._schema, "whole_name", whole)
        parts.append((tantivy.Occur.Should, _weighted(exact, WHOLE_NAME_WEIGHT)))
        return tantivy.Query.boolean_query(parts)

    def _any_field(self, word: Word) -> tantivy.Query:
        anywhere = [
            _weighted(self._in_field(word, field), weight) for field, weight in WEIGHTS.items()
        ]
        around = tantivy.Query.const_score_query(self._in_field(word, "context"), CONTEXT_SCORE)
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, query) for query in (*anywhere, around)]
        )

    def _in_field(self, word: Word, field: str) -> tantivy.Query:
        *before, last = word.tokens
        if word.is_open and before:
            patterns = [*map(_literally, before), f"{_literally(last)}.*"]
            return tantivy.Query.regex_phrase_query(self._schema, field, [*patterns])
        if word.is_open:
            return tantivy.Query.regex_query(self._schema, field, f"{_literally(last)}.*")
        if before:
            return tantivy.Query.phrase_query(self._schema, field, [*word.tokens])
        return tantivy.Query.term_query(self._schema, field, last)


def _literally(token: str) -> str:
    return _REGEX_MARKS.sub(r"\\\g<0>", token)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", fast=True)
    builder.add_text_field("whole_name", tokenizer_name="raw", index_option="basic")
    for field in (*WEIGHTS, "context"):
        builder.add_text_field(field, tokenizer_name=_ANALYZER)
    return builder.build()


def _document(number: int, entry: Entry) -> tantivy.Document:
    return tantivy.Document(
        number=number,
        whole_name=entry.whole_name,
        name=entry.name,
        other_name=entry.other_name,
        text=entry.text,
        context=entry.context,
    )


def _weighted(query: tantivy.Query, weight: float) -> tantivy.Query:
    return tantivy.Query.boost_query(query, weight)


FILTERS = (
    *("editions", "places", "industries", "shortages", "degrees", "kinds"),
    *("groups", "years", "marks", "pays"),
)

Rows = NDArray[np.bool_]
"""For each row, or each of some rows, whether it is meant."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """The values of one filter, or another list of a row.

    Attributes:
        values: in order of first appearance.
        places: for each row the places of its values in `values`, as many lines as a row has
            values at most; the number of values stands for none.
    """

    values: tuple[str, ...]
    places: NDArray[np.int32]

    def of(self, number: int) -> tuple[str, ...]:
        """Return the values of one row."""
        size = len(self.values)
        return tuple(self.values[place] for place in self.places[:, number] if place < size)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the values of each row in order."""
        values, size = self.values, len(self.values)
        for places in self.places.T.tolist():
            yield tuple(values[place] for place in places if place < size)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The values in half width and lower case."""
        return tuple(fold_token(value) for value in self.values)

    def carrying(self, wanted: Sequence[str]) -> Rows:
        """Return for each row whether it carries one of some values."""
        is_wanted = np.array([*(value in wanted for value in self.values), False], dtype=np.bool_)
        carrying: Rows = np.any(is_wanted[self.places], axis=0)
        return carrying

    def counts(self, numbers: Numbers) -> list[int]:
        """Count the rows of these numbers by value."""
        size = len(self.values)
        counted = np.bincount(self.places[:, numbers].ravel(), minlength=size + 1)[:size]
        return [int(count) for count in counted]


class Filters:
    """The values that rows carry, by filter; see `FILTERS`."""

    def __init__(self, rows: Sequence[Values]) -> None:
        self.rows = len(rows)
        self._columns = {name: _column([values[name] for values in rows]) for name in FILTERS}

    @classmethod
    def of(cls, columns: Mapping[str, "Column"], rows: int) -> Self:
        """Make it of the values of each filter and the number of rows."""
        made = cls(())
        made.rows, made._columns = rows, dict(columns)
        return made

    def column(self, name: str) -> Column:
        """Return the values of all rows for one filter."""
        return self._columns[name]

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of one filter in order of first appearance."""
        return self._columns[name].values

    def selected(self, request: SearchRequest) -> dict[str, Rows]:
        """Return for each filter in use which rows carry one of its values."""
        return {
            name: self._columns[name].carrying(self.chosen(name, wanted))
            for name in FILTERS
            if (wanted := getattr(request, name))
        }

    def passing(self, request: SearchRequest) -> Rows:
        """Return which rows pass all filters."""
        passing = np.ones(self.rows, dtype=np.bool_)
        for rows in self.selected(request).values():
            passing &= rows
        return passing

    def chosen(self, name: str, wanted: Sequence[str]) -> tuple[str, ...]:
        """Return the values that `wanted` means.

        Those that are the same but for width and case, else all that begin with it: `大连` means
        `大连市`.
        """
        return tuple(dict.fromkeys(value for each in wanted for value in self._meant(name, each)))

    def facets(self, request: SearchRequest, numbers: Numbers) -> dict[str, tuple[FacetValue, ...]]:
        """Count, for each filter, the values among these rows that pass the other filters."""
        selected = {name: rows[numbers] for name, rows in self.selected(request).items()}
        answer: dict[str, tuple[FacetValue, ...]] = {}
        for name in FILTERS:
            others = [rows for other, rows in selected.items() if other != name]
            base = numbers[np.logical_and.reduce(others)] if others else numbers
            answer[name] = self._counts(name, base, self.chosen(name, getattr(request, name)))
        return answer

    def _counts(self, name: str, numbers: Numbers, chosen: Sequence[str]) -> tuple[FacetValue, ...]:
        column = self._columns[name]
        shown = [
            FacetValue(value=value, count=count)
            for value, count in zip(column.values, column.counts(numbers), strict=True)
            if count or value in chosen
        ]
        return tuple(sorted(shown, key=lambda facet: -facet.count))

    def _meant(self, name: str, wanted: str) -> list[str]:
        folded = fold_token(wanted).strip()
        column = self._columns[name]
        known = list(zip(column.values, column.folded, strict=True))
        same = [value for value, form in known if form == folded]
        return same or [value for value, form in known if folded and form.startswith(folded)]


_NO_ROWS = Column(values=(), places=np.empty((1, 0), dtype=np.int32))


def _column(rows: Sequence[tuple[str, ...]], before: Column = _NO_ROWS) -> Column:
    """Return the values of rows, behind those that a column holds already."""
    values = tuple(dict.fromkeys((*before.values, *(value for own in rows for value in own))))
    place = {value: at for at, value in enumerate(values)}
    lines, held = before.places.shape
    lines = max(lines, *(len(own) for own in rows)) if rows else lines
    places = np.full((lines, held + len(rows)), len(values), dtype=np.int32)
    old = before.places
    places[: len(old), :held] = np.where(old == len(before.values), len(values), old)
    for number, own in enumerate(rows, held):
        for line, value in enumerate(own):
            places[line, number] = place[value]
    return Column(values=values, places=places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The rows of one version of an edition, in printed order."""

    edition_id: str
    version: int
    rows: tuple[KeptRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contents:
    """What an index holds besides the engine and the arrays.

    Attributes:
        editions: identifier, version and number of rows of each, in order.
        values: those of each column.
        called: as in `Index`.
        latin: Latin words of all rows, folded.
        sounds: of every character of the names.
    """

    editions: tuple[tuple[str, int, int], ...]
    values: dict[str, tuple[str, ...]]
    called: dict[str, tuple[str, ...]]
    latin: frozenset[str]
    sounds: dict[str, str]


FindRow = Callable[[str, int, int], tuple[Post, EditionSummary]]
"""Identifier and version of an edition, and a place in it, to what stands there."""

_CONTENTS = msgspec.json.Decoder(_Contents)
_COLUMNS = (*FILTERS, "names", "other_names")


class Index:
    """Everything a search needs, never changed; a new record needs a new index.

    Rows are numbered in the order of the editions and within them as printed.

    Attributes:
        size: number of rows.
        called: the other names, folded, each with the names of the rows that are also called so.
    """

    def __init__(
        self,
        contents: _Contents,
        columns: Mapping[str, Column],
        engine: Engine,
        find: FindRow,
    ) -> None:
        self._contents = contents
        self._editions = contents.editions
        self._ends = list(accumulate(rows for _, _, rows in contents.editions))
        self._names, self._other_names = columns["names"], columns["other_names"]
        self._find = find
        self.size = self._ends[-1] if self._ends else 0
        self.called = contents.called
        self.engine = engine
        self.filters = Filters.of(columns, self.size)

    def row(self, number: int) -> IndexedRow:
        """Return a row with what its edition says of it; its edition is looked up."""
        at = bisect_right(self._ends, number)
        edition_id, version, rows = self._editions[at]
        post, edition = self._find(edition_id, version, number - self._ends[at] + rows)
        names = self._other_names.of(number)
        return IndexedRow(post=post, edition=edition, link=None, other_names=names)

    def name(self, number: int) -> str:
        """Return the name of a row without marks."""
        return self._names.of(number)[0]

    @cached_property
    def initials(self) -> Initials:
        """The names by first letters."""
        names = zip(self._names.rows(), self._other_names.rows(), strict=True)
        return Initials(own + others for own, others in names)

    @cached_property
    def printed_names(self) -> dict[str, str]:
        """The names of the rows as printed, in the order of the record, each with its folding."""
        return {name: fold_token(name) for name in self._names.values}

    def names_of(self, rows: Rows) -> list[str]:
        """Return the distinct names of some rows in the order of the record."""
        return [self._names.values[place] for place in np.unique(self._names.places[0][rows])]

    @cached_property
    def known(self) -> Known:
        """What is spelt right."""
        return Known(
            names=tuple(dict.fromkeys(self.printed_names.values())),
            other_names=tuple(self.called),
            latin=self._contents.latin,
            sounds=self._contents.sounds,
        )


def build_index(editions: Sequence[PublishedEdition], years: Mapping[str, int]) -> Index:
    """Index the rows of `editions` in memory; results of one rank keep the order given here.

    Args:
        editions: those to search.
        years: fewest years of work that a post asks, by its identifier, where any are read.
    """
    held = {(each.edition.id, each.summary.version): each for each in editions}

    def find(edition_id: str, version: int, place: int) -> tuple[Post, EditionSummary]:
        published = held[edition_id, version]
        return published.edition.posts[place], published.summary

    parts = [
        Part(
            edition_id=each.edition.id,
            version=each.summary.version,
            rows=kept_rows(each.edition, years),
        )
        for each in editions
    ]
    return index_in_memory(parts, find)


def index_in_memory(parts: Sequence[Part], find: FindRow) -> Index:
    """Index what is kept of some editions in memory."""
    engine = Engine()
    engine.add(row.entry for row in _every(parts))
    contents, columns = _joined(_NOTHING, dict.fromkeys(_COLUMNS, _NO_ROWS), parts)
    return Index(contents, columns, engine, find)


def held_editions(folder: Path) -> tuple[tuple[str, int], ...]:
    """Return the editions of an index that was written, each with its version.

    Raises:
        OSError: it is not there, or cannot be read.
        ValueError: it is damaged.
    """
    return tuple((edition_id, version) for edition_id, version, _ in _contents_of(folder).editions)


def write_index(folder: Path, parts: Sequence[Part], base: Path | None = None) -> None:
    """Write an index of what is kept of some editions into an empty folder.

    Args:
        folder: where to.
        parts: the editions.
        base: an index of others, which come first: its segments are taken over as they are, and
            one is added.

    Raises:
        OSError: the system refuses to write.
        ValueError: the base is damaged.
    """
    words = folder / _WORDS
    words.mkdir()
    contents, columns = _NOTHING, dict.fromkeys(_COLUMNS, _NO_ROWS)
    if base is not None:
        contents, columns = _contents_of(base), _columns_of(base)
        for each in (base / _WORDS).iterdir():
            if each.suffix != ".lock":
                _share(each, words / each.name)
    first = sum(rows for _, _, rows in contents.editions)
    Engine(words).add((row.entry for row in _every(parts)), first)
    contents, columns = _joined(contents, columns, parts)
    for name, column in columns.items():
        np.save(folder / f"{name}.npy", column.places, allow_pickle=False)
    (folder / _CONTENTS_NAME).write_bytes(msgspec.json.encode(contents))


def _share(file: Path, place: Path) -> None:
    """Let a file that is never changed stand in a second place; what the engine changes is new."""
    try:
        os.link(file.resolve(), place)
    except OSError:
        copyfile(file, place)


def open_index(folder: Path, find: FindRow) -> Index:
    """Open an index that was written; nothing of it is read before it is asked for.

    Raises:
        OSError: it is not there, or cannot be opened.
        ValueError: it is damaged.
    """
    return Index(_contents_of(folder), _columns_of(folder), Engine(folder / _WORDS), find)


_WORDS = "words"
_CONTENTS_NAME = "contents.json"


def _contents_of(folder: Path) -> _Contents:
    try:
        return _CONTENTS.decode((folder / _CONTENTS_NAME).read_bytes())
    except msgspec.MsgspecError as fault:
        raise ValueError(str(fault)) from fault


def _columns_of(folder: Path) -> dict[str, Column]:
    values = _contents_of(folder).values
    return {
        name: Column(
            values=values[name],
            places=np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False),
        )
        for name in _COLUMNS
    }


def _every(parts: Iterable[Part]) -> Iterator[KeptRow]:
    return (row for part in parts for row in part.rows)


def _joined(
    contents: _Contents, columns: Mapping[str, Column], parts: Sequence[Part]
) -> tuple[_Contents, dict[str, Column]]:
    """Return contents and columns with those of further editions behind them."""
    rows = list(_every(parts))
    own: dict[str, list[tuple[str, ...]]] = {
        **{name: [row.values[name] for row in rows] for name in FILTERS},
        "names": [(row.name,) for row in rows],
        "other_names": [row.other_names for row in rows],
    }
    joined = {name: _column(own[name], columns[name]) for name in _COLUMNS}
    added = tuple((each.edition_id, each.version, len(each.rows)) for each in parts)
    called = {name: dict.fromkeys(names) for name, names in contents.called.items()}
    for row in rows:
        for other in row.other_names:
            called.setdefault(fold_token(other), {})[row.name] = None
    sounds = sounds_of(
        fold_token(name) for (name,) in own["names"] if not contents.sounds.keys() >= set(name)
    )
    latin = {word for row in rows for word in latin_words(row.entry)}
    return _Contents(
        editions=(*contents.editions, *added),
        values={name: column.values for name, column in joined.items()},
        called={name: tuple(names) for name, names in called.items()},
        latin=contents.latin | latin,
        sounds=dict(sorted({**contents.sounds, **sounds}.items())),
    ), joined


_NOTHING = _Contents(editions=(), values={}, called={}, latin=frozenset(), sounds={})
