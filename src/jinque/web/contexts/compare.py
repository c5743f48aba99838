"""Occupations beside the catalogues that list them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jinque import api
from jinque.api import compare_shapes, comparison_rows
from jinque.model import Words
from jinque.model.comparison_choice import ComparisonChoice
from jinque.model.edition_names import short_names
from jinque.model.place_profile import Comparison, OccupationRow
from jinque.web.contexts.cards import Row
from jinque.web.contexts.lists import Filter, Option, Paging

ROWS_PER_PAGE = 25
SHARED = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareContext:
    """What `/compare` shows.

    Attributes:
        query: part of a name or beginning of a code; empty lets all through.
        names: short names of the catalogues that have posts, by identifier.
        filters: `group`, `edition`, `shared`; the counts of one leave its own choice out.
        groups: names of the classes, by code.
        rows: occupations of this page, those of most catalogues first.
        total: occupations that the filters let through.
        of: occupations in all.
        several: how many of all stand in two catalogues or more.
        scales: shortage scales; labels of two scales are not comparable.
    """

    query: str
    names: dict[str, Words]
    filters: tuple[Filter, ...]
    groups: dict[str, str]
    rows: tuple[Row, ...]
    total: int
    of: int
    several: int
    scales: tuple[str, ...]
    paging: Paging


def compare_context(
    workspace: api.Workspace, choice: ComparisonChoice, page: int
) -> CompareContext:
    """Gather one page of occupations.

    Raises:
        InvalidOptionError: the list has no such page.
    """
    found = api.compare(workspace)
    held = comparison_rows.chosen_occupations(found.occupations, choice)
    paging = Paging.of(len(held), page, ROWS_PER_PAGE)
    shown = held[paging.offset : paging.offset + ROWS_PER_PAGE]
    shared = comparison_rows.chosen_occupations(
        found.occupations, ComparisonChoice(are_shared=True)
    )
    return CompareContext(
        query=choice.words,
        names=names_of(found),
        filters=_filters(found, choice),
        groups={row.group[0]: row.group[1] for row in found.occupations if row.group},
        rows=tuple(compare_shapes.occupation_row_dict(row) for row in shown),
        total=len(held),
        of=len(found.occupations),
        several=len(shared),
        scales=found.scales,
        paging=paging,
    )


def names_of(found: Comparison) -> dict[str, Words]:
    """Return the short names of the catalogues by identifier, in their order."""
    return short_names(profile.edition for profile in found.profiles)


def _filters(found: Comparison, choice: ComparisonChoice) -> tuple[Filter, ...]:
    rows = found.occupations
    group = Counter(
        _group(r) for r in comparison_rows.chosen_occupations(rows, replace(choice, group=""))
    )
    every = comparison_rows.chosen_occupations(rows, replace(choice, edition=""))
    edition = Counter(each for row in every for each in row.editions)
    shared = comparison_rows.chosen_occupations(rows, replace(choice, are_shared=True))
    groups = sorted(
        {_group(row) for row in rows}, key=lambda each: (each == comparison_rows.NO_GROUP, each)
    )
    places = [profile.edition.id for profile in found.profiles]
    return (
        _filter("group", groups, group, choice.group),
        _filter("edition", places, edition, choice.edition),
        _filter("shared", [SHARED], {SHARED: len(shared)}, SHARED if choice.are_shared else ""),
    )


def _group(row: OccupationRow) -> str:
    return row.group[0] if row.group else comparison_rows.NO_GROUP


def _filter(name: str, values: Sequence[str], counts: dict[str, int], chosen: str) -> Filter:
    """Return a filter; a chosen value that nothing carries stays, so that it can be taken out."""
    listed = [value for value in values if counts.get(value) or value == chosen]
    listed += [chosen] if chosen and chosen not in listed else []
    options = (
        Option(value=value, count=counts.get(value, 0), is_chosen=value == chosen)
        for value in listed
    )
    return Filter(name=name, chosen=(chosen,) if chosen else (), options=tuple(options))
