"""Places of a source as decisions name them, found again in a document."""

from collections.abc import Iterator

from jinque.model import Block, Cell, Document, Place, Row, Span, Table
from jinque.model.review_decision import Target
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
