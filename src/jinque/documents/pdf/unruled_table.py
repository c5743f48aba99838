"""Rows of a table without lines, those of its pages joined."""

from collections.abc import Sequence
from itertools import chain, groupby

from jinque.documents.pdf.columns import Columns
from jinque.documents.pdf.headers import join_headers, widen_titles
from jinque.documents.pdf.joining import OpenTable
from jinque.documents.pdf.line import Line
from jinque.documents.pdf.page import Bar, Piece
from jinque.documents.pdf.spacing import Spacing
from jinque.documents.pdf.table import TableRow, Text
from jinque.documents.pdf.words import room_behind


def table_of(columns: Columns, lines: Sequence[Line], bars: dict[int, Sequence[Bar]]) -> OpenTable:
    """Return the rows of a table, those of its pages joined.

    Args:
        columns: its columns.
        lines: its lines.
        bars: level lines by page, some of which may part its rows.
    """
    pages = _pages(columns, lines, bars)
    apart = {
        column
        for column in range(len(columns) - 1)
        if not any(
            row.text_at(column).lines and row.text_at(column + 1).lines for row in chain(*pages)
        )
    }
    if apart:  # a heading in the middle of a column, with short words at its left
        pages = _pages(columns.without(apart), lines, bars)
    widen_titles(list(chain(*pages)))
    join_headers(pages)
    table = OpenTable([], lines[0].page)
    for rows in pages:
        table.continue_with(rows, rows[0].page)
    return table


def _pages(
    columns: Columns, lines: Sequence[Line], bars: dict[int, Sequence[Bar]]
) -> list[list[TableRow]]:
    spacing = Spacing(lines, columns, bars)
    return [
        [_row(page, row, columns) for row in spacing.rows(list(own))]
        for page, own in groupby(lines, key=lambda line: line.page)
    ]


def _row(page: int, lines: Sequence[Line], columns: Columns) -> TableRow:
    cells: list[list[list[Piece]]] = [[] for _ in range(len(columns))]
    for line in lines:
        for column, pieces in groupby(line.pieces, key=columns.column_of):
            cells[column].append(list(pieces))
    return TableRow(page, [_text(own, columns.right_of(c)) for c, own in enumerate(cells)])


def _text(rows: Sequence[Sequence[Piece]], limit: float) -> Text:
    lines = [" ".join(piece.text for piece in row) for row in rows]
    return Text(lines, [room_behind(row, limit) for row in rows])
