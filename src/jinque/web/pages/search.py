"""The search."""

from typing import Annotated

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.openapi.spec import OpenAPIType, Schema
from litestar.params import FromQuery, QueryParameter

from jinque.model import Kind
from jinque.web.contexts.search import (
    FACETS,
    SearchContext,
    SuggestContext,
    search_context,
    suggest_context,
)
from jinque.web.pages.editions import PageNumber
from jinque.web.pages.responses import FAULTS
from jinque.web.site import Visit

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
