"""Spanning cells laid into a rectangular grid, as a browser or a word processor shows them.

The cells of one row, and the places that a merged cell covers.

What a page holds before it is laid out: lines of text, and tables with spanning cells.

Cells by the million: the frozen nouns of a cell, made in a third of the usual time.

A frozen dataclass sets its fields one by one through `object.__setattr__`, which takes two thirds
of the time that a large workbook needs. These twins set theirs directly and then turn into the
noun, which has the same slots. They take every field by position and check nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from jinque.documents.source import Budget
from jinque.model import Cell, Place, Row, Span


class _Place:
    __slots__ = ("column", "page", "row", "sheet", "table")

    def __init__(
        self,
        page: int | None,
        sheet: str | None,
        table: int | None,
        row: int | None,
        column: int | None,
    ) -> None:
        self.page = page
        self.sheet = sheet
        self.table = table
        self.row = row
        self.column = column
        self.__class__ = Place  # type: ignore[assignment]  # noqa: PLE0237


class _Span:
    __slots__ = ("end", "line_end", "line_start", "place", "start")

    def __init__(
        self, line_start: int, line_end: int, start: int, end: int, place: Place | None
    ) -> None:
        self.line_start = line_start
        self.line_end = line_end
        self.start = start
        self.end = end
        self.place = place
        self.__class__ = Span  # type: ignore[assignment]  # noqa: PLE0237


class _Cell:
    __slots__ = ("is_carried_across", "is_carried_down", "span", "text")

    def __init__(self, text: str, span: Span, down: bool, across: bool) -> None:  # noqa: FBT001
        self.text = text
        self.span = span
        self.is_carried_down = down
        self.is_carried_across = across
        self.__class__ = Cell  # type: ignore[assignment]  # noqa: PLE0237


make_place = cast("Callable[[int | None, str | None, int | None, int, int | None], Place]", _Place)
make_span = cast("Callable[[int, int, int, int, Place], Span]", _Span)
make_cell = cast("Callable[[str, Span, bool, bool], Cell]", _Cell)


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


@dataclass(slots=True, kw_only=True)
class SpannedCell:
    """A cell as the file declares it.

    Attributes:
        content: lines and tables inside it, in printed order.
        across: columns that it covers, from 1.
        down: rows that it covers, from 1; reaching below the last row is harmless.
        is_continued: it only continues the cell above it, which is how Word merges downwards;
            under a cell that takes part in no merge it begins one, as LibreOffice shows it.
        is_restart: it begins such a merge.
    """

    content: "list[Item]" = field(default_factory=list)
    across: int = 1
    down: int = 1
    is_continued: bool = False
    is_restart: bool = False


@dataclass(slots=True)
class SpannedTable:
    """Rows of cells as the file declares them.

    Attributes:
        rows: cells of each row.
        groups: rows, counted from 0, that begin a group of rows, which no cell above reaches into.
    """

    rows: list[list[SpannedCell]] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)


Item: TypeAlias = str | SpannedTable
"""A paragraph, which may hold line breaks, or a table."""


_MOST_ACROSS = 1000
"""Columns that one cell may cover, as in the HTML standard."""


def lay_grid(table: SpannedTable, budget: Budget) -> Iterator[list[Entry]]:
    """Yield the rows of a table, each place covered by a merged cell marked as such.

    Raises:
        LimitError: more rows or cells than the budget holds, merged cells counted at each place.
    """
    grid = _Grid(budget)
    for number, row in enumerate(table.rows):
        budget.take_row()
        if number in table.groups:
            grid.end_group()
        yield grid.lay(row)


def cell_text(cell: SpannedCell) -> str:
    """Return the words of a cell, a line for each paragraph and for each row of an inner table."""
    if len(cell.content) == 1 and isinstance(text := cell.content[0], str) and "\n" not in text:
        return text.strip()
    return "\n".join(line for item in cell.content for line in _lines(item))


def _lines(item: str | SpannedTable) -> Iterator[str]:
    if isinstance(item, str):
        yield from filter(None, (line.strip() for line in item.split("\n")))
        return
    for row in item.rows:
        words = " ".join(filter(None, (cell_text(cell) for cell in row)))
        if words:
            yield words


@dataclass(slots=True)
class _Open:
    """A column of a cell that covers places in the rows below it."""

    entry: Carried
    rows_left: int


class _Grid:
    """Lays row after row, remembering what reaches down from above."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._number = -1
        self._above: list[Entry] = []
        self._open: dict[int, _Open] = {}
        self._merging: dict[int, bool] = {}
        self._merging_above: dict[int, bool] = {}

    def end_group(self) -> None:
        """Let no cell reach further down, as the HTML standard ends cells with their row group."""
        self._open = {}

    def lay(self, row: list[SpannedCell]) -> list[Entry]:
        self._number += 1
        entries: list[Entry] = []
        coming = self._open
        self._budget.take_cells(len(coming))
        self._open = {}
        self._merging_above, self._merging = self._merging, {}
        for cell in row:
            self._cover(entries, coming)
            self._cell(entries, cell)
        for place in sorted(coming) if coming else ():
            if place >= len(entries):
                self._budget.take_cells(place - len(entries))
                entries.extend([""] * (place - len(entries)))
                self._cover(entries, coming)
        self._above = entries
        return entries

    def _cover(self, entries: list[Entry], coming: dict[int, _Open]) -> None:
        """Lay the places that cells from above cover, up to the next free one."""
        while covered := coming.get(len(entries)):
            if covered.rows_left > 1:
                covered.rows_left -= 1
                self._open[len(entries)] = covered
            entries.append(covered.entry)

    def _cell(self, entries: list[Entry], cell: SpannedCell) -> None:
        across = min(cell.across, _MOST_ACROSS)
        self._budget.take_cells(across)
        first = len(entries)
        row, column = self._begin(cell, first)
        if cell.is_continued or cell.is_restart:
            self._merging[first] = cell.is_restart or self._merging_above.get(first, False)
        is_down = row < self._number
        if is_down:
            entries.append(Carried(row, column, is_down=True, is_across=first > column))
        else:
            entries.append(cell_text(cell))
        if across > 1:
            covered = Carried(row, column, is_down=is_down, is_across=True)
            entries.extend([covered] * (across - 1))
        if cell.down > 1:
            for place in range(first, len(entries)):
                entry = Carried(self._number, first, is_down=True, is_across=place > first)
                self._open[place] = _Open(entry, cell.down - 1)

    def _begin(self, cell: SpannedCell, place: int) -> tuple[int, int]:
        """Return the row and column in which the cell laid at `place` begins.

        Below a merge that never says where it begins, words of its own begin another.
        """
        if not cell.is_continued or place not in self._merging_above:
            return self._number, place
        if not self._merging_above[place] and cell_text(cell):
            return self._number, place
        held = self._above[place]
        if isinstance(held, Carried):
            return held.row, held.column
        return self._number - 1, place
