"""All pages and files that set catalogues and editions side by side.

Occupations beside the catalogues that list them.

Industries of all catalogues beside each other.

Two catalogues beside each other.

Catalogues side by side.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from jinque import api
from jinque.api import comparison
from jinque.api.comparison import compare, comparison_workbook
from jinque.errors import InvalidOptionError
from jinque.locale import Sentence, joined, say
from jinque.model.answers import short_names
from jinque.model.comparison import Comparison, ComparisonChoice, OccupationRow, PlaceProfile, Share
from jinque.web.forms import Filter, Option, Paging, workbook
from jinque.web.pages.charts import CompareChartsContext, chart_file, compare_charts_context
from jinque.web.pages.diff import diff_page, diff_workbook
from jinque.web.pages.editions import PageNumber
from jinque.web.shown import Row
from jinque.web.visit import FAULTS, FAULTS_OF_ONE, Visit

ROWS_PER_PAGE = 25
MOST_LISTINGS = 12
"""Posts shown of an occupation among others; of one alone all are."""
SHARED = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareContext:
    """What `/compare` shows.

    Attributes:
        query: part of a name or beginning of a code; empty lets all through.
        names: short names of the catalogues that have posts, by identifier.
        filters: `group`, `edition`, `shared`; the counts of one leave its own choice out.
        groups: names of the classes, by code.
        rows: occupations of this page, those of most catalogues first; each with its first
            `listings`, beside `listings_in_all`, where it is not the only one.
        total: occupations that the filters let through.
        of: occupations in all.
        several: how many of all stand in two catalogues or more.
        scales: shortage scales; labels of two scales are not comparable.
    """

    query: str
    names: dict[str, Sentence]
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
    held = comparison.chosen_occupations(found.occupations, choice)
    paging = Paging.of(len(held), page, ROWS_PER_PAGE)
    shown = held[paging.offset : paging.offset + ROWS_PER_PAGE]
    shared = comparison.chosen_occupations(found.occupations, ComparisonChoice(are_shared=True))
    return CompareContext(
        query=choice.words,
        names=names_of(found),
        filters=_filters(found, choice),
        groups={row.group[0]: row.group[1] for row in found.occupations if row.group},
        rows=tuple(_in_short(row, None if len(held) == 1 else MOST_LISTINGS) for row in shown),
        total=len(held),
        of=len(found.occupations),
        several=len(shared),
        scales=found.scales,
        paging=paging,
    )


def _in_short(row: OccupationRow, most: int | None) -> Row:
    told: Row = api.to_json(replace(row, listings=row.listings[:most]))
    return {**told, "editions": len(row.editions), "listings_in_all": len(row.listings)}


def names_of(found: Comparison) -> dict[str, Sentence]:
    """Return the short names of the catalogues by identifier, in their order."""
    return short_names(profile.edition for profile in found.profiles)


def _filters(found: Comparison, choice: ComparisonChoice) -> tuple[Filter, ...]:
    rows = found.occupations
    group = Counter(
        _group(r) for r in comparison.chosen_occupations(rows, replace(choice, group=""))
    )
    every = comparison.chosen_occupations(rows, replace(choice, edition=""))
    edition = Counter(each for row in every for each in row.editions)
    shared = comparison.chosen_occupations(rows, replace(choice, are_shared=True))
    groups = sorted(
        {_group(row) for row in rows}, key=lambda each: (each == comparison.NO_GROUP, each)
    )
    places = [profile.edition.id for profile in found.profiles]
    return (
        _filter("group", groups, group, choice.group),
        _filter("edition", places, edition, choice.edition),
        _filter("shared", [SHARED], {SHARED: len(shared)}, SHARED if choice.are_shared else ""),
    )


def _group(row: OccupationRow) -> str:
    return row.group[0] if row.group else comparison.NO_GROUP


def _filter(name: str, values: Sequence[str], counts: dict[str, int], chosen: str) -> Filter:
    """Return a filter; a chosen value that nothing carries stays, so that it can be taken out."""
    listed = [value for value in values if counts.get(value) or value == chosen]
    listed += [chosen] if chosen and chosen not in listed else []
    options = (
        Option(value=value, count=counts.get(value, 0), is_chosen=value == chosen)
        for value in listed
    )
    return Filter(name=name, chosen=(chosen,) if chosen else (), options=tuple(options))


INDUSTRIES_PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareIndustriesContext:
    """What `/compare/industries` shows.

    Attributes:
        query: part of a name; empty lets all through.
        names: short names of the catalogues that have posts, by identifier.
        filters: `edition`.
        rows: industries of this page, in the order of the catalogues and of print.
        total: industries that the filters let through.
        of: industries in all.
    """

    query: str
    names: dict[str, Sentence]
    filters: tuple[Filter, ...]
    rows: tuple[Row, ...]
    total: int
    of: int
    paging: Paging


def compare_industries_context(
    workspace: api.Workspace, choice: ComparisonChoice, page: int
) -> CompareIndustriesContext:
    """Gather one page of industries.

    Raises:
        InvalidOptionError: the list has no such page.
    """
    found = api.compare(workspace)
    held = comparison.chosen_industries(found.industries, choice)
    anywhere = comparison.chosen_industries(found.industries, replace(choice, edition=""))
    counts = Counter(row.edition.id for row in anywhere)
    paging = Paging.of(len(held), page, INDUSTRIES_PER_PAGE)
    shown = held[paging.offset : paging.offset + INDUSTRIES_PER_PAGE]
    options = tuple(
        Option(value=each, count=counts[each], is_chosen=each == choice.edition)
        for each in names_of(found)
    )
    chosen = (choice.edition,) if choice.edition else ()
    return CompareIndustriesContext(
        query=choice.words,
        names=names_of(found),
        filters=(Filter(name="edition", chosen=chosen, options=options),),
        rows=tuple(api.to_json(row) for row in shown),
        total=len(held),
        of=len(found.industries),
        paging=paging,
    )


ATTRIBUTES = ("groups", "educations", "years")


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedShare:
    """A value with its posts in either catalogue; None counts posts where nothing is printed."""

    value: str | None
    left: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePlacesContext:
    """What `/compare/places` shows.

    Attributes:
        names: short names of the catalogues to choose from, by identifier.
        profiles: every catalogue in short.
        left: one profile; None where no catalogue has posts.
        right: the other; None as above.
        pairs: `groups`, `educations` and `years` of both, value by value.
        shared: occupations that both list.
        only_left: occupations that the left one alone lists.
        only_right: the same of the right one.
    """

    names: dict[str, Sentence]
    profiles: tuple[Row, ...]
    left: Row | None
    right: Row | None
    pairs: dict[str, tuple[PairedShare, ...]]
    shared: tuple[Row, ...]
    only_left: int
    only_right: int


def compare_places_context(workspace: api.Workspace, left: str, right: str) -> ComparePlacesContext:
    """Gather two profiles; an empty identifier takes the first catalogue that is free.

    Raises:
        UnknownEditionError: there is no such edition; the hint names near ones.
        InvalidOptionError: an edition has no posts to compare.
    """
    found = api.compare(workspace)
    names = names_of(found)
    all_of_them = tuple(map(api.to_json, api.profiles_told(found)))
    pair = _pair(workspace, found, left, right)
    ids = [each.edition.id for each in pair]
    held = [[edition_id in row.editions for edition_id in ids] for row in found.occupations]
    both = [row for row, are in zip(found.occupations, held, strict=True) if are == [True, True]]
    by_id = dict(zip((each.edition.id for each in found.profiles), all_of_them, strict=True))
    return ComparePlacesContext(
        names=names,
        profiles=all_of_them,
        left=by_id[ids[0]] if ids else None,
        right=by_id[ids[1]] if ids else None,
        pairs={name: _paired(pair, name) for name in ATTRIBUTES} if pair else {},
        shared=tuple(api.to_json(row) for row in both),
        only_left=held.count([True, False]),
        only_right=held.count([False, True]),
    )


def _pair(
    workspace: api.Workspace, found: Comparison, left: str, right: str
) -> Sequence[PlaceProfile]:
    known = {profile.edition.id: profile for profile in found.profiles}
    if not known:
        return ()
    one = _chosen(workspace, known, left) if left else None
    other = _chosen(workspace, known, right) if right else None
    free = [each for each in known.values() if each not in (one, other)] or [*known.values()]
    one = one or free.pop(0)
    return (one, other or (free[0] if free else one))


def _chosen(workspace: api.Workspace, known: dict[str, PlaceProfile], typed: str) -> PlaceProfile:
    edition_id = api.edition(workspace, typed).summary.id
    if edition_id in known:
        return known[edition_id]
    raise InvalidOptionError(
        say("{edition_id} has no posts to compare.", edition_id=edition_id),
        where=typed,
        hint=say("Editions with posts: {known}.", known=joined(known)),
    )


def _paired(pair: Sequence[PlaceProfile], name: str) -> tuple[PairedShare, ...]:
    shares: list[dict[str | None, int]] = [_counts(getattr(each, name)) for each in pair]
    values = [value for value in dict.fromkeys([*shares[0], *shares[1]]) if value is not None]
    if name == "groups":
        total = [each.posts for each in pair]
        values.sort(key=lambda v: -sum(s.get(v, 0) / n for s, n in zip(shares, total, strict=True)))
    elif name == "educations":
        values.sort(key=comparison.education_rank)
    else:
        values.sort(key=[band[-1] for band in comparison.YEAR_BANDS].index)
    listed = [*values, None]
    made = (
        PairedShare(value=v, left=shares[0].get(v, 0), right=shares[1].get(v, 0)) for v in listed
    )
    return tuple(each for each in made if each.left or each.right)


def _counts(shares: Sequence[Share]) -> dict[str | None, int]:
    return {share.value: share.posts for share in shares}


@get("/compare", media_type=MediaType.JSON, operation_id="compare", responses=FAULTS)
async def compare_page(
    visit: NamedDependency[Visit],
    q: FromQuery[str] = "",
    group: FromQuery[str] = "",
    edition: FromQuery[str] = "",
    shared: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[CompareContext]:
    """Occupations beside the catalogues that list them, those of most catalogues first."""
    choice = ComparisonChoice(
        words=q.strip(), group=group, edition=edition, are_shared=shared == "yes"
    )
    return visit.answer("compare.html", lambda workspace: compare_context(workspace, choice, page))


@get(
    "/compare/places",
    media_type=MediaType.JSON,
    operation_id="compare_places",
    responses=FAULTS_OF_ONE,
)
async def compare_places_page(
    visit: NamedDependency[Visit], left: FromQuery[str] = "", right: FromQuery[str] = ""
) -> Response[ComparePlacesContext]:
    """Two catalogues beside each other: what their posts are like, and what both list."""
    return visit.answer(
        "compare_places.html", lambda workspace: compare_places_context(workspace, left, right)
    )


@get(
    "/compare/industries",
    media_type=MediaType.JSON,
    operation_id="compare_industries",
    responses=FAULTS,
)
async def compare_industries_page(
    visit: NamedDependency[Visit],
    q: FromQuery[str] = "",
    edition: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[CompareIndustriesContext]:
    """The industries of all catalogues beside each other."""
    choice = ComparisonChoice(words=q.strip(), edition=edition)
    return visit.answer(
        "compare_industries.html",
        lambda workspace: compare_industries_context(workspace, choice, page),
    )


@get("/compare/charts", media_type=MediaType.JSON, operation_id="compare_charts", responses=FAULTS)
async def compare_charts_page(visit: NamedDependency[Visit]) -> Response[CompareChartsContext]:
    """Charts of all catalogues, each with its words and its numbers."""
    return visit.answer("compare_charts.html", compare_charts_context)


@get("/compare.xlsx", include_in_schema=False)
async def compare_workbook(visit: NamedDependency[Visit]) -> Response[bytes]:
    """All catalogues side by side as a workbook."""
    return await workbook(
        visit, "jinque-compare.xlsx", lambda w: comparison_workbook(compare(w), visit.view.language)
    )


COMPARISON_PAGES = (
    compare_page,
    compare_places_page,
    compare_industries_page,
    compare_charts_page,
    compare_workbook,
    chart_file,
    diff_page,
    diff_workbook,
)
