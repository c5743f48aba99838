"""Who may take which step of a review, and when it is too early for one."""

from collections.abc import Sequence

from jinque.errors import (
    DecisionError,
    DraftBlockedError,
    ForbiddenError,
    FourEyesError,
    NotApprovedError,
)
from jinque.model.review import Draft
from jinque.model.review_actor import RIGHTS, Actor, Right
from jinque.model.review_decision import SETTLING, Action, Decision

_MOST_NAMED = 5
_RIGHTS = {
    Right.UPLOAD: ("上传文件", "upload files"),
    Right.SETTLE: ("作决定", "settle issues"),
    Right.UNDO: ("撤销决定", "undo decisions"),
    Right.DISCARD: ("作废草稿", "discard drafts"),
    Right.APPROVE: ("复核", "approve"),
    Right.PUBLISH: ("公布", "publish"),
}


def check_right(actor: Actor, right: Right) -> None:
    """Refuse a step that the role does not hold the right for.

    Raises:
        ForbiddenError: the hint names the roles that hold it.
    """
    if actor.may(right):
        return
    zh, en = _RIGHTS[right]
    roles = [role.value for role, rights in RIGHTS.items() if right in rights]
    raise ForbiddenError(
        f"{actor.name}（{actor.role.value}）无权{zh}。",
        f"{actor.name} ({actor.role.value}) may not {en}.",
        where=actor.name,
        hint_zh=f"需要的角色：{'、'.join(roles)}。",
        hint_en=f"Roles that may: {', '.join(roles)}.",
    )


def check_blocked(draft: Draft) -> None:
    """Refuse to let a draft go on while errors or questions are open.

    Raises:
        DraftBlockedError: it lists the first of them.
    """
    blocking = draft.blocking
    if not blocking:
        return
    listed = [f"{each.key} {each.issue.code}" for each in blocking[:_MOST_NAMED]]
    rest = "…" if len(blocking) > _MOST_NAMED else ""
    raise DraftBlockedError(
        f"还有 {len(blocking)} 个错误或疑问没有处理：{'、'.join(listed)}{rest}",
        f"{len(blocking)} errors or questions are open: {', '.join(listed)}{rest}",
        where=draft.id,
        hint_zh=f"逐条处理后再试；查看：jinque review show {draft.id}",
        hint_en=f"Settle each of them first; see: jinque review show {draft.id}",
    )


def check_four_eyes(actor: Actor, draft_id: str, history: Sequence[Decision]) -> None:
    """Refuse an approval by somebody who decided about the draft.

    Raises:
        FourEyesError: the actor took a decision that is in force, or undid one.
    """
    deciding = {*SETTLING, Action.UNDO}
    own = [
        each
        for each in history
        if each.draft_id == draft_id and each.by == actor.name and each.action in deciding
    ]
    if any(each.undone_by is None for each in own):
        raise FourEyesError(
            f"{actor.name} 自己处理过这份草稿，不能由本人复核。",
            f"{actor.name} decided about this draft and cannot approve it as well.",
            where=draft_id,
            hint_zh="请另一位复核人复核（四眼原则）。",
            hint_en="Ask another reviewer to approve it (the four-eyes principle).",
        )


def check_approval(draft: Draft) -> None:
    """Refuse to publish what nobody approved as it stands.

    Raises:
        NotApprovedError: nobody did, or it changed since.
    """
    if draft.approved_by is None:
        raise NotApprovedError(
            f"草稿 {draft.id} 还没有复核，或复核后又有改动。",
            f"Nobody approved draft {draft.id}, or it changed since.",
            where=draft.id,
            hint_zh="请一位没有处理过它的复核人复核。",
            hint_en="Ask a reviewer who decided nothing about it to approve it.",
        )


def to_undo(history: Sequence[Decision], draft_id: str, number: int | None) -> Decision:
    """Return the decision that is to be undone; without a number the last one of the draft.

    Raises:
        DecisionError: there is none of that number in force, or none at all.
    """
    standing = [each for each in history if each.is_in_force]
    own = [each for each in standing if each.draft_id == draft_id]
    asked = own[-1:] if number is None else [e for e in standing if e.number == number]
    if asked:
        return asked[0]
    numbers = [str(each.number) for each in standing]
    raise DecisionError(
        "没有可撤销的决定。" if number is None else f"没有生效中的第 {number} 号决定。",
        "There is no decision to undo." if number is None else f"No decision {number} is in force.",
        where=draft_id,
        hint_zh=f"生效中的决定：{'、'.join(numbers) or '无'}。",
        hint_en=f"In force: {', '.join(numbers) or 'none'}.",
    )
