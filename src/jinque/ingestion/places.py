"""Places of a source as decisions name them, found again in a document.

The place of an issue as the source shows it, cut out while the document is at hand.
"""

from collections.abc import Iterator, Mapping, Sequence

from jinque.extraction import Reading
from jinque.model import (
    Block,
    Cell,
    Document,
    Issue,
    Place,
    Post,
    PrintedCell,
    Row,
    SourceLine,
    Span,
    Table,
)
from jinque.model.decision import Target
from jinque.model.review import Extract, ExtractCell
from jinque.text import drop_blanks

PlaceKey = Place | tuple[int, int]
"""What tells a place of one source from every other: of its table, or the characters' offsets."""


def key_of(span: Span) -> PlaceKey:
    """Return the key of a cell or row."""
    is_in_table = span.place is not None and span.place.row is not None
    return span.place if is_in_table and span.place else (span.start, span.end)


def key_of_target(target: Target) -> PlaceKey | None:
    """Return the key of the cell or row that a decision names; None where it names none."""
    if target.place is not None and target.place.row is not None:
        return target.place
    if target.start is None or target.end is None:
        return None
    return (target.start, target.end)


def target_of(span: Span, *, part: int, printed: str, field: str | None = None) -> Target:
    """Return the target that a later reading finds the same place by."""
    is_in_table = span.place is not None and span.place.row is not None
    return Target(
        part=part,
        place=span.place,
        line_start=span.line_start,
        line_end=span.line_end,
        start=None if is_in_table else span.start,
        end=None if is_in_table else span.end,
        printed=printed,
        field=field,
    )


def rows_of(blocks: tuple[Block, ...]) -> Iterator[Row]:
    """Yield the rows of all tables."""
    for block in blocks:
        if isinstance(block, Table):
            yield from block.rows


def printed_rows(document: Document) -> dict[PlaceKey, str]:
    """Return what is printed in each row, without blanks."""
    return {
        key_of(row.span): drop_blanks(document.slice(row.span)) for row in rows_of(document.blocks)
    }


def printed_cells(document: Document) -> dict[PlaceKey, str]:
    """Return what is printed in each cell, without blanks."""
    return {
        key_of(cell.span): drop_blanks(cell.text)
        for row in rows_of(document.blocks)
        for cell in row.cells
    }


def is_inside(cell: Cell, row: Row) -> bool:
    """Tell whether a cell begins in that row."""
    return row.span.start <= cell.span.start and cell.span.end <= row.span.end


_CONTEXT_LINES = 3
_MOST_LINES = 40
_LONGEST_LINE = 2_000

_MARKED_ROLES: Mapping[str, tuple[str, ...]] = {
    "serial_computed": ("serial",),
    "serial_gap": ("serial",),
    "serial_repeated": ("serial",),
    "code_unknown": ("code",),
    "code_unchecked": ("code",),
    "code_names_class": ("code", "name"),
    "code_name_differs": ("code", "name"),
    "code_of_other_edition": ("code", "name"),
    "code_unconfirmed": ("code", "name"),
    "code_with_two_names": ("code", "name"),
    "name_with_two_codes": ("code", "name"),
    "no_code_but_listed": ("code", "name"),
    "name_one_character_apart": ("name",),
    "index_outside_band": ("index", "shortage"),
    "order_broken": ("shortage", "index"),
    "degree_unknown": ("education",),
    "pay_implausible": ("pay",),
}
"""Roles of the cells that an issue of a row is about, where its place names none."""


def extracts_of(text: str, reading: Reading) -> tuple[Extract, ...]:
    """Return the place of each issue of a reading.

    Args:
        text: the document's text, which lines are counted in.
        reading: with its cells as printed.
    """
    lines = text.split("\n")
    posts = {post.id: post for post in reading.edition.posts}
    return tuple(
        _extract(issue, posts.get(issue.post_id or ""), lines) for issue in reading.report.issues
    )


def _extract(issue: Issue, post: Post | None, lines: Sequence[str]) -> Extract:
    return Extract(
        place=issue.place,
        lines=_lines(issue, lines),
        cells=tuple(_cell(cell, issue) for cell in post.cells) if post else _loose(issue),
    )


def _lines(issue: Issue, lines: Sequence[str]) -> tuple[SourceLine, ...]:
    if issue.line_start is None or issue.line_end is None:
        return ()
    first = max(1, issue.line_start - _CONTEXT_LINES)
    last = min(len(lines), issue.line_end + _CONTEXT_LINES, first + _MOST_LINES - 1)
    return tuple(
        SourceLine(
            number=number,
            text=lines[number - 1][:_LONGEST_LINE],
            is_cited=issue.line_start <= number <= issue.line_end,
        )
        for number in range(first, last + 1)
    )


def _cell(cell: PrintedCell, issue: Issue) -> ExtractCell:
    place = cell.span.place if cell.span else None
    if issue.place is not None and issue.place.column is not None:
        is_marked = place == issue.place
    else:
        is_marked = cell.role in _MARKED_ROLES.get(issue.code, ())
    return ExtractCell(heading=cell.heading, role=cell.role, text=cell.text, is_marked=is_marked)


def _loose(issue: Issue) -> tuple[ExtractCell, ...]:
    """Return the cells of a row that became no post, which stand under no heading."""
    if issue.code not in {"row_rejected", "row_left_out"}:
        return ()
    return tuple(
        ExtractCell(heading="", role=None, text=text.strip(), is_marked=True)
        for text in issue.quote.replace("\n", "\t").split("\t")
        if text.strip()
    )
