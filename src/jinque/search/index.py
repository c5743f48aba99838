"""The index of a record: the engine over its rows' words, and the values that they carry.

Filters and their counts: the values of all rows as numbers, counted many at once.

An index in a folder: written once, never changed, opened without reading it.
"""

import os
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from shutil import copyfile
from typing import Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from jinque.model import EditionSummary, FacetValue, Post, PublishedEdition, SearchRequest
from jinque.search.engine import Engine, Numbers
from jinque.search.entries import IndexedRow, KeptRow, Values, kept_rows, latin_words
from jinque.search.words import Initials, Known, fold_token, sounds_of

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
