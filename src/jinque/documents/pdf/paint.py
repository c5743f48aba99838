"""What the paint of a page hides: words in the colour of the paper, and words outside their clip.

White words on a dark ground are seen; those on the bare page are not. A clip is taken for the box
around it, and only where the object stands on the page itself and not in a form.
"""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium

from jinque.documents.printed.raw import Box, Paint

_WHITE, _OPAQUE_FROM = 250, 8
_NO_CLIP = 0


def paint_of(page: Any) -> Paint:  # noqa: ANN401
    """Return the grounds of a page."""
    found = Paint()
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        found.own.add(ctypes.addressof(thing.contents))
        kind = pdfium.FPDFPageObj_GetType(thing)
        is_ground = kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            fill, stroke = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
            is_ground = bool(fill.value) and not is_white(thing, is_stroke=False)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            is_ground = True
        if is_ground:
            found.grounds.append(bounds_of(thing))
    return found


def bounds_of(thing: Any) -> Box:  # noqa: ANN401
    """Return the box of an object in the coordinates of what holds it."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def is_white(thing: Any, *, is_stroke: bool) -> bool:  # noqa: ANN401
    """Tell whether an object is painted in the colour of the paper, or not at all."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    get = pdfium.FPDFPageObj_GetStrokeColor if is_stroke else pdfium.FPDFPageObj_GetFillColor
    if not get(thing, red, green, blue, alpha):
        return False
    colours = (red.value, green.value, blue.value)
    return alpha.value < _OPAQUE_FROM or min(colours) >= _WHITE


def clip_of(thing: Any) -> Box | None:  # noqa: ANN401
    """Return the box inside all clips of an object; None where nothing clips it."""
    clip = pdfium.FPDFPageObj_GetClipPath(thing)
    count = pdfium.FPDFClipPath_CountPaths(clip) if clip else _NO_CLIP
    boxes = [box for number in range(max(0, count)) if (box := _path_box(clip, number))]
    if not boxes:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return max(lefts), max(bottoms), min(rights), min(tops)


def _path_box(clip: Any, number: int) -> Box | None:  # noqa: ANN401
    points = list(_points(clip, number))
    if not points:
        return None
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _points(clip: Any, number: int) -> Iterator[tuple[float, float]]:  # noqa: ANN401
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(max(0, pdfium.FPDFClipPath_CountPathSegments(clip, number))):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, number, index)
        if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value
