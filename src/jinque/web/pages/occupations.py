"""One occupation of the national classification."""

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from jinque.web.contexts.occupation import OccupationContext, occupation_context
from jinque.web.pages.responses import FAULTS_OF_ONE
from jinque.web.site import Visit


@get(
    "/occupations/{occupation:str}",
    media_type=MediaType.JSON,
    operation_id="occupation",
    responses=FAULTS_OF_ONE,
)
async def occupation_page(
    visit: NamedDependency[Visit], occupation: FromPath[str], as_of: FromQuery[str] = ""
) -> Response[OccupationContext]:
    """An occupation: its place in the tree, both editions, the posts of every catalogue."""
    return visit.answer(
        "occupation.html",
        lambda workspace: occupation_context(workspace, occupation, as_of or None),
    )
