"""The rows of a draft, page by page."""

from dataclasses import dataclass

from jinque.model import Post
from jinque.model.correction import Correction
from jinque.model.review import Draft
from jinque.web.contexts.lists import Paging
from jinque.web.contexts.office.draft_card import DraftCard
from jinque.web.desk import Desk, DeskView

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
