"""How much a score depends on its choices: weights, cuts, those who did not answer."""

from dataclasses import replace
from itertools import product

import numpy as np

from jinque.model.shortage import CutShare, Method, ReferenceScale
from jinque.shortage.indicators import indicators, share
from jinque.shortage.layout import Laid
from jinque.shortage.panel import Panel
from jinque.shortage.rating import Ratings, rate
from jinque.shortage.statistics import Floats, Ints, summed
from jinque.shortage.sums import Kernel

_SHORTEST_PART = 4
"""Those who did not answer are taken to be like the outer quarter of those who did."""


def ranks(index: Floats, rated: np.ndarray) -> Ints:
    """Return ranks from 1 for the highest index; equal ones share the better rank; 0 is none."""
    found = np.zeros(len(index), dtype=np.int64)
    known = rated & ~np.isnan(index)
    values = np.round(index[known], 12)
    falling = np.sort(-values)
    found[known] = np.searchsorted(falling, -values, side="left") + 1
    return found


def rank_ranges(ratings: Ratings, rated: np.ndarray, method: Method) -> tuple[Ints, Ints]:
    """Return the best and the worst rank under every corner of the changed weights."""
    p = np.stack([each[:, 0] for each in ratings.votes.values()])
    cast = ~np.isnan(p)
    found = []
    for signs in product((-1, 1), repeat=len(p)):
        moved = [
            method.votes[v] * (1 + s * method.weight_step)
            for v, s in zip(ratings.votes, signs, strict=True)
        ]
        weight = np.where(cast, np.array(moved)[:, None], 0.0)
        index = share((weight * np.where(cast, p, 0.0)).sum(axis=0), weight.sum(axis=0))
        found.append(ranks(index, rated))
    return np.min(found, axis=0), np.max(found, axis=0)


def calibration(points: Floats, rated: np.ndarray, method: Method) -> tuple[CutShare, ...]:
    """Return which shares of the rated occupations neighbouring cuts of B* would give.

    The declared cuts stand first. Absolute signs are not looked at: these are shares of B* alone.
    """
    of = points[rated & ~np.isnan(points)]
    pairs = [(method.short_from, method.watch_from)]
    pairs += [(short / 20, watch / 20) for short in range(34, 48, 2) for watch in (28, 30, 32, 34)]
    shares = []
    for short, watch in dict.fromkeys(pairs):
        if watch < short and len(of):
            above = float((of >= short - 1e-12).mean())
            between = float((of >= watch - 1e-12).mean()) - above
            shares.append(CutShare(short_from=short, watch_from=watch, short=above, watch=between))
    return tuple(shares)


def lines_of_silence(
    laid: Laid, panel: Panel, reference: ReferenceScale, method: Method
) -> tuple[Floats, Floats] | None:
    """Return I if all who did not answer were like the shortest, and like the least short.

    None where everybody drawn answered. The weight of the silent of each layer goes to the outer
    quarter of those who answered for the occupation, by the mean of demand share, unfilled share
    and difficulty of each.
    """
    answered = np.array([each.respondents for each in panel.respondents.strata])
    sampled = np.maximum(laid.sampled, answered)
    if (sampled == answered).all():
        return None
    spoken = answered / sampled
    all_over = Kernel(panel, 0, 0).sums().median_over_all()
    outer = []
    for sign in (-1, 1):
        times = _multipliers(panel, spoken, sign)
        days = _day_multipliers(panel, times)
        sums = Kernel(panel, 0, 0, row_times=times, day_times=days).sums()
        found = indicators(panel, sums, method)
        # Of one occupation the silent are asked about, not of the whole market at once.
        days = np.asarray(np.broadcast_to(all_over, sums.medians.shape))
        values = {**found.values, "x4": np.round(share(sums.medians, days), 12)}
        rated = rate(replace(found, values=values), reference, method)
        outer.append(rated.index[:, 0])
    return outer[0], outer[1]


def _multipliers(panel: Panel, spoken: Floats, sign: int) -> Floats:
    """Return what each row counts, if the silent of its layer were like the outer answerers.

    Each row keeps the part of its weight that stands for those who spoke; the rest of an
    occupation, summed over the layers, goes to its outer quarter by weight.
    """
    rows, weight = panel.rows, panel.weight
    part = spoken[panel.respondents.stratum[rows.unit]]
    order = np.lexsort((np.arange(len(part)), sign * _shortness(panel), rows.occupation))
    group = rows.occupation[order]
    begin = np.searchsorted(group, group, side="left")
    size = np.searchsorted(group, group, side="right") - begin
    outer = np.zeros(len(part), dtype=bool)
    outer[order] = np.arange(len(order)) - begin < -(-size // _SHORTEST_PART)
    count = len(panel.codes)
    silent = summed(rows.occupation, weight * (1 - part), count)
    taking = summed(rows.occupation, weight * outer, count)
    return np.asarray(part + outer * share(silent, taking)[rows.occupation])


def _day_multipliers(panel: Panel, times: Floats) -> Floats:
    """Give the vacancies of a respondent the multiplier of its row of the same occupation."""
    rows, ends = panel.rows, panel.vacancies
    count = len(panel.respondents.ids)
    keys = rows.occupation * count + rows.unit
    wanted = ends.occupation * count + ends.unit
    if not len(keys):
        return np.ones(len(wanted))
    found = np.clip(np.searchsorted(keys, wanted), 0, len(keys) - 1)
    return np.where(keys[found] == wanted, times[found], 1.0)


def _shortness(panel: Panel) -> Floats:
    """Return how short each row is by itself, 0 to 1; one that says nothing is in the middle."""
    rows = panel.rows
    parts = np.stack([
        share(rows.demand, rows.demand + rows.seekers),
        share(rows.cohort - rows.filled, rows.cohort),
        rows.difficulty / 5,
    ])  # fmt: skip
    known = ~np.isnan(parts)
    mean = np.nan_to_num(parts).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    mean = np.where(known.any(axis=0), mean, 0.5)
    return np.where(rows.demand == 0, 0.0, mean)


def reweighted(method: Method, weights: dict[str, float]) -> Method:
    """Return a method with the weights that a reader moved; a weight of 0 takes a vote out."""
    votes = {name: weights.get(name, weight) for name, weight in method.votes.items()}
    return replace(method, votes={name: weight for name, weight in votes.items() if weight > 0})
