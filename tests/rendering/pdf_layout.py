"""Paragraphs and tables laid out on pages, before anything is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.rendering.page import Block, Grid, Pair
from tests.rendering.pdf_lines import broken
from tests.rendering.pdf_look import Look
from tests.rendering.pdf_strips import Slab, Strip, column_widths, cut, header_rows, strips_of

MARGIN = 64.0
_TITLE_SIZE, _TEXT_SIZE = 14.0, 10.5
_ALLEY = 24.0  # between tables


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a paragraph; `baseline` in points from the top of the page."""

    text: str
    baseline: float
    size: float
    is_centred: bool


@dataclass
class Page:
    """What stands on one page."""

    lines: list[Line] = field(default_factory=list)
    slabs: list[Slab] = field(default_factory=list)


class Layout:
    """Fills pages of one size from the top down; lengths in points."""

    def __init__(self, look: Look, width: float, height: float) -> None:
        self._look = look
        self._width = width - 2 * MARGIN
        self._end = height - MARGIN
        self._y = MARGIN
        self.pages = [Page()]

    def fill(self, blocks: Sequence[Block]) -> list[Page]:
        """Lay out the whole document."""
        for number, block in enumerate(blocks):
            if isinstance(block, Pair):
                self._pair(block)
            elif isinstance(block, Grid):
                self._y = self._grid(block, MARGIN, self._width) + _ALLEY
            else:
                self._paragraph(block, is_title=number == 0)
        return self.pages

    def _turn(self) -> None:
        self.pages.append(Page())
        self._y = MARGIN

    def _paragraph(self, text: str, *, is_title: bool) -> None:
        size = _TITLE_SIZE if is_title else _TEXT_SIZE
        is_sentence = text.endswith("。")
        shown = f"\u3000\u3000{text}" if is_sentence else text
        lines = broken(shown, self._width, size)
        self._y += size
        if self._y + (len(lines) + 3) * size * 1.5 > self._end:
            self._turn()
        for line in lines:
            self._y += size * 1.5
            place = Line(text=line, baseline=self._y, size=size, is_centred=not is_sentence)
            self.pages[-1].lines.append(place)
        self._y += size

    def _pair(self, pair: Pair) -> None:
        """Print two tables side by side on a page of their own, however tall they are."""
        if self.pages[-1].slabs:
            self._turn()
        width, end, top = (self._width - _ALLEY) / 2, self._end, self._y
        self._end = float("inf")
        bottom = self._grid(pair.left, MARGIN, width)
        self._y = top
        self._y = max(bottom, self._grid(pair.right, MARGIN + width + _ALLEY, width))
        self._end = end

    def _grid(self, grid: Grid, left: float, width: float) -> float:
        """Lay out a table; return its lower edge."""
        columns = column_widths(grid, width)
        strips = strips_of(grid, columns, self._look)
        count = header_rows(grid)
        slab = self._begin(left, columns, strips[:count])
        for strip in strips[count:]:
            rest: Strip | None = strip
            while rest:
                room = self._end - slab.bottom
                if rest.height <= room:
                    slab.strips.append(rest)
                    break
                upper, rest = self._cut(rest, room)
                slab.strips += [upper] if upper else []
                self._turn()
                heads = strips[:count] if self._look.repeats_heading else []
                slab = self._begin(left, columns, heads)
        return slab.bottom

    def _cut(self, strip: Strip, room: float) -> tuple[Strip | None, Strip]:
        pieces = cut(strip, room, self._look) if self._look.splits_rows else None
        return pieces or (None, strip)

    def _begin(self, left: float, columns: tuple[float, ...], heads: Sequence[Strip]) -> Slab:
        if self._y + sum(strip.height for strip in heads) + 3 * self._look.leading > self._end:
            self._turn()
        slab = Slab(left=left, top=self._y, columns=columns, strips=list(heads), heads=len(heads))
        self.pages[-1].slabs.append(slab)
        return slab
