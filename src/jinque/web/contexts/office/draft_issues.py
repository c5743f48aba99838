"""The issues of a draft, page by page."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jinque.model.review import Draft
from jinque.model.review_issue import DraftIssue
from jinque.web.contexts.lists import Filter, Option, Paging
from jinque.web.contexts.office.draft_card import DraftCard
from jinque.web.contexts.office.draft_issue import DraftIssueView, issue_views
from jinque.web.contexts.office.entrance import Refusal
from jinque.web.desk import Desk, DeskView

ISSUES_PER_PAGE = 20

ASKED: Mapping[str, Callable[[DraftIssue], str]] = {
    "show": lambda each: "open" if each.is_open else "settled" if each.settled_by else "info",
    "severity": lambda each: each.issue.severity.value,
    "check": lambda each: each.issue.code,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftIssuesContext:
    """What `/office/drafts/{id}/issues` shows.

    Attributes:
        filters: list of Filter: `show`, `severity`, `check`.
        issues: those of this page, those that hold up the publication first.
        total: issues that the filters let through.
        of: issues of the draft.
        bulk: how many open issues of the one check that is chosen one reason may settle together;
            0 where fewer than two are open, or where they hold up the publication.
        refusal: why a form was not carried out; None without one.
    """

    desk: DeskView
    draft: DraftCard
    filters: tuple[Filter, ...]
    issues: tuple[DraftIssueView, ...]
    total: int
    of: int
    paging: Paging
    bulk: int
    refusal: Refusal | None


def draft_issues_context(
    desk: Desk, draft: Draft, chosen: dict[str, str], page: int, refusal: Refusal | None = None
) -> DraftIssuesContext:
    """Gather a page of the issues.

    Raises:
        InvalidOptionError: the list has no such page.
    """
    every = [each for one in draft.editions for each in one.issues]
    held = issue_views(draft, lambda each: _holds(each, chosen))
    paging = Paging.of(len(held), page, ISSUES_PER_PAGE)
    opened = [each for each in held if each.is_open]
    is_bulk = bool(chosen["check"]) and not any(each.is_blocking for each in opened)
    return DraftIssuesContext(
        desk=desk.shown,
        draft=DraftCard.of(draft, desk),
        filters=tuple(_filter(every, chosen, name) for name in ASKED),
        issues=held[paging.offset : paging.offset + ISSUES_PER_PAGE],
        total=len(held),
        of=len(every),
        paging=paging,
        bulk=len(opened) if is_bulk and len(opened) > 1 else 0,
        refusal=refusal,
    )


def _holds(each: DraftIssue, chosen: dict[str, str], but: str = "") -> bool:
    return all(
        ASKED[name](each) == value for name, value in chosen.items() if value and name != but
    )


def _filter(every: list[DraftIssue], chosen: dict[str, str], name: str) -> Filter:
    held = Counter(ASKED[name](each) for each in every if _holds(each, chosen, but=name))
    values = dict.fromkeys(ASKED[name](each) for each in every)
    value = chosen[name]
    options = tuple(
        Option(value=each, count=held[each], is_chosen=each == value) for each in values
    )
    return Filter(name=name, chosen=(value,) if value else (), options=options)
