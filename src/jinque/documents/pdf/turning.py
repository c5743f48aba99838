"""Pages on their side: from the file's coordinates to those in which lines run to the right."""

from collections.abc import Sequence
from dataclasses import dataclass

Corners = tuple[float, float, float, float]
"""Left, upper, right and lower edge of a box whose lengths grow to the right and downwards."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Turns a page so that its text runs from left to right.

    Attributes:
        quarters: direction of the text in the file, in quarter turns to the left.
        left: left edge of the page in the file, whose lengths grow upwards.
        bottom: lower edge.
        right: right edge.
        top: upper edge.
    """

    quarters: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the turned page."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarters % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return the turned place of a point of the file."""
        match self.quarters:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def box(self, corners: Sequence[float]) -> Corners:
        """Return the turned edges of a box.

        Args:
            corners: two opposite corners in the file: x, y, x, y.
        """
        (x0, y0), (x1, y1) = self.point(*corners[:2]), self.point(*corners[2:])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
