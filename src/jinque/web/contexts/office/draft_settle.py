"""One issue to be settled."""

from dataclasses import dataclass

from jinque.errors import UnknownPageError
from jinque.model.review import Draft
from jinque.model.review_decision import Decision
from jinque.web.contexts.office.draft_card import DraftCard
from jinque.web.contexts.office.draft_column import DraftColumn, RoleChoice, role_choices
from jinque.web.contexts.office.draft_issue import DraftIssueView, issue_views
from jinque.web.contexts.office.entrance import Refusal
from jinque.web.desk import Desk, DeskView


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftIssueContext:
    """What `/office/drafts/{id}/issues/{key}` shows.

    Attributes:
        next_key: the open issue behind this one; None where there is no other.
        number: its place among the open issues, counted from 1; 0 where it is not open.
        of: how many are open.
        column: the column that it asks about; None where it asks about none.
        roles: what that column can be read as; empty without one.
        done: what was settled just now; None at a first look.
        given: what was typed into the form before, by name of the field.
        refusal: why it was not carried out; None without one.
    """

    desk: DeskView
    draft: DraftCard
    issue: DraftIssueView
    next_key: str | None
    number: int
    of: int
    column: DraftColumn | None
    roles: tuple[RoleChoice, ...]
    done: Decision | None
    given: dict[str, str]
    refusal: Refusal | None


def draft_issue_context(
    desk: Desk,
    draft: Draft,
    key: str,
    *,
    done: int = 0,
    given: dict[str, str] | None = None,
    refusal: Refusal | None = None,
) -> DraftIssueContext:
    """Gather an issue.

    Args:
        desk: who looks.
        draft: the draft.
        key: key of the issue.
        done: number of the decision that led here; 0 for none.
        given: what was typed before.
        refusal: why that was not carried out.

    Raises:
        UnknownPageError: the draft has no such issue, or not any more.
    """
    view = _view(draft, key)
    opened = [each.key for each in issue_views(draft, lambda each: each.is_open)]
    place = opened.index(key) + 1 if key in opened else 0
    return DraftIssueContext(
        desk=desk.shown,
        draft=DraftCard.of(draft, desk),
        issue=view,
        next_key=next((each for each in opened[place:] + opened if each != key), None),
        number=place,
        of=len(opened),
        column=_column(draft, view),
        roles=role_choices() if _column(draft, view) else (),
        done=decision(draft, done),
        given=given or {},
        refusal=refusal,
    )


def decision(draft: Draft, number: int) -> Decision | None:
    """Return a decision in force by its number; None where there is none."""
    return next(
        (each for each in draft.history if each.number == number and each.undone_by is None), None
    )


def _view(draft: Draft, key: str) -> DraftIssueView:
    found = next((each for each in issue_views(draft, lambda _: True) if each.key == key), None)
    if found is None:
        raise _no_such_issue(key)
    return found


def _column(draft: Draft, view: DraftIssueView) -> DraftColumn | None:
    """Return the column whose heading is the place of an issue."""
    for one in draft.editions:
        for column in one.report.columns:
            cited = column.citation
            is_here = one.edition.id == view.edition_id and view.code.startswith("column_")
            if is_here and cited and (cited.quote, cited.span.place) == (view.quote, view.place):
                return DraftColumn.of(column, frozenset())
    return None


def _no_such_issue(key: str) -> UnknownPageError:
    return UnknownPageError(
        "这份草稿里没有这一条，或它已经不成问题。",
        "The draft has no such issue, or it is none any more.",
        where=key,
        hint_zh="请回到草稿的疑点清单。",
        hint_en="Go back to the list of issues of the draft.",
    )
