"""An edition, its issues and its clauses."""

from typing import Annotated

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from jinque.web.contexts.clauses import ClausesContext, clauses_context
from jinque.web.contexts.edition import EditionContext, edition_context
from jinque.web.contexts.issues import IssuesContext, issues_context
from jinque.web.contexts.row_filters import RowFilters
from jinque.web.pages.responses import FAULTS_OF_ONE
from jinque.web.site import Visit

PageNumber = Annotated[int, QueryParameter(ge=1, le=100_000, description="Page, counted from 1.")]


def row_filters(
    section: FromQuery[str] = "",
    industry: FromQuery[str] = "",
    shortage: FromQuery[str] = "",
    degree: FromQuery[str] = "",
    mark: FromQuery[str] = "",
    code: FromQuery[str] = "",
) -> RowFilters:
    """Read the filters over rows; each names a value as printed, an empty one keeps all rows."""
    return RowFilters(
        section=section, industry=industry, shortage=shortage, degree=degree, mark=mark, code=code
    )


@get(
    "/editions/{edition_id:str}",
    media_type=MediaType.JSON,
    operation_id="edition",
    responses=FAULTS_OF_ONE,
)
async def edition_page(
    visit: NamedDependency[Visit],
    edition_id: FromPath[str],
    filters: NamedDependency[RowFilters],
    page: PageNumber = 1,
) -> Response[EditionContext]:
    """An edition: its facts, sections, downloads, and its rows page by page."""
    return visit.answer(
        "edition.html", lambda workspace: edition_context(workspace, edition_id, filters, page)
    )


@get(
    "/editions/{edition_id:str}/issues",
    media_type=MediaType.JSON,
    operation_id="issues",
    responses=FAULTS_OF_ONE,
)
async def issues_page(
    visit: NamedDependency[Visit],
    edition_id: FromPath[str],
    severity: FromQuery[str] = "",
    check: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[IssuesContext]:
    """What was found while the edition was read, each with its place in the source."""
    chosen = {"severity": severity, "check": check}
    return visit.answer(
        "issues.html", lambda workspace: issues_context(workspace, edition_id, chosen, page)
    )


@get(
    "/editions/{edition_id:str}/clauses",
    media_type=MediaType.JSON,
    operation_id="clauses",
    responses=FAULTS_OF_ONE,
)
async def clauses_page(
    visit: NamedDependency[Visit], edition_id: FromPath[str]
) -> Response[ClausesContext]:
    """The edition's clauses as numbered text."""
    return visit.answer("clauses.html", lambda workspace: clauses_context(workspace, edition_id))
