"""A sheet of cells on its way to blocks, whatever file it came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from jinque.documents.budget import Budget
from jinque.documents.cells import Carried

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column of a merged range, counted from 0."""


@dataclass(slots=True, kw_only=True)
class Sheet:
    """The used part of a sheet.

    Attributes:
        name: as on its tab; None for a file that has no sheets.
        rows: words of each cell without outer blanks, all rows of one length.
        row: row of the sheet in which the used part begins, counted from 1.
        column: the same for the column.
        covered: row -> column -> where the merged cell begins, for the places it covers.
    """

    name: str | None
    rows: list[list[str]]
    row: int = 1
    column: int = 1
    covered: dict[int, dict[int, Carried]] = field(default_factory=dict)

    def cover(self, merges: Sequence[Merge], budget: Budget) -> None:
        """Learn the merged ranges; one whose first cell is blank only decorates.

        Args:
            merges: in rows and columns of the sheet, counted from 0.
            budget: counts the places covered.

        Raises:
            TooManyCellsError: the ranges cover more places than the budget holds.
        """
        height, width = len(self.rows), len(self.rows[0]) if self.rows else 0
        for merge in merges:
            top, left = merge[0] - self.row + 1, merge[1] - self.column + 1
            bottom = min(merge[2] - self.row + 1, height - 1)
            right = min(merge[3] - self.column + 1, width - 1)
            is_inside = 0 <= top <= bottom and 0 <= left <= right
            if is_inside and self.rows[top][left]:
                budget.take_cells((bottom - top + 1) * (right - left + 1))
                self._cover(top, left, bottom, right)

    def _cover(self, top: int, left: int, bottom: int, right: int) -> None:
        for row in range(top, bottom + 1):
            places = self.covered.setdefault(row, {})
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    places[column] = Carried(top, left, is_down=row > top, is_across=column > left)

    def filled(self, row: int) -> set[int]:
        """Return the columns in which a row shows words, those carried down included."""
        own = {column for column, text in enumerate(self.rows[row]) if text}
        return own | self.covered.get(row, {}).keys()

    def single(self, row: int) -> int | None:
        """Return the column of the only cell that a row shows; None when it shows others.

        A cell merged across is one cell; a row below the beginning of a merged cell shows that
        cell as well, and so has no single one unless it has no other.
        """
        own = [column for column, text in enumerate(self.rows[row]) if text]
        down = [one for one in self.covered.get(row, {}).values() if one.is_down]
        return own[0] if len(own) == 1 and not down else None

    def reach(self, row: int, column: int) -> int:
        """Return the last column that the cell beginning there covers."""
        places = self.covered.get(row, {})
        last = column
        while (carried := places.get(last + 1)) and carried.column == column:
            last += 1
        return last
