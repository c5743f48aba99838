"""The characters of a page as the engine finds them, in the file's own coordinates."""

import ctypes
import math
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

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


def marks_of(text_page: Any, count: int) -> Marks:  # noqa: ANN401
    """Collect the characters of a page.

    Args:
        text_page: the engine's handle.
        count: how many characters it has, those included that the engine made up.
    """
    found = Marks()
    styles: dict[int, Style] = {}
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    for index in range(count):
        holder = pdfium.FPDFText_GetTextObject(text_page, index)
        if not holder:
            continue
        key = ctypes.addressof(holder.contents)
        if key not in styles:
            styles[key] = _style(text_page, index)
        style = styles[key]
        if style.quarters == SLANTED:
            found.slanted += 1
            continue
        pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        ink = (left.value, bottom.value, right.value, top.value)
        if math.isfinite(sum(ink) + x.value + y.value):
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
