"""The ladder, its rules and its occupations."""

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from jinque.web.contexts.ladder import LadderContext, ladder_context
from jinque.web.contexts.ladder_law import LadderRulesContext, ladder_rules_context
from jinque.web.contexts.ladder_occupation import (
    LadderOccupationContext,
    ladder_occupation_context,
)
from jinque.web.contexts.ladder_occupations import (
    LadderOccupationsContext,
    ladder_occupations_context,
)
from jinque.web.pages.editions import PageNumber
from jinque.web.pages.responses import FAULTS, FAULTS_OF_ONE
from jinque.web.site import Visit


@get("/ladder", media_type=MediaType.JSON, operation_id="ladder", responses=FAULTS)
async def ladder_page(
    visit: NamedDependency[Visit], place: FromQuery[str] = "", occupation: FromQuery[str] = ""
) -> Response[LadderContext]:
    """The ladder between skill levels and titles, and what it takes to climb it."""
    where, chosen = place.strip(), occupation.strip()
    return visit.answer("ladder.html", lambda workspace: ladder_context(workspace, where, chosen))


@get(
    "/ladder/rules",
    media_type=MediaType.JSON,
    operation_id="ladder_rules",
    responses=FAULTS_OF_ONE,
)
async def ladder_rules_page(
    visit: NamedDependency[Visit], place: FromQuery[str] = ""
) -> Response[LadderRulesContext]:
    """All rules of the ladder by clause, with their words and from when they hold."""
    return visit.answer(
        "ladder_rules.html", lambda workspace: ladder_rules_context(workspace, place.strip())
    )


@get(
    "/ladder/occupations",
    media_type=MediaType.JSON,
    operation_id="ladder_occupations",
    responses=FAULTS_OF_ONE,
)
async def ladder_occupations_page(
    visit: NamedDependency[Visit],
    place: FromQuery[str] = "",
    q: FromQuery[str] = "",
    series: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[LadderOccupationsContext]:
    """The occupations of the table with their title series, page by page."""
    where, query = place.strip(), q.strip()
    return visit.answer(
        "ladder_occupations.html",
        lambda workspace: ladder_occupations_context(workspace, where, query, series, page),
    )


@get(
    "/ladder/occupations/{serial:int}",
    media_type=MediaType.JSON,
    operation_id="ladder_occupation",
    responses=FAULTS_OF_ONE,
)
async def ladder_occupation_page(
    visit: NamedDependency[Visit], serial: FromPath[int], place: FromQuery[str] = ""
) -> Response[LadderOccupationContext]:
    """An occupation with its title series and its ladder."""
    return visit.answer(
        "ladder_occupation.html",
        lambda workspace: ladder_occupation_context(workspace, place.strip(), serial),
    )
