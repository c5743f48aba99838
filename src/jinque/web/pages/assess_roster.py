"""A roster held against posts: sent by POST, answered at once as a workbook, kept nowhere."""

import asyncio
from datetime import date
from typing import cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency

from jinque.api.screening import screen_posts, screening_template, screening_workbook
from jinque.api.screening_shapes import screening_dict
from jinque.errors import JinqueError, WrongCallError
from jinque.web.contexts.assess_roster import (
    AssessRosterAgain,
    AssessRosterContext,
    assess_roster_context,
)
from jinque.web.contexts.ladder_roster import file_error
from jinque.web.contexts.ladder_roster_question import RosterQuestion, read_roster_question
from jinque.web.pages.ladder_roster import MOST_DRAINED, WORKBOOK
from jinque.web.pages.private import unforeseen
from jinque.web.pages.responses import FAULTS
from jinque.web.site import Visit
from jinque.web.upload import MOST_BYTES, parted, taken
from jinque.web.view import AnyRequest

Answer = Response[dict[str, object]]


@get("/assess/roster", media_type=MediaType.JSON, operation_id="assess_roster", responses=FAULTS)
async def assess_roster_page(visit: NamedDependency[Visit]) -> Response[AssessRosterContext]:
    """The form that takes a roster, and what it takes."""
    return visit.answer("assess_roster.html", lambda _: assess_roster_context(MOST_BYTES))


@post(
    "/assess/roster",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="assess_roster_screened",
    responses=FAULTS,
    request_max_body_size=MOST_DRAINED,
)
async def assess_roster_screened(visit: NamedDependency[Visit], request: AnyRequest) -> Answer:
    """Who on a roster meets what posts print, as a workbook or JSON; takes a multipart form."""
    question = RosterQuestion()
    try:
        body = await taken(request.stream())
        sent = parted(body, request.headers.get("content-type", ""))
        question = read_roster_question(sent, date.today())  # noqa: DTZ011
        question.refuse()
        return await asyncio.to_thread(_screened, visit, question)
    except WrongCallError as fault:
        if visit.view.wants_json:
            raise
        again = AssessRosterAgain(
            form=assess_roster_context(MOST_BYTES),
            given=question.given,
            errors=question.errors or (file_error(fault),),
        )
        return cast("Answer", visit.private("assess_roster.html", again, status=400))


@get("/assess/roster/template", include_in_schema=False)
async def assess_roster_template() -> Answer:
    """An empty roster with explanations and lists to choose from."""
    return _attached(await asyncio.to_thread(screening_template), "jinque-people.xlsx")


ASSESS_ROSTER_PAGES = (assess_roster_page, assess_roster_screened, assess_roster_template)


def _screened(visit: Visit, question: RosterQuestion) -> Answer:
    try:
        answer = screen_posts(
            visit.site.workspace, question.data, name=question.name, on=question.on
        )
        if visit.view.wants_json:
            return cast("Answer", visit.private("assess_roster.html", screening_dict(answer)))
        return _attached(screening_workbook(answer), "jinque-people-result.xlsx")
    except JinqueError:
        raise
    except Exception as fault:  # noqa: BLE001 - its message may quote a cell, so it is not logged
        raise unforeseen(fault, "roster") from None


def _attached(workbook: bytes, name: str) -> Answer:
    headers = {
        "cache-control": "no-store",
        "content-disposition": f'attachment; filename="{name}"',
    }
    return cast("Answer", Response(workbook, media_type=WORKBOOK, headers=headers))
