"""What one page shows, as the reading process hands it over.

Lengths are in points, from the left and from the top of the page as it is read: a page on its side
is turned first, so that its lines run from left to right.

What one PDF may take beside the limits of every file.

Pages on their side: from the file's coordinates to those in which lines run to the right.

Pages on their way from the reading process: one line of JSON each.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLimits:
    """What the reading process may take.

    Attributes:
        pages: pages of the file.
        characters: characters on one page; the densest printed page has some 10,000.
        pieces: cells and runs of words on all pages together.
        objects: drawn objects on one page, those in its forms included.
        memory_bytes: address space of the process, where the system can bound it.
    """

    pages: int = 1_000
    characters: int = 100_000
    pieces: int = 1_000_000
    objects: int = 200_000
    memory_bytes: int = 2**30


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together on one line, without a gap as wide as one between columns.

    Attributes:
        text: without outer blanks.
        left: left edge.
        right: right edge.
        base: base line.
        size: size of the type.
        slack: points by which gaps between its characters were widened to fill the line; more
            than any line has where a blank stands at its end.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    slack: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A cell between ruled lines, perhaps over several rows and columns.

    Attributes:
        row: first row, counted from 0.
        column: first column.
        rows: how many rows it covers.
        columns: how many columns it covers.
        lines: its printed lines.
        rooms: what each line leaves free at the right, in sizes of its type.
        is_open: no line closes it where the table ends on the page.
    """

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[str, ...]
    rooms: tuple[float, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A ruled table on one page.

    Attributes:
        top: upper edge.
        bottom: lower edge.
        edges: left edges of the columns, and the right edge of the last.
        rows: number of rows.
        boxes: from top to bottom, then from left to right.
    """

    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A level line that belongs to no ruled table."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        number: counted from 1.
        of: number of pages in the file.
        width: in points.
        height: in points.
        pieces: words outside ruled tables, by base line, then from left to right.
        frames: ruled tables from top to bottom.
        bars: lines below titles and between the rows of tables without upright lines.
        glyphs: characters on the page, blanks not counted.
        strangers: characters among them whose font does not say what they are.
        slanted: characters that were left out because they run across the page, as watermarks do.
        is_picture: pictures cover at least half of the page.
        is_damaged: the page could not be read at all.
    """

    number: int
    of: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    frames: tuple[Frame, ...]
    bars: tuple[Bar, ...]
    glyphs: int
    strangers: int
    slanted: int
    is_picture: bool
    is_damaged: bool = False


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


def to_line(page: Page) -> bytes:
    """Return the page as one line of JSON, lists for everything that has a fixed order."""
    whole = [
        *(page.number, page.of, page.width, page.height),
        [_values(piece) for piece in page.pieces],
        [[*_values(frame)[:-1], [_values(box) for box in frame.boxes]] for frame in page.frames],
        [_values(bar) for bar in page.bars],
        *(page.glyphs, page.strangers, page.slanted, page.is_picture, page.is_damaged),
    ]
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def page_from(values: list[Any]) -> Page:
    """Return the page that `to_line` wrote, from the list that its line holds."""
    number, of, width, height, pieces, frames, bars, *counts = values
    glyphs, strangers, slanted, is_picture, is_damaged = counts
    return Page(
        number=number,
        of=of,
        width=width,
        height=height,
        pieces=tuple(Piece(*values) for values in pieces),
        frames=tuple(_frame(*values) for values in frames),
        bars=tuple(Bar(*values) for values in bars),
        glyphs=glyphs,
        strangers=strangers,
        slanted=slanted,
        is_picture=is_picture,
        is_damaged=is_damaged,
    )


def _values(thing: Piece | Frame | Box | Bar) -> list[object]:
    return [getattr(thing, name) for name in thing.__slots__]


def _frame(top: float, bottom: float, edges: list[float], rows: int, boxes: list[Any]) -> Frame:
    cells = tuple(
        Box(row, column, down, across, tuple(lines), tuple(rooms), is_open)
        for row, column, down, across, lines, rooms, is_open in boxes
    )
    return Frame(top, bottom, tuple(edges), rows, cells)
