"""A block of people with what several criteria look at, worked out once."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from jinque.criteria.columns import Entries, PeopleColumns, Whole
from jinque.criteria.columns_sorts import Projected
from jinque.criteria.columns_tenure import days_by_row, years_of
from jinque.model.fact import Fact

MISSING, CLOSED, OPEN = range(3)
"""Whether there is a list, and whether it may lack some."""

_BITS_OF_A_KEY = 62


@dataclass(frozen=True, slots=True, kw_only=True)
class DistinctLists:
    """The distinct lists among the rows of a block, their entries by some fields alone.

    Attributes:
        codes: for each row which list it has.
        status: of each list, see `MISSING`.
        owners: for each entry of the lists whose it is, ascending.
        places: for each entry which of `values` it is.
        values: each once.
    """

    codes: Whole
    status: Whole
    owners: Whole
    places: Whole
    values: list[Projected]


class Block:
    """A block as of a day.

    Args:
        people: the block.
        on: the day.
    """

    def __init__(self, people: PeopleColumns, on: date) -> None:
        self.people, self._on = people, on
        self._projected: dict[tuple[str, Sequence[str]], tuple[Whole, list[Projected]]] = {}
        self._lists: dict[tuple[str, Sequence[str]], DistinctLists] = {}

    @cached_property
    def days(self) -> Whole:
        """Days of all work."""
        return days_by_row(self.people, None, self._on)

    @cached_property
    def years(self) -> Whole:
        """Full years of all work."""
        return years_of(self.days, self._on)

    @cached_property
    def work_status(self) -> Whole:
        """Status of each row's work."""
        return _status(self.people.lists[Fact.WORK])

    def projected(self, fact: str, fields: tuple[str, ...]) -> tuple[Whole, list[Projected]]:
        """Return which combination of fields each entry of a list is, and the combinations."""
        key = (fact, fields)
        if key not in self._projected:
            self._projected[key] = _project(self.people.lists[fact], fields)
        return self._projected[key]

    def lists(self, fact: str, fields: tuple[str, ...]) -> DistinctLists:
        """Return the distinct lists of a fact."""
        key = (fact, fields)
        if key not in self._lists:
            places, values = self.projected(fact, fields)
            self._lists[key] = _distinct(self.people.lists[fact], places, values)
        return self._lists[key]


def _project(entries: Entries, fields: Sequence[str]) -> tuple[Whole, list[Projected]]:
    codes = np.zeros(len(entries.rows), np.int64)
    for name in fields:
        values = entries.fields[name]
        codes = codes * len(values.distinct) + values.codes
    if len(fields) == 1:
        return codes, [(value,) for value in entries.fields[fields[0]].distinct]
    present, places = np.unique(codes, return_inverse=True)
    return places.astype(np.int64), [_decode(entries, fields, int(code)) for code in present]


def _decode(entries: Entries, fields: Sequence[str], code: int) -> Projected:
    values: list[Hashable] = []
    for name in reversed(fields):
        distinct = entries.fields[name].distinct
        code, place = divmod(code, len(distinct))
        values.append(distinct[place])
    return tuple(reversed(values))


def _distinct(entries: Entries, places: Whole, values: list[Projected]) -> DistinctLists:
    """Find equal lists by one number for each row; where none holds it, every row is its own."""
    rows, status = entries.rows, _status(entries)
    count = len(status)
    lengths = np.bincount(rows, minlength=count)
    starts = np.cumsum(lengths) - lengths
    order = np.arange(len(rows)) - starts[rows]
    longest, radix = int(lengths.max(initial=0)), len(values) + 1
    if longest * radix.bit_length() + OPEN.bit_length() > _BITS_OF_A_KEY:
        first = codes = np.arange(count)
    else:
        keys = status.copy()
        for place in range(longest):
            keys *= radix
            at = order == place
            keys[rows[at]] += places[at] + 1
        _, first, codes = np.unique(keys, return_index=True, return_inverse=True)
    sizes = lengths[first]
    owners = np.repeat(np.arange(len(first)), sizes)
    kept = (
        np.arange(len(owners)) - np.repeat(np.cumsum(sizes) - sizes, sizes) + starts[first][owners]
    )
    return DistinctLists(
        codes=codes, status=status[first], owners=owners, places=places[kept], values=values
    )


def _status(entries: Entries) -> Whole:
    is_open = np.where(entries.is_open, OPEN, CLOSED)
    return np.where(entries.given, is_open, MISSING).astype(np.int64)
