"""The desk, and files on their way to drafts."""

import asyncio
from typing import Annotated, cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Redirect

from jinque.errors import EmptySourceError, UnknownPageError, WrongCallError
from jinque.web.contexts.office.drafts import (
    OfficeContext,
    ReadingContext,
    office_context,
    reading_context,
)
from jinque.web.contexts.office.entrance import Refusal
from jinque.web.desk import Desk
from jinque.web.faults import status_of
from jinque.web.guard import check_form, check_origin
from jinque.web.pages.responses import FAULTS, FAULTS_OF_ONE
from jinque.web.upload import Upload, parted, taken
from jinque.web.view import AnyRequest

MOST_BYTES = 32 * 1024 * 1024
FORM_BYTES = 64 * 1024
MOST_DRAINED = 128 * 1024 * 1024
LOOK_AGAIN_S = "2"

PageNumber = Annotated[int, QueryParameter(ge=1, le=100_000, description="Page, counted from 1.")]


@get("/office", media_type=MediaType.JSON, operation_id="office", responses=FAULTS)
async def office_page(
    desk: NamedDependency[Desk], show: FromQuery[str] = "", page: PageNumber = 1
) -> Response[OfficeContext]:
    """Drafts that wait, or all of them, and the form that takes a file."""
    return desk.page("drafts.html", office_context(desk, page, MOST_BYTES, is_all=show == "all"))


@post(
    "/office/upload",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="office_upload",
    responses=FAULTS,
    request_max_body_size=MOST_DRAINED,
)
async def upload(desk: NamedDependency[Desk], request: AnyRequest) -> Response[OfficeContext]:
    """Take a file of a multipart form into the queue of readings; leads to its page."""
    check_origin(request, desk.site.address)
    try:
        found = await _file(desk, request)
        reading = desk.site.readings.begin(found.data, found.name, desk.actor)
    except WrongCallError as fault:
        if desk.visit.view.wants_json or status_of(fault) == 403:  # noqa: PLR2004
            raise
        refusal = Refusal.of(fault)
        context = office_context(desk, 1, MOST_BYTES, is_all=False, refusal=refusal)
        return desk.page("drafts.html", context, status=status_of(fault))
    return cast("Response[OfficeContext]", desk.go(f"/office/readings/{reading.id}"))


@get(
    "/office/readings/{reading_id:str}",
    media_type=MediaType.JSON,
    operation_id="office_reading",
    responses=FAULTS_OF_ONE,
)
async def reading_page(
    desk: NamedDependency[Desk], reading_id: FromPath[str]
) -> Response[ReadingContext]:
    """How far the reading of a file is; leads to the draft once it is done."""
    reading = desk.site.readings.find(reading_id, desk.account.name)
    if reading is None:
        raise _unknown_reading(reading_id)
    if reading.draft_id is not None and not desk.visit.view.wants_json:
        there = Redirect(f"/office/drafts/{reading.draft_id}", status_code=303)
        return cast("Response[ReadingContext]", there)
    made = desk.page("reading.html", reading_context(desk, reading))
    if not reading.is_over:
        made.headers["refresh"] = LOOK_AGAIN_S
    return made


async def _file(desk: Desk, request: AnyRequest) -> Upload:
    body = await taken(request.stream(), most=MOST_BYTES + FORM_BYTES)
    sent = await asyncio.to_thread(parted, body, request.headers.get("content-type", ""))
    check_form({name: values[-1] for name, values in sent.fields.items()}, desk.token)
    found = sent.files.get("file")
    if found is None or not found.name:
        raise EmptySourceError(
            "没有选择文件。",
            "No file was chosen.",
            where="file",
            hint_zh="请选一个目录文件：Word、Excel、PDF、网页或文本。",
            hint_en="Choose the file of a catalogue: Word, Excel, PDF, a web page or text.",
        )
    return found


def _unknown_reading(reading_id: str) -> UnknownPageError:
    return UnknownPageError(
        "没有这次读取，或服务器重新启动过。",
        "There is no such reading, or the server was started again.",
        where=reading_id,
        hint_zh="请看草稿清单；没有，就再上传一次：同一个文件不会变成两份草稿。",
        hint_en="Look at the list of drafts; if it is not there send the file again: the same "
        "file never becomes two drafts.",
    )
