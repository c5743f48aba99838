"""Judges of years in columns: the years that surely count, and those that may."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from jinque.criteria.calendar import add_years
from jinque.criteria.columns import MET, NOT_MET, UNKNOWN, Flags, Part, Whole
from jinque.criteria.columns_block import Block
from jinque.criteria.columns_lists import BITS_OF_STATUS, with_status
from jinque.criteria.columns_sorts import Look, Projected
from jinque.criteria.columns_spread import state_of
from jinque.criteria.columns_tenure import MOST_YEARS, days_by_row, years_of
from jinque.model.career import WorkSpell
from jinque.model.criterion import Criterion
from jinque.model.criterion_person import ExperienceYears, YearsByDegree
from jinque.model.fact import Fact
from jinque.model.person import Person


class Tenures:
    """The years that surely count to a criterion and those that may, for each row."""

    def __init__(self, criterion: Criterion, look: Look, on: date) -> None:
        self._one_year, self._look, self._on = _one_year(criterion), look, on
        self._most = min(_most_years(criterion), MOST_YEARS)
        self._bits = self._most.bit_length()
        self._states: dict[Projected, int] = {}
        self._first: dict[int, Projected] = {}

    def part(self, block: Block) -> Part:
        """Return both numbers of years, whether there is a list, and whether it is open.

        Years beyond the most that the criterion asks for are not told apart.
        """
        states = self._of_entries(block)
        low, high = self._years(block, states == MET), self._years(block, states != NOT_MET)
        keys = (((low << self._bits) | high) << BITS_OF_STATUS) | block.work_status
        bits = 2 * self._bits + BITS_OF_STATUS
        return Part(keys=keys, rows=None, bits=bits, facts=self._facts)

    def counts_surely(self, block: Block) -> bool:
        """Tell whether any work in a block surely counts."""
        return any(self._state(values) == MET for values in self._projected(block)[1])

    def _projected(self, block: Block) -> tuple[Whole, list[Projected]]:
        return block.projected(self._look.fact, self._look.fields)

    def _of_entries(self, block: Block) -> Whole:
        places, values = self._projected(block)
        states = np.array([self._state(each) for each in values], np.int64)
        return states[places] if len(places) else places

    def _state(self, values: Projected) -> int:
        """Tell whether very long work of a sort surely counts, may, or does not."""
        if values not in self._states:
            person = Person(work=(self._look.entry(values),))
            state = state_of(self._one_year, person, self._on)
            self._states[values] = state
            self._first.setdefault(state, values)
        return self._states[values]

    def _years(self, block: Block, counted: Flags) -> Whole:
        if counted.all():
            years = block.years
        elif counted.any():
            years = years_of(days_by_row(block.people, counted, self._on), self._on)
        else:
            years = np.zeros(block.people.count, np.int64)
        return np.minimum(years, self._most)

    def _facts(self, key: int) -> dict[str, Any]:
        """Return a person with as many years that surely count, within as many that may."""
        years, status = divmod(key, 1 << BITS_OF_STATUS)
        low, high = divmod(years, 1 << self._bits)
        spells = [self._spell(MET, low), self._spell(UNKNOWN, high)]
        return with_status(Fact.WORK, tuple(each for each in spells if each), status)

    def _spell(self, state: int, years: int) -> WorkSpell | None:
        if not years or state not in self._first:
            return None
        spell: WorkSpell = self._look.entry(self._first[state])
        return replace(spell, begun_on=add_years(self._on, -years))


def _one_year(criterion: Criterion) -> Criterion:
    """Return a demand for one year of the work that a criterion counts."""
    if isinstance(criterion, ExperienceYears | YearsByDegree):
        return ExperienceYears(
            at_least=1, bound_to=criterion.bound_to, occupations=criterion.occupations
        )
    given: Any = criterion
    return replace(given, at_least=1)  # type: ignore[no-any-return]


def _most_years(criterion: Criterion) -> int:
    if isinstance(criterion, YearsByDegree):
        return max(rule.at_least for rule in criterion.rules)
    given: Any = criterion
    return int(given.at_least)
