"""The pages of one draft."""

from typing import Annotated

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from jinque.web.contexts.office.draft import DraftContext, draft_context
from jinque.web.contexts.office.draft_history import DraftHistoryContext, draft_history_context
from jinque.web.contexts.office.draft_issues import DraftIssuesContext, draft_issues_context
from jinque.web.contexts.office.draft_row import DraftRowContext, draft_row_context
from jinque.web.contexts.office.draft_rows import DraftRowsContext, draft_rows_context
from jinque.web.contexts.office.draft_settle import DraftIssueContext, draft_issue_context
from jinque.web.desk import Desk
from jinque.web.pages.responses import FAULTS_OF_ONE

PageNumber = Annotated[int, QueryParameter(ge=1, le=100_000, description="Page, counted from 1.")]
DRAFT = "/office/drafts/{draft_id:str}"


@get(DRAFT, media_type=MediaType.JSON, operation_id="office_draft", responses=FAULTS_OF_ONE)
async def draft_page(
    desk: NamedDependency[Desk], draft_id: FromPath[str]
) -> Response[DraftContext]:
    """What was recognised in a file, and what holds up its publication."""
    draft = desk.site.shelf.draft(draft_id)
    return desk.page("draft.html", draft_context(desk, draft))


@get(
    f"{DRAFT}/issues",
    media_type=MediaType.JSON,
    operation_id="office_draft_issues",
    responses=FAULTS_OF_ONE,
)
async def draft_issues_page(
    desk: NamedDependency[Desk],
    draft_id: FromPath[str],
    show: FromQuery[str] = "",
    severity: FromQuery[str] = "",
    check: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[DraftIssuesContext]:
    """The issues of a draft, each beside its place in the source."""
    draft = desk.site.shelf.draft(draft_id)
    chosen = {"show": show, "severity": severity, "check": check}
    return desk.page("issues.html", draft_issues_context(desk, draft, chosen, page))


@get(
    f"{DRAFT}/issues/{{key:str}}",
    media_type=MediaType.JSON,
    operation_id="office_draft_issue",
    responses=FAULTS_OF_ONE,
)
async def draft_issue_page(
    desk: NamedDependency[Desk],
    draft_id: FromPath[str],
    key: FromPath[str],
    done: FromQuery[int] = 0,
) -> Response[DraftIssueContext]:
    """One issue with the forms that settle it."""
    draft = desk.site.shelf.draft(draft_id)
    return desk.page("issue.html", draft_issue_context(desk, draft, key, done=done))


@get(
    f"{DRAFT}/rows",
    media_type=MediaType.JSON,
    operation_id="office_draft_rows",
    responses=FAULTS_OF_ONE,
)
async def draft_rows_page(
    desk: NamedDependency[Desk],
    draft_id: FromPath[str],
    q: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[DraftRowsContext]:
    """The rows of a draft as they would be published."""
    draft = desk.site.shelf.draft(draft_id)
    return desk.page("rows.html", draft_rows_context(desk, draft, q.strip(), page))


@get(
    f"{DRAFT}/row",
    media_type=MediaType.JSON,
    operation_id="office_draft_row",
    responses=FAULTS_OF_ONE,
)
async def draft_row_page(
    desk: NamedDependency[Desk], draft_id: FromPath[str], post: FromQuery[str]
) -> Response[DraftRowContext]:
    """One row with the forms that correct it."""
    draft = desk.site.shelf.draft(draft_id)
    return desk.page("row.html", draft_row_context(desk, draft, post))


@get(
    f"{DRAFT}/history",
    media_type=MediaType.JSON,
    operation_id="office_draft_history",
    responses=FAULTS_OF_ONE,
)
async def draft_history_page(
    desk: NamedDependency[Desk], draft_id: FromPath[str]
) -> Response[DraftHistoryContext]:
    """Who decided what about the file, and why."""
    draft = desk.site.shelf.draft(draft_id)
    return desk.page("draft_history.html", draft_history_context(desk, draft))
