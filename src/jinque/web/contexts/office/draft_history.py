"""What was decided about the source of a draft."""

from dataclasses import dataclass

from jinque.model.review import Draft
from jinque.model.review_decision import SETTLING, Decision
from jinque.web.contexts.office.draft_card import DraftCard
from jinque.web.contexts.office.entrance import Refusal
from jinque.web.desk import Desk, DeskView


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
