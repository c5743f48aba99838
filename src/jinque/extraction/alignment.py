"""Which cell of a row belongs to which column.

A full row has a cell for each column. A glued or cut row has fewer: of all ways to lay its cells
under the columns in order, the one is taken that fits best what the cells look like.
"""

from collections.abc import Sequence

from jinque.extraction.columns import Column
from jinque.extraction.patterns import looks_like
from jinque.model import Cell, Row

_FITS, _NAMED, _CONTRADICTS = 3, 1, -3


def align(row: Row, columns: Sequence[Column]) -> tuple[Cell | None, ...] | None:
    """Return one cell or None for each column; None when the row cannot be laid under them.

    Args:
        row: a body row.
        columns: the columns of its table.
    """
    cells = list(row.cells)
    while len(cells) > len(columns) and not cells[-1].text:
        cells.pop()
    if len(cells) > len(columns):
        return None
    if len(cells) == len(columns):
        return tuple(cells)
    score, places = _best_places(cells, columns)
    if score <= 0:
        return None
    laid: list[Cell | None] = [None] * len(columns)
    for place, cell in zip(places, cells, strict=True):
        laid[place] = cell
    return tuple(laid)


def _best_places(cells: Sequence[Cell], columns: Sequence[Column]) -> tuple[int, tuple[int, ...]]:
    """Return the best score and the column of each cell; of equal ways the leftmost.

    Works from the right: `best[i]` lays the cells from the i-th on under the columns seen so far.
    """
    count = len(cells)
    best: list[tuple[int, tuple[int, ...]] | None] = [None] * count + [(0, ())]
    for place in range(len(columns) - 1, -1, -1):
        for i in range(count):
            behind = best[i + 1]
            if behind is None:
                continue
            score = behind[0] + _fit(cells[i], columns[place])
            held = best[i]
            if held is None or score >= held[0]:
                best[i] = (score, (place, *behind[1]))
    found = best[0]
    return found or (0, ())


def _fit(cell: Cell, column: Column) -> int:
    """Score how well a cell fits a column; a name is worth a little by itself."""
    if not cell.text:
        return 0
    fits = {True: _FITS, False: _CONTRADICTS, None: 0}[looks_like(column.role, cell.text)]
    return fits + (_NAMED if column.role == "name" else 0)
