"""Probabilities, as fitted on the open part of the gold set."""

import math
from collections.abc import Sequence

from jinque.coding.ranking import Ranked
from jinque.parameters import Calibration

_LEAST, _MOST = 1e-6, 1 - 1e-6
_CLASS_LEVELS = 3


def probability_of_first(first: Ranked, calibration: Calibration) -> float:
    """Return how likely the first code is right."""
    if first.is_exact:
        kept = calibration.borne_out if first.is_borne_out else calibration.exact
        return kept * first.share
    odds = (
        calibration.constant
        + calibration.likeness * first.texts[0][1]
        + calibration.share * log_odds(first.share)
    )
    return min(1 / (1 + math.exp(-odds)), calibration.borne_out)


def probabilities(ranked: Sequence[Ranked], calibration: Calibration) -> tuple[float, ...]:
    """Return how likely each code is right, in order; their sum is at most 1."""
    if not ranked:
        return ()
    first = probability_of_first(ranked[0], calibration)
    others = max(1 - ranked[0].share, _LEAST)
    rest = (1 - first) * calibration.rest
    return (first, *(min(first, rest * each.share / others) for each in ranked[1:]))


def log_odds(share: float) -> float:
    """Return the log odds of a share, kept finite."""
    kept = min(max(share, _LEAST), _MOST)
    return math.log(kept / (1 - kept))


def class_shares(ranked: Sequence[Ranked]) -> dict[str, float]:
    """Return the share of each class, summed over the codes in it and the class itself."""
    shares: dict[str, float] = {}
    for each in ranked:
        segments = each.code.split("-") if each.code else []
        for depth in range(1, min(len(segments), _CLASS_LEVELS) + 1):
            code = "-".join(segments[:depth])
            shares[code] = shares.get(code, 0.0) + each.share
    return shares
