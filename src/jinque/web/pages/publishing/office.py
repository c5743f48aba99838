"""The pages of an office for the next edition, and their forms."""

import asyncio
import io
import zipfile
from collections.abc import Callable
from typing import Annotated, Any, cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from jinque.api import publishing
from jinque.api.publishing import DraftRequest, Pen, Ruling
from jinque.errors import EmptySourceError, InvalidOptionError, UnknownPageError, WrongCallError
from jinque.locale import joined, say
from jinque.model.publishing import Answer, Occasion, Proposal
from jinque.web.desk import Desk, Form, check_form, check_origin
from jinque.web.forms import attached, natural, parted, taken
from jinque.web.pages.office.entrance import Refusal
from jinque.web.pages.publishing.shown import (
    NextContext,
    NextHistoryContext,
    NextIssuesContext,
    NextListContext,
    NextOpinionsContext,
    NextRowContext,
    history_context,
    issues_context,
    list_context,
    next_context,
    opinions_context,
    row_context,
)
from jinque.web.rendering import AnyRequest
from jinque.web.visit import FAULTS, FAULTS_OF_ONE, status_of

NEXT = "/office/next/{draft_id:str}"
MOST_BYTES = 8 * 1024 * 1024
FORM_BYTES = 256 * 1024
CELL = "cell:"
Page = Annotated[int, QueryParameter(ge=1, le=100_000, description="Page, counted from 1.")]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@get("/office/next", media_type=MediaType.JSON, operation_id="office_next_list", responses=FAULTS)
async def next_list_page(desk: NamedDependency[Desk]) -> Response[NextListContext]:
    """Drafts of next editions, and the form that begins one."""
    return desk.page("next/list.html", list_context(desk))


@get(NEXT, media_type=MediaType.JSON, operation_id="office_next", responses=FAULTS_OF_ONE)
async def next_page(
    desk: NamedDependency[Desk],
    draft_id: FromPath[str],
    show: FromQuery[str] = "",
    page: Page = 1,
) -> Response[NextContext]:
    """How far a draft is, its facts, and its rows."""
    draft = publishing.next_draft(desk.workspace, draft_id)
    context = await asyncio.to_thread(next_context, desk, draft, show, page)
    return desk.page("next/draft.html", context)


@get(
    f"{NEXT}/rows/{{key:str}}",
    media_type=MediaType.JSON,
    operation_id="office_next_row",
    responses=FAULTS_OF_ONE,
)
async def next_row_page(
    desk: NamedDependency[Desk], draft_id: FromPath[str], key: FromPath[str]
) -> Response[NextRowContext]:
    """The case of a row: its words, why it is there, every step, and the forms that change it."""
    draft = publishing.next_draft(desk.workspace, draft_id)
    context = await asyncio.to_thread(row_context, desk, draft, key)
    return desk.page("next/row.html", context)


@get(
    f"{NEXT}/opinions",
    media_type=MediaType.JSON,
    operation_id="office_next_opinions",
    responses=FAULTS_OF_ONE,
)
async def next_opinions_page(
    desk: NamedDependency[Desk], draft_id: FromPath[str]
) -> Response[NextOpinionsContext]:
    """Opinions and their answers, sheets for offices and what came back."""
    draft = publishing.next_draft(desk.workspace, draft_id)
    context = await asyncio.to_thread(opinions_context, desk, draft)
    return desk.page("next/opinions.html", context)


@get(
    f"{NEXT}/issues",
    media_type=MediaType.JSON,
    operation_id="office_next_issues",
    responses=FAULTS_OF_ONE,
)
async def next_issues_page(
    desk: NamedDependency[Desk], draft_id: FromPath[str], page: Page = 1
) -> Response[NextIssuesContext]:
    """What is wrong or doubtful in a draft."""
    draft = publishing.next_draft(desk.workspace, draft_id)
    context = await asyncio.to_thread(issues_context, desk, draft, page)
    return desk.page("next/issues.html", context)


@get(
    f"{NEXT}/history",
    media_type=MediaType.JSON,
    operation_id="office_next_history",
    responses=FAULTS_OF_ONE,
)
async def next_history_page(
    desk: NamedDependency[Desk], draft_id: FromPath[str]
) -> Response[NextHistoryContext]:
    """Who did what to a draft, and why."""
    draft = publishing.next_draft(desk.workspace, draft_id)
    context = await asyncio.to_thread(history_context, desk, draft)
    return desk.page("next/history.html", context)


@get(f"{NEXT}/files/{{name:str}}", include_in_schema=False, responses=FAULTS_OF_ONE)
async def next_file(
    desk: NamedDependency[Desk],
    draft_id: FromPath[str],
    name: FromPath[str],
    office: FromQuery[str] = "",
) -> Response[bytes]:
    """A file of a draft: the sheet for an office, its papers, or all that it would print."""
    made = await asyncio.to_thread(_file, desk, draft_id, name, office)
    kind = XLSX if name.endswith(".xlsx") else "application/zip"
    headers = {
        "content-disposition": attached(name),
        "cache-control": "no-store",
    }
    return Response(made, media_type=kind, headers=headers)


def _file(desk: Desk, draft_id: str, name: str, office: str) -> bytes:
    if name == "sheet.xlsx":
        return publishing.opinion_file(desk.workspace, draft_id, office.strip() or "—")
    if name == "papers.zip":
        return _zipped(publishing.draft_papers(desk.workspace, draft_id))
    if name == "edition.zip":
        return _zipped(publishing.draft_files(desk.workspace, draft_id))
    raise UnknownPageError(
        say("A draft has no file of that name."),
        where=name,
        hint=say("There are: {names}", names=joined(["sheet.xlsx", "papers.zip", "edition.zip"])),
    )


def _zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), data)
    return buffer.getvalue()


Told = Response[NextContext]


@post(
    "/office/next",
    media_type=MediaType.JSON,
    status_code=200,
    include_in_schema=False,
    request_max_body_size=FORM_BYTES,
)
async def begin_next(desk: NamedDependency[Desk]) -> Response[NextListContext]:
    """Begin a draft; leads to it."""
    given = await desk.form()
    try:
        draft_id = await asyncio.to_thread(_begin, desk, given)
    except WrongCallError as fault:
        if desk.visit.view.wants_json:
            raise
        refusal = Refusal.of(fault)
        return desk.page("next/list.html", list_context(desk, refusal), status=status_of(fault))
    return cast("Response[NextListContext]", desk.go(f"/office/next/{draft_id}"))


def _begin(desk: Desk, given: Form) -> str:
    request = DraftRequest(
        former=given.get("former", ""),
        score=given.get("score", ""),
        occasion=Occasion(_one_of(given.get("occasion", "regular"), Occasion)),
        review_by=given.get("review_by", ""),
    )
    return publishing.new_draft(desk.workspace, request, desk.actor).id


@post(
    f"{NEXT}/take",
    media_type=MediaType.JSON,
    status_code=200,
    include_in_schema=False,
    request_max_body_size=MOST_BYTES + FORM_BYTES,
)
async def take_next(
    desk: NamedDependency[Desk], draft_id: FromPath[str], request: AnyRequest
) -> Response[NextOpinionsContext]:
    """Merge a sheet that came back; tells what became of it."""
    check_origin(request, desk.site.address)
    body = await taken(request.stream(), most=MOST_BYTES + FORM_BYTES)
    sent = await parted(body, request.headers.get("content-type", ""))
    check_form({name: values[-1] for name, values in sent.fields.items()}, desk.token)
    found = sent.files.get("file")
    pen = Pen(workspace=desk.workspace, draft_id=draft_id, actor=desk.actor)
    try:
        if found is None or not found.name:
            raise EmptySourceError(say("No file was chosen."), where="file")
        draft, receipt = await asyncio.to_thread(pen.merge_file, found.data, found.name)
    except WrongCallError as fault:
        if desk.visit.view.wants_json:
            raise
        held = publishing.next_draft(desk.workspace, draft_id)
        refused = opinions_context(desk, held, refusal=Refusal.of(fault))
        return desk.page("next/opinions.html", refused, status=status_of(fault))
    return desk.page("next/opinions.html", opinions_context(desk, draft, receipt=receipt))


@post(
    [
        f"{NEXT}/head",
        f"{NEXT}/edit",
        f"{NEXT}/decide",
        f"{NEXT}/add",
        f"{NEXT}/hear",
        f"{NEXT}/answer",
        f"{NEXT}/sign",
        f"{NEXT}/undo",
        f"{NEXT}/advance",
        f"{NEXT}/approve",
        f"{NEXT}/publish",
        f"{NEXT}/discard",
    ],
    media_type=MediaType.JSON,
    status_code=200,
    include_in_schema=False,
    request_max_body_size=FORM_BYTES,
)
async def change_next(desk: NamedDependency[Desk], draft_id: FromPath[str]) -> Told:
    """Carry out one form of a draft; leads to what comes next."""
    given = await desk.form()
    act = NEXT_ACTS[desk.visit.view.path.rpartition("/")[2]]
    pen = Pen(workspace=desk.workspace, draft_id=draft_id, actor=desk.actor, seen=_seen(given))
    try:
        there = await asyncio.to_thread(act, pen, given)
    except WrongCallError as fault:
        if desk.visit.view.wants_json:
            raise
        return await asyncio.to_thread(_again, desk, draft_id, given, fault)
    return cast("Told", desk.go(f"/office/next/{draft_id}{there}"))


def _seen(given: Form) -> dict[str, int]:
    """Return the part that a form was made on, and the step that last changed it then."""
    part, number = given.get("part", ""), given.get("seen", "")
    return {part: found} if part and (found := natural(number)) is not None else {}


def _one_of(given: str, known: type[Proposal] | type[Answer] | type[Occasion]) -> str:
    names = [each.value for each in known]
    if given not in names:
        raise InvalidOptionError(
            say("“{given}” cannot be decided here.", given=given),
            hint=say("Choose from: {named}.", named=joined(names)),
        )
    return given


def _head(pen: Pen, given: Form) -> str:
    facts = {name: given[name] for name in publishing.HEAD_FACTS if name in given}
    notes = given["notes"].splitlines() if "notes" in given else None
    pen.set_head(facts, notes)
    return ""


def _edit(pen: Pen, given: Form) -> str:
    key = given.get("key", "")
    draft = publishing.next_draft(pen.workspace, pen.draft_id)
    held = publishing.case_of(draft, key)[0].cells
    cells = {
        name.removeprefix(CELL): text
        for name, text in given.items()
        if name.startswith(CELL) and _lines(text) != held.get(name.removeprefix(CELL), "")
    }
    pen.edit(
        key, {heading: _lines(text) for heading, text in cells.items()}, given.get("reason", "")
    )
    return f"/rows/{key}"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _decide(pen: Pen, given: Form) -> str:
    key = given.get("key", "")
    ruling = Ruling(
        proposal=Proposal(_one_of(given.get("proposal", ""), Proposal)),
        reason=given.get("reason", ""),
        label=given.get("label", ""),
        review_by=given.get("review_by", ""),
        transition=given.get("transition", ""),
    )
    pen.decide(key, ruling)
    return f"/rows/{key}"


def _add(pen: Pen, given: Form) -> str:
    draft = publishing.next_draft(pen.workspace, pen.draft_id)
    heading = draft.head.heading_of("name") or ""
    section = tuple(part for part in given.get("section", "").split(" › ") if part)
    after = pen.add(section, {heading: given.get("name", "")}, given.get("reason", ""))
    return f"/rows/{after.history[-1].about}"


def _hear(pen: Pen, given: Form) -> str:
    pen.hear(given.get("source", ""), given.get("text", ""), given.get("key", ""))
    return "/opinions"


def _answer(pen: Pen, given: Form) -> str:
    answer = Answer(_one_of(given.get("answer", ""), Answer))
    pen.answer(given.get("opinion", ""), answer, given.get("reason", ""))
    return "/opinions"


def _sign(pen: Pen, given: Form) -> str:
    pen.countersign(given.get("source", ""), given.get("reason", ""))
    return "/history"


def _undo(pen: Pen, given: Form) -> str:
    number = given.get("number", "")
    pen.undo(natural(number) or 0, given.get("reason", ""))
    return "/history"


def _advance(pen: Pen, _given: Form) -> str:
    pen.advance()
    return ""


def _approve(pen: Pen, _given: Form) -> str:
    pen.approve()
    return ""


def _publish(pen: Pen, _given: Form) -> str:
    publishing.publish_draft(pen.workspace, pen.draft_id, pen.actor)
    return ""


def _discard(pen: Pen, given: Form) -> str:
    pen.discard(given.get("reason", ""))
    return ""


NEXT_ACTS: dict[str, Callable[[Pen, Form], str]] = {
    "head": _head,
    "edit": _edit,
    "decide": _decide,
    "add": _add,
    "hear": _hear,
    "answer": _answer,
    "sign": _sign,
    "undo": _undo,
    "advance": _advance,
    "approve": _approve,
    "publish": _publish,
    "discard": _discard,
}


def _again(desk: Desk, draft_id: str, given: Form, fault: WrongCallError) -> Told:
    """Show the page that the form stands on, with what was typed and why it was refused."""
    draft, refusal = publishing.next_draft(desk.workspace, draft_id), Refusal.of(fault)
    typed = {name: text for name, text in given.items() if name != "form_token"}
    page, context = given.get("page", ""), cast("Any", None)
    known = {each.key for each in draft.posts}
    if page == "row" and given.get("key") in known:
        context = row_context(desk, draft, given["key"], typed, refusal)
    elif page == "opinions":
        context = opinions_context(desk, draft, typed, refusal)
    elif page == "history":
        context = history_context(desk, draft, refusal)
    else:
        page, context = "draft", next_context(desk, draft, "", 1, typed, refusal)
    return cast("Told", desk.page(f"next/{page}.html", context, status=status_of(fault)))


NEXT_PAGES = (
    next_list_page,
    next_page,
    next_row_page,
    next_opinions_page,
    next_issues_page,
    next_history_page,
    next_file,
    begin_next,
    take_next,
    change_next,
)
