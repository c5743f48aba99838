"""The desk: drafts, and a file being read.

The desk, and files on their way to drafts.

What was recognised in a file, and what is open about it.

What was decided about the source of a draft.

The pages of one draft.

The forms of a draft: settle, undo, approve, publish, discard.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Annotated, Any, cast

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Redirect

from jinque import api
from jinque.api import review
from jinque.errors import EmptySourceError, UnknownPageError, WrongCallError
from jinque.locale import say
from jinque.model import (
    Attested,
    Metadata,
    Scale,
    Section,
)
from jinque.model.decision import SETTLING, Decision, RelatedEdition
from jinque.model.review import ComparedRow, Draft, DraftEdition, DraftSummary
from jinque.web.desk import Desk, DeskView, Form, check_form, check_origin
from jinque.web.forms import Paging, Upload, natural, parted, taken
from jinque.web.pages.office.entrance import Refusal
from jinque.web.pages.office.issues import (
    DraftIssueContext,
    DraftIssuesContext,
    DraftRowContext,
    DraftRowsContext,
    draft_issue_context,
    draft_issues_context,
    draft_row_context,
    draft_rows_context,
    revision_of,
    settlement_of,
)
from jinque.web.pages.office.shown import (
    LIVE,
    DraftCard,
    DraftColumn,
    DraftIssueView,
    DraftLabel,
    RoleChoice,
    SignersView,
    issue_views,
    labels_of,
    role_choices,
)
from jinque.web.readings import Reading
from jinque.web.rendering import AnyRequest
from jinque.web.visit import FAULTS, FAULTS_OF_ONE, status_of

MOST_BLOCKING = MOST_COMPARED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPart:
    """One catalogue of the file, as it would be published now.

    Attributes:
        facts: Fact by name, see docs/reference/metadata.md.
        related: how it stands to the editions of the record.
        related_title: title of the edition that `related` names, as printed; None without one.
        compared: at most fifty rows whose facts differ from the version that this would replace.
        compared_rows: how many there are.
    """

    edition_id: str
    rows_in: int
    rows_out: int
    rows_rejected: int
    columns: tuple[DraftColumn, ...]
    labels: tuple[DraftLabel, ...]
    sections: tuple[Section, ...]
    scale: Scale | None
    facts: dict[str, Attested]
    related: RelatedEdition
    related_title: str | None
    compared: tuple[ComparedRow, ...]
    compared_rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftContext:
    """What `/office/drafts/{id}` shows.

    Attributes:
        parts: one for each catalogue in the file.
        blocking: at most fifty issues that hold up the publication.
        roles: what a column can be read as.
        known: identifiers of the editions in the record.
        is_four_eyes: two people are asked for: an approval and a publication by people who had
            no hand in it.
        signers: who may still sign it; None where one person suffices.
        refusal: why a form was not carried out; None without one.
    """

    desk: DeskView
    draft: DraftCard
    parts: tuple[DraftPart, ...]
    blocking: tuple[DraftIssueView, ...]
    roles: tuple[RoleChoice, ...]
    known: tuple[str, ...]
    is_four_eyes: bool
    signers: SignersView | None
    refusal: Refusal | None


def draft_context(desk: Desk, draft: Draft, refusal: Refusal | None = None) -> DraftContext:
    """Gather what the page of a draft shows."""
    titles = {each.id: each.metadata.title.value for each in api.catalogues(desk.workspace)}
    return DraftContext(
        desk=desk.shown,
        draft=DraftCard.of(draft, desk),
        parts=tuple(_part(desk, one, titles) for one in draft.editions),
        blocking=issue_views(draft, lambda each: each.is_open and each.is_blocking)[:MOST_BLOCKING],
        roles=role_choices(),
        known=tuple(titles),
        is_four_eyes=review.four_eyes(desk.workspace),
        signers=SignersView.of(desk, draft),
        refusal=refusal,
    )


def _part(desk: Desk, one: DraftEdition, titles: dict[str, str | None]) -> DraftPart:
    compared = review.compared(desk.workspace, one)
    given = frozenset(each.heading for each in one.edition.given_roles)
    other = one.related.other
    return DraftPart(
        edition_id=one.edition.id,
        rows_in=one.report.rows_in,
        rows_out=one.report.rows_out,
        rows_rejected=one.report.rows_rejected,
        columns=tuple(DraftColumn.of(each, given) for each in one.report.columns),
        labels=labels_of(one),
        sections=one.edition.sections,
        scale=one.edition.metadata.scale,
        facts=_facts(one.edition.metadata),
        related=one.related,
        related_title=(titles.get(other) or other) if other else None,
        compared=compared[:MOST_COMPARED],
        compared_rows=len(compared),
    )


def _facts(metadata: Metadata) -> dict[str, Attested]:
    values = ((field.name, getattr(metadata, field.name)) for field in fields(metadata))
    return {name: value for name, value in values if isinstance(value, Attested)}


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHistoryContext:
    """What `/office/drafts/{id}/history` shows.

    Attributes:
        decisions: every decision about the source, the last one first; those of earlier drafts of
            the same file among them.
        can_undo: numbers of those that can be undone.
        refusal: why an undoing was not carried out; None without one.
    """

    desk: DeskView
    draft: DraftCard
    decisions: tuple[Decision, ...]
    can_undo: tuple[int, ...]
    refusal: Refusal | None


def draft_history_context(
    desk: Desk, draft: Draft, refusal: Refusal | None = None
) -> DraftHistoryContext:
    """Gather the history of a draft."""
    return DraftHistoryContext(
        desk=desk.shown,
        draft=DraftCard.of(draft, desk),
        decisions=tuple(reversed(draft.history)),
        can_undo=tuple(
            each.number
            for each in draft.history
            if each.action in SETTLING and each.undone_by is None and not each.is_void
        ),
        refusal=refusal,
    )


DRAFTS_PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeContext:
    """What `/office` shows.

    Attributes:
        drafts: those of this page: the ones that wait for somebody, or all.
        is_all: published and discarded ones are among them.
        total: drafts in this list.
        of: drafts in all.
        most_bytes: size of the largest file taken.
        refusal: why a file was not taken; None without one.
    """

    desk: DeskView
    drafts: tuple[DraftSummary, ...]
    is_all: bool
    total: int
    of: int
    paging: Paging
    most_bytes: int
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingContext:
    """What `/office/readings/{id}` shows while a file is read.

    Attributes:
        state: `waiting`, `reading`, `done` or `failed`.
        step: what is being done; empty before the first step.
        done: steps done.
        steps: how many there are; 0 before the first.
        draft_id: the draft that came of it; None before.
        refusal: why nothing came of it; None otherwise.
    """

    desk: DeskView
    id: str
    name: str
    state: str
    step: str
    done: int
    steps: int
    draft_id: str | None
    refusal: Refusal | None


def office_context(
    desk: Desk, page: int, most_bytes: int, *, is_all: bool, refusal: Refusal | None = None
) -> OfficeContext:
    """Gather the drafts.

    Raises:
        InvalidOptionError: the list has no such page.
    """
    every = desk.site.shelf.summaries()
    chosen = [each for each in every if is_all or each.state in LIVE]
    paging = Paging.of(len(chosen), page, DRAFTS_PER_PAGE)
    return OfficeContext(
        desk=desk.shown,
        drafts=tuple(chosen[paging.offset : paging.offset + DRAFTS_PER_PAGE]),
        is_all=is_all,
        total=len(chosen),
        of=len(every),
        paging=paging,
        most_bytes=most_bytes,
        refusal=refusal,
    )


def reading_context(desk: Desk, reading: Reading) -> ReadingContext:
    """Tell how far a reading is."""
    return ReadingContext(
        desk=desk.shown,
        id=reading.id,
        name=reading.name,
        state=reading.state.value,
        step=reading.step,
        done=reading.done,
        steps=reading.steps,
        draft_id=reading.draft_id,
        refusal=Refusal.of(reading.fault) if reading.fault else None,
    )


PageNumber = Annotated[int, QueryParameter(ge=1, le=100_000, description="Page, counted from 1.")]
DRAFT = "/office/drafts/{draft_id:str}"


@get(DRAFT, media_type=MediaType.JSON, operation_id="office_draft", responses=FAULTS_OF_ONE)
async def draft_page(
    desk: NamedDependency[Desk], draft_id: FromPath[str]
) -> Response[DraftContext]:
    """What was recognised in a file, and what holds up its publication."""
    draft = desk.site.shelf.draft(draft_id)
    return desk.page("draft.html", draft_context(desk, draft))


@get(
    f"{DRAFT}/issues",
    media_type=MediaType.JSON,
    operation_id="office_draft_issues",
    responses=FAULTS_OF_ONE,
)
async def draft_issues_page(
    desk: NamedDependency[Desk],
    draft_id: FromPath[str],
    show: FromQuery[str] = "",
    severity: FromQuery[str] = "",
    check: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[DraftIssuesContext]:
    """The issues of a draft, each beside its place in the source."""
    draft = desk.site.shelf.draft(draft_id)
    chosen = {"show": show, "severity": severity, "check": check}
    return desk.page("issues.html", draft_issues_context(desk, draft, chosen, page))


@get(
    f"{DRAFT}/issues/{{key:str}}",
    media_type=MediaType.JSON,
    operation_id="office_draft_issue",
    responses=FAULTS_OF_ONE,
)
async def draft_issue_page(
    desk: NamedDependency[Desk],
    draft_id: FromPath[str],
    key: FromPath[str],
    done: FromQuery[int] = 0,
) -> Response[DraftIssueContext]:
    """One issue with the forms that settle it."""
    draft = desk.site.shelf.draft(draft_id)
    return desk.page("issue.html", draft_issue_context(desk, draft, key, done=done))


@get(
    f"{DRAFT}/rows",
    media_type=MediaType.JSON,
    operation_id="office_draft_rows",
    responses=FAULTS_OF_ONE,
)
async def draft_rows_page(
    desk: NamedDependency[Desk],
    draft_id: FromPath[str],
    q: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[DraftRowsContext]:
    """The rows of a draft as they would be published."""
    draft = desk.site.shelf.draft(draft_id)
    return desk.page("rows.html", draft_rows_context(desk, draft, q.strip(), page))


@get(
    f"{DRAFT}/row",
    media_type=MediaType.JSON,
    operation_id="office_draft_row",
    responses=FAULTS_OF_ONE,
)
async def draft_row_page(
    desk: NamedDependency[Desk], draft_id: FromPath[str], post: FromQuery[str]
) -> Response[DraftRowContext]:
    """One row with the forms that correct it."""
    draft = desk.site.shelf.draft(draft_id)
    return desk.page("row.html", draft_row_context(desk, draft, post))


@get(
    f"{DRAFT}/history",
    media_type=MediaType.JSON,
    operation_id="office_draft_history",
    responses=FAULTS_OF_ONE,
)
async def draft_history_page(
    desk: NamedDependency[Desk], draft_id: FromPath[str]
) -> Response[DraftHistoryContext]:
    """Who decided what about the file, and why."""
    draft = desk.site.shelf.draft(draft_id)
    return desk.page("draft_history.html", draft_history_context(desk, draft))


MOST_BYTES = 32 * 1024 * 1024
FORM_BYTES = 64 * 1024
MOST_DRAINED = 128 * 1024 * 1024
LOOK_AGAIN_S = "2"


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
    sent = await parted(body, request.headers.get("content-type", ""))
    check_form({name: values[-1] for name, values in sent.fields.items()}, desk.token)
    found = sent.files.get("file")
    if found is None or not found.name:
        raise EmptySourceError(
            say("No file was chosen."),
            where="file",
            hint=say("Choose the file of a catalogue: Word, Excel, PDF, a web page or text."),
        )
    return found


def _unknown_reading(reading_id: str) -> UnknownPageError:
    return UnknownPageError(
        say("There is no such reading, or the server was started again."),
        where=reading_id,
        hint=say(
            "Look at the list of drafts; if it is not there send the file again: the same "
            "file never becomes two drafts."
        ),
    )


MOST_BYTES_OF_A_DECISION = 64 * 1024
Answer = Response[DraftContext]
Act = Callable[[Desk, str, Form], str]


@post(
    [
        f"{DRAFT}/settle",
        f"{DRAFT}/undo",
        f"{DRAFT}/approve",
        f"{DRAFT}/publish",
        f"{DRAFT}/discard",
    ],
    media_type=MediaType.JSON,
    status_code=200,
    include_in_schema=False,
    request_max_body_size=MOST_BYTES_OF_A_DECISION,
)
async def decide(desk: NamedDependency[Desk], draft_id: FromPath[str]) -> Answer:
    """Carry out one form of a draft; leads to what comes next."""
    given = await desk.form()
    act = ACTS[desk.visit.view.path.rpartition("/")[2]]
    try:
        there = await asyncio.to_thread(act, desk, draft_id, given)
    except WrongCallError as fault:
        if desk.visit.view.wants_json:
            raise
        return _again(desk, draft_id, given, fault)
    return cast("Answer", desk.go(there))


def _settle(desk: Desk, draft_id: str, given: Form) -> str:
    asked = settlement_of(given)
    draft = review.settle(
        desk.workspace, draft_id, [asked], desk.actor, revision=revision_of(given)
    )
    return _behind(draft, given)


def _undo(desk: Desk, draft_id: str, given: Form) -> str:
    number = given.get("number", "")
    review.undo(
        desk.workspace,
        draft_id,
        desk.actor,
        revision=revision_of(given),
        number=natural(number),
        reason=given.get("reason", ""),
    )
    return f"/office/drafts/{draft_id}/history"


def _approve(desk: Desk, draft_id: str, given: Form) -> str:
    review.approve(desk.workspace, draft_id, desk.actor, revision=revision_of(given))
    return f"/office/drafts/{draft_id}"


def _publish(desk: Desk, draft_id: str, given: Form) -> str:
    review.publish(desk.workspace, draft_id, desk.actor, revision=revision_of(given))
    return f"/office/drafts/{draft_id}"


def _discard(desk: Desk, draft_id: str, given: Form) -> str:
    reason = given.get("reason", "")
    review.discard(desk.workspace, draft_id, desk.actor, revision=revision_of(given), reason=reason)
    return "/office"


ACTS: dict[str, Act] = {
    "settle": _settle,
    "undo": _undo,
    "approve": _approve,
    "publish": _publish,
    "discard": _discard,
}


def _behind(draft: Draft, given: Form) -> str:
    """Return the page behind a settlement: of an issue, the next one that is open."""
    here = f"/office/drafts/{draft.id}"
    page = given.get("page", "")
    if page == "row":
        return f"{here}/rows"
    if page != "issue":
        return f"{here}/issues?show=open" if page == "issues" else here
    opened = [each.key for each in issue_views(draft, lambda each: each.is_open)]
    done = draft.history[-1].number if draft.history else 0
    wanted = given.get("next", "")
    following = wanted if wanted in opened else next(iter(opened), None)
    return f"{here}/issues/{following}?done={done}" if following else here


def _again(desk: Desk, draft_id: str, given: Form, fault: WrongCallError) -> Answer:
    """Show the page that the form stands on, with what was typed and why it was refused."""
    draft, refusal = desk.site.shelf.draft(draft_id), Refusal.of(fault)
    typed = {name: value for name, value in given.items() if name != "form_token"}
    page, context = given.get("page", ""), None
    views: dict[str, Callable[[], tuple[str, Any]]] = {
        "issue": lambda: (
            "issue.html",
            draft_issue_context(desk, draft, given.get("issue", ""), given=typed, refusal=refusal),
        ),
        "issues": lambda: (
            "issues.html",
            draft_issues_context(desk, draft, _chosen(given), 1, refusal),
        ),
        "row": lambda: (
            "row.html",
            draft_row_context(desk, draft, given.get("post", ""), typed, refusal),
        ),
        "history": lambda: ("draft_history.html", draft_history_context(desk, draft, refusal)),
    }
    template, context = views.get(
        page, lambda: ("draft.html", draft_context(desk, draft, refusal))
    )()
    return cast("Answer", desk.page(template, context, status=status_of(fault)))


def _chosen(given: Form) -> dict[str, str]:
    return {"show": "", "severity": "", "check": given.get("check", "")}
