"""The rows of a form or table as its file shows them, cell by cell, each with its address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinque.model import Block, Document, Place, Table
from jinque.parameters.survey import Question
from jinque.text import fold

_LETTERS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row.

    Attributes:
        sheet: name of the worksheet; None in other files.
        table: number of the table, counted from 1; None outside any.
        cells: number of the column, counted from 1 -> words; blank cells are left out.
    """

    sheet: str | None
    table: int | None
    row: int
    cells: dict[int, str]

    def place(self, column: int | None = None) -> Place:
        """Return the place of a cell, or of the whole row."""
        return Place(sheet=self.sheet, table=self.table, row=self.row, column=column)

    def address(self, column: int | None = None) -> str:
        """Return the place as people write it: `调查表!C12`, or table, row and column."""
        if self.sheet is not None:
            return f"{self.sheet}!{letters(column) if column else ''}{self.row}"
        where = f"表 {self.table} 第 {self.row} 行" if self.table else f"第 {self.row} 行"
        return f"{where} 第 {column} 列" if column else where


def letters(column: int) -> str:
    """Return the letters of a column counted from 1: `A`, `Z`, `AA`."""
    rest, letter = divmod(column - 1, _LETTERS)
    return (letters(rest) if rest else "") + chr(ord("A") + letter)


def lines_of(document: Document) -> dict[tuple[str | None, int | None], list[Line]]:
    """Return the rows that show words: of a workbook by sheet, of other files by table."""
    groups: dict[tuple[str | None, int | None], list[Line]] = {}
    number = 0
    for block in document.blocks:
        number += isinstance(block, Table)
        for place, cells in _rows(block):
            filled = {column: text for column, text in cells if text}
            if not filled:
                continue
            table = (
                None if place.sheet is not None else (number if isinstance(block, Table) else None)
            )
            line = Line(sheet=place.sheet, table=table, row=place.row or 1, cells=filled)
            groups.setdefault((place.sheet, table), []).append(line)
    return groups


def _rows(block: Block) -> Iterator[tuple[Place, list[tuple[int, str]]]]:
    if not isinstance(block, Table):
        place = block.span.place or Place(row=block.span.line_start)
        yield place, [(place.column or 1, block.text)]
        return
    for number, row in enumerate(block.rows, start=1):
        cells = []
        for position, cell in enumerate(row.cells, start=1):
            if not (cell.is_carried_across or cell.is_carried_down):
                at = cell.span.place
                cells.append(((at.column if at and at.column else position), cell.text))
        place = row.span.place or Place()
        yield Place(sheet=place.sheet, row=place.row or number), cells


def heading_row(
    lines: Sequence[Line], known: Sequence[Question], least: int
) -> tuple[int, dict[int, Question]] | None:
    """Return the place of the first row with at least so many known headings, and its columns."""
    for index, line in enumerate(lines):
        named = {c: q for c, text in line.cells.items() if (q := named_column(text, known))}
        if len({question.key for question in named.values()}) >= least:
            return index, named
    return None


def named_column(heading: str, known: Sequence[Question]) -> Question | None:
    """Return what a heading means; width, case, blanks and a star do not matter."""
    word = fold(heading).rstrip("*:")
    for question in known:
        if word in {fold(name) for name in (question.heading, *question.names)}:
            return question
    return None
