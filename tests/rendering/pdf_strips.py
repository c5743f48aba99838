"""Rows of a table cut into what each page shows of them."""

from dataclasses import dataclass, field, replace

from tests.rendering.page import Grid
from tests.rendering.pdf_lines import broken
from tests.rendering.pdf_look import Look

_LONGEST, _SHORTEST, _POWER = 60, 3, 0.6


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one strip shows of a cell.

    Attributes:
        column: its first column.
        across: how many columns it covers.
        lines: its words.
        is_first: the cell begins here.
        is_last: it ends here.
    """

    column: int
    across: int
    lines: tuple[str, ...]
    is_first: bool
    is_last: bool


@dataclass(frozen=True, kw_only=True)
class Strip:
    """What one page shows of one row; `height` in points."""

    parts: tuple[Part, ...]
    height: float


@dataclass(kw_only=True)
class Slab:
    """Strips of one table that stand together on one page; lengths in points.

    Attributes:
        left: left edge.
        top: upper edge, from the top of the page.
        columns: widths of the columns.
        strips: from top to bottom.
        heads: how many of them are header rows.
    """

    left: float
    top: float
    columns: tuple[float, ...]
    strips: list[Strip] = field(default_factory=list)
    heads: int = 0

    @property
    def bottom(self) -> float:
        return self.top + sum(strip.height for strip in self.strips)


def column_widths(grid: Grid, whole: float) -> tuple[float, ...]:
    """Share `whole` points among the columns, wider ones for longer texts."""
    longest = [_SHORTEST] * grid.width
    for _, column, slot in grid.places():
        if slot.across == 1:
            length = max(map(len, slot.text.split("\n")))
            longest[column] = min(max(longest[column], length), _LONGEST)
    weights = [length**_POWER for length in longest]
    return tuple(whole * weight / sum(weights) for weight in weights)


def header_rows(grid: Grid) -> int:
    """Return how many rows the header has; 0 where a title or a row of the catalogue stands first.

    No heading is blank, and none is a number.
    """
    first = grid.rows[0]
    is_head = len(first) > 1 and not any(slot.text.strip().isdecimal() for slot in first)
    return max(slot.down for slot in first) if is_head and all(slot.text for slot in first) else 0


def strips_of(grid: Grid, columns: tuple[float, ...], look: Look) -> list[Strip]:
    """Return the rows, none of them cut yet."""
    parts: list[list[Part]] = [[] for _ in grid.rows]
    for row, column, slot in grid.places():
        width = sum(columns[column : column + slot.across]) - 2 * look.padding
        lines = tuple(broken(slot.text, width, look.font_size, cuts_words=look.cuts_words))
        for down in range(slot.down):
            part = Part(
                column=column,
                across=slot.across,
                lines=lines if down == 0 else (),
                is_first=down == 0,
                is_last=down == slot.down - 1,
            )
            parts[row + down].append(part)
    return [_strip(sorted(row, key=lambda part: part.column), look) for row in parts]


def cut(strip: Strip, room: float, look: Look) -> tuple[Strip, Strip] | None:
    """Cut a row at `room` points of height; None when not even one line fits on each side."""
    count = int((room - 2 * look.padding) // look.leading)
    if not 0 < count < max(len(part.lines) for part in strip.parts):
        return None
    upper = [replace(part, lines=part.lines[:count], is_last=False) for part in strip.parts]
    lower = [replace(part, lines=part.lines[count:], is_first=False) for part in strip.parts]
    return _strip(upper, look), _strip(lower, look)


def _strip(parts: list[Part], look: Look) -> Strip:
    height = max(len(part.lines) for part in parts) * look.leading + 2 * look.padding
    return Strip(parts=tuple(parts), height=height)
