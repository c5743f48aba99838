"""How a person stands to some levels of a scale."""

from dataclasses import dataclass
from datetime import date

from jinque.criteria.questions import ask
from jinque.model.criterion import HeldFor, HoldsLevel, LevelScale, WorkedSince
from jinque.model.fact import Fact, MissingFact
from jinque.model.person import Person, Skill, Title


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What of the demanded levels is named by the person.

    Attributes:
        held: named levels that are enough, obtained by the day or on a day unknown.
        later: the same, obtained after the day.
        may_hold: levels that would be enough and may be held without being named.
        missing: the facts that tell whether they are.
    """

    held: tuple[Skill | Title, ...]
    later: tuple[Skill | Title, ...]
    may_hold: tuple[str, ...]
    missing: tuple[MissingFact, ...]


def standing(criterion: HoldsLevel | HeldFor | WorkedSince, person: Person, on: date) -> Standing:
    """Compare the levels that the person names with those demanded.

    Raises:
        ValueError: the person names a level that is not in the criterion's order.
    """
    levels, order = criterion.levels, criterion.order
    is_skill = criterion.scale is LevelScale.SKILL
    named: tuple[Skill | Title, ...] | None = person.skills if is_skill else person.titles
    if named is None:
        asked = ask(Fact.SKILLS if is_skill else Fact.TITLES)
        return Standing(held=(), later=(), may_hold=levels, missing=(asked,))
    enough = [entry for entry in named if entry.level in levels]
    later = [entry for entry in enough if entry.obtained_on and entry.obtained_on > on]
    top = max((order.index(entry.level) for entry in named), default=-1)
    names = {entry.level for entry in named}
    lower = [level for level in levels if order.index(level) < top and level not in names]
    return Standing(
        held=tuple(entry for entry in enough if entry not in later),
        later=tuple(later),
        may_hold=tuple(lower),
        missing=tuple(ask(Fact.OBTAINED_ON, level) for level in lower),
    )
