"""The national classification: its root, and one occupation."""

from typing import cast
from urllib.parse import quote

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from jinque.web.contexts.occupation import OccupationContext, occupation_context
from jinque.web.contexts.occupations import OccupationsContext, occupations_context
from jinque.web.pages.responses import FAULTS, FAULTS_OF_ONE
from jinque.web.site import Visit


@get("/occupations", media_type=MediaType.JSON, operation_id="occupations", responses=FAULTS)
async def occupations_page(
    visit: NamedDependency[Visit], q: FromQuery[str] = "", classification: FromQuery[str] = "2022"
) -> Response[OccupationsContext]:
    """The major groups of an edition; with `q`, a code or a name, the way to that occupation."""
    typed = q.strip()
    if typed:
        ending = ".json" if visit.view.wants_json else ""
        place = f"/occupations/{quote(typed, safe='')}{ending}"
        moved = Response(b"", status_code=303, headers={"location": place})
        return cast("Response[OccupationsContext]", moved)
    return visit.answer(
        "occupations.html", lambda workspace: occupations_context(workspace, classification)
    )


@get(
    "/occupations/{occupation:str}",
    media_type=MediaType.JSON,
    operation_id="occupation",
    responses=FAULTS_OF_ONE,
)
async def occupation_page(
    visit: NamedDependency[Visit],
    occupation: FromPath[str],
    as_of: FromQuery[str] = "",
    classification: FromQuery[str] = "",
) -> Response[OccupationContext]:
    """An occupation: its place in the tree, both editions, the posts of every catalogue."""
    return visit.answer(
        "occupation.html",
        lambda workspace: occupation_context(
            workspace, occupation, as_of or None, classification or None
        ),
    )
