"""For colleges and pupils: majors, a curriculum beside posts, an occupation in plain words."""

import asyncio
from dataclasses import replace
from typing import cast
from urllib.parse import quote

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from jinque.errors import JinqueError, WrongCallError
from jinque.web.contexts.cards import Row
from jinque.web.contexts.curriculum import (
    CurriculumContext,
    curriculum_answer,
    curriculum_form,
    field_error,
)
from jinque.web.contexts.guide import GuideContext, guide_context
from jinque.web.contexts.majors import (
    MajorContext,
    MajorsContext,
    major_context,
    majors_context,
)
from jinque.web.pages.coding import MOST_DRAINED
from jinque.web.pages.private import unforeseen
from jinque.web.pages.responses import FAULTS, FAULTS_OF_ONE
from jinque.web.site import Visit
from jinque.web.upload import Sent, parted, taken
from jinque.web.view import AnyRequest

YES = "yes"


@get("/majors", media_type=MediaType.JSON, operation_id="majors", responses=FAULTS)
async def majors_page(
    visit: NamedDependency[Visit], q: FromQuery[str] = "", foreign: FromQuery[str] = ""
) -> Response[MajorsContext]:
    """The majors that posts name; with `q`, the way to one."""
    typed = q.strip()
    if typed:
        ending = ".json" if visit.view.wants_json else ""
        place = f"/majors/{quote(typed, safe='')}{ending}"
        place += f"?foreign={YES}" if foreign == YES else ""
        moved = Response(b"", status_code=303, headers={"location": place})
        return cast("Response[MajorsContext]", moved)
    return visit.answer("majors.html", lambda w: majors_context(w, foreign=foreign == YES))


@get("/majors/{name:str}", media_type=MediaType.JSON, operation_id="major", responses=FAULTS_OF_ONE)
async def major_page(
    visit: NamedDependency[Visit], name: FromPath[str], foreign: FromQuery[str] = ""
) -> Response[MajorContext]:
    """The posts that name a major or its class, and what their clauses print."""
    return visit.answer("major.html", lambda w: major_context(w, name, foreign=foreign == YES))


@get(
    "/occupations/{occupation:str}/guide",
    media_type=MediaType.JSON,
    operation_id="guide",
    responses=FAULTS_OF_ONE,
)
async def guide_page(
    visit: NamedDependency[Visit], occupation: FromPath[str], foreign: FromQuery[str] = ""
) -> Response[GuideContext]:
    """An occupation in plain words."""
    return visit.answer(
        "guide.html", lambda w: guide_context(w, occupation, foreign=foreign == YES)
    )


@get("/curriculum", media_type=MediaType.JSON, operation_id="curriculum", responses=FAULTS)
async def curriculum_page(
    visit: NamedDependency[Visit],
    major: FromQuery[str] = "",
    occupation: FromQuery[str] = "",
    foreign: FromQuery[str] = "",
) -> Response[CurriculumContext]:
    """The form that takes a curriculum; `major` and `occupation` fill it in."""
    form = CurriculumContext(major=major, occupation=occupation, foreign=foreign == YES)
    return visit.answer("curriculum.html", lambda _: form)


@post(
    "/curriculum",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="curriculum_read",
    responses=FAULTS,
    request_max_body_size=MOST_DRAINED,
)
async def curriculum_read(
    visit: NamedDependency[Visit], request: AnyRequest
) -> Response[CurriculumContext]:
    """Which terms of some posts stand in a curriculum; takes a multipart form, keeps nothing."""
    form = CurriculumContext()
    try:
        body = await taken(request.stream())
        sent = parted(body, request.headers.get("content-type", ""))
        form = curriculum_form(sent)
        answer = await asyncio.to_thread(_answered, visit, form, sent)
        return visit.private("curriculum.html", replace(form, answer=answer))
    except WrongCallError as fault:
        if visit.view.wants_json:
            raise
        again = replace(form, errors=(field_error(fault),))
        return visit.private("curriculum.html", again, status=400)


TEACHING_PAGES = (majors_page, major_page, guide_page, curriculum_page, curriculum_read)


def _answered(visit: Visit, form: CurriculumContext, sent: Sent) -> Row:
    try:
        return curriculum_answer(visit.site.workspace, form, sent)
    except JinqueError:
        raise
    except Exception as fault:  # noqa: BLE001 - its message may quote the text, so it is not logged
        raise unforeseen(fault, "curriculum") from None
