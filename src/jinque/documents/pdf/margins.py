"""Where text begins and ends on the pages of a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinque.documents.pdf.line import Line
from jinque.documents.pdf.page import Page

_FULL = 1.6  # room behind a full line, in sizes of its type
_INDENT = 1.2
_CENTRED = 2.0
_NARROWER = 1.15  # times the left margin: how wide the right one is, if no line is longer


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right edge of the text, in points, by page."""

    edges: dict[int, tuple[float, float]]

    def is_full(self, line: Line) -> bool:
        """Tell whether a line ends where it had to be wrapped."""
        return self.edges[line.page][1] - line.right < _FULL * line.size

    def is_indented(self, line: Line) -> bool:
        """Tell whether a line begins further right than wrapped ones do."""
        return line.left - self.edges[line.page][0] > _INDENT * line.size

    def is_centred(self, line: Line) -> bool:
        """Tell whether a line stands in the middle."""
        left, right = self.edges[line.page]
        return abs((line.left - left) - (right - line.right)) < _CENTRED * line.size


def margins_of(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> Margins:
    """Return the margins, the same for all pages of one width.

    Args:
        pages: the pages.
        lines: the lines of each that belong to its text.
    """
    by_width: dict[int, list[Line]] = {}
    for page, own in zip(pages, lines, strict=True):
        by_width.setdefault(round(page.width), []).extend(own)
    edges = {width: _edges(width, own) for width, own in by_width.items()}
    return Margins({page.number: edges[round(page.width)] for page in pages})


def _edges(width: float, lines: Sequence[Line]) -> tuple[float, float]:
    if not lines:
        return 0.0, width
    left = min(line.left for line in lines)
    return left, max(*(line.right for line in lines), width - _NARROWER * left)
