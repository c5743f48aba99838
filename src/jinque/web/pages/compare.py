"""Catalogues side by side."""

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from jinque.api.comparison import compare, comparison_workbook
from jinque.model.comparison_choice import ComparisonChoice
from jinque.web.contexts.compare import CompareContext, compare_context
from jinque.web.contexts.compare_charts import CompareChartsContext, compare_charts_context
from jinque.web.contexts.compare_industries import (
    CompareIndustriesContext,
    compare_industries_context,
)
from jinque.web.contexts.compare_places import ComparePlacesContext, compare_places_context
from jinque.web.pages.editions import PageNumber
from jinque.web.pages.files import workbook
from jinque.web.pages.responses import FAULTS, FAULTS_OF_ONE
from jinque.web.site import Visit


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
    return await workbook(visit, "jinque-compare.xlsx", lambda w: comparison_workbook(compare(w)))
