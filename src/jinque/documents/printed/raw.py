"""What an engine finds on a page, in the file's own coordinates: characters, lines and pictures.

Every engine hands over this, whatever its format; all else is read from it in one way. Lengths are
in points and grow to the right and upwards.

What the paint of a page hides: words in the colour of the paper, and words outside their clip.

The characters of a page on the turned page, where lines run from left to right.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple, Protocol

from jinque.documents.printed.page import Turn

SLANTED = -1
_QUARTER = math.pi / 2
_MOST_SLANT = 0.05
_LARGEST = 10_000.0  # points; nothing on paper is larger
_SLACK = 0.5

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge; lengths grow upwards."""


class Style(NamedTuple):
    """How a run of characters is printed.

    Attributes:
        quarters: direction in quarter turns to the left, or `SLANTED`.
        size: size of the type, across its lines.
        advance: the same along its lines; they differ where type is stretched.
    """

    quarters: int
    size: float
    advance: float


class Mark(NamedTuple):
    """A character, or the letters of a ligature: where it is set, and its ink."""

    text: str
    x: float
    y: float
    ink: Box
    style: Style

    def with_letter(self, text: str, ink: Box) -> "Mark":
        """Return the ligature with another letter, or a character with its second half."""
        left, bottom, right, top = self.ink
        whole = (min(left, ink[0]), min(bottom, ink[1]), max(right, ink[2]), max(top, ink[3]))
        return self._replace(text=_whole(self.text + text), ink=whole)


@dataclass(slots=True)
class Marks:
    """What stands on a page.

    Attributes:
        marks: characters in the order of the file.
        strangers: how many of them have a font that does not say what they are.
        slanted: how many run across the page; they are not among `marks`.
    """

    marks: list[Mark] = field(default_factory=list)
    strangers: int = 0
    slanted: int = 0

    @property
    def quarters(self) -> int:
        """Direction in which most characters run, in quarter turns to the left."""
        counted = Counter(mark.style.quarters for mark in self.marks)
        return max(counted, key=lambda key: (counted[key], key == 0), default=0)

    def add(self, mark: Mark) -> None:
        """Take a character; the engine reports the letters of a ligature at one place."""
        self.strangers += not mark.text or "\ue000" <= mark.text < "\uf900"
        last = self.marks[-1] if self.marks else None
        if last and last.style is mark.style and (last.x, last.y) == (mark.x, mark.y):
            self.marks[-1] = last.with_letter(mark.text, mark.ink)
        else:
            self.marks.append(mark)


def style_of(across: float, along: float, angle: float) -> Style:
    """Return the style of type of a size in points, turned to the left by an angle in radians."""
    if not (0 < across < _LARGEST and 0 < along < _LARGEST):
        return Style(SLANTED, 0.0, 0.0)
    turns = angle / _QUARTER
    is_slanted = abs(turns - round(turns)) > _MOST_SLANT
    return Style(SLANTED if is_slanted else round(turns) % 4, across, along)


def _whole(text: str) -> str:
    """Join the halves of a character beyond the first 65,536, which come one by one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@dataclass(slots=True)
class Paint:
    """The grounds of a page that are not white, and its own objects.

    Attributes:
        grounds: boxes of dark fills and pictures, on which white shows.
        own: addresses of the objects that stand on the page itself.
    """

    grounds: list[Box] = field(default_factory=list)
    own: set[int] = field(default_factory=set)

    def is_seen(self, box: Box, *, is_white: bool, clip: Box | None) -> bool:
        """Tell whether something is seen whose middle is that of `box`."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if clip is not None and not _holds(clip, x, y):
            return False
        return not is_white or any(_holds(ground, x, y) for ground in self.grounds)


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] - _SLACK <= x <= box[2] + _SLACK and box[1] - _SLACK <= y <= box[3] + _SLACK


Matrix = tuple[float, float, float, float, float, float]
Corners = tuple[float, float, float, float]
"""x, y, x, y of two opposite corners, in the file's own coordinates."""

_THICKEST = 3.0
_LONGEST_DOT = 1.0
_LONGEST = 100_000.0  # points; also keeps out what is not a number


@dataclass(slots=True)
class Strokes:
    """What is drawn on a page beside its text.

    Attributes:
        lines: level and upright lines, each as a box no thicker than 3 points.
        pictures: boxes of the pictures.
        objects: how many objects were looked at.
    """

    lines: list[Corners] = field(default_factory=list)
    pictures: list[Corners] = field(default_factory=list)
    objects: int = 0


def is_thin(box: Corners) -> bool:
    """Tell whether a box is a line: no thicker than 3 points, and no dot."""
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) <= _THICKEST and _LONGEST_DOT < max(width, height) < _LONGEST


def lines_of_outlines(
    outlines: Sequence[Sequence[tuple[float, float]]], *, is_stroked: bool
) -> Iterator[Corners]:
    """Yield the lines of a path: outlines that are thin, and the sides of others that are drawn."""
    for outline in outlines:
        whole = hull(outline)
        if is_thin(whole):
            yield whole
        elif is_stroked:
            sides = (hull(outline[i : i + 2]) for i in range(len(outline) - 1))
            yield from (side for side in sides if is_thin(side))


def hull(points: Sequence[tuple[float, float]]) -> Corners:
    """Return the box around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def moved(x: float, y: float, m: Matrix) -> tuple[float, float]:
    """Return the place of a point behind a matrix."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that applies `inner` first."""
    a, b = inner[0] * outer[0] + inner[1] * outer[2], inner[0] * outer[1] + inner[1] * outer[3]
    c, d = inner[2] * outer[0] + inner[3] * outer[2], inner[2] * outer[1] + inner[3] * outer[3]
    e, f = moved(inner[4], inner[5], outer)
    return a, b, c, d, e, f


class RefusedError(Exception):
    """The engine, or a limit, refuses the file; the argument is a key of `faults.FAULTS`."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """What stands on a page, in the file's own coordinates.

    Attributes:
        corners: x, y, x, y of the page's opposite corners.
        marks: its characters.
        strokes: its lines and pictures.
    """

    corners: tuple[float, float, float, float]
    marks: Marks
    strokes: Strokes


class OpenedDocument(Protocol):
    """A document in an engine's hands until the process ends."""

    pages: int

    def page(self, index: int) -> RawPage | None:
        """Return a page, counted from 0; None when it is damaged.

        Raises:
            RefusedError: `characters` or `objects`, at the limit.
        """


_WIDE_MARKS = frozenset("“”‘’…·")  # narrow in a Latin font, which cannot be told
_FIRST_WIDE = "\u2e80"
_NARROW_ADVANCE = 0.3


class Glyph(NamedTuple):
    """A character; `right` is where the next one may begin, `base` its base line."""

    text: str
    left: float
    right: float
    base: float
    size: float


def glyphs_of(marks: Marks, turn: Turn) -> list[Glyph]:
    """Return the characters that lie on the page.

    A run in another direction than most, as in a narrow cell, counts as one character.
    """
    width, height = turn.size
    made = [_glyph(mark, turn) for mark in marks.marks if mark.style.quarters == turn.quarters]
    if len(made) < len(marks.marks):
        others = [mark for mark in marks.marks if mark.style.quarters != turn.quarters]
        runs = groupby(others, key=lambda mark: mark.style)
        made += [_joined([_glyph(mark, turn) for mark in run]) for _, run in runs]
    return [glyph for glyph in made if 0 <= glyph.left <= width and 0 <= glyph.base <= height]


def _glyph(mark: Mark, turn: Turn) -> Glyph:
    left, base = turn.point(mark.x, mark.y)
    ink = turn.box(mark.ink)
    is_wide = mark.text[:1] >= _FIRST_WIDE or mark.text in _WIDE_MARKS
    right = left + mark.style.advance * (1 if is_wide else _NARROW_ADVANCE * len(mark.text))
    return Glyph(mark.text, left, max(right, ink[2]), base, mark.style.size)


def _joined(run: list[Glyph]) -> Glyph:
    return Glyph(
        "".join(glyph.text for glyph in run),
        min(glyph.left for glyph in run),
        max(glyph.right for glyph in run),
        sum(glyph.base for glyph in run) / len(run),
        run[0].size,
    )
