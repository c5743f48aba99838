"""From indicators to percentiles, points, index and label, in every draw at once."""

from dataclasses import dataclass

import numpy as np

from jinque.model.shortage import BLOCK, INDICATORS, VOTES, Label, Method, ReferenceScale
from jinque.shortage.indicators import Indicators
from jinque.shortage.statistics import Floats, mid_ranks

LABELS = (Label.SHORT, Label.WATCH, Label.NOT_SHORT)
_SHORT, _WATCH, _NOT_SHORT = range(3)
_PRECISION = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What decides beside the percentiles, each (occupations, columns).

    Attributes:
        is_surplus: D <= S of kind a, or no places at all: the block gives nothing.
        has_sign: an absolute sign of shortage, without which nothing is short.
    """

    is_surplus: np.ndarray
    has_sign: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """Each (occupations, columns); column 0 is the sample.

    Attributes:
        percentiles: indicator -> mid-rank.
        votes: vote -> percentile, NaN where it is not cast.
        count: K, votes cast.
        index: I.
        points: B*.
        labels: number in `LABELS`.
        lacks_sign: points or index would call it short, but there is no absolute sign.
    """

    percentiles: dict[str, Floats]
    votes: dict[str, Floats]
    count: Floats
    index: Floats
    points: Floats
    labels: np.ndarray
    lacks_sign: np.ndarray


def rate(found: Indicators, reference: ReferenceScale, method: Method) -> Ratings:
    """Rate every occupation in every column."""
    percentiles = _percentiles(found.values, reference)
    facts = facts_of(found, method)
    votes = _votes(percentiles, reference, method, facts)
    return combined(percentiles, votes, facts, method)


def combined(
    percentiles: dict[str, Floats], votes: dict[str, Floats], facts: Facts, method: Method
) -> Ratings:
    """Join votes by the weights of a method; a reader may have moved them."""
    weight = np.stack([np.full_like(votes[name], method.votes[name]) for name in votes])
    p = np.stack(list(votes.values()))
    cast = ~np.isnan(p)
    weight = np.where(cast, weight, 0.0)
    total, count = weight.sum(axis=0), cast.sum(axis=0).astype(np.float64)
    scaled = weight * count / np.where(total > 0, total, 1.0)
    index = (weight * np.where(cast, p, 0.0)).sum(axis=0) / np.where(total > 0, total, 1.0)
    q = points_of(p, method)
    drawn = (scaled * q).sum(axis=0) + method.prior_points * method.prior_votes
    points = drawn / (scaled.sum(axis=0) + method.prior_votes)
    index = np.where(count > 0, index, np.nan)
    points = np.where(count > 0, points, np.nan)
    labels, lacks = _labels(index, points, facts, method)
    return Ratings(
        percentiles=percentiles,
        votes=votes,
        count=count,
        index=index,
        points=points,
        labels=labels,
        lacks_sign=lacks,
    )


def points_of(percentiles: Floats, method: Method) -> Floats:
    """Return 0 to 3 for each percentile; 0 for a vote that is not cast."""
    known = np.nan_to_num(percentiles, nan=-1.0)
    steps = [known >= step - _PRECISION for step in method.point_steps]
    return np.asarray(np.sum(steps, axis=0), dtype=np.float64)


def facts_of(found: Indicators, method: Method) -> Facts:
    """Return the absolute facts of the sample and of each draw."""
    is_persons = method.seekers == "persons"
    nothing = (found.demand == 0) & (found.seekers > 0)
    surplus = (found.demand <= found.seekers) & (found.demand + found.seekers > 0)
    x1, x3 = np.nan_to_num(found.raw["x1"]), np.nan_to_num(found.raw["x3"], nan=-1.0)
    sign = x3 >= method.unfilled_from - _PRECISION
    if is_persons:
        sign = sign | (x1 > method.demand_share_above + _PRECISION)
    return Facts(is_surplus=nothing | surplus if is_persons else nothing, has_sign=sign)


def reference_of(
    found: Indicators, sufficient: np.ndarray, edition: str, quarter: str
) -> ReferenceScale:
    """Freeze the values of sufficient occupations of a sample as the scale of later editions."""
    values = {
        name: _sorted(found.values[name][sufficient, 0])
        for name in INDICATORS
        if not np.isnan(found.values[name][sufficient, 0]).all()
    }
    base = ReferenceScale(edition=edition, quarter=quarter, is_provisional=True, values=values)
    percentiles = _percentiles({n: found.values[n][:, :1] for n in INDICATORS}, base)
    block = _block(percentiles)[sufficient, 0]
    return ReferenceScale(
        edition=edition,
        quarter=quarter,
        is_provisional=True,
        values={**values, BLOCK: _sorted(np.round(block, 12))},
    )


def _sorted(values: Floats) -> tuple[float, ...]:
    return tuple(float(each) for each in np.sort(values[~np.isnan(values)]))


def _percentiles(values: dict[str, Floats], reference: ReferenceScale) -> dict[str, Floats]:
    ranked: dict[str, Floats] = {}
    for name in INDICATORS:
        scale = np.asarray(reference.values.get(name, ()), dtype=np.float64)
        ranked[name] = (
            mid_ranks(values[name], scale) if len(scale) else np.full_like(values[name], np.nan)
        )
    return ranked


def _block(percentiles: dict[str, Floats]) -> Floats:
    """Return (p1 + p2) / 2; p1 alone where x2 is missing."""
    p1, p2 = percentiles["x1"], percentiles["x2"]
    return np.where(np.isnan(p2), p1, (p1 + p2) / 2)


def _votes(
    percentiles: dict[str, Floats], reference: ReferenceScale, method: Method, facts: Facts
) -> dict[str, Floats]:
    votes: dict[str, Floats] = {}
    for name in (vote for vote in VOTES if vote in method.votes):
        p = _block(percentiles) if name == BLOCK else percentiles[name]
        if name == BLOCK:
            p = np.where(facts.is_surplus, 0.0, p)
        few = len(set(reference.values.get(name, ()))) < method.reference_values_least
        votes[name] = np.full_like(p, np.nan) if few else p
    return votes


def _labels(
    index: Floats, points: Floats, facts: Facts, method: Method
) -> tuple[np.ndarray, np.ndarray]:
    by, short, watch = points, method.short_from, method.watch_from
    if method.mode == "index":
        by, short, watch = index, method.index_short_from, method.index_watch_from
    by = np.nan_to_num(by, nan=-1.0)
    labels = np.where(by >= watch - _PRECISION, _WATCH, _NOT_SHORT)
    would = by >= short - _PRECISION
    labels = np.where(would & facts.has_sign, _SHORT, labels)
    return labels, would & ~facts.has_sign
