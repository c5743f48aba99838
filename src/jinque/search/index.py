"""The index of a record: its rows, the engine over their words, the values of their filters."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jinque.model import PublishedEdition
from jinque.search.engine import Engine, Entry
from jinque.search.filters import Filters, Rows
from jinque.search.initials import Initials
from jinque.search.row_values import row_values
from jinque.search.rows import IndexedRow, context, indexed, names, searchable_cells
from jinque.search.spelling import Known
from jinque.search.tokens import fold, terms


@dataclass(frozen=True, kw_only=True)
class Index:
    """Everything a search needs, in memory and never changed; a new record needs a new index.

    Attributes:
        rows: rows of all editions, in the order of the editions and within them as printed.
        latin: Latin words of all rows, folded.
    """

    rows: tuple[IndexedRow, ...]
    engine: Engine
    filters: Filters
    latin: frozenset[str]

    @cached_property
    def initials(self) -> Initials:
        """The names by first letters."""
        return Initials((row.post.name, *row.other_names) for row in self.rows)

    @cached_property
    def printed_names(self) -> dict[str, str]:
        """The names of the rows as printed, in the order of the record, each with its folding."""
        return {name: fold(name) for name in dict.fromkeys(row.post.name for row in self.rows)}

    @cached_property
    def _name_places(self) -> NDArray[np.int32]:
        places = {name: at for at, name in enumerate(self.printed_names)}
        return np.array([places[row.post.name] for row in self.rows], dtype=np.int32)

    def names_of(self, rows: Rows) -> list[str]:
        """Return the distinct names of some rows in the order of the record."""
        names = list(self.printed_names)
        return [names[place] for place in np.unique(self._name_places[rows])]

    @cached_property
    def called(self) -> dict[str, tuple[str, ...]]:
        """The other names, folded, each with the names of the rows that are also called so."""
        names: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for row in self.rows:
            for other in row.other_names:
                names[other].setdefault(row.post.name)
        return {fold(other): tuple(own) for other, own in names.items()}

    @cached_property
    def known(self) -> Known:
        """What is spelt right."""
        return Known(
            names=tuple(dict.fromkeys(self.printed_names.values())),
            other_names=tuple(self.called),
            latin=self.latin,
        )


def build_index(editions: Sequence[PublishedEdition], years: Mapping[str, int]) -> Index:
    """Index the rows of `editions`; results of one rank keep the order given here.

    Args:
        editions: those to search.
        years: fewest years of work that a post asks, by its identifier, where any are read.
    """
    rows = tuple(row for published in editions for row in indexed(published))
    entries = [_entry(row) for row in rows]
    return Index(
        rows=rows,
        engine=Engine(entries),
        filters=Filters([_values(row, years) for row in rows]),
        latin=frozenset(word for entry in entries for word in _latin(entry)),
    )


def _values(row: IndexedRow, years: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    return row_values(row.post, row.place, row.link, years.get(row.post.id))


def _latin(entry: Entry) -> Iterator[str]:
    for text in (*entry.name, *entry.other_name, *entry.text):
        yield from (word for word in text.split() if word.isascii() and word.isalpha())


def _entry(row: IndexedRow) -> Entry:
    post = row.post
    return Entry(
        whole_name="".join(fold(post.name).split()),
        name=[terms(text) for text in (*names(post), post.code) if text],
        other_name=[terms(name) for name in row.other_names],
        text=[terms(text) for _, text in searchable_cells(post)],
        context=[terms(text) for _, text in context(row) if text],
    )
