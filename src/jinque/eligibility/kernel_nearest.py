"""The posts nearest to each person: fewest unmet, then fewest undecided, then printed order."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jinque.criteria.columns import NOT_MET, UNKNOWN, States

_AT_ONCE = 1024
"""People ranked at once: what is ranked then fits a processor's cache."""

_POST_BITS = 16
_COUNT_BITS = 8
_COUNT = (1 << _COUNT_BITS) - 1

# What a state adds to a rank: an unmet demand more than all undecided ones together.
_WEIGHTS = np.zeros(3, np.uint16)
_WEIGHTS[[NOT_MET, UNKNOWN]] = 1 << _COUNT_BITS, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """Posts in order of nearness, a row for each person; every array has the same shape.

    Attributes:
        posts: places in the plan.
        unmet: criteria not met.
        undecided: criteria that are unknown.
    """

    posts: NDArray[np.int32]
    unmet: NDArray[np.uint8]
    undecided: NDArray[np.uint8]


def nearest_posts(
    members: Sequence[Sequence[int]], states: Sequence[States], count: int, most: int
) -> Nearest:
    """Return at most `most` posts for each person.

    Args:
        members: for each post the places of its criteria in `states`.
        states: for each criterion the state of each person.
        count: of the people.
        most: posts for each person.

    Raises:
        OverflowError: there are more than 65,536 posts, or more than 255 criteria in one.
    """
    if len(members) > 1 << _POST_BITS or max(map(len, members), default=0) > _COUNT:
        raise OverflowError("more posts, or more criteria in one, than a rank can hold")
    distinct, alike = _alike(states)
    needed = [tuple(sorted(alike[place] for place in places)) for places in members]
    parts = []
    for start in range(0, max(count, 1), _AT_ONCE):
        people = slice(start, min(start + _AT_ONCE, count))
        weights = [_WEIGHTS[each[people]] for each in distinct]
        parts.append(_ranked(needed, weights, people.stop - start, most))
    ranks = np.concatenate(parts)
    return Nearest(
        posts=(ranks & ((1 << _POST_BITS) - 1)).astype(np.int32),
        unmet=(ranks >> (_POST_BITS + _COUNT_BITS)).astype(np.uint8),
        undecided=(ranks >> _POST_BITS & _COUNT).astype(np.uint8),
    )


def _alike(states: Sequence[States]) -> tuple[list[States], list[int]]:
    """Return each array of states once, and for each criterion which of them is its own."""
    places: dict[int, int] = {}
    alike = [places.setdefault(id(each), len(places)) for each in states]
    once = {id(each): each for each in states}
    return [once[key] for key in places], alike


def _ranked(
    needed: Sequence[tuple[int, ...]],
    weights: Sequence[NDArray[np.uint16]],
    width: int,
    most: int,
) -> NDArray[np.uint32]:
    """Return the lowest ranks of some people, in order; posts that ask alike are added up once."""
    totals: dict[tuple[int, ...], NDArray[np.uint32]] = {}
    ranks = np.empty((len(needed), width), np.uint32)
    for post, places in enumerate(needed):
        if places not in totals:
            total = np.zeros(width, np.uint16)
            for place in places:
                total += weights[place]
            totals[places] = total.astype(np.uint32) << np.uint32(_POST_BITS)
        np.bitwise_or(totals[places], np.uint32(post), out=ranks[post])
    by_person = np.ascontiguousarray(ranks.T)
    if most < len(needed):
        by_person.partition(most - 1, axis=1)
    return np.sort(by_person[:, :most], axis=1)
