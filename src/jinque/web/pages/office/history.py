"""Who did what."""

from typing import Annotated

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from jinque.web.contexts.office.history import OfficeHistoryContext, office_history_context
from jinque.web.desk import Desk
from jinque.web.pages.responses import FAULTS

PageNumber = Annotated[int, QueryParameter(ge=1, le=100_000, description="Page, counted from 1.")]


@get("/office/history", media_type=MediaType.JSON, operation_id="office_history", responses=FAULTS)
async def office_history_page(
    desk: NamedDependency[Desk], page: PageNumber = 1
) -> Response[OfficeHistoryContext]:
    """What was done to accounts and drafts, the last line first."""
    return desk.page("history.html", office_history_context(desk, page))
