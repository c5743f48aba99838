"""A block of people as columns: codes of distinct values; lists as entries with their rows.

An evaluator of columns has no meaning of its own: it finds the distinct cases that a criterion can
tell apart, asks the judge of one person about each, and spreads the answers over the rows.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jinque.model.finding import Outcome
from jinque.model.person import Person

NOT_MET, UNKNOWN, MET = range(3)
"""An outcome in a column of states."""

OUTCOMES = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)
"""State -> outcome."""

States = NDArray[np.uint8]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """Values of a column.

    Attributes:
        codes: places in `distinct`.
        distinct: each once; None where nobody gave the fact.
    """

    codes: Whole
    distinct: tuple[Hashable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A fact that is a list.

    Attributes:
        given: for each row whether there is a list; an empty one is one.
        is_open: for each row whether the list may lack some.
        rows: row of each entry, ascending.
        fields: field of an entry -> its values; names without fields stand under `name`.
    """

    given: Flags
    is_open: Flags
    rows: Whole
    fields: Mapping[str, Values]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleColumns:
    """A block of people.

    Attributes:
        count: of the people.
        scalars: field of `Person` -> values.
        lists: field of `Person` -> entries; those of `work` by row and first day.
        begun: of each entry of `work`, the first day by its ordinal (1 is 1 January of year 1).
        ended: the last day; `STILL` while it goes on.
        person: the person of a row.
    """

    count: int
    scalars: Mapping[str, Values]
    lists: Mapping[str, Entries]
    begun: Whole
    ended: Whole
    person: Callable[[int], Person]


STILL = int(np.iinfo(np.int64).max)
"""End of a time of work that goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that a criterion looks at, as a small whole number for each row.

    Attributes:
        keys: for each row, or for each distinct case where `rows` is given.
        rows: for each row which case it is.
        bits: how many hold every key.
        facts: a key -> fields of a person who has it.
    """

    keys: Whole
    rows: Whole | None
    bits: int
    facts: Callable[[int], dict[str, Any]]
