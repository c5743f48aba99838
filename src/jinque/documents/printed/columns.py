"""Columns of a table without lines: the upright stretches that its words leave white.

Two tables without lines side by side: told by a header that repeats itself to the right.

Runs of lines parted where a table without lines ends and one with other columns begins.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from math import inf, isfinite

from jinque.documents.printed.lines import Line, lines_from
from jinque.documents.printed.page import Bar, Piece

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


_MOST_HEADER_LINES = 6
_LEAST_COLUMNS = 4
_SHARE_ALIGNED = 0.95
_SAME_BASE = 1.0  # points


def halves_of(lines: Sequence[Line], columns: Columns) -> Iterator[list[Line]]:
    """Yield the lines of two tables side by side, page by page the left one first, or all lines.

    Where the rows of both stand at one height they are one table, which prints two lists.

    Args:
        lines: of a table.
        columns: its columns.
    """
    if not (_repeats_header(lines, columns) and not _is_aligned(lines, columns)):
        yield list(lines)
        return
    for _, page in groupby(lines, key=lambda line: line.page):
        yield from filter(None, _halves(list(page), columns))


def _repeats_header(lines: Sequence[Line], columns: Columns) -> bool:
    """Tell whether the first lines say the same in the left and right half of the columns."""
    if len(columns) < _LEAST_COLUMNS or len(columns) % 2:
        return False
    half = len(columns) // 2
    words = [""] * len(columns)
    for line in lines[:_MOST_HEADER_LINES]:
        for piece in line.pieces:
            words[columns.column_of(piece)] += piece.text
        if all(words) and words[:half] == words[half:]:
            return True
    return False


def _is_aligned(lines: Sequence[Line], columns: Columns) -> bool:
    """Tell whether the first columns of both halves have their words at the same heights."""
    half = len(columns) // 2
    places = [
        {
            (line.page, round(piece.base / _SAME_BASE))
            for line in lines
            for piece in line.pieces
            if columns.column_of(piece) == column
        }
        for column in (0, half)
    ]
    return len(places[0] & places[1]) >= _SHARE_ALIGNED * min(map(len, places))


def _halves(page: Sequence[Line], columns: Columns) -> Iterator[list[Line]]:
    half = len(columns) // 2
    pieces = sorted(
        (piece for line in page for piece in line.pieces), key=lambda one: (one.base, one.left)
    )
    for is_right in (False, True):
        own = (piece for piece in pieces if (columns.column_of(piece) >= half) == is_right)
        yield list(lines_from(own, page[0].page))


_APART = 2.6  # from base line to base line between tables at least, in sizes of the type
_FEW = 0.49
_MOVED = 3.0  # points


def segments_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each table, with those around it; tables may run over several pages.

    Two parts of a page, or two pages, belong to tables of their own when the words of each stand
    in the gaps between the columns of the other, or those of one in half of these gaps; also when
    the second begins with the header of the first at other places.
    """
    segment: list[Line] = []
    white: _White | None = None
    header: Line | None = None
    for chunk in chunks_of(lines):
        several = [line for line in chunk if len(line.pieces) > 1]
        own = _White(several) if several else None
        if white and own and (white.is_other_than(own) or _is_moved(header, several[0])):
            yield segment
            segment, white = [], None
        segment += chunk
        if own and not white:
            header = several[0]
        if own:
            white = white.joined(own) if white else own
    if segment:
        yield segment


def _is_moved(header: Line | None, line: Line) -> bool:
    if header is None or header.text != line.text:
        return False
    moves = (abs(a.left - b.left) for a, b in zip(header.pieces, line.pieces, strict=False))
    return sum(move > _MOVED for move in moves) > 1


def chunks_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines of one page that stand as close to each other as the rows of a table."""
    chunk = list(lines[:1])
    for above, line in pairwise(lines):
        if above.page != line.page or line.base - above.base > _APART * line.size:
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


class _White:
    """What some lines leave white: the gaps between their columns, and their margins."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.gaps = gaps_of(lines)
        self.left = min(line.left for line in lines)
        self.right = max(line.right for line in lines)
        self._least = narrowest_gap(lines)

    def is_other_than(self, other: "_White") -> bool:
        lost, won = self.lost(other), other.lost(self)
        is_most = lost > _FEW * len(self.gaps) or won > _FEW * len(other.gaps)
        return bool(lost and won) or is_most

    def joined(self, other: "_White") -> "_White":
        """Narrow the gaps to what both leave white; one that the other fills stays."""
        self.gaps = [other.widest(gap) or gap for gap in self.gaps]
        self.left = min(self.left, other.left)
        self.right = max(self.right, other.right)
        return self

    def lost(self, other: "_White") -> int:
        """Count the gaps in which the other has words."""
        return sum(other.widest(gap) is None for gap in self.gaps)

    def widest(self, gap: Gap) -> Gap | None:
        """Return the widest stretch of a gap that these lines leave white too; None if narrow."""
        whites: Iterable[Gap] = (
            (float("-inf"), self.left),
            *self.gaps,
            (self.right, float("inf")),
        )
        shared = [(max(gap[0], begin), min(gap[1], end)) for begin, end in whites]
        widest = max(shared, key=lambda one: one[1] - one[0])
        return widest if widest[1] - widest[0] >= self._least else None
