"""Tables as a reader sees them become tables as they are meant.

A row that is one cell is a line of its own between two tables; a header of two rows is one header;
a header that repeats itself from left to right stands above several tables side by side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jinque.extraction.columns import read_header
from jinque.extraction.outline import is_note
from jinque.extraction.side_by_side import is_carried, period_of, side_by_side
from jinque.model import Block, Document, Paragraph, Row, Table
from jinque.parameters import Vocabulary, load_vocabulary
from jinque.text import join_wrapped, read_ordinal

_LEAST_COLUMNS = 2


def unfold(document: Document) -> Document:
    """Return the document with its tables unfolded; unfolding twice equals once."""
    vocabulary = load_vocabulary()
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Table):
            blocks += _unfold(block, vocabulary)
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _unfold(table: Table, vocabulary: Vocabulary) -> Iterator[Block]:
    rows: list[Row] = []
    for row in _with_one_header(table.rows):
        line = _line(row, vocabulary)
        if line is not None:
            yield from side_by_side(rows)
            rows = []
            yield line
        elif not _is_covered(row):
            rows.append(row)
    if len(rows) == len(table.rows) and not any(period_of(row) for row in rows):
        yield table
    else:
        yield from side_by_side(rows)


def _line(row: Row, vocabulary: Vocabulary) -> Paragraph | None:
    """Return the line that a row is: one cell across all columns, or a heading or note alone."""
    if len(row.cells) < _LEAST_COLUMNS or not row.cells[0].text or row.cells[0].is_carried_down:
        return None
    first, others = row.cells[0], row.cells[1:]
    if not all(cell.is_carried_across or not cell.text for cell in others):
        return None
    is_line = all(cell.is_carried_across for cell in others) or _is_alone(row, vocabulary)
    if not is_line:
        return None
    return Paragraph(text=join_wrapped(first.text.split("\n")), span=first.span)


def _is_alone(row: Row, vocabulary: Vocabulary) -> bool:
    """Tell whether the first words of a row whose other cells are blank are no cell of a column.

    In a text export any row may be cut, so that its first cell says nothing of its column.
    """
    text = row.cells[0].text
    ordinal = read_ordinal(text)
    is_heading = ordinal is not None and bool(ordinal.rest)
    return row.span.place is not None and (is_heading or is_note(text, vocabulary))


def _is_covered(row: Row) -> bool:
    """Tell whether a row shows nothing but cells that begin in rows above."""
    has_own = any(cell.text and not is_carried(cell) for cell in row.cells)
    return not has_own and any(cell.is_carried_down for cell in row.cells)


def _with_one_header(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, of a header in two rows the lower one with the cells carried into it."""
    for upper, lower in zip(rows, [*rows[1:], None], strict=True):
        if lower is None or not _is_upper_header(upper, lower):
            yield upper


def _is_upper_header(upper: Row, lower: Row) -> bool:
    is_parted = any(cell.is_carried_across for cell in upper.cells)
    goes_on = any(cell.is_carried_down and not cell.is_carried_across for cell in lower.cells)
    return is_parted and goes_on and read_header(lower) is not None
