"""The engine's documents and pages, opened and closed; only the reading process imports this.

The characters of a page on the turned page, where lines run from left to right.

The characters of a page as the engine finds them, in the file's own coordinates.

The drawn lines of a page, as the engine finds them among its pictures and paths.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from math import isfinite
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from jinque.documents.pdf.page import PdfLimits, Turn
from jinque.documents.pdf.paint import Paint, bounds_of, clip_of, is_white, paint_of

SLANTED = -1
_HYPHEN = 0x02  # what the engine reports for a hyphen at the end of a line
_SOFT_HYPHEN = 0xAD
_UNKNOWN = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})
_QUARTER = math.pi / 2
_MOST_SLANT = 0.05
_LARGEST = 10_000.0  # points; nothing on paper is larger

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


def marks_of(text_page: Any, count: int, paint: Paint) -> Marks:  # noqa: ANN401
    """Collect the characters of a page.

    Args:
        text_page: the engine's handle.
        count: how many characters it has, those included that the engine made up.
        paint: what shows white words, and tells which objects stand on the page itself.
    """
    found = Marks()
    styles: dict[int, Style] = {}
    looks: dict[int, tuple[bool, Box | None]] = {}
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    for index in range(count):
        holder = pdfium.FPDFText_GetTextObject(text_page, index)
        if not holder:
            continue
        key = ctypes.addressof(holder.contents)
        if key not in styles:
            styles[key] = _style(text_page, index)
            clip = clip_of(holder) if key in paint.own else None
            looks[key] = is_white(holder, is_stroke=False), clip
        style = styles[key]
        if style.quarters == SLANTED:
            found.slanted += 1
            continue
        pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        ink = (left.value, bottom.value, right.value, top.value)
        white, clip = looks[key]
        is_seen = not (white or clip) or paint.is_seen(ink, is_white=white, clip=clip)
        if is_seen and math.isfinite(sum(ink) + x.value + y.value):
            text = _text(pdfium.FPDFText_GetUnicode(text_page, index))
            found.add(Mark(text, x.value, y.value, ink, style))
    return found


def _style(text_page: Any, index: int) -> Style:  # noqa: ANN401
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text_page, index)
    across, along = math.hypot(matrix.c, matrix.d) * size, math.hypot(matrix.a, matrix.b) * size
    if not (0 < across < _LARGEST and 0 < along < _LARGEST):
        return Style(SLANTED, 0.0, 0.0)
    turns = math.atan2(matrix.b, matrix.a) / _QUARTER
    is_slanted = abs(turns - round(turns)) > _MOST_SLANT
    return Style(SLANTED if is_slanted else round(turns) % 4, across, along)


def _text(code: int) -> str:
    if code in (_HYPHEN, _SOFT_HYPHEN):
        return "-"
    return "" if code in _UNKNOWN else chr(code)


def _whole(text: str) -> str:
    """Join the halves of a character beyond the first 65,536, which come one by one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


Matrix = tuple[float, float, float, float, float, float]
Corners = tuple[float, float, float, float]
"""x, y, x, y of two opposite corners, in the file's own coordinates."""

_THICKEST = 3.0
_LONGEST_DOT = 1.0
_LONGEST = 100_000.0  # points; also keeps out what is not a number
_DEEPEST = 8
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


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


class TooManyStrokesError(Exception):
    """More objects stand on the page than the limit allows."""


def strokes_of(page: Any, limit: int, paint: Paint) -> Strokes:  # noqa: ANN401
    """Collect the lines and pictures of a page.

    Args:
        page: the engine's handle.
        limit: how many objects may stand on the page, those in its forms included.
        paint: the grounds on which white shows.

    Raises:
        TooManyStrokesError: there are more.
    """
    found = Strokes()
    count = pdfium.FPDFPage_CountObjects(page)
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(count))
    _collect(objects, _IDENTITY, found, limit, 0, paint)
    return found


def _collect(
    objects: Iterator[Any],
    matrix: Matrix,
    found: Strokes,
    limit: int,
    depth: int,
    paint: Paint,
) -> None:
    for thing in objects:
        found.objects += 1
        if found.objects > limit:
            raise TooManyStrokesError
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.lines += [] if _is_unseen(thing, paint) else _lines(thing, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(thing, matrix)
            (found.lines if _is_thin(box) else found.pictures).append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix(thing), matrix)
            count = pdfium.FPDFFormObj_CountObjects(thing)
            parts = (pdfium.FPDFFormObj_GetObject(thing, index) for index in range(count))
            _collect(parts, inner, found, limit, depth + 1, paint)


def _is_unseen(path: Any, paint: Paint) -> bool:  # noqa: ANN401
    """Tell whether a path is painted in the colour of the paper, on no other ground."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    is_filled = bool(fill.value) and not is_white(path, is_stroke=False)
    is_stroked = bool(stroke.value) and not is_white(path, is_stroke=True)
    if is_filled or is_stroked or not (fill.value or stroke.value):
        return False
    return not paint.is_seen(bounds_of(path), is_white=True, clip=None)


def _lines(path: Any, matrix: Matrix) -> Iterator[Corners]:  # noqa: ANN401
    """Yield the lines of a path: the path itself if it is thin, else its sides."""
    box = _bounds(path, matrix)
    if _is_thin(box):
        yield box
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    inner = _times(_matrix(path), matrix)
    for outline in _outlines(path, inner):
        whole = _hull(outline)
        if _is_thin(whole):
            yield whole
        elif stroke.value:
            sides = (_hull(outline[i : i + 2]) for i in range(len(outline) - 1))
            yield from (side for side in sides if _is_thin(side))


def _outlines(path: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:  # noqa: ANN401
    """Yield the corners of each closed or open line in a path; curves are jumped over."""
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind != pdfium.FPDF_SEGMENT_LINETO and points:
            yield points
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(_moved(x.value, y.value, matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield [*points, points[0]]
            points = []
    if points:
        yield points


def _is_thin(box: Corners) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) <= _THICKEST and _LONGEST_DOT < max(width, height) < _LONGEST


def _bounds(thing: Any, matrix: Matrix) -> Corners:  # noqa: ANN401
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    box = [(left.value, bottom.value), (right.value, top.value)]
    return _hull([_moved(x, y, matrix) for x, y in box])


def _hull(points: list[tuple[float, float]]) -> Corners:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _moved(x: float, y: float, m: Matrix) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _matrix(thing: Any) -> Matrix:  # noqa: ANN401
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, m)
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that applies `inner` first."""
    a, b = inner[0] * outer[0] + inner[1] * outer[2], inner[0] * outer[1] + inner[1] * outer[3]
    c, d = inner[2] * outer[0] + inner[3] * outer[2], inner[2] * outer[1] + inner[3] * outer[3]
    e, f = _moved(inner[4], inner[5], outer)
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


class OpenDocument:
    """A document in the engine's hands until the process ends.

    Raises:
        RefusedError: `locked`, `damaged`, or `pages` at the limit.
    """

    def __init__(self, data: bytes, limits: PdfLimits) -> None:
        pdfium.FPDF_InitLibrary()
        self._data = data  # the engine reads it whenever it needs a part
        self._limits = limits
        self._handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._handle:
            locks = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
            raise RefusedError("locked" if pdfium.FPDF_GetLastError() in locks else "damaged")
        self.pages: int = pdfium.FPDF_GetPageCount(self._handle)
        if self.pages > limits.pages:
            raise RefusedError("pages")

    def page(self, index: int) -> RawPage | None:
        """Return a page, counted from 0; None when it is damaged.

        Raises:
            RefusedError: `characters` or `objects`, at the limit.
        """
        page = pdfium.FPDF_LoadPage(self._handle, index)
        if not page:
            return None
        try:
            return self._raw(page)
        except TooManyStrokesError:
            raise RefusedError("objects") from None
        finally:
            pdfium.FPDF_ClosePage(page)

    def _raw(self, page: Any) -> RawPage | None:  # noqa: ANN401
        frame = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, frame)
        corners = (frame.left, frame.bottom, frame.right, frame.top)
        if not (
            frame.left < frame.right and frame.bottom < frame.top and all(map(isfinite, corners))
        ):
            return None
        if pdfium.FPDFPage_CountObjects(page) > self._limits.objects:
            raise TooManyStrokesError
        paint = paint_of(page)
        strokes = strokes_of(page, self._limits.objects, paint)
        with _text_page(page) as text_page:
            count = pdfium.FPDFText_CountChars(text_page) if text_page else 0
            if count > self._limits.characters:
                raise RefusedError("characters")
            marks = marks_of(text_page, count, paint)
        return RawPage(corners, marks, strokes)


@contextmanager
def _text_page(page: Any) -> Iterator[Any]:  # noqa: ANN401
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        yield text_page
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)


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
