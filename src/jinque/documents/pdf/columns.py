"""Columns of a table without lines: the upright stretches that its words leave white."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from math import inf, isfinite

from jinque.documents.pdf.line import Line
from jinque.documents.pdf.page import Bar, Piece

_NARROWEST_GAP = 0.4  # in sizes of the type
_MOST_CROSSING = 0.02  # share of the lines that may print into a gap
_MOST_OF = 0.6
_ALIGNED = 1.5  # points

Gap = tuple[float, float]
"""Left and right edge."""


class Columns:
    """Columns of a table.

    Attributes:
        gaps: the white stretches between them, from left to right.
    """

    def __init__(self, gaps: list[Gap], left: float, right: float) -> None:
        self.gaps = gaps
        self._left = left
        self._right = right
        self._middles = [(begin + end) / 2 for begin, end in gaps]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Columns":
        """Find the columns of some lines, of which most have words in several."""
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        return cls(gaps_of(lines), left, right)

    def without(self, columns: Collection[int]) -> "Columns":
        """Return the columns, some of them joined with the next one."""
        gaps = [gap for column, gap in enumerate(self.gaps) if column not in columns]
        return Columns(gaps, self._left, self._right)

    def crosses(self, bar: Bar) -> bool:
        """Tell whether a level line runs along most of the table."""
        covered = min(self._right, bar.right) - max(self._left, bar.left)
        return covered > _MOST_OF * (self._right - self._left)

    def __len__(self) -> int:
        return len(self.gaps) + 1

    def column_of(self, piece: Piece) -> int:
        """Return the column in which the middle of a piece stands."""
        return bisect_right(self._middles, (piece.left + piece.right) / 2)

    def right_of(self, column: int) -> float:
        """Return where the widest words of a column end."""
        return self.gaps[column][0] if column < len(self.gaps) else self._right

    def begins_at(self, line: Line) -> bool:
        """Tell whether a line begins where one of the columns behind the first one does."""
        return any(abs(line.left - right) < _ALIGNED for _, right in self.gaps)

    def bridges(self, line: Line) -> bool:
        """Tell whether a piece of the line stands on both sides of a gap."""
        return any(
            piece.left < left and right < piece.right
            for piece in line.pieces
            for left, right in self.gaps
        )

    def sticks_out(self, line: Line) -> bool:
        """Tell whether a piece of the line ends or begins deep inside a gap."""
        return any(
            (piece.left < left and piece.right > left + piece.size)
            or (piece.right > right and piece.left < right - piece.size)
            for piece in line.pieces
            for left, right in self.gaps
        )


def narrowest_gap(lines: Sequence[Line]) -> float:
    """Return the least width, in points, of a gap between columns of some lines."""
    sizes = sorted(piece.size for line in lines for piece in line.pieces)
    return _NARROWEST_GAP * sizes[len(sizes) // 2]


def gaps_of(lines: Sequence[Line]) -> list[Gap]:
    """Return the upright stretches that some lines leave white, from left to right.

    A few words may reach into a gap; those that stand inside it, as in a column of remarks that is
    mostly blank, are a column.
    """
    pieces = [piece for line in lines for piece in line.pieces]
    least = narrowest_gap(lines)
    found: list[Gap] = []
    for begin, end in _stretches(pieces, _MOST_CROSSING * len(lines)):
        inside = [(one.left, one.right) for one in pieces if begin <= one.left <= one.right <= end]
        edge = begin
        for left, right in sorted(inside):
            found.append((edge, left))
            edge = max(edge, right)
        found.append((edge, end))
    return [gap for gap in found if isfinite(gap[0] + gap[1]) and gap[1] - gap[0] >= least]


def _stretches(pieces: Sequence[Piece], most: float) -> Iterator[Gap]:
    """Yield the stretches that at most so many pieces cover, the outer ones without end."""
    ends = sorted([(piece.left, 1) for piece in pieces] + [(piece.right, -1) for piece in pieces])
    depth, opened = 0, -inf
    for place, step in ends:
        was_white = depth <= most
        depth += step
        if depth <= most and not was_white:
            opened = place
        elif was_white and depth > most:
            yield opened, place
    yield opened, inf
