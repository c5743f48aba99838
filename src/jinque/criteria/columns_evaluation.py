"""Judges a block of people: each kind by where its judge looks, groups by three-valued logic."""

from dataclasses import replace
from datetime import date

import numpy as np

from jinque.criteria.columns import MET, UNKNOWN, PeopleColumns, States
from jinque.criteria.columns_block import Block
from jinque.criteria.columns_leaf import Leaf
from jinque.model.criterion import AllOf, AnyOf, Criterion, Negated, Open
from jinque.model.criterion_person import ExperienceYears

_MOST_CASES = 500_000


class ColumnJudge:
    """Judges blocks as of one day, and remembers what the judge said of each distinct case."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._leaves: dict[Criterion, Leaf] = {}
        self._block: Block | None = None
        self._known: dict[Criterion, States] = {}

    def states(self, criterion: Criterion, people: PeopleColumns) -> States:
        """Return the state of each row; equal demands of one block get the same array.

        Raises:
            TypeError: the criterion is of a kind without a judge.
        """
        if self._block is None or people is not self._block.people:
            self._block, self._known = Block(people, self._on), {}
        if criterion not in self._known:
            self._known[criterion] = self._worked_out(criterion, self._block)
        return self._known[criterion]

    def _worked_out(self, criterion: Criterion, block: Block) -> States:
        people = block.people
        if isinstance(criterion, AllOf):
            return _reduced(np.minimum, [self.states(part, people) for part in criterion.parts])
        if isinstance(criterion, AnyOf):
            return _reduced(np.maximum, [self.states(part, people) for part in criterion.parts])
        if isinstance(criterion, Negated):
            return np.uint8(MET) - self.states(criterion.part, people)
        if isinstance(criterion, Open):
            return np.maximum(self.states(criterion.part, people), np.uint8(UNKNOWN))
        leaf = self._leaf(criterion)
        if isinstance(criterion, ExperienceYears) and not leaf.counts_surely(block):
            unbound = replace(criterion, occupations=())
            return leaf.states(block) if unbound == criterion else self.states(unbound, people)
        return leaf.states(block)

    def _leaf(self, criterion: Criterion) -> Leaf:
        """Return what is remembered of a criterion, which may not grow with the people."""
        leaf = self._leaves.get(criterion)
        if leaf is None or leaf.cases > _MOST_CASES:
            leaf = self._leaves[criterion] = Leaf(criterion, self._on)
        return leaf


def _reduced(of_two: np.ufunc, several: list[States]) -> States:
    found: States = of_two.reduce(several)
    return found
