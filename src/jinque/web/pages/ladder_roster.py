"""A roster put to the ladder: sent by POST, answered at once, kept nowhere."""

import asyncio
import logging
import traceback
from collections.abc import Callable
from datetime import date
from typing import cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency

from jinque import api
from jinque.errors import JinqueError, MachineError, WrongCallError
from jinque.model.bridge_roster import RosterAnswer
from jinque.web.contexts.ladder_roster import (
    LadderRosterContext,
    RosterAgain,
    file_error,
    ladder_roster_context,
)
from jinque.web.contexts.ladder_roster_question import RosterQuestion, read_roster_question
from jinque.web.contexts.ladder_roster_result import roster_page
from jinque.web.pages.responses import FAULTS
from jinque.web.site import Visit
from jinque.web.upload import MOST_BYTES, parted, taken
from jinque.web.view import AnyRequest

MOST_DRAINED = 64 * 1024 * 1024
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Answer = Response[dict[str, object]]


@get("/ladder/roster", media_type=MediaType.JSON, operation_id="ladder_roster", responses=FAULTS)
async def ladder_roster_page(visit: NamedDependency[Visit]) -> Response[LadderRosterContext]:
    """The form that takes a roster, and what it takes."""
    return visit.answer(
        "ladder_roster.html", lambda workspace: ladder_roster_context(workspace, MOST_BYTES)
    )


@post(
    "/ladder/roster",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="ladder_roster_screened",
    responses=FAULTS,
    request_max_body_size=MOST_DRAINED,
)
async def ladder_roster_screened(visit: NamedDependency[Visit], request: AnyRequest) -> Answer:
    """Who on a roster may apply for what, now or within a year; takes a multipart form."""

    def shown(answer: RosterAnswer) -> Answer:
        context = api.roster_dict(answer) if visit.view.wants_json else roster_page(answer)
        return cast("Answer", visit.private("ladder_roster_result.html", context))

    return await _answered(visit, request, shown)


@post(
    "/ladder/roster.xlsx",
    status_code=200,
    include_in_schema=False,
    request_max_body_size=MOST_DRAINED,
)
async def ladder_roster_workbook(visit: NamedDependency[Visit], request: AnyRequest) -> Answer:
    """The same answer as a workbook with every person and every cell at fault."""

    def written(answer: RosterAnswer) -> Answer:
        return _attached(api.roster_workbook(answer), "jinque-roster-result.xlsx")

    return await _answered(visit, request, written)


@get("/ladder/roster/template", include_in_schema=False)
async def ladder_roster_template(visit: NamedDependency[Visit]) -> Answer:
    """An empty roster with explanations and lists to choose from."""
    made = await asyncio.to_thread(api.roster_template, visit.site.workspace)
    return _attached(made, "jinque-roster.xlsx")


async def _answered(
    visit: Visit, request: AnyRequest, told: Callable[[RosterAnswer], Answer]
) -> Answer:
    """Screen what was sent and tell of it; other visits are served meanwhile."""
    question = RosterQuestion()
    try:
        body = await taken(request.stream())
        sent = parted(body, request.headers.get("content-type", ""))
        question = read_roster_question(sent, date.today())  # noqa: DTZ011
        question.refuse()
        return await asyncio.to_thread(_screened, visit, question, told)
    except WrongCallError as fault:
        if visit.view.wants_json:
            raise
        again = RosterAgain(
            form=ladder_roster_context(visit.site.workspace, MOST_BYTES),
            given=question.given,
            errors=question.errors or (file_error(fault),),
        )
        return cast("Answer", visit.private("ladder_roster.html", again, status=400))


def _screened(
    visit: Visit, question: RosterQuestion, told: Callable[[RosterAnswer], Answer]
) -> Answer:
    try:
        answer = api.screen_roster(
            visit.site.workspace,
            question.data,
            name=question.name,
            on=question.on,
            place=question.place,
        )
        return told(answer)
    except JinqueError:
        raise
    except Exception as fault:  # noqa: BLE001 - its message may quote a cell, so it is not logged
        raise _unforeseen(fault) from None


def _unforeseen(fault: Exception) -> MachineError:
    *_, last = traceback.extract_tb(fault.__traceback__)
    at = (type(fault).__name__, last.name, last.lineno)
    logging.getLogger("jinque.web").error("a roster failed: %s in %s, line %s", *at)
    return MachineError(
        "服务器没能处理这份名单；什么都没有保存。",
        "The server could not work on the roster; nothing was kept.",
        hint_zh="请另存为 .csv 再试；若仍如此，请告诉管理员。",
        hint_en="Save it as .csv and try again; if it stays so, tell the operator.",
    )


def _attached(workbook: bytes, name: str) -> Answer:
    made = Response(
        workbook,
        media_type=WORKBOOK,
        headers={
            "cache-control": "no-store",
            "content-disposition": f'attachment; filename="{name}"',
        },
    )
    return cast("Answer", made)
