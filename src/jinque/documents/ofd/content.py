"""The objects of a page, in the order in which they are painted, become marks and strokes.

Millimetres from the upper left corner become points whose lengths grow upwards.
"""

import math
from dataclasses import dataclass, field, replace

from lxml import etree

from jinque.documents.ofd.looks import Look, Resources, is_transparent, look_of
from jinque.documents.ofd.package import child, children, kind_of, number, numbers
from jinque.documents.ofd.paths import outlines_of
from jinque.documents.ofd.words import Word, words_of
from jinque.documents.printed.page import PageLimits
from jinque.documents.printed.raw import (
    SLANTED,
    Box,
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

_MATRIX = 6
_BOX = 4
_DEEPEST = 64
_ABOVE, _BELOW = 0.85, 0.15  # of the size: how far type reaches from its base line
_SAME_PLACE = 0.4  # of the size: type that is printed twice to look bold


@dataclass(frozen=True, slots=True)
class _Around:
    """What an object takes over from what it stands in.

    Attributes:
        matrix: to the page, in points.
        params: drawing parameters, the nearest first.
        clip: box outside which nothing shows, in points.
        depth: how many blocks and units it stands in.
    """

    matrix: Matrix
    params: list[etree._Element] = field(default_factory=list)
    clip: Box | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Run:
    """White type, or white lines, which show only if a ground is found for them."""

    mark: Mark | None
    line: Box | None


class Content:
    """Collects what the layers of one page show."""

    def __init__(
        self, box: list[float], points: float, resources: Resources, limits: PageLimits
    ) -> None:
        left, top, width, height = (side * points for side in box)
        self._corners = (left, -top - height, left + width, -top)
        self._page: Matrix = (points, 0, 0, -points, 0, 0)
        self._resources = resources
        self._limits = limits
        self._marks = Marks()
        self._strokes = Strokes()
        self._paint = Paint()
        self._white: list[_Run] = []
        self._printed: set[tuple[str, int, int, int]] = set()
        self._characters = 0

    def add(self, layer: etree._Element) -> None:
        """Take the objects of a layer.

        Raises:
            RefusedError: `characters`, `objects` or `deep`, at the limit.
        """
        self._block(layer, _Around(self._page, self._resources.chain(layer)))

    def raw_page(self) -> RawPage:
        """Return what was collected; white things show where a ground lies behind them."""
        for run in self._white:
            box = run.mark.ink if run.mark else run.line
            if box and self._paint.is_seen(box, is_white=True, clip=None):
                if run.mark:
                    self._marks.add(run.mark)
                else:
                    self._strokes.lines.append(box)
        return RawPage(self._corners, self._marks, self._strokes)

    def _block(self, block: etree._Element, around: _Around) -> None:
        if around.depth > _DEEPEST:
            raise RefusedError("deep")
        for thing in block:
            self._strokes.objects += 1
            if self._strokes.objects > self._limits.objects:
                raise RefusedError("objects")
            if not is_transparent(thing):
                self._thing(thing, around)

    def _thing(self, thing: etree._Element, around: _Around) -> None:
        match kind_of(thing):
            case "TextObject":
                self._text(thing, self._inside(thing, around))
            case "PathObject":
                self._path(thing, self._inside(thing, around))
            case "ImageObject":
                self._picture(thing, around)
            case "PageBlock":
                self._block(thing, replace(around, depth=around.depth + 1))
            case "CompositeObject":
                unit = self._resources.units.get(thing.get("ResourceID", ""))
                content = child(unit, "Content")
                if content is not None:
                    inside = self._inside(thing, around)
                    self._block(content, replace(inside, depth=around.depth + 1))

    def _inside(self, thing: etree._Element, around: _Around) -> _Around:
        """Return what stands around the parts of an object: its own place and clips added."""
        box = numbers(thing.get("Boundary"))
        left, top = box[:2] if len(box) == _BOX else (0.0, 0.0)
        placed = times((1, 0, 0, 1, left, top), around.matrix)
        own = numbers(thing.get("CTM"))
        is_placed = len(own) == _MATRIX
        matrix = (
            times((own[0], own[1], own[2], own[3], own[4], own[5]), placed) if is_placed else placed
        )
        clip = around.clip
        if len(box) == _BOX and box[2] > 0 and box[3] > 0:
            size = number(thing.get("Size"), 1.0)
            outer = (box[0] - size, box[1] - size, box[0] + box[2] + size, box[1] + box[3] + size)
            clip = _both(clip, _boxed(outer, around.matrix))
        for one in children(child(thing, "Clips"), "Clip"):
            clip = _both(clip, self._clip(one, matrix))
        params = [*self._resources.chain(thing), *around.params]
        return _Around(matrix, params, clip, around.depth)

    def _clip(self, clip: etree._Element, matrix: Matrix) -> Box | None:
        """Return the box around the areas of a clip; None where it has no path."""
        points: list[tuple[float, float]] = []
        for area in children(clip, "Area"):
            own = numbers(area.get("CTM"))
            inner = (
                times((own[0], own[1], own[2], own[3], own[4], own[5]), matrix)
                if len(own) == _MATRIX
                else matrix
            )
            for path in children(area, "Path"):
                box = numbers(path.get("Boundary"))
                left, top = box[:2] if len(box) == _BOX else (0.0, 0.0)
                placed = times((1, 0, 0, 1, left, top), inner)
                for outline in outlines_of(_data_of(path), placed):
                    points += outline
        return hull(points) if points else None

    def _text(self, thing: etree._Element, around: _Around) -> None:
        look = look_of(thing, around.params, self._resources, is_text=True)
        size = number(thing.get("Size"), 0.0)
        wide = number(thing.get("HScale"), 1.0)
        style = _style(around.matrix, size, wide, number(thing.get("CharDirection"), 0.0))
        for word in words_of(thing, size, wide):
            self._characters += len(word.letters)
            if self._characters > self._limits.characters:
                raise RefusedError("characters")
            if not look.is_painted:
                continue
            if style.quarters == SLANTED:
                self._marks.slanted += len(word.letters)
            elif self._is_new(word, style, around.matrix):
                self._word(word, style, look, around, size)

    def _is_new(self, word: Word, style: Style, matrix: Matrix) -> bool:
        """Tell whether the same words were not printed at the same place, or nearly there."""
        if not word.letters:
            return False
        x, y = moved(word.letters[0].x, word.letters[0].y, matrix)
        cell = style.size * _SAME_PLACE
        text, count = word.text, len(self._printed)
        across, down = x / cell, y / cell
        for shift, (dx, dy) in enumerate(((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5))):
            self._printed.add((text, shift, math.floor(across + dx), math.floor(down + dy)))
        return len(self._printed) == count + 4

    def _word(self, word: Word, style: Style, look: Look, around: _Around, size: float) -> None:
        matrix, clip = around.matrix, around.clip
        for letter in word.letters:
            x, y = moved(letter.x, letter.y, matrix)
            ink = hull(
                (
                    moved(letter.x, letter.y - _ABOVE * size, matrix),
                    moved(letter.x + letter.width, letter.y + _BELOW * size, matrix),
                )
            )
            if clip is not None and not self._paint.is_seen(ink, is_white=False, clip=clip):
                continue
            mark = Mark(letter.text, x, y, ink, style)
            if look.is_dark:
                self._marks.add(mark)
            else:
                self._white.append(_Run(mark, None))

    def _path(self, thing: etree._Element, around: _Around) -> None:
        look = look_of(thing, around.params, self._resources, is_text=False)
        outlines = outlines_of(_data_of(thing), around.matrix)
        if not outlines or not look.is_painted:
            return
        box = hull([point for outline in outlines for point in outline])
        if look.is_ground:
            self._paint.grounds.append(box)
        lines = [box] if is_thin(box) else lines_of_outlines(outlines, is_stroked=look.is_stroked)
        lines = [
            line for line in (_both(one, around.clip) for one in lines) if line and is_thin(line)
        ]
        if look.is_dark:
            self._strokes.lines += lines
        else:
            self._white += [_Run(None, line) for line in lines]

    def _picture(self, thing: etree._Element, around: _Around) -> None:
        box = numbers(thing.get("Boundary"))
        if len(box) != _BOX:
            return
        placed = _boxed((box[0], box[1], box[0] + box[2], box[1] + box[3]), around.matrix)
        self._paint.grounds.append(placed)
        (self._strokes.lines if is_thin(placed) else self._strokes.pictures).append(placed)


def _data_of(path: etree._Element) -> str:
    data = child(path, "AbbreviatedData")
    return (data.text or "") if data is not None else ""


def _style(matrix: Matrix, size: float, wide: float, turned: float) -> Style:
    """Return the style of type; `turned` is the direction of each character, to the right."""
    a, b, c, d = matrix[:4]
    across, along = math.hypot(c, d) * size, math.hypot(a, b) * size * wide
    return style_of(across, along, math.atan2(b, a) - math.radians(turned))


def _boxed(box: Box, matrix: Matrix) -> Box:
    left, top, right, bottom = box
    corners = ((left, top), (right, top), (left, bottom), (right, bottom))
    return hull([moved(x, y, matrix) for x, y in corners])


def _both(one: Box | None, other: Box | None) -> Box | None:
    """Return the box that lies in both; None stands for all the page."""
    if one is None or other is None:
        return other if one is None else one
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
