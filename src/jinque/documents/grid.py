"""Spanning cells laid into a rectangular grid, as a browser or a word processor shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinque.documents.budget import Budget
from jinque.documents.cells import Carried, Entry
from jinque.documents.content import SpannedCell, SpannedTable

_MOST_ACROSS = 1000
"""Columns that one cell may cover, as in the HTML standard."""


def lay_grid(table: SpannedTable, budget: Budget) -> Iterator[list[Entry]]:
    """Yield the rows of a table, each place covered by a merged cell marked as such.

    Raises:
        LimitError: more rows or cells than the budget holds, merged cells counted at each place.
    """
    grid = _Grid(budget)
    for row in table.rows:
        budget.take_row()
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

    def lay(self, row: list[SpannedCell]) -> list[Entry]:
        self._number += 1
        entries: list[Entry] = []
        coming = self._open
        self._budget.take_cells(len(coming))
        self._open = {}
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
        """Return the row and column in which the cell laid at `place` begins."""
        if not cell.is_continued or place >= len(self._above):
            return self._number, place
        held = self._above[place]
        if isinstance(held, Carried):
            return held.row, held.column
        return self._number - 1, place
