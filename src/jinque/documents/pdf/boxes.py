"""The words of a ruled table, cell by cell."""

from itertools import pairwise

from jinque.documents.pdf.grid import Grid
from jinque.documents.pdf.page import Box, Frame, Piece
from jinque.documents.pdf.words import room_behind

Printed = dict[int, list[list[Piece]]]
"""Pieces of each printed line of each cell that is not blank, by its index among the areas."""

_MOST_PADDING = 6.0
_SAME_SIZE = 0.08
_NEXT_LINE = 1.6  # from base line to base line, in sizes of the type


def frame_of(grid: Grid, printed: Printed) -> Frame:
    """Return a ruled table with its words."""
    limits = _limits(grid, printed)
    boxes = []
    for index, area in enumerate(grid.areas):
        rows = printed.get(index, [])
        limit = limits[area.column + area.columns - 1]
        lines = tuple(" ".join(piece.text for piece in row) for row in rows)
        rooms = tuple(room_behind(row, limit) for row in rows)
        place = (area.row, area.column, area.rows, area.columns)
        boxes.append(Box(*place, lines, rooms, area.is_open))
    return Frame(grid.ys[0], grid.ys[-1], tuple(grid.xs), len(grid.ys) - 1, tuple(boxes))


def takes_overflow(grid: Grid, printed: Printed, piece: Piece) -> bool:
    """Give a piece to the cell above it if it is a line that found no room there.

    Browsers let the text of a merged cell run out of it at the end of a page.
    """
    bottom = grid.ys[-1]
    if not bottom < piece.base < bottom + _NEXT_LINE * piece.size:
        return False
    index = grid.area_at((piece.left + piece.right) / 2, bottom - 1)
    rows = printed.get(index, []) if index is not None else []
    if index is None or not rows or not _is_next_line(rows[-1][0], piece):
        return False
    area = grid.areas[index]
    if piece.left < grid.xs[area.column] or piece.right > grid.xs[area.column + area.columns]:
        return False
    rows.append([piece])
    return True


def _is_next_line(above: Piece, piece: Piece) -> bool:
    is_same_size = abs(above.size - piece.size) < _SAME_SIZE * above.size
    return is_same_size and piece.base - above.base <= _NEXT_LINE * piece.size


def _limits(grid: Grid, printed: Printed) -> list[float]:
    """Return where the lines of each column end: as far from its right edge as from its left."""
    limits = []
    for column, (left, right) in enumerate(pairwise(grid.xs)):
        rows = [
            row
            for index, own in printed.items()
            if (grid.areas[index].column, grid.areas[index].columns) == (column, 1)
            for row in own
        ]
        padding = min((row[0].left - left for row in rows), default=0.0)
        ends = (row[-1].right for row in rows)
        limits.append(max(right - min(padding, _MOST_PADDING), *ends, left))
    return limits
