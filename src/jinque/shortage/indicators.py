"""Indicators x1 to x7 of every occupation in every draw, from its sums."""

from dataclasses import dataclass

import numpy as np

from jinque.model.shortage import Method
from jinque.shortage.panel import Panel
from jinque.shortage.statistics import (
    Bounds,
    Floats,
    Ints,
    distinct_pairs,
    kish_sizes,
    moment_alpha,
    shrunk,
    summed,
)
from jinque.shortage.sums import HARD_FROM, Sums

SHRUNK = ("x1", "x3", "x6")
_SEGMENTS = 3
_DECIMALS = 12
"""Values equal by arithmetic must be equal as ranks: the last digits of a float are cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parents:
    """Towards which class each occupation is drawn, chosen once on the sample.

    Attributes:
        employers: (occupations,) whose answers the indicator rests on.
        sizes: (occupations,) effective number of them.
        population: (occupations,) how many there are by the weights, at least `sizes`.
        variances: (occupations,) variance of one employer around the occupation.
        classes: (occupations,) code of the parent; None where no class has enough employers.
        siblings: (occupations,) code of the class whose spread gives alpha.
    """

    employers: Ints
    sizes: Floats
    population: Floats
    variances: Floats
    classes: tuple[str | None, ...]
    siblings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators:
    """Values (occupations, columns), NaN where missing; column 0 is the sample.

    A draw shows what a census would give, so in the draws the class weighs beside as many
    employers as the population has, in the sample beside those that answered.

    Attributes:
        values: indicator -> as scored.
        raw: indicator -> before shrinkage.
        alpha: indicator -> strength of shrinkage.
        parents: indicator -> towards what.
        demand: weighted, of x1.
        seekers: weighted, of x1.
        level: indicator -> over all occupations, (columns,).
    """

    values: dict[str, Floats]
    raw: dict[str, Floats]
    alpha: dict[str, Floats]
    parents: dict[str, Parents]
    demand: Floats
    seekers: Floats
    level: dict[str, Floats]


def indicators(panel: Panel, sums: Sums, method: Method) -> Indicators:
    """Work out x1 to x7."""
    of = sums.of
    columns = of["demand"].shape[1]
    demand, seekers = of["demand"], of["seekers"]
    gap_demand, gap_seekers = of["gap_demand"], of["gap_seekers"]
    if panel.market is not None:
        # A table of all registrations is no sample: it stands still in every draw.
        demand = np.repeat(panel.market[:, :1], columns, axis=1)
        seekers = np.repeat(panel.market[:, 1:2], columns, axis=1)
        gap_demand, gap_seekers = demand, seekers
    all_over = sums.median_over_all()
    raw = {
        "x1": share(demand, demand + seekers),
        "x2": share(np.maximum(0.0, gap_demand - gap_seekers), of["gap_staff"] + gap_demand),
        "x3": share(of["cohort"] - of["filled"], of["cohort"]),
        "x4": share(sums.medians, np.broadcast_to(all_over, sums.medians.shape)),
        "x5": share(of["named"], of["outside"] + panel.stands @ sums.industries),
        "x6": share(of["hard"], of["answered"]),
        "x7": _relative_growth(sums.growth, method),
    }
    parents = {name: _parents(panel, name, method) for name in SHRUNK}
    values, alpha = dict(raw), {}
    pooled = {
        "x1": (demand, demand + seekers),
        "x3": (of["cohort"] - of["filled"], of["cohort"]),
        "x6": (of["hard"], of["answered"]),
    }
    for name in SHRUNK:
        if name == "x1" and panel.market is not None:
            continue
        values[name], alpha[name] = _shrink(
            panel.codes, raw[name], pooled[name], parents[name], method
        )
    level = {name: share(k.sum(axis=0), n.sum(axis=0)) for name, (k, n) in pooled.items()}
    level["x4"] = all_over
    level["x2"] = share(
        np.maximum(0.0, gap_demand.sum(axis=0) - gap_seekers.sum(axis=0)),
        of["gap_staff"].sum(axis=0) + gap_demand.sum(axis=0),
    )
    return Indicators(
        values={name: np.round(each, _DECIMALS) for name, each in values.items()},
        raw=raw,
        alpha=alpha,
        parents=parents,
        demand=np.broadcast_to(demand, raw["x1"].shape),
        seekers=np.broadcast_to(seekers, raw["x1"].shape),
        level=level,
    )


def share(part: Floats, whole: Floats) -> Floats:
    """Divide; NaN where the whole is 0 or missing."""
    safe = np.where(whole > 0, whole, 1.0)
    return np.where(whole > 0, part / safe, np.nan)


def class_of(code: str, depth: int) -> str:
    """Return the class of an occupation with so many segments; '' is all occupations."""
    return "-".join(code.split("-")[:depth])


def _relative_growth(growth: Floats, method: Method) -> Floats:
    """Return growth of median pay less its own median over occupations; NaN unless it is a vote."""
    if "x7" not in method.votes:
        return np.full_like(growth, np.nan)
    with np.errstate(all="ignore"):
        known = ~np.isnan(growth)
        middle = np.where(
            known.any(axis=0),
            np.nanmedian(np.where(known.any(axis=0), growth, 0.0), axis=0),
            np.nan,
        )
    return growth - middle


def _parts(panel: Panel, name: str) -> tuple[Floats, Floats]:
    """Return what each row gives to both parts of a share; NaN where it gives nothing."""
    rows = panel.rows
    if name == "x1":
        whole = np.where(rows.demand + rows.seekers > 0, rows.demand + rows.seekers, np.nan)
        return rows.demand, whole
    if name == "x3":
        whole = np.where(rows.cohort > 0, rows.cohort, np.nan)
        return rows.cohort - rows.filled, whole
    hard = np.where(np.isnan(rows.difficulty), np.nan, rows.difficulty >= HARD_FROM)
    return hard, np.where(np.isnan(rows.difficulty), np.nan, 1.0)


def _parents(panel: Panel, name: str, method: Method) -> Parents:
    rows, count = panel.rows, len(panel.codes)
    part, whole = _parts(panel, name)
    basis = panel.sure() & ~np.isnan(part) & ~np.isnan(whole)
    pairs, first, which = distinct_pairs(rows.occupation[basis], rows.employer[basis])
    weight = panel.weight[basis][first]
    k = summed(which, part[basis], pairs.shape[1])
    n = summed(which, whole[basis], pairs.shape[1])
    sizes = kish_sizes(weight, pairs[0], count)
    classes: list[str | None] = [None] * count
    siblings = [""] * count
    for depth in range(_SEGMENTS + 1):
        others = _others(panel.codes, pairs, depth)
        known = _known_below(panel.codes, sizes, depth)
        for occupation, code in enumerate(panel.codes):
            if others[occupation] >= method.parent_employers:
                classes[occupation] = class_of(code, depth)
                if known[class_of(code, depth)] >= method.siblings_least:
                    siblings[occupation] = class_of(code, depth)
    return Parents(
        employers=np.bincount(pairs[0], minlength=count),
        sizes=sizes,
        population=np.maximum(sizes, np.bincount(pairs[0], weight, count)),
        variances=_variances(k, n, weight, pairs[0], sizes),
        classes=tuple(classes),
        siblings=tuple(siblings),
    )


def _variances(k: Floats, n: Floats, weight: Floats, group: Ints, sizes: Floats) -> Floats:
    """Return the variance of one employer's share, linearised, of each occupation."""
    count = len(sizes)
    whole = summed(group, weight * n, count)
    mean = share(summed(group, weight * k, count), whole)
    per_employer = share(whole, summed(group, weight, count))
    around = (k - mean[group] * n) / per_employer[group]
    squares = summed(group, weight * weight * around**2, count)
    total = summed(group, weight, count)
    correction = np.where(sizes > 1, sizes / np.where(sizes > 1, sizes - 1, 1.0), 1.0)
    return np.nan_to_num(share(squares, total * total) * sizes * correction)


def _others(codes: tuple[str, ...], pairs: Ints, depth: int) -> Ints:
    """Return how many employers the class of each occupation has without the occupation."""
    names = sorted({class_of(code, depth) for code in codes})
    number = {name: index for index, name in enumerate(names)}
    of = np.array([number[class_of(code, depth)] for code in codes], dtype=np.int64)
    unique, _, which = distinct_pairs(of[pairs[0]], pairs[1])
    times = np.bincount(which, minlength=unique.shape[1])
    every = np.bincount(unique[0], minlength=len(names))
    alone = np.bincount(pairs[0], times[which] == 1, len(codes)).astype(np.int64)
    return every[of] - alone


def _known_below(codes: tuple[str, ...], sizes: Floats, depth: int) -> dict[str, int]:
    known: dict[str, int] = {}
    for code, size in zip(codes, sizes, strict=True):
        name = class_of(code, depth)
        known[name] = known.get(name, 0) + (size > 0)
    return known


def _shrink(
    codes: tuple[str, ...],
    raw: Floats,
    pooled: tuple[Floats, Floats],
    parents: Parents,
    method: Method,
) -> tuple[Floats, Floats]:
    bounds = Bounds(least=method.alpha_least, most=method.alpha_most)
    part, whole = pooled
    mean, alpha = np.full_like(raw, np.nan), np.full_like(raw, np.nan)
    for name in {*parents.classes} - {None}:
        inside = _members(codes, name or "")
        of_it = [index for index in inside if parents.classes[index] == name]
        k, n = part[inside].sum(axis=0), whole[inside].sum(axis=0)
        mean[of_it] = share(k - part[of_it], n - whole[of_it])
    for name in {*parents.siblings}:
        inside = _members(codes, name)
        of_it = [index for index in range(len(codes)) if parents.siblings[index] == name]
        sizes = parents.sizes[inside]
        variance = float((sizes * parents.variances[inside]).sum() / max(sizes.sum(), 1.0))
        alpha[of_it] = moment_alpha(raw[inside], sizes, variance, bounds)
    size = np.repeat(parents.population[:, None], raw.shape[1], axis=1)
    size[:, 0] = parents.sizes
    return shrunk(raw, size, mean, alpha), np.where(np.isnan(mean), np.nan, alpha)


def _members(codes: tuple[str, ...], name: str) -> list[int]:
    return [
        index
        for index, code in enumerate(codes)
        if not name or code == name or code.startswith(f"{name}-")
    ]
