"""Sorts of entry: entries that the judge cannot tell apart are of one sort."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from datetime import date
from typing import Any

from jinque.criteria.columns_spread import state_of
from jinque.model.career import Education, LanguageHeld, WorkSpell
from jinque.model.criterion import Criterion
from jinque.model.fact import Fact
from jinque.model.person import Person, Title

NAME = "name"
_FIRST_DAY = date.min

Entry = Any
Projected = tuple[Hashable, ...]
Sorting = Callable[[Projected], Hashable]
"""Tells of an entry, of which some fields are given, what sort it is to a criterion."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where a criterion looks: a list of the person's and fields of its entries."""

    fact: Fact
    fields: tuple[str, ...] = (NAME,)

    def entry(self, values: Projected) -> Entry:
        """Return an entry with the given fields, the others being of no interest."""
        given: dict[str, Any] = dict(zip(self.fields, values, strict=True))
        if self.fields == (NAME,):
            return given[NAME]
        if self.fact is Fact.EDUCATIONS:
            return Education(**{"level": "", **given})
        if self.fact is Fact.WORK:
            return WorkSpell(**{"begun_on": _FIRST_DAY, **given})
        return LanguageHeld(**given) if self.fact is Fact.LANGUAGES else Title(**given)


def sorts_by_judge(criterion: Criterion, look: Look, on: date) -> Sorting:
    """Tell entries apart by what the judge says of a person who holds that one alone.

    It is asked of a list that is all and of one that may lack some: an entry that falls short is
    not one that has nothing to do with the demand. A list of names is asked name by name, so that
    one who holds two of them is not one who holds the same name twice.
    """
    asked = [*_name_by_name(criterion)]

    def sort(values: Projected) -> Hashable:
        held: dict[str, Any] = {look.fact: (look.entry(values),)}
        people = [Person(**held), Person(**held, open_lists=frozenset({look.fact}))]
        return tuple(state_of(each, person, on) for each in asked for person in people)

    return sort


def sorts_of_denied(criterion: Criterion, fact: Fact, on: date) -> Sorting:
    """Tell denied names apart by what the judge says of a person who denies that one alone."""
    asked = [*_name_by_name(criterion)]

    def sort(values: Projected) -> Hashable:
        denying: dict[str, Any] = {fact: (), "open_lists": frozenset({fact}), "denied": values}
        person = Person(**denying)
        return tuple(state_of(each, person, on) for each in asked)

    return sort


def _name_by_name(criterion: Criterion) -> Sequence[Criterion]:
    given: Any = criterion
    known = {each.name for each in fields_of(given)}
    if "are_all" not in known:
        return (criterion,)
    closed = {"is_open": False} if "is_open" in known else {}
    return [replace(given, names=(name,), are_all=True, **closed) for name in given.names]


class Sorts:
    """The sorts of entry met so far, each with a bit and the first entry that showed it."""

    def __init__(self, sorting: Sorting) -> None:
        self._sorting = sorting
        self._bits: dict[Projected, int] = {}
        self._places: dict[Hashable, int] = {}
        self.first: list[Projected] = []

    @property
    def met(self) -> int:
        """How many distinct entries there were."""
        return len(self._bits)

    def bit(self, values: Projected) -> int:
        """Return the number of the bit that stands for an entry's sort."""
        found = self._bits.get(values)
        if found is None:
            place = self._places.setdefault(self._sorting(values), len(self.first))
            if place == len(self.first):
                self.first.append(values)
            found = self._bits[values] = place
        return found

    def held(self, pattern: int) -> list[Projected]:
        """Return one entry for each bit."""
        return [values for place, values in enumerate(self.first) if pattern >> place & 1]
