"""A published score under the weights of a reader, and two scores side by side."""

from dataclasses import replace

import numpy as np

from jinque.errors import InvalidOptionError
from jinque.locale import Sentence, say
from jinque.model.shortage import ImpactRow, Label, Method, OccupationScore, Score
from jinque.shortage.sensitivity import ranks, reweighted

_MOST_WEIGHT = 10.0


def with_weights(score: Score, weights: dict[str, float]) -> Score:
    """Return ranking and labels under other weights, from the percentiles that are published.

    Intervals are left out: they hold for the declared weights only.

    Raises:
        InvalidOptionError: a weight is not from 0 to 10, or all are 0.
    """
    if any(not 0 <= weight <= _MOST_WEIGHT for weight in weights.values()):
        raise _wrong(say("Weights are from 0 to 10."))
    if not any(weights.get(name, weight) > 0 for name, weight in score.method.votes.items()):
        raise _wrong(say("At least one weight is above 0."))
    method = reweighted(score.method, weights)
    moved = [_moved(each, method) for each in score.occupations]
    index = np.array([np.nan if each.index is None else each.index for each in moved])
    found = ranks(index, ~np.isnan(index))
    return replace(
        score,
        method=method,
        occupations=tuple(
            replace(each, rank=int(rank) or None) for each, rank in zip(moved, found, strict=True)
        ),
    )


def _wrong(message: Sentence) -> InvalidOptionError:
    return InvalidOptionError(message, where="weights")


def _moved(score: OccupationScore, method: Method) -> OccupationScore:
    cast = [each for each in score.ballots if each.name in method.votes]
    if score.label is Label.INSUFFICIENT or not score.ballots:
        return score
    if not cast:
        return replace(
            score, label=Label.INSUFFICIENT, labels=(Label.INSUFFICIENT,), index=None, points=None,
            index_interval=None, points_interval=None, ballots=(), rank_low=None, rank_high=None,
        )  # fmt: skip
    total, count = sum(method.votes[each.name] for each in cast), len(cast)
    scale = count / total
    ballots = tuple(replace(each, weight=method.votes[each.name] * scale) for each in cast)
    index = sum(each.weight * each.percentile for each in ballots) / count
    drawn = sum(each.weight * each.points for each in ballots)
    points = (drawn + method.prior_points * method.prior_votes) / (count + method.prior_votes)
    label = _label(index, points, method)
    if label is Label.SHORT and not score.has_sign:
        label = Label.WATCH
    return replace(
        score, label=label, labels=(label,), index=index, points=points, ballots=ballots,
        index_interval=None, points_interval=None, rank_low=None, rank_high=None, lines=None,
        reasons=(_told(points, index, label, method),), changes=(),
    )  # fmt: skip


def _label(index: float, points: float, method: Method) -> Label:
    by, short, watch = points, method.short_from, method.watch_from
    if method.mode == "index":
        by, short, watch = index, method.index_short_from, method.index_watch_from
    if by >= short - 1e-12:
        return Label.SHORT
    return Label.WATCH if by >= watch - 1e-12 else Label.NOT_SHORT


def _told(points: float, index: float, label: Label, method: Method) -> Sentence:
    del label, method
    return say("By your weights: B* = {points:.2f}, I = {index:.2f}.", points=points, index=index)


def impact(before: Score, after: Score) -> tuple[ImpactRow, ...]:
    """Return every occupation of two scores: labels, indices and ranks side by side."""
    old = {each.code: each for each in before.occupations}
    new = {each.code: each for each in after.occupations}
    rows = []
    for code in sorted(set(old) & set(new)):
        was, now = old[code], new[code]
        rows.append(
            ImpactRow(
                code=code, name=now.name, before=was.label, after=now.label,
                index_before=was.index, index_after=now.index,
                rank_before=was.rank, rank_after=now.rank,
            )
        )  # fmt: skip
    return tuple(rows)
