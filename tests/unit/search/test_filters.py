"""Facets count what counting row by row gives."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jinque.model import SearchRequest
from jinque.search.entries import Values
from jinque.search.index import FILTERS, Filters

CARRIED = st.lists(st.sampled_from("甲乙丙"), unique=True, max_size=2).map(tuple)
ROWS = st.lists(st.tuples(CARRIED, CARRIED), max_size=12)
WANTED = st.lists(st.sampled_from("甲乙丁"), unique=True, max_size=2).map(tuple)


def _values(places: tuple[str, ...], marks: tuple[str, ...]) -> Values:
    return {**dict.fromkeys(FILTERS, ()), "places": places, "marks": marks}


def _passes(wanted: tuple[str, ...], carried: tuple[str, ...]) -> bool:
    return not wanted or bool(set(wanted) & set(carried))


@given(ROWS, WANTED, WANTED)
def test_counts_are_those_of_the_rows_that_pass_the_other_filters(
    rows: list[tuple[tuple[str, ...], tuple[str, ...]]],
    places: tuple[str, ...],
    marks: tuple[str, ...],
) -> None:
    filters = Filters([_values(*row) for row in rows])
    facets = filters.facets(
        replace(SearchRequest(), places=places, marks=marks), np.arange(len(rows))
    )

    expected = {
        value: sum(value in own and _passes(marks, other) for own, other in rows)
        for value in filters.values("places")
    }
    counted = {facet.value: facet.count for facet in facets["places"]}
    assert counted == {
        value: count for value, count in expected.items() if count or value in places
    }


@given(ROWS, WANTED, WANTED)
def test_a_row_passes_with_any_value_of_every_filter(
    rows: list[tuple[tuple[str, ...], tuple[str, ...]]],
    places: tuple[str, ...],
    marks: tuple[str, ...],
) -> None:
    passing = Filters([_values(*row) for row in rows]).passing(
        replace(SearchRequest(), places=places, marks=marks)
    )

    assert list(passing) == [_passes(places, row[0]) and _passes(marks, row[1]) for row in rows]
