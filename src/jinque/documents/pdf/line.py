"""Lines of words outside ruled tables, and ruled tables, in the order in which they are read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinque.documents.pdf.page import Page, Piece

_SAME_LINE = 0.45


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces on one base line of one page, from left to right; there is one at least."""

    page: int
    pieces: tuple[Piece, ...]

    @property
    def base(self) -> float:
        """Base line of the first piece."""
        return self.pieces[0].base

    @property
    def size(self) -> float:
        """Size of the type of the longest piece."""
        return max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def left(self) -> float:
        """Left edge."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Right edge."""
        return self.pieces[-1].right

    @property
    def text(self) -> str:
        """Words with a blank in each gap."""
        return " ".join(piece.text for piece in self.pieces)


def lines_of(page: Page) -> Iterator[Line]:
    """Yield the lines outside ruled tables from top to bottom."""
    yield from lines_from(page.pieces, page.number)


def lines_from(pieces: Iterable[Piece], page: int) -> Iterator[Line]:
    """Yield the lines that some pieces of one page make.

    Args:
        pieces: by base line, then from left to right.
        page: its number.
    """
    row: list[Piece] = []
    for piece in pieces:
        if row and abs(piece.base - row[0].base) > _SAME_LINE * max(piece.size, row[0].size):
            yield _line(row, page)
            row = []
        row.append(piece)
    if row:
        yield _line(row, page)


def _line(row: list[Piece], page: int) -> Line:
    return Line(page, tuple(sorted(row, key=lambda piece: piece.left)))
