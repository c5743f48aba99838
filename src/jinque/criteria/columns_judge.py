"""Judges a block of people: each kind by where its judge looks, groups by three-valued logic.

One criterion that is no group, judged for blocks.

Where the judge of each kind looks; a kind that is not named here is judged person by person.

Judges of years in columns: the years that surely count, and those that may.
"""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from jinque.criteria.columns import (
    BITS_OF_STATUS,
    MET,
    MOST_YEARS,
    NOT_MET,
    UNKNOWN,
    Block,
    ColumnStates,
    Flags,
    Look,
    Part,
    PeopleColumns,
    Projected,
    Sorting,
    Sorts,
    Whole,
    days_by_row,
    denied_part,
    facts_of,
    join,
    list_part,
    sorts_by_judge,
    sorts_of_denied,
    split,
    spread,
    state_of,
    with_status,
    years_of,
)
from jinque.criteria.judgement import add_years
from jinque.model.criterion import (
    AcademicDegree,
    AllOf,
    AnyOf,
    Approval,
    Background,
    Certificate,
    Criterion,
    EducationLevel,
    Evidence,
    ExperienceYears,
    FullTime,
    GraduateOfYear,
    HasAward,
    IndustryExperience,
    InPlace,
    InScope,
    LanguageSkill,
    Licence,
    Majors,
    ManagementYears,
    Negated,
    NotBefore,
    Open,
    States,
    TitleLevel,
    Tool,
    WonAwards,
    WorkPlace,
    YearsByDegree,
)
from jinque.model.person import Fact, Person, WorkSpell

Kind = type[Criterion]

LISTS: dict[Kind, Look] = {
    AcademicDegree: Look(Fact.EDUCATIONS, ("degree",)),
    Background: Look(Fact.EDUCATIONS, ("majors",)),
    Certificate: Look(Fact.CERTIFICATES),
    EducationLevel: Look(Fact.EDUCATIONS, ("level",)),
    FullTime: Look(Fact.EDUCATIONS, ("is_full_time",)),
    HasAward: Look(Fact.AWARDS),
    IndustryExperience: Look(Fact.WORK, ("industry",)),
    LanguageSkill: Look(Fact.LANGUAGES, ("language", "level")),
    Licence: Look(Fact.CERTIFICATES),
    Majors: Look(Fact.EDUCATIONS, ("majors",)),
    TitleLevel: Look(Fact.TITLES, ("level",)),
    Tool: Look(Fact.TOOLS),
    WonAwards: Look(Fact.AWARDS),
    YearsByDegree: Look(Fact.EDUCATIONS, ("level",)),
}
"""Kind -> the list it looks at, and the fields of its entries."""

TENURES: dict[Kind, Look] = {
    ExperienceYears: Look(Fact.WORK, ("occupation", "code")),
    ManagementYears: Look(Fact.WORK, ("is_management",)),
    YearsByDegree: Look(Fact.WORK, ("occupation", "code")),
}
"""Kind that counts years -> the fields by which a time of work counts or not."""

DENIED: dict[Kind, Fact] = {
    Certificate: Fact.CERTIFICATES,
    LanguageSkill: Fact.LANGUAGES,
    Licence: Fact.CERTIFICATES,
    Tool: Fact.TOOLS,
    WonAwards: Fact.AWARDS,
}
"""Kind that looks at names which the person denies -> the list they are denied of."""

BLIND: tuple[Kind, ...] = (Approval, Evidence, NotBefore, WorkPlace)
"""Kinds that look at no fact of the person's."""


def scalar_of(criterion: Criterion) -> str | None:
    """Return the field of `Person` that a criterion looks at; None where it is no single one."""
    if isinstance(criterion, States):
        return criterion.fact.value
    if isinstance(criterion, InScope):
        return Fact.NATIONALITY.value
    if isinstance(criterion, GraduateOfYear):
        return Fact.IS_GRADUATE_OF_YEAR.value
    return Fact.PLACE.value if isinstance(criterion, InPlace) else None


def is_in_parts(criterion: Criterion) -> bool:
    """Tell whether the parts of a person that a criterion looks at are named here."""
    kind = type(criterion)
    return kind in LISTS or kind in TENURES or kind in BLIND or scalar_of(criterion) is not None


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

    def states(self, block: Block) -> ColumnStates:
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

    def _spread(self, parts: list[Part], count: int) -> ColumnStates:
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

    def _one_by_one(self, people: PeopleColumns) -> ColumnStates:
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


_MOST_CASES = 500_000


class ColumnJudge:
    """Judges blocks as of one day, and remembers what the judge said of each distinct case."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._leaves: dict[Criterion, Leaf] = {}
        self._block: Block | None = None
        self._known: dict[Criterion, ColumnStates] = {}

    def states(self, criterion: Criterion, people: PeopleColumns) -> ColumnStates:
        """Return the state of each row; equal demands of one block get the same array.

        Raises:
            TypeError: the criterion is of a kind without a judge.
        """
        if self._block is None or people is not self._block.people:
            self._block, self._known = Block(people, self._on), {}
        if criterion not in self._known:
            self._known[criterion] = self._worked_out(criterion, self._block)
        return self._known[criterion]

    def _worked_out(self, criterion: Criterion, block: Block) -> ColumnStates:
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


def _reduced(of_two: np.ufunc, several: list[ColumnStates]) -> ColumnStates:
    found: ColumnStates = of_two.reduce(several)
    return found
