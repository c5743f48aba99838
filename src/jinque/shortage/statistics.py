"""The statistics of the index, each in its plain definition, over arrays of draws."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jinque.errors import InvalidOptionError
from jinque.locale import say

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

TIE = 1e-9
"""Two shares that differ by less are the same: 1/2 reached by a product of fractions is 1/2."""

_LEAST_CRITERIA = 3


def mid_ranks(values: Floats, reference: Floats) -> Floats:
    """Return `F(x-) + P(X = x) / 2` of each value against a reference; NaN stays NaN.

    Args:
        values: any shape.
        reference: in rising order, not empty.
    """
    below = np.searchsorted(reference, values, side="left")
    upto = np.searchsorted(reference, values, side="right")
    ranks = (below + upto) / (2 * len(reference))
    return np.where(np.isnan(values), np.nan, ranks)


def weighted_lower_medians(values: Floats, weights: Floats) -> Floats:
    """Return the first value whose running sum of weights reaches half of their total.

    Args:
        values: (rows,), without NaN.
        weights: (rows, draws), at least 0; rows of weight 0 do not count.

    Returns:
        (draws,), NaN where all weights are 0.
    """
    draws = weights.shape[1]
    if not len(values):
        return np.full(draws, np.nan)
    order = np.argsort(values, kind="stable")
    running = np.cumsum(weights[order], axis=0)
    total = running[-1]
    first = np.argmax(running * 2 >= total * (1 - TIE), axis=0)
    return np.where(total > 0, values[order][first], np.nan)


def survival_medians(times: Floats, at_risk: Floats, events: Floats) -> Floats:
    """Return the first time at which the Kaplan-Meier curve is at one half or below.

    Args:
        times: (times,), rising.
        at_risk: (times, draws), weight at risk just before each.
        events: (times, draws), weight of those that end in the event at each.

    Returns:
        (draws,), NaN where the curve never gets there: the longest spell is no median.
    """
    if not len(times):
        return np.full(at_risk.shape[1], np.nan)
    curve = survival_curve(at_risk, events)
    reached = curve <= 0.5 + TIE
    first = np.argmax(reached, axis=0)
    return np.where(reached.any(axis=0), times[first], np.nan)


def survival_curve(at_risk: Floats, events: Floats) -> Floats:
    """Return the share still open behind each time, of the same shape."""
    safe = np.where(at_risk > 0, at_risk, 1.0)
    kept = np.where(at_risk > 0, 1 - events / safe, 1.0)
    return np.asarray(np.cumprod(kept, axis=0), dtype=np.float64)


def distinct_pairs(first: Ints, second: Ints) -> tuple[Ints, Ints, Ints]:
    """Return each pair once, in rising order, with its first place and the pair of each place.

    Args:
        first: numbers from 0.
        second: numbers from 0, as many.

    Returns:
        pairs (2, pairs), places (pairs,), number of the pair of each place (places,).
    """
    size = int(second.max(initial=0)) + 1
    keys, index, inverse = np.unique(first * size + second, return_index=True, return_inverse=True)
    return np.stack([keys // size, keys % size]), index, inverse.ravel()


def summed(groups: Ints, values: Floats, count: int) -> Floats:
    """Return the sum of the values of each group."""
    return np.bincount(groups, values, count).astype(np.float64)


def kish_sizes(weights: Floats, groups: Ints, count: int) -> Floats:
    """Return `(sum w)^2 / sum w^2` of each group; 0 for an empty one."""
    total = summed(groups, weights, count)
    squares = summed(groups, weights * weights, count)
    return np.where(squares > 0, total * total / np.where(squares > 0, squares, 1.0), 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Between which alpha is held."""

    least: float
    most: float


def moment_alpha(shares: Floats, sizes: Floats, variance: float, bounds: Bounds) -> Floats:
    """Estimate how strongly siblings resemble each other, by the moments of one-way analysis.

    With effective sizes n, weights `w = n / sum n`, mean `m = sum w x`, spread
    `S = sum w (x - m)^2`, `b = sum w (1 - w)` and `a = sum w (1 - w) / n`, the variance between
    occupations is `t = (S - v a) / b`, and alpha is `v / t`: as many employers as weigh as much
    as the class does.

    Args:
        shares: (siblings, draws); NaN where one has none.
        sizes: (siblings,), effective employers.
        variance: v, of one employer around its occupation.
        bounds: what it is held in; no spread beyond chance gives the upper one.

    Source:
        C. R. Henderson, Estimation of variance and covariance components, Biometrics 9 (1953),
        226-252, method 1; for shares of 0 and 1 it is J. C. Kleinman, JASA 68 (1973), 46-54.
    """
    known = ~np.isnan(shares) & (sizes > 0)[:, None]
    n = np.where(known, sizes[:, None], 0.0)
    total = n.sum(axis=0)
    w = n / np.where(total > 0, total, 1.0)
    x = np.where(known, shares, 0.0)
    mean = (w * x).sum(axis=0)
    spread = (w * (x - mean) ** 2).sum(axis=0)
    b = (w * (1 - w)).sum(axis=0)
    a = (w * (1 - w) / np.where(n > 0, n, 1.0)).sum(axis=0)
    between = np.where(b > 0, (spread - variance * a) / np.where(b > 0, b, 1.0), 0.0)
    alpha = np.where(between > 0, variance / np.where(between > 0, between, 1.0), bounds.most)
    return np.clip(alpha, bounds.least, bounds.most)


def shrunk(raw: Floats, size: Floats, parent: Floats, alpha: Floats) -> Floats:
    """Return `(k + alpha p) / (n + alpha)` with `k = n raw`; raw where there is no parent."""
    drawn = (size * raw + alpha * parent) / (size + alpha)
    return np.where(np.isnan(parent), raw, drawn)


def interval(draws: Floats, coverage: float) -> tuple[Floats, Floats]:
    """Return the ends of the middle `coverage` of draws, order statistics of the n that exist.

    Args:
        draws: (rows, draws); NaN where a draw has no value.
        coverage: 0 to 1.

    Returns:
        lower and upper ends (rows,), NaN for a row without a draw.
    """
    ordered = np.sort(draws, axis=1)
    count = (~np.isnan(draws)).sum(axis=1)
    tail = (1 - coverage) / 2
    rows = np.arange(len(draws))
    low = np.clip(np.rint((count + 1) * tail).astype(np.int64) - 1, 0, None)
    high = np.clip(count - 1 - low, 0, None)
    return ordered[rows, low], ordered[rows, high]


def comparison_weights(
    matrix: Floats, random_index: tuple[float, ...], most: float
) -> tuple[Floats, float]:
    """Return weights from pairwise comparisons and their consistency ratio (AHP).

    Args:
        matrix: reciprocal, of 3 to 15 criteria.
        random_index: for 3, 4, … criteria.
        most: ratio from which the comparisons are refused; compared unrounded.

    Raises:
        InvalidOptionError: the matrix is not reciprocal, too small or large, or inconsistent.
    """
    n = len(matrix)
    if matrix.shape != (n, n) or not _LEAST_CRITERIA <= n < _LEAST_CRITERIA + len(random_index):
        raise InvalidOptionError(
            say(
                "Pairwise comparisons are of {least_criteria} to {least_criteria_len} criteria.",
                least_criteria=_LEAST_CRITERIA,
                least_criteria_len=_LEAST_CRITERIA + len(random_index) - 1,
            ),
            where="comparisons",
        )
    if (matrix <= 0).any() or not np.allclose(matrix * matrix.T, 1.0):
        raise InvalidOptionError(
            say("The comparisons are not reciprocal: (i, j) must be one over (j, i)."),
            where="comparisons",
        )
    roots, vectors = np.linalg.eig(matrix)
    first = int(np.argmax(roots.real))
    weights = np.abs(vectors[:, first].real)
    ratio = float((roots[first].real - n) / (n - 1) / random_index[n - _LEAST_CRITERIA])
    if ratio >= most:
        raise InvalidOptionError(
            say(
                "The consistency ratio is {ratio:.4f}, not below {most:.2f}: refused.",
                ratio=ratio,
                most=most,
            ),
            where="comparisons",
            hint=say("Compare again, or use equal weights."),
        )
    return np.asarray(weights / weights.sum()), ratio
