"""The words of a ruled table, cell by cell.

A page as the engine finds it becomes words and ruled tables.

A net of lines read as a table: columns, rows, and cells over several of them.

Drawn lines joined and sorted into nets: the lines that touch each other.
"""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, repeat

from jinque.documents.printed.lines import pieces_of, room_behind, rows_of
from jinque.documents.printed.page import Bar, Box, Corners, Frame, Page, Piece, Turn
from jinque.documents.printed.raw import Glyph, RawPage, glyphs_of

_SAME_LINE = 2.0
_TOUCH = 3.0
_MOST_RULES = 2_000
_COMB = 2


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A level or upright line: `at` is its y or x, `begin` and `end` lie along it."""

    at: float
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Net:
    """Lines that touch each other, directly or through others."""

    levels: tuple[Rule, ...]
    uprights: tuple[Rule, ...]

    @property
    def reach(self) -> tuple[float, float]:
        """Upper and lower end of the upright lines; there is one at least."""
        return min(rule.begin for rule in self.uprights), max(rule.end for rule in self.uprights)

    @property
    def is_open(self) -> bool:
        """Whether no level line closes the table at the top, nor at the bottom."""
        top, bottom = self.reach
        return all(top + _TOUCH < rule.at < bottom - _TOUCH for rule in self.levels)

    @property
    def is_comb(self) -> bool:
        """Whether at least two columns begin at one level line, as above a page break."""
        top, _ = self.reach
        return len(self.uprights) > _COMB and all(
            abs(end - top) <= _TOUCH
            for end in (*(rule.begin for rule in self.uprights), *(r.at for r in self.levels))
        )


def nets_of(boxes: Iterable[Corners]) -> list[Net]:
    """Return the nets of a page, lone lines among them; none of a page full of drawings.

    Args:
        boxes: drawn lines, each as a thin box on the turned page.
    """
    levels, uprights = [], []
    for left, top, right, bottom in boxes:
        if right - left >= bottom - top:
            levels.append(Rule((top + bottom) / 2, left, right))
        else:
            uprights.append(Rule((left + right) / 2, top, bottom))
    levels, uprights = _joined(levels), _joined(uprights)
    if max(len(levels), len(uprights)) > _MOST_RULES:
        return []
    return _reunited(_connected(levels, uprights))


def _reunited(nets: Sequence[Net]) -> list[Net]:
    """Join the nets of a table that page breaks left open above and below.

    Where a merged column has no level line on the page, nothing else connects its two sides; one
    of them may stand alone beside rows that lines do close.
    """
    whole = [net for net in nets if not (net.uprights and net.is_open)]
    parts: list[Net] = []
    for net in (net for net in nets if net.uprights and net.is_open):
        _attach(net, parts)
    for net in parts:
        _attach(net, whole, is_apart=bool(net.levels))
    return whole


def _attach(net: Net, nets: list[Net], *, is_apart: bool = False) -> None:
    """Join a net to the first one of the same reach, or append it to them."""
    top, bottom = net.reach
    for index, other in enumerate(nets):
        above, below = other.reach if other.uprights and not is_apart else (math.inf, math.inf)
        if abs(above - top) <= _TOUCH and abs(below - bottom) <= _TOUCH:
            nets[index] = Net(net.levels + other.levels, net.uprights + other.uprights)
            return
    nets.append(net)


def _joined(rules: list[Rule]) -> list[Rule]:
    """Join lines that continue or cover each other; drawn cell by cell, a border comes in bits."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules):
        if rows and rule.at - rows[-1][0].at <= _SAME_LINE:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return [rule for row in rows for rule in _runs(row)]


def _runs(row: list[Rule]) -> Iterable[Rule]:
    at = sum(rule.at for rule in row) / len(row)
    spans = sorted((rule.begin, rule.end) for rule in row)
    begin, end = spans[0]
    for next_begin, next_end in spans[1:]:
        if next_begin > end + _SAME_LINE:
            yield Rule(at, begin, end)
            begin, end = next_begin, next_end
        end = max(end, next_end)
    yield Rule(at, begin, end)


def _connected(levels: Sequence[Rule], uprights: Sequence[Rule]) -> list[Net]:
    roots = list(range(len(levels) + len(uprights)))

    def root(index: int) -> int:
        while roots[index] != index:
            roots[index] = roots[roots[index]]
            index = roots[index]
        return index

    heights = [rule.at for rule in levels]
    for number, upright in enumerate(uprights, start=len(levels)):
        first = bisect_left(heights, upright.begin - _TOUCH)
        last = bisect_right(heights, upright.end + _TOUCH)
        for index in range(first, last):
            if levels[index].begin - _TOUCH <= upright.at <= levels[index].end + _TOUCH:
                roots[root(index)] = root(number)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, rule in enumerate((*levels, *uprights)):
        groups[root(index)][index >= len(levels)].append(rule)
    return [Net(tuple(first), tuple(second)) for first, second in groups.values()]


_NARROWEST = 4.5  # no character stands between lines that are closer
_LEAST_COVERED = 0.6
_MOST_ROWS, _MOST_COLUMNS = 500, 100


@dataclass(frozen=True, slots=True)
class Area:
    """A cell: its first row and column, and how many it covers.

    `is_open` tells that no line closes it where the table ends on the page.
    """

    row: int
    column: int
    rows: int
    columns: int
    is_open: bool = False


@dataclass(slots=True)
class Grid:
    """A ruled table on one page.

    Attributes:
        xs: edges of the columns from left to right.
        ys: edges of the rows from top to bottom.
        areas: its cells in reading order.
    """

    xs: list[float]
    ys: list[float]
    areas: list[Area] = field(default_factory=list)
    _owners: dict[tuple[int, int], int] = field(default_factory=dict)

    def area_at(self, x: float, y: float) -> int | None:
        """Return the index of the cell at a point; None outside the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self._owners.get((row, column))

    def add(self, area: Area) -> None:
        """Take a cell; each place belongs to one."""
        for row in range(area.row, area.row + area.rows):
            for column in range(area.column, area.column + area.columns):
                self._owners[row, column] = len(self.areas)
        self.areas.append(area)

    def is_taken(self, row: int, column: int) -> bool:
        """Tell whether a place belongs to a cell."""
        return (row, column) in self._owners

    def holds(self, other: "Grid") -> bool:
        """Tell whether `other` lies inside this table."""
        is_across = self.xs[0] <= other.xs[0] and other.xs[-1] <= self.xs[-1]
        return is_across and self.ys[0] <= other.ys[0] and other.ys[-1] <= self.ys[-1]


def grids_of(nets: Sequence[Net]) -> list[Grid]:
    """Return the tables among `nets` from top to bottom; of nested ones the one with more cells.

    A table has two columns at least: a frame around text is none.
    """
    grids = [grid for net in nets if (grid := _grid(net)) is not None]
    grids.sort(key=lambda grid: -len(grid.areas))
    kept: list[Grid] = []
    for grid in grids:
        if not any(other.holds(grid) or grid.holds(other) for other in kept):
            kept.append(grid)
    return sorted(kept, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _grid(net: Net) -> Grid | None:
    if not net.uprights or (len(net.levels) <= 1 and not net.is_open and not net.is_comb):
        return None
    xs = _edges(net.uprights, net.levels)
    ys = _edges(net.levels, net.uprights)
    columns, rows = len(xs) - 1, len(ys) - 1
    if not (1 < columns <= _MOST_COLUMNS and 0 < rows <= _MOST_ROWS):
        return None
    walls, floors = _covered(net.uprights, xs, ys), _covered(net.levels, ys, xs)
    grid = Grid(xs, ys)
    for row in range(rows):
        for column in range(columns):
            if not grid.is_taken(row, column):
                grid.add(_area(grid, row, column, walls, floors))
    return grid


def _edges(rules: Sequence[Rule], across: Sequence[Rule]) -> list[float]:
    """Return the places of lines, and the ends of those across where a table has open sides."""
    places = [rule.at for rule in rules]
    if across:
        places += [min(rule.begin for rule in across), max(rule.end for rule in across)]
    places.sort()
    groups = [[places[0]]]
    for place in places[1:]:
        if place - groups[-1][0] < _NARROWEST:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def _covered(
    rules: Sequence[Rule], edges: Sequence[float], across: Sequence[float]
) -> set[tuple[int, int]]:
    """Return the stretches that a line is drawn along: index of the edge, index across it."""
    lengths: dict[tuple[int, int], float] = {}
    for rule in rules:
        edge = min(range(len(edges)), key=lambda index: abs(edges[index] - rule.at))
        for index, (begin, end) in enumerate(pairwise(across)):
            covered = min(end, rule.end) - max(begin, rule.begin)
            if covered > 0:
                lengths[edge, index] = lengths.get((edge, index), 0) + covered / (end - begin)
    return {key for key, share in lengths.items() if share >= _LEAST_COVERED}


def _area(
    grid: Grid, row: int, column: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> Area:
    """Return the widest, then deepest cell that begins at a place and no line cuts."""
    columns, rows = 1, 1
    last_column, last_row = len(grid.xs) - 2, len(grid.ys) - 2
    while column + columns <= last_column and not (
        (column + columns, row) in walls or grid.is_taken(row, column + columns)
    ):
        columns += 1
    across = range(column, column + columns)
    while (
        row + rows <= last_row
        and not any(
            (row + rows, place) in floors or grid.is_taken(row + rows, place) for place in across
        )
        and not any((place, row + rows) in walls for place in across[1:])
    ):
        rows += 1
    is_last = row + rows == len(grid.ys) - 1
    is_open = is_last and not all((row + rows, place) in floors for place in across)
    return Area(row, column, rows, columns, is_open)


Printed = dict[int, list[list[Piece]]]
"""Pieces of each printed line of each cell that is not blank, by its index among the areas."""

_MOST_PADDING = 6.0
_SAME_SIZE = 0.08
_NEXT_LINE = 1.6  # from base line to base line, in sizes of the type


def frame_of(grid: Grid, printed: Printed) -> Frame:
    """Return a ruled table with its words."""
    limits = _limits(grid, printed)
    boxes = []
    for index, area in enumerate(grid.areas):
        rows = printed.get(index, [])
        limit = limits[area.column + area.columns - 1]
        lines = tuple(" ".join(piece.text for piece in row) for row in rows)
        rooms = tuple(room_behind(row, limit) for row in rows)
        place = (area.row, area.column, area.rows, area.columns)
        boxes.append(Box(*place, lines, rooms, area.is_open))
    return Frame(grid.ys[0], grid.ys[-1], tuple(grid.xs), len(grid.ys) - 1, tuple(boxes))


def takes_overflow(grid: Grid, printed: Printed, piece: Piece) -> bool:
    """Give a piece to the cell above it if it is a line that found no room there.

    Browsers let the text of a merged cell run out of it at the end of a page.
    """
    bottom = grid.ys[-1]
    if not bottom < piece.base < bottom + _NEXT_LINE * piece.size:
        return False
    index = grid.area_at((piece.left + piece.right) / 2, bottom - 1)
    rows = printed.get(index, []) if index is not None else []
    if index is None or not rows or not _is_next_line(rows[-1][0], piece):
        return False
    area = grid.areas[index]
    if piece.left < grid.xs[area.column] or piece.right > grid.xs[area.column + area.columns]:
        return False
    rows.append([piece])
    return True


def _is_next_line(above: Piece, piece: Piece) -> bool:
    is_same_size = abs(above.size - piece.size) < _SAME_SIZE * above.size
    return is_same_size and piece.base - above.base <= _NEXT_LINE * piece.size


def _limits(grid: Grid, printed: Printed) -> list[float]:
    """Return where the lines of each column end: as far from its right edge as from its left."""
    limits = []
    for column, (left, right) in enumerate(pairwise(grid.xs)):
        rows = [
            row
            for index, own in printed.items()
            if (grid.areas[index].column, grid.areas[index].columns) == (column, 1)
            for row in own
        ]
        padding = min((row[0].left - left for row in rows), default=0.0)
        ends = (row[-1].right for row in rows)
        limits.append(max(right - min(padding, _MOST_PADDING), *ends, left))
    return limits


_SHORTEST_BAR = 40.0
_PICTURE_SHARE = 0.5
_MIDDLE = 0.35  # of a character's size, above its base line


def page_of(raw: RawPage, number: int, of: int) -> Page:
    """Return the page with its words outside and inside ruled tables.

    Args:
        raw: what the engine found.
        number: of the page, counted from 1.
        of: number of pages in the file.
    """
    turn = Turn(raw.marks.quarters, *raw.corners)
    nets = nets_of(turn.box(line) for line in raw.strokes.lines)
    grids = grids_of(nets)
    outside, inside = _sorted_out(glyphs_of(raw.marks, turn), grids)
    printed = [_printed(inside[index]) for index in range(len(grids))]
    pieces = (piece for row in rows_of(outside) for piece in pieces_of(row) if piece.text)
    return Page(
        number=number,
        of=of,
        width=turn.size[0],
        height=turn.size[1],
        pieces=tuple(p for p in pieces if not any(map(takes_overflow, grids, printed, repeat(p)))),
        frames=tuple(map(frame_of, grids, printed)),
        bars=tuple(_bars(nets)),
        glyphs=len(raw.marks.marks),
        strangers=raw.marks.strangers,
        slanted=raw.marks.slanted,
        is_picture=_is_covered(turn, raw.strokes.pictures),
    )


def damaged_page(number: int, of: int) -> Page:
    """Return what stands for a page that the engine cannot open."""
    return Page(number, of, 0, 0, (), (), (), 0, 0, 0, is_picture=False, is_damaged=True)


_Inside = dict[int, list[Glyph]]


def _sorted_out(
    glyphs: Iterable[Glyph], grids: Sequence[Grid]
) -> tuple[list[Glyph], dict[int, _Inside]]:
    """Part the characters: those outside tables, and those of each table by cell."""
    outside: list[Glyph] = []
    inside: dict[int, _Inside] = defaultdict(lambda: defaultdict(list))
    for glyph in glyphs:
        # A blank at which a line was wrapped may reach over the edge of its cell.
        x = glyph.left if glyph.text.isspace() else (glyph.left + glyph.right) / 2
        y = glyph.base - _MIDDLE * glyph.size
        for index, grid in enumerate(grids):
            area = grid.area_at(x, y)
            if area is not None:
                inside[index][area].append(glyph)
                break
        else:
            outside.append(glyph)
    return outside, inside


def _printed(inside: _Inside) -> Printed:
    return {
        index: [row for glyphs in rows_of(own) if (row := list(pieces_of(glyphs)))]
        for index, own in inside.items()
    }


def _is_covered(turn: Turn, pictures: Iterable[Corners]) -> bool:
    width, height = turn.size
    boxes = (turn.box(picture) for picture in pictures)
    covered = sum((right - left) * (bottom - top) for left, top, right, bottom in boxes)
    return covered >= _PICTURE_SHARE * width * height


def _bars(nets: Iterable[Net]) -> Iterable[Bar]:
    for net in nets:
        if not net.uprights:
            for rule in net.levels:
                if rule.end - rule.begin >= _SHORTEST_BAR:
                    yield Bar(rule.begin, rule.end, rule.at)
