"""The forms of a draft: settle, undo, approve, publish, discard."""

import asyncio
from collections.abc import Callable
from typing import Any, cast

from litestar import MediaType, Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from jinque.api import review
from jinque.errors import WrongCallError
from jinque.model.review import Draft
from jinque.web.contexts.office.draft import DraftContext, draft_context
from jinque.web.contexts.office.draft_history import draft_history_context
from jinque.web.contexts.office.draft_issue import issue_views
from jinque.web.contexts.office.draft_issues import draft_issues_context
from jinque.web.contexts.office.draft_row import draft_row_context
from jinque.web.contexts.office.draft_settle import draft_issue_context
from jinque.web.contexts.office.entrance import Refusal
from jinque.web.contexts.office.settlement import revision_of, settlement_of
from jinque.web.desk import Desk
from jinque.web.faults import status_of
from jinque.web.guard import Form

DRAFT = "/office/drafts/{draft_id:str}"
MOST_BYTES = 64 * 1024
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
    request_max_body_size=MOST_BYTES,
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
        number=int(number) if number.isdecimal() else None,
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
            draft_issue_context(desk, draft, given["issue"], given=typed, refusal=refusal),
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
