"""Asks about each distinct case once and spreads the answers over the rows."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np

from jinque.criteria.columns import OUTCOMES, Part, States, Whole
from jinque.criteria.evaluation import judge
from jinque.model.criterion import Criterion
from jinque.model.person import Person

_BITS_OF_A_TABLE = 16
_BITS_OF_A_KEY = 62
_STATES = {outcome: state for state, outcome in enumerate(OUTCOMES)}


def state_of(criterion: Criterion, person: Person, on: date) -> int:
    """Return what the judge of one person says, as a state."""
    return _STATES[judge(criterion, person, on).outcome]


def spread(keys: Whole, bits: int, answer: Callable[[int], int]) -> States:
    """Return the answer for each row, asking about each distinct key once."""
    if bits > _BITS_OF_A_TABLE:
        present, places = np.unique(keys, return_inverse=True)
        found: States = np.array([answer(int(key)) for key in present], np.uint8)[places]
        return found
    table = np.zeros(1 << bits, np.uint8)
    for key in np.flatnonzero(np.bincount(keys, minlength=1 << bits)):
        table[key] = answer(int(key))
    return table[keys]


def join(parts: Sequence[Part], count: int) -> tuple[Whole, int]:
    """Join the keys of several parts into one for each row.

    Raises:
        OverflowError: they need more than 62 bits.
    """
    keys, bits = np.zeros(count, np.int64), 0
    for part in parts:
        own = part.keys if part.rows is None else part.keys[part.rows]
        keys, bits = (keys << part.bits) | own, bits + part.bits
    if bits > _BITS_OF_A_KEY:
        raise OverflowError(f"a key of {bits} bits")
    return keys, bits


def split(parts: Sequence[Part], key: int) -> tuple[int, ...]:
    """Return the keys of the parts that a joined key is made of."""
    found = []
    for part in reversed(parts):
        found.append(key & ((1 << part.bits) - 1))
        key >>= part.bits
    return tuple(reversed(found))


def facts_of(parts: Sequence[Part], case: Sequence[int]) -> dict[str, Any]:
    """Return fields of a person who has the keys of a case; lists left open are united."""
    facts: dict[str, Any] = {}
    for part, key in zip(parts, case, strict=True):
        found = part.facts(key)
        leaves_open = facts.get("open_lists", frozenset()) | found.get("open_lists", frozenset())
        facts |= {**found, "open_lists": leaves_open}
    return facts
