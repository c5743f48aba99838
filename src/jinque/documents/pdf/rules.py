"""Drawn lines joined and sorted into nets: the lines that touch each other."""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinque.documents.pdf.turning import Corners

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
