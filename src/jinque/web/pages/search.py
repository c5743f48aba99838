"""The search."""

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from jinque.web.contexts.search import SearchContext, search_context
from jinque.web.pages.editions import PageNumber
from jinque.web.pages.responses import FAULTS
from jinque.web.site import Visit

Values = list[str] | None
Chosen = dict[str, tuple[str, ...]]


def search_filters(
    place: FromQuery[Values] = None,
    edition: FromQuery[Values] = None,
    kind: FromQuery[Values] = None,
    shortage: FromQuery[Values] = None,
    degree: FromQuery[Values] = None,
    industry: FromQuery[Values] = None,
) -> Chosen:
    """Read the filters of a search; several values of one are alternatives, filters all hold."""
    given = {
        "place": place,
        "edition": edition,
        "kind": kind,
        "shortage": shortage,
        "degree": degree,
        "industry": industry,
    }
    return {name: tuple(filter(None, values or ())) for name, values in given.items()}


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
