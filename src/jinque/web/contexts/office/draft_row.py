"""One row of a draft, to be corrected."""

from dataclasses import dataclass

from jinque import api
from jinque.errors import UnknownPostError
from jinque.model import Post, PrintedCell
from jinque.model.review import Draft
from jinque.web.contexts.cards import Row
from jinque.web.contexts.office.draft_card import DraftCard
from jinque.web.contexts.office.draft_issue import DraftIssueView, issue_views
from jinque.web.contexts.office.entrance import Refusal
from jinque.web.desk import Desk, DeskView


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
        row=api.row_dict(post),
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
        f"这份草稿里没有“{post_id}”这一行。",
        f"The draft has no row “{post_id}”.",
        where=post_id,
        hint_zh="请从草稿的行清单里选。",
        hint_en="Choose one from the list of rows of the draft.",
    )
