"""The issues of a draft, page by page.

One row of a draft, to be corrected.

The rows of a draft, page by page.

One issue to be settled.

What the form of a decision asks for.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jinque import api
from jinque.errors import InvalidOptionError, UnknownPageError, UnknownPostError
from jinque.locale import say
from jinque.model import Post, PrintedCell
from jinque.model.decision import SETTLING, Action, Decision, Settlement
from jinque.model.post import Correction
from jinque.model.review import Draft, DraftIssue
from jinque.web.desk import Desk, DeskView, Form
from jinque.web.forms import Filter, Option, Paging, natural
from jinque.web.pages.office.entrance import Refusal
from jinque.web.pages.office.shown import (
    DraftCard,
    DraftColumn,
    DraftIssueView,
    RoleChoice,
    issue_views,
    role_choices,
)
from jinque.web.shown import Row

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


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCell:
    """A cell of a row to be corrected.

    Attributes:
        role: what the column is read as; None for a column that cannot be corrected.
        text: as printed.
        value: what stands in its place; None where the printed words stand.
    """

    heading: str
    role: str | None
    text: str
    value: str | None

    @classmethod
    def of(cls, cell: PrintedCell, values: dict[str, str]) -> "DraftCell":
        """Flatten `cell`; `values` are the corrections of its row by role."""
        value = values.get(cell.role or "")
        return cls(heading=cell.heading, role=cell.role, text=cell.text, value=value)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRowContext:
    """What `/office/drafts/{id}/row` shows.

    Attributes:
        row: the row as the export gives it.
        cells: in printed order.
        issues: the issues of the row.
        given: what was typed into the form before, by name of the field.
        refusal: why it was not carried out; None without one.
    """

    desk: DeskView
    draft: DraftCard
    row: Row
    cells: tuple[DraftCell, ...]
    issues: tuple[DraftIssueView, ...]
    given: dict[str, str]
    refusal: Refusal | None


def draft_row_context(
    desk: Desk,
    draft: Draft,
    post_id: str,
    given: dict[str, str] | None = None,
    refusal: Refusal | None = None,
) -> DraftRowContext:
    """Gather a row.

    Raises:
        UnknownPostError: the draft has no such row.
    """
    post = _row(draft, post_id)
    values = {each.field: each.value for each in post.corrections}
    return DraftRowContext(
        desk=desk.shown,
        draft=DraftCard.of(draft, desk),
        row=api.to_json(post),
        cells=tuple(DraftCell.of(cell, values) for cell in post.cells),
        issues=issue_views(draft, lambda each: each.issue.post_id == post_id),
        given=given or {},
        refusal=refusal,
    )


def _row(draft: Draft, post_id: str) -> Post:
    posts = (post for one in draft.editions for post in one.edition.posts)
    found = next((each for each in posts if each.id == post_id), None)
    if found is None:
        raise _no_such_row(post_id)
    return found


def _no_such_row(post_id: str) -> UnknownPostError:
    return UnknownPostError(
        say("The draft has no row “{post_id}”.", post_id=post_id),
        where=post_id,
        hint=say("Choose one from the list of rows of the draft."),
    )


ROWS_PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """A row of a draft in a list.

    Attributes:
        cells: as printed, under the headings of the table.
        corrections: values that stand in place of printed ones.
    """

    post_id: str
    name: str
    section: tuple[str | None, ...]
    serial: int
    code: str | None
    cells: tuple[str, ...]
    corrections: tuple[Correction, ...]

    @classmethod
    def of(cls, post: Post) -> "DraftRow":
        """Flatten `post`."""
        return cls(
            post_id=post.id,
            name=post.name,
            section=post.section,
            serial=post.serial,
            code=post.code,
            cells=tuple(cell.text for cell in post.cells),
            corrections=post.corrections,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRowsContext:
    """What `/office/drafts/{id}/rows` shows.

    Attributes:
        query: words that the name, the code or a cell has to hold.
        rows: those of this page, in printed order.
        total: rows that hold them.
        of: rows in all.
    """

    desk: DeskView
    draft: DraftCard
    query: str
    rows: tuple[DraftRow, ...]
    total: int
    of: int
    paging: Paging


def draft_rows_context(desk: Desk, draft: Draft, query: str, page: int) -> DraftRowsContext:
    """Gather a page of the rows.

    Raises:
        InvalidOptionError: the list has no such page.
    """
    every = [post for one in draft.editions for post in one.edition.posts]
    held = [post for post in every if query in _words(post)]
    paging = Paging.of(len(held), page, ROWS_PER_PAGE)
    shown = held[paging.offset : paging.offset + ROWS_PER_PAGE]
    return DraftRowsContext(
        desk=desk.shown,
        draft=DraftCard.of(draft, desk),
        query=query,
        rows=tuple(DraftRow.of(post) for post in shown),
        total=len(held),
        of=len(every),
        paging=paging,
    )


def _words(post: Post) -> str:
    return "\n".join([post.name, post.code or "", *(cell.text for cell in post.cells)])


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
        say("The draft has no such issue, or it is none any more."),
        where=key,
        hint=say("Go back to the list of issues of the draft."),
    )


def settlement_of(given: Form) -> Settlement:
    """Return what a form asks for; the review itself checks the rest.

    Raises:
        InvalidOptionError: `action` is none that settles anything.
    """
    action = given.get("action", "")
    if action not in {each.value for each in SETTLING}:
        raise InvalidOptionError(
            say("Choose first what to do."),
            where="action",
            hint=say("Keep it as printed, correct it, or leave it out."),
        )
    kind = Action(action)
    about_row = kind in {Action.CORRECT, Action.REJECT}
    return Settlement(
        action=kind,
        reason=given.get("reason", ""),
        issue=_issue(given, kind),
        post=given.get("post") or None if about_row else None,
        field=given.get("field") or None,
        value=_value(given, kind),
        edition=given.get("edition") or None,
        other=given.get("other") or None,
        named=given.get("named") or None,
    )


def revision_of(given: Form) -> int:
    """Return the revision that a form was made on; 0, which no draft has, where it names none."""
    return natural(given.get("revision", "")) or 0


def _issue(given: Form, kind: Action) -> str | None:
    named = given.get("issue") or None
    is_rows_own = bool(given.get("post")) and kind is not Action.ACCEPT
    return None if is_rows_own else named


def _value(given: Form, kind: Action) -> str | None:
    if kind in {Action.ACCEPT, Action.REJECT}:
        return None
    value = given.get("value", "")
    return value or None if kind in {Action.ROLE, Action.RANK} else value
