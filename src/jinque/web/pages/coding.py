"""Free titles to codes: a form, and a table sent by POST and kept nowhere."""

import asyncio
import logging
import traceback
from typing import cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from jinque import api
from jinque.errors import JinqueError, MachineError, WrongCallError
from jinque.web.contexts.coding import CodeContext, code_context
from jinque.web.contexts.coding_question import CodingQuestion, read_coding_question
from jinque.web.contexts.coding_table import chosen_table, table_error
from jinque.web.pages.responses import FAULTS
from jinque.web.site import Visit
from jinque.web.upload import parted, taken
from jinque.web.view import AnyRequest

MOST_DRAINED = 64 * 1024 * 1024
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@get("/code", media_type=MediaType.JSON, operation_id="code", responses=FAULTS)
async def code_page(
    visit: NamedDependency[Visit],
    titles: FromQuery[str] = "",
    description: FromQuery[str] = "",
    industry: FromQuery[str] = "",
) -> Response[CodeContext]:
    """What free titles, one a line, may mean in the national classification."""
    question = read_coding_question(titles, description, industry)
    if question.errors and visit.view.wants_json:
        question.refuse()
    if question.errors:
        return visit.private("code.html", code_context(question), status=400)
    return visit.answer("code.html", lambda _: code_context(question))


@post(
    "/code/table",
    status_code=200,
    include_in_schema=False,
    request_max_body_size=MOST_DRAINED,
)
async def code_table(
    visit: NamedDependency[Visit], request: AnyRequest
) -> Response[dict[str, object]]:
    """The titles of a table with their codes, as a workbook."""
    try:
        body = await taken(request.stream())
        upload = chosen_table(parted(body, request.headers.get("content-type", "")))
        return await asyncio.to_thread(_coded, upload.data, upload.name)
    except WrongCallError as fault:
        if visit.view.wants_json:
            raise
        again = code_context(CodingQuestion(), table_error(fault))
        return cast("Response[dict[str, object]]", visit.private("code.html", again, status=400))


def _coded(data: bytes, name: str) -> Response[dict[str, object]]:
    try:
        workbook = api.code_table(data, name)
    except JinqueError:
        raise
    except Exception as fault:  # noqa: BLE001 - its message may quote a cell, so it is not logged
        raise _unforeseen(fault) from None
    made = Response(
        workbook,
        media_type=WORKBOOK,
        headers={
            "cache-control": "no-store",
            "content-disposition": 'attachment; filename="jinque-coded.xlsx"',
        },
    )
    return cast("Response[dict[str, object]]", made)


def _unforeseen(fault: Exception) -> MachineError:
    *_, last = traceback.extract_tb(fault.__traceback__)
    at = (type(fault).__name__, last.name, last.lineno)
    logging.getLogger("jinque.web").error("a table of titles failed: %s in %s, line %s", *at)
    return MachineError(
        "服务器没能处理这张表；什么都没有保存。",
        "The server could not work on the table; nothing was kept.",
        hint_zh="请另存为 .csv 再试；若仍如此，请告诉管理员。",
        hint_en="Save it as .csv and try again; if it stays so, tell the operator.",
    )
