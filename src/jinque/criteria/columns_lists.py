"""Lists in columns: for each distinct list the sorts of entry in it."""

from typing import Any

import numpy as np

from jinque.criteria.columns import Part, Whole
from jinque.criteria.columns_block import MISSING, OPEN, Block, DistinctLists
from jinque.criteria.columns_sorts import NAME, Entry, Look, Sorts
from jinque.model.fact import Fact

BITS_OF_STATUS = 2
_STATUS = (1 << BITS_OF_STATUS) - 1


def list_part(look: Look, block: Block, sorts: Sorts) -> Part:
    """Return the sorts of entry, whether there is a list, and whether it is open.

    Raises:
        OverflowError: there are more than 63 sorts.
    """
    lists = block.lists(look.fact, look.fields)
    keys = (_patterns(lists, sorts) << BITS_OF_STATUS) | lists.status
    bits = max(len(sorts.first), 1) + BITS_OF_STATUS

    def facts(key: int) -> dict[str, Any]:
        held = tuple(look.entry(values) for values in sorts.held(key >> BITS_OF_STATUS))
        return with_status(look.fact, held, key & _STATUS)

    return Part(keys=keys, rows=lists.codes, bits=bits, facts=facts)


def denied_part(block: Block, sorts: Sorts) -> Part | None:
    """Return the sorts of name that are denied, None where nobody denies any.

    Raises:
        OverflowError: there are more than 63 sorts.
    """
    lists = block.lists("denied", (NAME,))
    keys = _patterns(lists, sorts)

    def facts(key: int) -> dict[str, Any]:
        return {"denied": tuple(str(values[0]) for values in sorts.held(key))}

    bits = len(sorts.first)
    return Part(keys=keys, rows=lists.codes, bits=bits, facts=facts) if keys.any() else None


def with_status(fact: Fact, held: tuple[Entry, ...], status: int) -> dict[str, Any]:
    """Return the fields of a person who has a list of a status."""
    leaves_open = frozenset({fact}) if status == OPEN else frozenset()
    return {fact: None if status == MISSING else held, "open_lists": leaves_open}


def _patterns(lists: DistinctLists, sorts: Sorts) -> Whole:
    """Return for each list the bits of the sorts among its entries."""
    found = np.zeros(len(lists.status), np.int64)
    if len(lists.owners):
        bits = np.array([1 << sorts.bit(values) for values in lists.values], np.int64)
        starts = np.flatnonzero(np.diff(lists.owners, prepend=-1))
        found[lists.owners[starts]] = np.bitwise_or.reduceat(bits[lists.places], starts)
    return found
