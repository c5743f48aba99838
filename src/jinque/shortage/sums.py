"""The kernel: weighted sums of every occupation in every draw, exact whatever the order.

A slice of draws is a matrix of weights (respondents, draws). The rows of an occupation choose its
lines, and one product of matrices gives all sums of that occupation. Weights and values lie on
grids (`weights.grid_of`), so no sum is ever rounded.
"""

from dataclasses import dataclass

import numpy as np

from jinque.shortage.panel import CAP_BITS, Panel
from jinque.shortage.statistics import (
    Floats,
    Ints,
    distinct_pairs,
    survival_medians,
    weighted_lower_medians,
)
from jinque.shortage.weights import Weights, grid_of

QUANTITIES = (
    "demand", "seekers", "gap_demand", "gap_seekers", "gap_staff", "filled", "cohort",
    "hard", "answered", "named", "outside",
)  # fmt: skip
HARD_FROM = 4
"""Difficulty from which recruiting counts as difficult, of 1 to 5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What some occupations come to; column 0 is the sample, the others are the draws.

    Attributes:
        of: quantity -> (occupations, columns).
        medians: (occupations, columns) days until half of the vacancies are filled.
        pay: (occupations, columns) median pay; NaN where nobody answered.
        growth: (occupations, columns) growth of median pay over a year.
        industries: (industries, columns) weight of all respondents of an industry.
        times: (times,) days on which any vacancy ended.
        ended: (times, columns) weight of vacancies that ended on a day.
        events: (times, columns) weight of those filled.
        entered: (times, columns) weight of those that are not yet at risk on a day, at its last.
    """

    of: dict[str, Floats]
    medians: Floats
    pay: Floats
    growth: Floats
    industries: Floats
    times: Floats
    ended: Floats
    events: Floats
    entered: Floats

    def median_over_all(self) -> Floats:
        """Return the median days over all occupations (columns,)."""
        at_risk = _from_behind(self.ended) - _from_behind(self.entered)
        return survival_medians(self.times, at_risk, self.events)


class Kernel:
    """Sums occupations of a panel that is in order.

    Attributes:
        values: (rows, quantities) on their grid.
        weights: of respondents, on theirs.

    Args:
        panel: the evidence.
        seed: of the draws.
        draws: how many.
        with_pay: whether growth of pay is a vote; without it only the sample's pay is taken.
        row_times: (rows,) what each row counts; None is once.
        day_times: (vacancies,) what each vacancy counts; None is once.
    """

    def __init__(
        self,
        panel: Panel,
        seed: int,
        draws: int,
        *,
        with_pay: bool = False,
        row_times: Floats | None = None,
        day_times: Floats | None = None,
    ) -> None:
        self._panel, self._draws, self._seed, self._with_pay = panel, draws, seed, with_pay
        self.values, bits = _on_grid(_values(panel), row_times)
        self._count = _on_grid(panel.vacancies.count, day_times)[0]
        self._is_single = bool((self._count == 1).all())
        self.weights = _weights(panel, self.values, bits, seed)
        count = len(panel.codes)
        rows, ends = panel.rows, panel.vacancies
        self._row_ends = np.searchsorted(rows.occupation, np.arange(count + 1))
        self._vacancy_ends = np.searchsorted(ends.occupation, np.arange(count + 1))
        self._times = np.unique(ends.end).astype(np.float64)
        self._unsure = np.flatnonzero((rows.share_from > 0) | (rows.share_to < 1))

    def sums(self, first: int = 0, last: int | None = None) -> Sums:
        """Sum the occupations from `first` to before `last`; None means to the end."""
        last = len(self._panel.codes) if last is None else last
        made = self.empty(last - first)
        masks = self._masks(first, last)
        for column, weights in self.weights.slices(self._draws):
            columns = slice(column, column + weights.shape[1])
            made.industries[:, columns] = self.industry_sums(weights)
            for occupation in range(first, last):
                self._sum_rows(made, occupation - first, occupation, weights, columns, masks)
                self.sum_days(made, occupation - first, occupation, weights, columns)
        return made

    def empty(self, occupations: int | None = None) -> Sums:
        """Return sums of nothing yet, of so many occupations; None means all."""
        count = len(self._panel.codes) if occupations is None else occupations
        return _empty(count, self._times, self._industries(), self._draws + 1)

    def _industries(self) -> int:
        return int(self._panel.stands.shape[1])

    def industry_sums(self, weights: Floats) -> Floats:
        """Return the weight of all respondents of each industry."""
        industry = self._panel.respondents.industry
        chosen = (industry[None, :] == np.arange(self._industries())[:, None]).astype(np.float64)
        return np.asarray(chosen @ weights)

    def _masks(self, first: int, last: int) -> dict[int, Floats]:
        """Return for each answer of uncertain code in which columns it counts."""
        rows = self._panel.rows
        masks: dict[int, Floats] = {}
        for row in self._unsure[(self._row_ends[first] <= self._unsure)]:
            if row >= self._row_ends[last]:
                break
            stream = np.random.Generator(np.random.PCG64([self._seed, int(rows.key[row])]))
            numbers = np.concatenate([[0.0], stream.random(self._draws)])
            inside = (rows.share_from[row] <= numbers) & (numbers < rows.share_to[row])
            masks[int(row)] = inside.astype(np.float64)
        return masks

    def _sum_rows(
        self,
        made: Sums,
        at: int,
        occupation: int,
        weights: Floats,
        columns: slice,
        masks: dict[int, Floats],
    ) -> None:
        begin, end = self._row_ends[occupation], self._row_ends[occupation + 1]
        if begin == end:
            return
        rows = self._panel.rows
        lines = weights.take(rows.unit[begin:end], axis=0)
        for row in self._unsure[np.searchsorted(self._unsure, begin) :]:
            if row >= end:
                break
            lines[row - begin] *= masks[int(row)][columns]
        found = self.values[begin:end].T @ lines
        for quantity, name in enumerate(QUANTITIES):
            made.of[name][at, columns] = found[quantity]
        if self._with_pay or columns.start == 0:
            now = _median_of(rows.pay[begin:end], lines)
            made.pay[at, columns] = now
            made.growth[at, columns] = now / _median_of(rows.pay_before[begin:end], lines) - 1

    def sum_days(
        self, made: Sums, at: int, occupation: int, weights: Floats, columns: slice
    ) -> None:
        """Add the vacancies of one occupation in one slice of draws, and its medians."""
        begin, end = self._vacancy_ends[occupation], self._vacancy_ends[occupation + 1]
        if begin == end:
            return
        ends = self._panel.vacancies
        lines = weights.take(ends.unit[begin:end], axis=0)
        if not self._is_single:
            lines *= self._count[begin:end, None]
        # Filled ones of a day stand behind those that are not: one sum for each day and outcome.
        kinds, sums = _grouped(2 * ends.end[begin:end] + ends.is_filled[begin:end], lines)
        days, is_filled = kinds // 2, kinds % 2 == 1
        starts = np.flatnonzero(np.r_[True, days[1:] != days[:-1]])
        times = days[starts].astype(np.float64)
        ended = np.add.reduceat(sums, starts, axis=0)
        events = np.zeros_like(ended)
        events[np.searchsorted(times, days[is_filled])] = sums[is_filled]
        where = np.searchsorted(self._times, times)
        made.ended[where, columns] += ended
        made.events[where, columns] += events
        at_risk = _from_behind(ended)
        entry = ends.entry[begin:end]
        late = np.flatnonzero(entry > 0)
        if len(late):
            late = late[np.argsort(entry[late], kind="stable")]
            entries, waiting = _grouped(entry[late], lines[late])
            at_risk -= _from_behind(_before(times, entries, waiting))
            made.entered[:, columns] += _before(self._times, entries, waiting)
        made.medians[at, columns] = survival_medians(times, at_risk, events)


def merged(parts: list[Sums]) -> Sums:
    """Join the sums of neighbouring occupations, in their order."""
    if len(parts) == 1:
        return parts[0]
    return Sums(
        of={name: np.concatenate([each.of[name] for each in parts]) for name in QUANTITIES},
        medians=np.concatenate([each.medians for each in parts]),
        pay=np.concatenate([each.pay for each in parts]),
        growth=np.concatenate([each.growth for each in parts]),
        industries=parts[0].industries,
        times=parts[0].times,
        ended=np.sum([each.ended for each in parts], axis=0),
        events=np.sum([each.events for each in parts], axis=0),
        entered=np.sum([each.entered for each in parts], axis=0),
    )


def _on_grid(values: Floats, times: Floats | None) -> tuple[Floats, int]:
    """Return values on their grid, and how many binary digits stand behind the point."""
    if times is not None:
        values = values * times.reshape(-1, *[1] * (values.ndim - 1))
    if (values == np.rint(values)).all():
        return values, 0
    unit = 2.0**-CAP_BITS
    return np.rint(values / unit) * unit, CAP_BITS


def _values(panel: Panel) -> Floats:
    """Return (rows, quantities)."""
    rows = panel.rows
    pair = ~np.isnan(rows.demand) & ~np.isnan(rows.seekers)
    whole = pair & ~np.isnan(rows.staff)
    cohort = ~np.isnan(rows.filled) & ~np.isnan(rows.cohort)
    named, outside, answered, hard = _flags(panel)
    columns = [
        np.where(pair, rows.demand, 0), np.where(pair, rows.seekers, 0),
        np.where(whole, rows.demand, 0), np.where(whole, rows.seekers, 0),
        np.where(whole, rows.staff, 0),
        np.where(cohort, rows.filled, 0), np.where(cohort, rows.cohort, 0),
        hard, answered, named, outside,
    ]  # fmt: skip
    return np.stack([np.asarray(each, dtype=np.float64) for each in columns], axis=1)


def _flags(panel: Panel) -> tuple[Floats, Floats, Floats, Floats]:
    """Return what a respondent says of an occupation once, on the first of its rows."""
    rows = panel.rows
    count = len(rows.unit)
    if not count:
        empty = np.zeros(0)
        return empty, empty, empty, empty
    _, first, which = distinct_pairs(rows.occupation, rows.unit)
    named = np.bincount(which, np.nan_to_num(rows.demand) > 0) > 0
    stands = np.bincount(which, np.nan_to_num(rows.staff) > 0) > 0
    industry = panel.respondents.industry[rows.unit[first]]
    declared = np.zeros(len(first), dtype=bool)
    if panel.stands.shape[1]:
        declared = (industry >= 0) & panel.stands[rows.occupation[first], np.maximum(industry, 0)]
    told = np.zeros(len(first))
    np.maximum.at(told, which, np.nan_to_num(rows.difficulty))
    flags = []
    for each in (named, (named | stands) & ~declared, told > 0, told >= HARD_FROM):
        flag = np.zeros(count)
        flag[first] = each
        flags.append(flag)
    named_at, outside_at, answered_at, hard_at = flags
    return named_at, outside_at, answered_at, hard_at


def _weights(panel: Panel, values: Floats, bits: int, seed: int) -> Weights:
    respondents, ends = panel.respondents, panel.vacancies
    base = respondents.base
    largest = [float(base.sum())]
    if len(values):
        largest.append(float((values * base[panel.rows.unit][:, None]).sum(axis=0).max()))
    if len(ends.unit):
        largest.append(float((ends.count * base[ends.unit]).sum()))
    members = [
        np.flatnonzero(respondents.stratum == number) for number in range(len(respondents.strata))
    ]
    grid = grid_of(max(largest), bits)
    return Weights(list(respondents.strata), members, base, seed, grid)


def _median_of(values: Floats, lines: Floats) -> Floats:
    known = ~np.isnan(values)
    return weighted_lower_medians(values[known], lines[known])


def _from_behind(values: Floats) -> Floats:
    return values[::-1].cumsum(axis=0)[::-1]


def _add_groups(into: Floats, groups: Ints, lines: Floats) -> None:
    """Add lines to the groups that they belong to, groups in rising order."""
    if len(groups):
        starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
        into[groups[starts]] += np.add.reduceat(lines, starts, axis=0)


def _grouped(keys: Ints, lines: Floats) -> tuple[Ints, Floats]:
    """Return each key once and the sum of its lines, keys in rising order."""
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    return keys[starts], np.add.reduceat(lines, starts, axis=0)


def _before(times: Floats, entries: Ints, lines: Floats) -> Floats:
    """Return lines at the last time at which each is not yet at risk, entries in rising order."""
    found = np.zeros((len(times), lines.shape[1]))
    last = np.searchsorted(times, entries, side="right") - 1
    _add_groups(found, last[last >= 0], lines[last >= 0])
    return found


def _empty(occupations: int, times: Floats, industries: int, columns: int) -> Sums:
    return Sums(
        of={name: np.zeros((occupations, columns)) for name in QUANTITIES},
        medians=np.full((occupations, columns), np.nan),
        pay=np.full((occupations, columns), np.nan),
        growth=np.full((occupations, columns), np.nan),
        industries=np.zeros((industries, columns)),
        times=times,
        ended=np.zeros((len(times), columns)),
        events=np.zeros((len(times), columns)),
        entered=np.zeros((len(times), columns)),
    )
