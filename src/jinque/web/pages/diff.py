"""What became of the posts of one edition in another."""

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from jinque import api
from jinque.web.contexts.diff import DiffContext, diff_context, diff_of
from jinque.web.pages.editions import PageNumber
from jinque.web.pages.files import workbook
from jinque.web.pages.responses import FAULTS_OF_ONE
from jinque.web.site import Visit


@get("/diff", media_type=MediaType.JSON, operation_id="diff", responses=FAULTS_OF_ONE)
async def diff_page(
    visit: NamedDependency[Visit],
    former: FromQuery[str] = "",
    later: FromQuery[str] = "",
    kind: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[DiffContext]:
    """Two editions, or two versions of one: what was added, removed and changed."""
    return visit.answer(
        "diff.html", lambda workspace: diff_context(workspace, former, later, kind, page)
    )


@get("/diff.xlsx", include_in_schema=False)
async def diff_workbook(
    visit: NamedDependency[Visit], former: FromQuery[str] = "", later: FromQuery[str] = ""
) -> Response[bytes]:
    """The same as a workbook, in full."""
    return await workbook(
        visit,
        "jinque-diff.xlsx",
        lambda workspace: api.diff_workbook(diff_of(workspace, former, later)),
    )
