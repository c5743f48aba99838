"""The engine's documents and pages, opened and closed; only the reading process imports this."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import isfinite
from typing import Any

import pypdfium2_raw as pdfium

from jinque.documents.pdf.limits import PdfLimits
from jinque.documents.pdf.marks import Marks, marks_of
from jinque.documents.pdf.strokes import Strokes, TooManyStrokesError, strokes_of


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
        strokes = strokes_of(page, self._limits.objects)
        with _text_page(page) as text_page:
            count = pdfium.FPDFText_CountChars(text_page) if text_page else 0
            if count > self._limits.characters:
                raise RefusedError("characters")
            marks = marks_of(text_page, count)
        return RawPage(corners, marks, strokes)


@contextmanager
def _text_page(page: Any) -> Iterator[Any]:  # noqa: ANN401
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        yield text_page
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
