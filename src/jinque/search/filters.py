"""Filters and their counts: the values of all rows as numbers, counted many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jinque.model import FacetValue, SearchRequest
from jinque.search.ranked import Numbers
from jinque.search.tokens import fold

FILTERS = (
    *("editions", "places", "industries", "shortages", "degrees", "kinds"),
    *("groups", "years", "marks", "pays"),
)

Values = dict[str, tuple[str, ...]]

Rows = NDArray[np.bool_]
"""For each row, or each of some rows, whether it is meant."""


@dataclass(frozen=True, kw_only=True)
class _Column:
    """The values of one filter.

    Attributes:
        values: in order of first appearance.
        places: for each row the places of its values in `values`, as many lines as a row has
            values at most; the number of values stands for none.
    """

    values: tuple[str, ...]
    places: NDArray[np.int32]

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The values in half width and lower case."""
        return tuple(fold(value) for value in self.values)

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
        folded = fold(wanted).strip()
        column = self._columns[name]
        known = list(zip(column.values, column.folded, strict=True))
        same = [value for value, form in known if form == folded]
        return same or [value for value, form in known if folded and form.startswith(folded)]


def _column(rows: Sequence[tuple[str, ...]]) -> _Column:
    values = tuple(dict.fromkeys(value for own in rows for value in own))
    place = {value: at for at, value in enumerate(values)}
    lines = max((len(own) for own in rows), default=0)
    places = np.full((max(lines, 1), len(rows)), len(values), dtype=np.int32)
    for number, own in enumerate(rows):
        for line, value in enumerate(own):
            places[line, number] = place[value]
    return _Column(values=values, places=places)
