"""Runs of lines parted where a table without lines ends and one with other columns begins."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jinque.documents.pdf.columns import Gap, gaps_of, narrowest_gap
from jinque.documents.pdf.line import Line

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
