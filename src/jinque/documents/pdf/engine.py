"""The engine's documents and pages, opened and closed; only the reading process imports this.

The characters of a page as the engine finds them, in the file's own coordinates.

The drawn lines of a page, as the engine finds them among its pictures and paths.
"""

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite
from typing import Any

import pypdfium2_raw as pdfium

from jinque.documents.pdf.paint import bounds_of, clip_of, is_white, paint_of
from jinque.documents.printed.page import PageLimits
from jinque.documents.printed.raw import (
    SLANTED,
    Box,
    Corners,
    Mark,
    Marks,
    Matrix,
    Paint,
    RawPage,
    RefusedError,
    Strokes,
    Style,
    hull,
    is_thin,
    lines_of_outlines,
    moved,
    style_of,
    times,
)

_HYPHEN = 0x02  # what the engine reports for a hyphen at the end of a line
_SOFT_HYPHEN = 0xAD
_UNKNOWN = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})
_DEEPEST = 8
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


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
    return style_of(across, along, math.atan2(matrix.b, matrix.a))


def _text(code: int) -> str:
    if code in (_HYPHEN, _SOFT_HYPHEN):
        return "-"
    return "" if code in _UNKNOWN else chr(code)


def strokes_of(page: Any, limit: int, paint: Paint) -> Strokes:  # noqa: ANN401
    """Collect the lines and pictures of a page.

    Args:
        page: the engine's handle.
        limit: how many objects may stand on the page, those in its forms included.
        paint: the grounds on which white shows.

    Raises:
        RefusedError: there are more.
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
            raise RefusedError("objects")
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.lines += [] if _is_unseen(thing, paint) else _lines(thing, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(thing, matrix)
            (found.lines if is_thin(box) else found.pictures).append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = times(_matrix(thing), matrix)
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
    if is_thin(box):
        yield box
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    inner = times(_matrix(path), matrix)
    yield from lines_of_outlines(list(_outlines(path, inner)), is_stroked=bool(stroke.value))


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
        points.append(moved(x.value, y.value, matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield [*points, points[0]]
            points = []
    if points:
        yield points


def _bounds(thing: Any, matrix: Matrix) -> Corners:  # noqa: ANN401
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    box = [(left.value, bottom.value), (right.value, top.value)]
    return hull([moved(x, y, matrix) for x, y in box])


def _matrix(thing: Any) -> Matrix:  # noqa: ANN401
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, m)
    return m.a, m.b, m.c, m.d, m.e, m.f


class OpenDocument:
    """A document in the engine's hands until the process ends.

    Raises:
        RefusedError: `locked`, `damaged`, or `pages` at the limit.
    """

    def __init__(self, data: bytes, limits: PageLimits) -> None:
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
            raise RefusedError("objects")
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
