"""A net of lines read as a table: columns, rows, and cells over several of them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jinque.documents.pdf.rules import Net, Rule

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
