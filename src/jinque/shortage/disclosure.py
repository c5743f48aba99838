"""What may be published: no cell, and no difference of cells, that tells of few employers.

Published are, for each occupation and for each class above it up to all occupations, sums and
what is worked out from them. An occupation is held back where fewer employers stand behind it
than is declared, or one of them gives too large a share of its places or seekers. Where the sum
of a class is published, what is held back below it could be had by subtraction; so what is held
back in a class must be safe taken together, or further cells are held back, the smallest first,
and at last the class itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from jinque.locale import say
from jinque.model.shortage import (
    IndicatorValue,
    Method,
    OccupationScore,
    PublishedCell,
    Score,
)
from jinque.shortage.indicators import class_of
from jinque.shortage.panel import Panel

_DEPTHS = (3, 2, 1, 0)
_MANY = 500
_HELD = say("Held back, so as not to tell of single employers.")

Amounts = dict[int, tuple[float, float, float]]
"""Employer -> its weighted places, seekers and staff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """Which cells are published.

    Attributes:
        cells: classes and occupations, by code.
        held: codes of occupations and classes that are held back.
    """

    cells: tuple[PublishedCell, ...]
    held: frozenset[str]


def control(panel: Panel, method: Method, held_before: Iterable[str] = ()) -> Disclosure:
    """Decide what may be published.

    Args:
        panel: raw evidence, before any cap.
        method: with the least number of employers and the largest share.
        held_before: codes that earlier publications of the same quarter held back: they stay so,
            since two editions side by side are one table.
    """
    amounts = _amounts(panel)
    held = {code for code in panel.codes if not is_safe(amounts[code], method)}
    held |= set(held_before) & set(panel.codes)
    everything = dict(amounts)
    children: dict[str, list[str]] = {}
    below = list(panel.codes)
    for depth in _DEPTHS:
        for code in below:
            children.setdefault(class_of(code, depth), []).append(code)
        below = sorted({class_of(code, depth) for code in below})
        for name in below:
            everything[name] = _joined(everything[child] for child in children[name])
            _complement(name, children[name], everything, held, method)
    cells = tuple(_cell(code, everything[code], code in held) for code in sorted(everything))
    return Disclosure(cells=cells, held=frozenset(held))


def is_safe(amounts: Amounts, method: Method) -> bool:
    """Tell whether a sum may be published: employers enough, none of them too large."""
    if len(amounts) < method.disclosure_employers:
        return False
    for position in range(3):
        values = [each[position] for each in amounts.values()]
        total = sum(values)
        if total > 0 and max(values) > method.disclosure_share * total:
            return False
    return True


def _complement(
    name: str, below: list[str], everything: dict[str, Amounts], held: set[str], method: Method
) -> None:
    """Hold back more below a class until what is held back is safe taken together."""
    hidden = [code for code in below if code in held]
    if not hidden:
        if not is_safe(everything[name], method):
            held.add(name)
        return
    open_ones = sorted(
        (code for code in below if code not in held), key=lambda code: (len(everything[code]), code)
    )
    while not (len(hidden) > 1 and is_safe(_joined(everything[code] for code in hidden), method)):
        if not open_ones:
            held.add(name)
            return
        hidden.append(open_ones.pop(0))
        held.add(hidden[-1])
    if not is_safe(everything[name], method):
        held.add(name)


def published(score: Score, disclosure: Disclosure) -> Score:
    """Return the score as it may be shown to everybody."""
    occupations = tuple(
        _withheld(each) if each.code in disclosure.held else _coarse(each)
        for each in score.occupations
    )
    others = tuple(
        replace(
            view,
            ranks={code: rank for code, rank in view.ranks.items() if code not in disclosure.held},
            labels={
                code: label for code, label in view.labels.items() if code not in disclosure.held
            },
        )
        for view in score.others
    )
    return replace(
        score, occupations=occupations, others=others, is_published=True, cells=disclosure.cells
    )


def employer_band(count: int) -> str:
    """Return a number of employers as a band, which one more or less does not change in sight."""
    for low, high in ((3, 9), (10, 19), (20, 49), (50, 99), (100, 499)):
        if low <= count <= high:
            return f"{low}-{high}"
    return f"{_MANY}+" if count >= _MANY else ""


def _amounts(panel: Panel) -> dict[str, Amounts]:
    rows, weight = panel.rows, panel.weight
    sure = panel.sure()
    found: dict[str, Amounts] = {code: {} for code in panel.codes}
    values = [np.nan_to_num(each) * weight for each in (rows.demand, rows.seekers, rows.staff)]
    for at in np.flatnonzero(sure):
        cell = found[panel.codes[rows.occupation[at]]]
        employer = int(rows.employer[at])
        before = cell.get(employer, (0.0, 0.0, 0.0))
        cell[employer] = (
            before[0] + float(values[0][at]),
            before[1] + float(values[1][at]),
            before[2] + float(values[2][at]),
        )
    return found


def _joined(parts: Iterable[Amounts]) -> Amounts:
    joined: Amounts = {}
    for part in parts:
        for employer, (a, b, c) in part.items():
            x, y, z = joined.get(employer, (0.0, 0.0, 0.0))
            joined[employer] = (x + a, y + b, z + c)
    return joined


def _cell(code: str, amounts: Amounts, is_held: bool) -> PublishedCell:  # noqa: FBT001
    if is_held:
        return PublishedCell(code=code, demand=None, seekers=None, employers="")
    return PublishedCell(
        code=code,
        demand=round(sum(each[0] for each in amounts.values())),
        seekers=round(sum(each[1] for each in amounts.values())),
        employers=employer_band(len(amounts)),
    )


def _withheld(score: OccupationScore) -> OccupationScore:
    """Return an occupation of which only its name is told."""
    return replace(
        score,
        labels=(score.label,) if not score.is_borderline else score.labels,
        index=None, index_interval=None, points=None, points_interval=None, ballots=(),
        indicators=(), reasons=(), changes=(), findings=(), employers=None, kish=None,
        largest_share=None, demand=None, seekers=None, gap=None, rank=None, rank_low=None,
        rank_high=None, lines=None, previous_index=None, previous_rank=None, suppressed=_HELD,
    )  # fmt: skip


def _coarse(score: OccupationScore) -> OccupationScore:
    """Return an occupation without what tells how many answered exactly, or of the largest."""
    return replace(
        score,
        employers=None,
        largest_share=None,
        kish=None,
        demand=_whole(score.demand),
        seekers=_whole(score.seekers),
        gap=None if score.demand is None or score.seekers is None
        else round(score.demand) - round(score.seekers),
        indicators=tuple(_rounded(each) for each in score.indicators),
    )  # fmt: skip


def _rounded(indicator: IndicatorValue) -> IndicatorValue:
    """Cut digits from which sums could be worked back, and the number of employers."""
    return replace(
        indicator,
        raw=None if indicator.raw is None else round(indicator.raw, 2),
        value=None if indicator.value is None else round(indicator.value, 2),
        employers=None,
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
