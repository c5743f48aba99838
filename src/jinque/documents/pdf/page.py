"""What one page shows, as the reading process hands it over.

Lengths are in points, from the left and from the top of the page as it is read: a page on its side
is turned first, so that its lines run from left to right.
"""

from dataclasses import dataclass


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
