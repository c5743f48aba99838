"""Prints PDF with reportlab, whose code has nothing in common with the library that reads."""

import io
from collections.abc import Iterable

from reportlab.lib.pagesizes import A3, A4
from reportlab.pdfgen.canvas import Canvas

from tests.rendering.ofd_canvas import OfdCanvas
from tests.rendering.page import Block, Grid, Pair
from tests.rendering.pdf_layout import MARGIN, Layout, Page
from tests.rendering.pdf_lines import FONT, width_of
from tests.rendering.pdf_look import LOOKS, Look
from tests.rendering.pdf_strips import Part, Slab, Strip

_RULE = 0.6
_MOST_COLUMNS = 8  # on a page of A4


def print_pdf(blocks: Iterable[Block], look: Look = LOOKS[0]) -> bytes:
    """Return the PDF of a document; the same blocks and look give the same bytes."""
    return _print(blocks, look, Canvas)


def print_ofd(blocks: Iterable[Block], look: Look = LOOKS[0]) -> bytes:
    """Return the OFD of a document, drawn by the same pen."""
    return _print(blocks, look, OfdCanvas)


def _print(
    blocks: Iterable[Block], look: Look, canvas_class: type[Canvas] | type[OfdCanvas]
) -> bytes:
    content = list(blocks)
    short, long = A3 if any(map(_is_wide, content)) else A4
    is_across = (look.quarter_turns % 2 == 1) != (short == A3[0])
    width, height = (long, short) if is_across else (short, long)
    pages = Layout(look, width, height).fill(content)
    height = max([height, *(slab.bottom + MARGIN for page in pages for slab in page.slabs)])
    buffer = io.BytesIO()
    shown = (height, width) if look.is_text_turned else (width, height)
    canvas = canvas_class(buffer, pagesize=shown, invariant=True, pageCompression=0)
    for number, page in enumerate(pages, start=1):
        canvas.setPageRotation(0 if look.is_text_turned else 90 * look.quarter_turns)
        _Pen(canvas, look, width, height).draw(page, number, len(pages))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _is_wide(block: Block) -> bool:
    return isinstance(block, Pair) or (isinstance(block, Grid) and block.width > _MOST_COLUMNS)


class _Pen:
    """Draws one page; lengths downwards from the top are turned into reportlab's upward ones."""

    def __init__(self, canvas: Canvas | OfdCanvas, look: Look, width: float, height: float) -> None:
        self._canvas = canvas
        self._look = look
        self._width = width
        self._height = height
        if look.quarter_turns == 1:
            canvas.translate(height, 0)
            canvas.rotate(90)
        elif look.quarter_turns == 3:
            canvas.translate(0, width)
            canvas.rotate(-90)

    def draw(self, page: Page, number: int, of: int) -> None:
        for line in page.lines:
            spare = self._width - 2 * MARGIN - width_of(line.text, line.size)
            left = MARGIN + (spare / 2 if line.is_centred else 0)
            self._text(line.text, left, line.baseline, line.size)
        for slab in page.slabs:
            self._slab(slab)
        if self._look.has_furniture:
            self._text("某市人力资源和社会保障局", MARGIN, MARGIN / 2, 9)
            self._text("急需紧缺目录", self._width - MARGIN - 54, MARGIN / 2, 9)
            self._text(f"第 {number} 页 共 {of} 页", MARGIN, self._height - MARGIN / 2, 9)
            self._text(f"— {number} —", self._width / 2, self._height - MARGIN / 2, 9)

    def _slab(self, slab: Slab) -> None:
        y = slab.top
        for number, strip in enumerate(slab.strips):
            is_topmost = number == 0 and (self._look.closes_pages or bool(slab.heads))
            for part in strip.parts:
                left = slab.left + sum(slab.columns[: part.column])
                right = left + sum(slab.columns[part.column : part.column + part.across])
                self._part(part, strip, (left, y, right))
                if self._look.is_ruled:
                    is_closed = part.is_first or is_topmost or number == slab.heads
                    is_end = number == len(slab.strips) - 1
                    is_foot = is_end and (part.is_last or self._look.closes_pages)
                    self._rules((left, y, right, y + strip.height), slab, is_closed, is_foot)
            y += strip.height

    def _rules(
        self,
        box: tuple[float, float, float, float],
        slab: Slab,
        is_closed: bool,  # noqa: FBT001
        is_foot: bool,  # noqa: FBT001
    ) -> None:
        left, top, right, bottom = box
        for x in (left, right):
            is_edge = min(abs(x - slab.left), abs(x - slab.left - sum(slab.columns))) < 1
            if self._look.has_sides or not is_edge:
                self._rule(x, top, x, bottom)
        if is_closed:
            self._rule(left, top, right, top)
        if is_foot:
            self._rule(left, bottom, right, bottom)

    def _part(self, part: Part, strip: Strip, corner: tuple[float, float, float]) -> None:
        look, (left, top, _) = self._look, corner
        spare = strip.height - 2 * look.padding - len(part.lines) * look.leading
        y = top + look.padding + (spare / 2 if look.is_centred else 0)
        for line in part.lines:
            shown = line.rstrip() if look.drops_blanks else line
            self._text(shown, left + look.padding, y + look.font_size, look.font_size)
            y += look.leading

    def _text(self, text: str, left: float, baseline: float, size: float) -> None:
        self._canvas.setFont(FONT, size)
        self._canvas.drawString(left, self._height - baseline, text)

    def _rule(self, left: float, top: float, right: float, bottom: float) -> None:
        height = self._height
        if self._look.are_lines_filled:
            half = _RULE / 2
            box = (left - half, height - bottom - half, right - left + _RULE, bottom - top + _RULE)
            self._canvas.rect(*box, stroke=0, fill=1)
        else:
            self._canvas.setLineWidth(_RULE)
            self._canvas.line(left, height - top, right, height - bottom)
