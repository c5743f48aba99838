"""One criterion that is no group, judged for blocks."""

from collections.abc import Hashable, Iterator
from datetime import date

import numpy as np

from jinque.criteria.columns import Part, PeopleColumns, States
from jinque.criteria.columns_block import Block
from jinque.criteria.columns_lists import denied_part, list_part
from jinque.criteria.columns_looks import DENIED, LISTS, TENURES, is_in_parts, scalar_of
from jinque.criteria.columns_sorts import (
    Look,
    Projected,
    Sorting,
    Sorts,
    sorts_by_judge,
    sorts_of_denied,
)
from jinque.criteria.columns_spread import facts_of, join, split, spread, state_of
from jinque.criteria.columns_years import Tenures
from jinque.model.criterion import Criterion
from jinque.model.person import Person


class Leaf:
    """What the judge said of each distinct case that the blocks so far have shown."""

    def __init__(self, criterion: Criterion, on: date) -> None:
        self._criterion, self._on = criterion, on
        self._look, self._scalar = LISTS.get(type(criterion)), scalar_of(criterion)
        self._sorts = Sorts(_sorting(criterion, self._look, on)) if self._look else None
        fact, tenure = DENIED.get(type(criterion)), TENURES.get(type(criterion))
        self._denied = Sorts(sorts_of_denied(criterion, fact, on)) if fact else None
        self._tenures = Tenures(criterion, tenure, on) if tenure else None
        self._values: dict[Hashable, int] = {}
        self._said: dict[Hashable, int] = {}

    @property
    def cases(self) -> int:
        """How many distinct cases there were."""
        sorts = [each.met for each in (self._sorts, self._denied) if each]
        return len(self._said) + len(self._values) + sum(sorts)

    def states(self, block: Block) -> States:
        """Return the state of each row."""
        if not is_in_parts(self._criterion):
            return self._one_by_one(block.people)
        try:
            parts = [*self._parts(block)]
            return self._spread(parts, block.people.count)
        except OverflowError:
            return self._one_by_one(block.people)

    def counts_surely(self, block: Block) -> bool:
        """Tell whether any work in a block surely counts to a criterion of years."""
        return self._tenures is not None and self._tenures.counts_surely(block)

    def _spread(self, parts: list[Part], count: int) -> States:
        def answer(key: int) -> int:
            case = (len(parts), *split(parts, key))
            if case not in self._said:
                self._said[case] = self._judge(Person(**facts_of(parts, case[1:])))
            return self._said[case]

        if len(parts) == 1 and parts[0].rows is not None:
            return spread(parts[0].keys, parts[0].bits, answer)[parts[0].rows]
        return spread(*join(parts, count), answer)

    def _parts(self, block: Block) -> Iterator[Part]:
        if self._look and self._sorts:
            yield list_part(self._look, block, self._sorts)
        if self._denied and (denied := denied_part(block, self._denied)):
            yield denied
        if self._tenures:
            yield self._tenures.part(block)
        if self._scalar:
            yield self._scalar_part(block.people, self._scalar)

    def _scalar_part(self, people: PeopleColumns, field: str) -> Part:
        column = people.scalars[field]
        places = [self._values.setdefault(value, len(self._values)) for value in column.distinct]
        known = list(self._values)
        return Part(
            keys=np.array(places, np.int64),
            rows=column.codes,
            bits=len(known).bit_length(),
            facts=lambda key: {field: known[key]},
        )

    def _one_by_one(self, people: PeopleColumns) -> States:
        states = [self._judge(people.person(row)) for row in range(people.count)]
        return np.array(states, np.uint8)

    def _judge(self, person: Person) -> int:
        return state_of(self._criterion, person, self._on)


def _sorting(criterion: Criterion, look: Look, on: date) -> Sorting:
    """Tell levels apart by themselves, since they are few; all else by the judge."""
    if look.fields == ("level",):
        return _itself
    return sorts_by_judge(criterion, look, on)


def _itself(values: Projected) -> Hashable:
    return values
