"""The drawn lines of a page, as the engine finds them among its pictures and paths."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2_raw as pdfium

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


def strokes_of(page: Any, limit: int) -> Strokes:  # noqa: ANN401
    """Collect the lines and pictures of a page.

    Args:
        page: the engine's handle.
        limit: how many objects may stand on the page, those in its forms included.

    Raises:
        TooManyStrokesError: there are more.
    """
    found = Strokes()
    count = pdfium.FPDFPage_CountObjects(page)
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(count))
    _collect(objects, _IDENTITY, found, limit, 0)
    return found


def _collect(
    objects: Iterator[Any], matrix: Matrix, found: Strokes, limit: int, depth: int
) -> None:
    for thing in objects:
        found.objects += 1
        if found.objects > limit:
            raise TooManyStrokesError
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.lines += _lines(thing, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(thing, matrix)
            (found.lines if _is_thin(box) else found.pictures).append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix(thing), matrix)
            count = pdfium.FPDFFormObj_CountObjects(thing)
            parts = (pdfium.FPDFFormObj_GetObject(thing, index) for index in range(count))
            _collect(parts, inner, found, limit, depth + 1)


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
