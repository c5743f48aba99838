"""One post: the printed words first, everything else beside them."""

from dataclasses import dataclass

from jinque import api
from jinque.model import PostAnswer, PrintedCell, SourceLine, Span
from jinque.model.correction import Correction
from jinque.web.contexts.cards import EditionCard, Row, ScaleView
from jinque.web.contexts.demands import Demands, demands_of
from jinque.web.contexts.ladder_links import ladder_hrefs
from jinque.web.contexts.links import LinkView
from jinque.web.contexts.readings import Reading, readings


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A printed cell and our reading of it.

    Attributes:
        role: what the column was recognised as; None for an unknown column.
        text: as printed; empty for a blank cell.
        line_start: first line of the cell in the source; None when the row prints no such cell.
        place: the cell's place in an office file; None for plain text.
        readings: what was derived from it; empty when nothing was.
        correction: the value that an office put in its place; None where the words stand.
    """

    heading: str
    role: str | None
    text: str
    line_start: int | None
    place: Row | None
    readings: tuple[Reading, ...]
    correction: Correction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostContext:
    """What `/posts/{id}` shows.

    Attributes:
        post: the row as the export gives it.
        link: how it stands to the national classification; None for an entry of a running list.
        ladder_href: the ladder of the row's occupation; None where there is none.
        demands: our reading of the printed requirements, clause by clause.
        lines: the cited source lines with up to three lines of context on either side.
        place: page, sheet, table and row in an office file; None for plain text.
    """

    post: Row
    edition: EditionCard
    scale: ScaleView | None
    cells: tuple[CellView, ...]
    link: LinkView | None
    ladder_href: str | None
    demands: Demands
    lines: tuple[SourceLine, ...]
    place: Row | None
    issues: tuple[Row, ...]
    previous_id: str | None
    next_id: str | None


def post_context(workspace: api.Workspace, post_id: str) -> PostContext:
    """Gather a post.

    Raises:
        UnknownPostError: no post is called so.
    """
    answer = api.show(workspace, post_id)
    return PostContext(
        post=api.row_dict(answer.post),
        edition=EditionCard.of(answer.edition),
        scale=ScaleView.of(answer.edition.metadata.scale),
        cells=tuple(_cell(answer, cell) for cell in answer.post.cells),
        link=LinkView.of(answer.link) if answer.link else None,
        ladder_href=ladder_hrefs(workspace, [answer.post.id]).get(answer.post.id),
        demands=demands_of(workspace, answer.post.id),
        lines=answer.lines,
        place=_place(answer.post.citation.span),
        issues=tuple(api.issue_dict(issue) for issue in answer.issues),
        previous_id=answer.previous_id,
        next_id=answer.next_id,
    )


def _cell(answer: PostAnswer, cell: PrintedCell) -> CellView:
    return CellView(
        heading=cell.heading,
        role=cell.role,
        text=cell.text,
        line_start=cell.span.line_start if cell.span else None,
        place=_place(cell.span),
        readings=readings(answer.post, cell, answer.edition.metadata.scale),
        correction=next((c for c in answer.post.corrections if c.field == cell.role), None),
    )


def _place(span: Span | None) -> Row | None:
    return api.place_dict(span.place) if span and span.place else None
