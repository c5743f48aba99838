"""The search: hits, passages, and what may narrow them.

The search.
"""

from dataclasses import dataclass
from typing import Annotated

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.openapi.spec import OpenAPIType, Schema
from litestar.params import FromQuery, QueryParameter

from jinque import api
from jinque.model import (
    EditionSummary,
    FoundOccupation,
    Kind,
    SearchAnswer,
    SearchHit,
    SearchRequest,
)
from jinque.web.forms import Filter, Option, Paging
from jinque.web.pages.editions import PageNumber
from jinque.web.visit import FAULTS, Visit

HITS_PER_PAGE = 20

# Name of the query parameter -> field of the request and name of the facet.
FACETS = {
    "place": "places",
    "edition": "editions",
    "kind": "kinds",
    "shortage": "shortages",
    "degree": "degrees",
    "industry": "industries",
    "group": "groups",
    "years": "years",
    "mark": "marks",
    "pay": "pays",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchContext:
    """What `/search` shows.

    Attributes:
        query: the words looked for; empty lists everything.
        total: rows that match.
        searched: rows in the record.
        scales: shortage scales among the hits; labels of two scales are not comparable.
        editions: by identifier, those that the hits and filters name.
        suggestions: other queries to try when nothing matches.
        occupations: what the query is in the classification, a code or a whole name.
        read_as: the query that was answered because the one typed finds nothing; None where it
            was answered as typed.
    """

    query: str
    total: int
    searched: int
    filters: tuple[Filter, ...]
    hits: tuple[SearchHit, ...]
    scales: tuple[str, ...]
    editions: dict[str, EditionSummary]
    suggestions: tuple[str, ...]
    occupations: tuple[FoundOccupation, ...]
    read_as: str | None
    paging: Paging


def search_context(
    workspace: api.Workspace, query: str, chosen: dict[str, tuple[str, ...]], page: int
) -> SearchContext:
    """Look for `query`.

    Args:
        workspace: whose editions are searched.
        query: words; empty lists every row that passes the filters.
        chosen: values by name of the query parameter.
        page: counted from 1.

    Raises:
        InvalidOptionError: there is no such page, or a value is out of range.
    """
    request = SearchRequest(
        query=query,
        limit=HITS_PER_PAGE,
        offset=(page - 1) * HITS_PER_PAGE,
        **{FACETS[name]: values for name, values in chosen.items()},
    )
    answer = api.search(workspace, request)
    return SearchContext(
        query=query,
        total=answer.total,
        searched=answer.searched,
        filters=tuple(_filter(answer, name, values) for name, values in chosen.items()),
        hits=answer.hits,
        scales=_scales(answer.hits),
        editions={each.id: each for each in api.catalogues(workspace)},
        suggestions=answer.suggestions,
        occupations=answer.occupations,
        read_as=answer.read_as,
        paging=Paging.of(answer.total, page, HITS_PER_PAGE),
    )


def _scales(hits: tuple[SearchHit, ...]) -> tuple[str, ...]:
    found = {hit.post.shortage.scale for hit in hits if hit.post.shortage}
    return tuple(sorted(found))


def _filter(answer: SearchAnswer, name: str, chosen: tuple[str, ...]) -> Filter:
    """Return a facet; a chosen value without a hit stays in it, so that it can be taken out."""
    counts = {each.value: each.count for each in answer.facets.get(FACETS[name], ())}
    values = [*counts, *(value for value in chosen if value not in counts)]
    options = tuple(
        Option(value=value, count=counts.get(value, 0), is_chosen=value in chosen)
        for value in values
    )
    return Filter(name=name, chosen=chosen, options=options)


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestContext:
    """What `/search/suggest` answers: names to choose from while a query is typed."""

    query: str
    names: tuple[str, ...]


def suggest_context(workspace: api.Workspace, query: str) -> SuggestContext:
    """Return names for the beginning of a query."""
    return SuggestContext(query=query, names=api.complete(workspace, query))


LONGEST_TYPED = 40
Values = tuple[str, ...]
# The search itself refuses other kinds, and its error names these.
_KIND = Schema(type=OpenAPIType.STRING, enum=[kind.value for kind in Kind])
Kinds = Annotated[Values, QueryParameter(schema_extra={"items": _KIND})]
Chosen = dict[str, tuple[str, ...]]


def search_filters(  # noqa: PLR0913 - each is a parameter of the address
    *,
    place: FromQuery[Values] = (),
    edition: FromQuery[Values] = (),
    kind: Kinds = (),
    shortage: FromQuery[Values] = (),
    degree: FromQuery[Values] = (),
    industry: FromQuery[Values] = (),
    group: FromQuery[Values] = (),
    years: FromQuery[Values] = (),
    mark: FromQuery[Values] = (),
    pay: FromQuery[Values] = (),
) -> Chosen:
    """Read the filters of a search; several values of one are alternatives, filters all hold."""
    given = (place, edition, kind, shortage, degree, industry, group, years, mark, pay)
    return {name: tuple(filter(None, each)) for name, each in zip(FACETS, given, strict=True)}


@get("/search", media_type=MediaType.JSON, operation_id="search", responses=FAULTS)
async def search_page(
    visit: NamedDependency[Visit],
    chosen: NamedDependency[Chosen],
    q: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[SearchContext]:
    """Rows of all editions that carry the words, best first, with what may narrow them."""
    query = q.strip()
    return visit.answer(
        "search.html", lambda workspace: search_context(workspace, query, chosen, page)
    )


@get("/search/suggest", media_type=MediaType.JSON, operation_id="suggest", responses=FAULTS)
async def suggest_page(
    visit: NamedDependency[Visit], q: FromQuery[str] = ""
) -> Response[SuggestContext]:
    """Names to choose from while a query is typed, at most ten."""
    typed = q.strip()[:LONGEST_TYPED]
    return visit.answer("suggest.html", lambda workspace: suggest_context(workspace, typed))
