"""The rules of all posts in the plainest form that any engine can run, with the facts they need.

A fact is a number of which the least and the most are known; a demand is that it be at least some
number. The facts are worked out by us beforehand, outside the clock, so that the peers only
compare, add up and rank; our own kernel starts from people.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jinque.criteria.columns import MET, NOT_MET
from jinque.criteria.columns_judge import ColumnJudge
from jinque.matching.arrow import people_columns
from jinque.matching.kernel import Plan

Numbers = NDArray[np.int8]


@dataclass(frozen=True)
class Rules:
    """Facts by number, and for each post its demands (fact, at least).

    Attributes:
        low: facts x people; what is proved.
        high: what is not ruled out.
        posts: a post demands no fact twice: a second demand has a copy of the fact.
    """

    low: Numbers
    high: Numbers
    posts: tuple[tuple[tuple[int, int], ...], ...]


def rules_of(plan: Plan, blocks: Sequence[Any]) -> Rules:
    """Return the rules of a plan with the facts of some people."""
    judge = ColumnJudge(plan.on)
    parts = []
    for block in blocks:
        people = people_columns(block)
        parts.append(np.stack([judge.states(each, people) for each in plan.criteria]))
    states = np.concatenate(parts, axis=1)
    groups: dict[object, list[int]] = {}
    for place, criterion in enumerate(plan.criteria):
        groups.setdefault(_without_number(criterion), []).append(place)
    facts: dict[bytes, int] = {}
    low: list[Numbers] = []
    high: list[Numbers] = []
    demands: dict[int, tuple[int, int]] = {}
    for places in groups.values():
        needed = [_number(plan.criteria[place]) for place in places]
        least = _reached(states, places, needed, MET)
        most = _reached(states, places, needed, NOT_MET + 1)
        key = least.tobytes() + most.tobytes()
        if key not in facts:
            facts[key] = len(low)
            low.append(least)
            high.append(most)
        demands |= {
            place: (facts[key], number) for place, number in zip(places, needed, strict=True)
        }
    posts = [[demands[place] for place in members] for members in plan.members]
    return _without_repeats(low, high, posts)


def _without_number(criterion: Any) -> object:  # noqa: ANN401 - any kind
    if hasattr(criterion, "at_least") and isinstance(criterion.at_least, int):
        return replace(criterion, at_least=1)
    return criterion


def _number(criterion: Any) -> int:  # noqa: ANN401 - any kind
    number = getattr(criterion, "at_least", 1)
    return number if isinstance(number, int) else 1


def _reached(
    states: NDArray[np.uint8], places: list[int], needed: list[int], least: int
) -> Numbers:
    """Return the highest of the numbers demanded that each person reaches; 0 for none."""
    found = np.zeros(states.shape[1], np.int8)
    for place, number in sorted(zip(places, needed, strict=True), key=lambda each: each[1]):
        found[states[place] >= least] = number
    return found


def _without_repeats(
    low: list[Numbers], high: list[Numbers], posts: list[list[tuple[int, int]]]
) -> Rules:
    copies: dict[tuple[int, int], int] = {}
    found = []
    for demands in posts:
        seen: dict[int, int] = {}
        own = []
        for fact, number in demands:
            turn = seen[fact] = seen.get(fact, -1) + 1
            if turn and (fact, turn) not in copies:
                copies[fact, turn] = len(low)
                low.append(low[fact])
                high.append(high[fact])
            own.append((copies[fact, turn] if turn else fact, number))
        found.append(tuple(own))
    return Rules(low=np.stack(low), high=np.stack(high), posts=tuple(found))
