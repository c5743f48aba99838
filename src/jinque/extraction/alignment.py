"""Which cell of a row belongs to which column.

A full row has a cell for each column. A glued or cut row has fewer: of all ways to lay its cells
under the columns in order, the one is taken that fits best what the cells look like.
"""

from collections.abc import Sequence
from itertools import combinations

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
    choices = combinations(range(len(columns)), len(cells))
    best = max(choices, key=lambda places: _score(cells, columns, places))
    if _score(cells, columns, best) <= 0:
        return None
    laid: list[Cell | None] = [None] * len(columns)
    for place, cell in zip(best, cells, strict=True):
        laid[place] = cell
    return tuple(laid)


def _score(cells: Sequence[Cell], columns: Sequence[Column], places: Sequence[int]) -> int:
    """Add up how well each cell fits its column; a name is worth a little by itself."""
    total = 0
    for place, cell in zip(places, cells, strict=True):
        column = columns[place]
        fits = looks_like(column.role, cell.text) if cell.text else None
        total += {True: _FITS, False: _CONTRADICTS, None: 0}[fits]
        total += _NAMED if column.role == "name" and cell.text else 0
    return total
