"""The cells of one row, and the places that a merged cell covers."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinque.documents.making import make_cell, make_place, make_span
from jinque.model import Cell, Row, Span


@dataclass(frozen=True, slots=True)
class Carried:
    """A place that a merged cell covers without beginning there.

    Attributes:
        row: row in which the cell begins, counted from 0 in its table.
        column: the same for the column.
        is_down: it begins in a row above.
        is_across: it begins in a column further left.
    """

    row: int
    column: int
    is_down: bool
    is_across: bool


Entry = str | Carried
"""A cell on its way into a table: words without outer blanks, or a place already covered."""


def row_text(entries: Sequence[Entry]) -> str:
    """Return the row as it stands in a document's text; places covered are empty."""
    return "\t".join([entry if isinstance(entry, str) else "" for entry in entries])


class TableCells:
    """The cells of one table, laid row by row, so that merged ones find where they begin."""

    def __init__(self, sheet: str | None, table: int, row: int, column: int) -> None:
        """Take the place of the first cell, counted from 1."""
        self._sheet = sheet
        self._table = table
        self._next_row = row
        self._column = column
        self._grid: list[list[Cell]] = []

    def lay(
        self, entries: Sequence[Entry], text: str, *, line: int, offset: int, page: int | None
    ) -> Row:
        """Return the next row.

        Args:
            entries: its cells and the places covered.
            text: what `row_text` gives for them.
            line: line of the document's text in which the row begins.
            offset: offset of its first character.
            page: page on which it begins; None where the format knows no pages.
        """
        place = make_place(page, self._sheet, self._table, self._next_row, None)
        span = make_span(line, line + text.count("\n"), offset, offset + len(text), place)
        cells: list[Cell] = []
        self._grid.append(cells)
        self._fill(cells, entries, span)
        self._next_row += 1
        return Row(cells=tuple(cells), span=span)

    def _fill(self, cells: list[Cell], entries: Sequence[Entry], span: Span) -> None:
        page = span.place.page if span.place else None
        sheet, table, row, column = self._sheet, self._table, self._next_row, self._column
        line, offset, append = span.line_start, span.start, cells.append
        for entry in entries:
            if isinstance(entry, str):
                end = offset + len(entry)
                last = line + entry.count("\n") if "\n" in entry else line
                place = make_place(page, sheet, table, row, column)
                append(make_cell(entry, make_span(line, last, offset, end, place), False, False))  # noqa: FBT003
                line, offset = last, end + 1
            else:
                begin = self._grid[entry.row][entry.column]
                append(make_cell(begin.text, begin.span, entry.is_down, entry.is_across))
                offset += 1
            column += 1
