"""PDF, drawn with reportlab: lines and words at places, as paper has them."""

import io
from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

from bench.unseen_catalogues.printing.layout import blocks
from bench.unseen_catalogues.sheet import Block, Cell, Grid, Sheet, flat

_FONT = "STSong-Light"
registerFont(UnicodeCIDFont(_FONT))

_SIZE, _LEADING, _PADDING, _MARGIN = 9.0, 12.0, 4.0, 50.0
_MOST_COLUMNS = 9  # on a page of A4
_WIDEST = 22 * _SIZE
_NOT_FIRST = "，。、；：）》”！？"


@dataclass
class _Strip:
    """A row as it is drawn: lines of text for each place, or None where a merge covers it."""

    cells: list[Cell | None]
    lines: list[list[str]]
    height: float
    from_above: frozenset[int] = frozenset()
    open_above: bool = False
    open_below: bool = False


def print_pdf(sheet: Sheet) -> bytes:
    """Return the pages; the same sheet gives the same bytes."""
    buffer = io.BytesIO()
    laid_out = blocks(sheet)
    is_wide = any(isinstance(each, Grid) and each.width > _MOST_COLUMNS for each in laid_out)
    size = landscape(A3 if is_wide else A4)
    canvas = Canvas(buffer, pagesize=size, invariant=True, pageCompression=0)
    _Press(canvas, sheet, size).draw(laid_out)
    canvas.save()
    return buffer.getvalue()


class _Press:
    """Draws from the top down; `y` is the distance from the upper edge of the page."""

    def __init__(self, canvas: Canvas, sheet: Sheet, size: tuple[float, float]) -> None:
        self._canvas = canvas
        self._width, self._height = size
        self._sheet = sheet
        self._options = sheet.options
        self._page = 1
        self._y = _MARGIN

    def draw(self, laid_out: list[Block]) -> None:
        for block in laid_out:
            if isinstance(block, Grid):
                self._grid(block)
                self._y += 2 * _LEADING
            else:
                self._line(block)
        self._close()

    def _close(self) -> None:
        if "page_furniture" in self._options:
            self._words("人才工作简报", _MARGIN, 30)
            self._words(f"第 {self._page} 页", self._width - 2 * _MARGIN, self._height - 25)
            self._words(f"- {self._page} -", self._width / 2, self._height - 25)
        self._canvas.showPage()

    def _turn(self) -> None:
        self._close()
        self._page += 1
        self._y = _MARGIN

    def _line(self, text: str) -> None:
        is_title = text == self._sheet.title
        size = 15.0 if is_title else 10.5
        if self._y + 3 * size > self._height - _MARGIN:
            self._turn()
        self._y += size * 1.6
        spare = self._width - 2 * _MARGIN - stringWidth(text, _FONT, size)
        self._words(text, _MARGIN + (spare / 2 if is_title else 0), self._y, size)
        self._y += size * 0.6

    def _words(self, text: str, x: float, y: float, size: float = _SIZE) -> None:
        self._canvas.setFont(_FONT, size)
        self._canvas.drawString(x, self._height - y, text)

    def _grid(self, grid: Grid) -> None:
        widths = _column_widths(grid, self._width - 2 * _MARGIN)
        strips = _strips(grid, widths)
        heads = strips[: grid.heads]
        for number, strip in enumerate(strips):
            rest: _Strip | None = strip
            while rest:
                room = self._height - _MARGIN - self._y
                if rest.height <= room:
                    self._strip(rest, widths, strips, number, is_head=number < grid.heads)
                    break
                self._foot(widths)
                upper, rest = self._cut(rest, room)
                if upper:
                    self._strip(upper, widths, strips, number, is_head=False)
                self._turn_in_table(heads, widths)
        self._foot(widths)

    def _foot(self, widths: list[float]) -> None:
        """Close the table where a page or the table ends, or a page begins."""
        if "no_rules" not in self._options:
            self._rule(_MARGIN, self._y, _MARGIN + sum(widths), self._y)

    def _turn_in_table(self, heads: list[_Strip], widths: list[float]) -> None:
        self._turn()
        self._foot(widths)
        if self._options & {"heads_anew", "clipped_words"}:
            for number, head in enumerate(heads):
                self._strip(head, widths, heads, number, is_head=True)
            if "clipped_words" in self._options:
                self._clipped(widths)

    def _cut(self, strip: _Strip, room: float) -> tuple[_Strip | None, _Strip]:
        """Cut a row between two lines where the habit asks for it and there is room."""
        count = int((room - 2 * _PADDING) // _LEADING)
        if "rows_cut" not in self._options or count < 1:
            return None, strip
        begun = [lines[:count] for lines in strip.lines]
        upper = _Strip(strip.cells, begun, room, strip.from_above, open_below=True)
        left = [lines[count:] for lines in strip.lines]
        height = max(map(len, left)) * _LEADING + 2 * _PADDING
        return upper, _Strip(strip.cells, left, height, strip.from_above, open_above=True)

    def _strip(
        self,
        strip: _Strip,
        widths: list[float],
        strips: list[_Strip],
        number: int,
        *,
        is_head: bool,
    ) -> None:
        top, x = self._y, _MARGIN
        for at, (cell, lines) in enumerate(zip(strip.cells, strip.lines, strict=True)):
            if cell is not None:
                width = sum(widths[at : at + cell.across])
                bottom = top + strip.height
                for below in strips[number + 1 : number + cell.down]:
                    if bottom + below.height > self._height - _MARGIN:
                        break
                    bottom += below.height
                self._cell(lines, (x, top, width, bottom), strip)
            elif self._page > 1 and at in strip.from_above:
                self._sides(x, top, widths[at], strip)
            x += widths[at]
        self._y += strip.height
        if "white_fills" in self._options and is_head:
            for y in (top, self._y):
                self._rule(_MARGIN, y, _MARGIN + sum(widths), y)

    def _sides(self, x: float, top: float, width: float, strip: _Strip) -> None:
        """Draw the sides of a merged cell that goes on from the page before."""
        if not self._options & {"no_rules", "white_fills"}:
            for edge in (x, x + width):
                self._rule(edge, top, edge, top + strip.height)

    def _cell(
        self, lines: list[str], box: tuple[float, float, float, float], strip: _Strip
    ) -> None:
        x, top, _, _ = box
        if "white_fills" in self._options:
            self._paper(lambda: self._fills(box))
        elif "no_rules" not in self._options:
            self._frame(box, strip)
        for number, line in enumerate(lines):
            self._words(line, x + _PADDING, top + _PADDING + _SIZE + number * _LEADING)
        if "white_words" in self._options and lines and len(lines[0]) > 3:  # noqa: PLR2004
            self._paper(lambda: self._words("草稿勿外传", x + _PADDING + 3, top + _PADDING + _SIZE))

    def _fills(self, box: tuple[float, float, float, float]) -> None:
        x, top, width, bottom = box
        for left in (x, x + width - 5.4):
            self._canvas.rect(
                left, self._height - bottom + 1, 5.4, bottom - top - 2, stroke=0, fill=1
            )

    def _frame(self, box: tuple[float, float, float, float], strip: _Strip) -> None:
        x, top, width, bottom = box
        self._rule(x, top, x, bottom)
        self._rule(x + width, top, x + width, bottom)
        if not strip.open_above:
            self._rule(x, top, x + width, top)
        if not strip.open_below:
            self._rule(x, bottom, x + width, bottom)

    def _rule(self, left: float, top: float, right: float, bottom: float) -> None:
        if "filled_rules" in self._options:
            height = max(bottom - top, 0.5)
            self._canvas.rect(
                left, self._height - bottom, max(right - left, 0.5), height, stroke=0, fill=1
            )
        else:
            self._canvas.setLineWidth(0.6)
            self._canvas.line(left, self._height - top, right, self._height - bottom)

    def _paper(self, draw: Callable[[], None]) -> None:
        """Draw something in the colour of the paper."""
        self._canvas.saveState()
        self._canvas.setFillColorRGB(1, 1, 1)
        draw()
        self._canvas.restoreState()

    def _clipped(self, widths: list[float]) -> None:
        """Write words over the head that lie outside the clip, as Excel does on later pages."""
        self._canvas.saveState()
        clip = self._canvas.beginPath()
        clip.rect(_MARGIN, _MARGIN, sum(widths), self._height - self._y - _MARGIN)
        self._canvas.clipPath(clip, stroke=0)
        for at in range(2):
            left = _MARGIN + sum(widths[: at + 1]) + _PADDING
            self._words("上页合并单元格", left, self._y - _PADDING - 2)
        self._canvas.restoreState()


def _column_widths(grid: Grid, total: float) -> list[float]:
    """Return widths that leave no column wider than its longest word needs, or the usual limit."""
    widths = [3 * _SIZE] * grid.width
    for row in flat(grid):
        for at, cell in enumerate(row):
            if cell and cell.across == 1:
                longest = max(map(_length, cell.text.split("\n")))
                widths[at] = max(widths[at], min(longest, _WIDEST))
    widths = [width + 2 * _PADDING + 1 for width in widths]
    scale = min(1.0, total / sum(widths))
    return [width * scale for width in widths]


def _length(text: str) -> float:
    return float(stringWidth(text, _FONT, _SIZE))


def _strips(grid: Grid, widths: list[float]) -> list[_Strip]:
    strips: list[_Strip] = []
    covered: set[tuple[int, int]] = set()
    for y, row in enumerate(flat(grid)):
        lines: list[list[str]] = []
        for at, cell in enumerate(row):
            if cell is None:
                lines.append([])
            else:
                width = sum(widths[at : at + cell.across]) - 2 * _PADDING
                lines.append(_wrapped(cell.text, width))
                covered |= {(y + below, at) for below in range(1, cell.down)}
        low = (each for each, cell in zip(lines, row, strict=True) if cell and cell.down == 1)
        height = max([1, *map(len, low)]) * _LEADING + 2 * _PADDING
        above = frozenset(at for at in range(grid.width) if (y, at) in covered)
        strips.append(_Strip(row, lines, height, above))
    return strips


def _wrapped(text: str, width: float) -> list[str]:
    """Return the lines of a cell; a closing mark stays with what stands before it."""
    lines: list[str] = []
    for part in text.split("\n") if text else ():
        line = ""
        for letter in part:
            if line and _length(line + letter) > width and letter not in _NOT_FIRST:
                lines.append(line)
                line = ""
            line += letter
        lines.append(line)
    return lines
