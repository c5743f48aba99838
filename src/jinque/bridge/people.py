"""Settles what the person named: levels under the names of the ladder, skills of one occupation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jinque.errors import InvalidOptionError
from jinque.model.bridge import BridgeRequest
from jinque.model.ladder import Ladder
from jinque.model.person import Person, Skill, Title
from jinque.text import fold


def settle(ladder: Ladder, request: BridgeRequest) -> BridgeRequest:
    """Return the question with levels as the ladder names them.

    Skills of another occupation than the one asked about are left out. Where no occupation is
    asked about and all skills are of one, it is that one.

    Raises:
        InvalidOptionError: a level is none of the ladder's.
    """
    person = request.person
    named = {fold(s.occupation): s.occupation for s in person.skills or () if s.occupation}
    [*only] = named.values() if len(named) == 1 else ()
    occupation = request.occupation or (only[0] if only else None)
    return replace(
        request,
        occupation=occupation,
        person=replace(
            person,
            skills=_skills(ladder, person, occupation),
            titles=_titles(ladder, person),
        ),
    )


def _skills(ladder: Ladder, person: Person, occupation: str | None) -> tuple[Skill, ...] | None:
    if person.skills is None:
        return None
    names = _names(ladder, ladder.skill_order)
    return tuple(
        replace(skill, level=_level(skill.level, names, ladder.skill_order))
        for skill in person.skills
        if not (skill.occupation and occupation) or fold(skill.occupation) == fold(occupation)
    )


def _titles(ladder: Ladder, person: Person) -> tuple[Title, ...] | None:
    if person.titles is None:
        return None
    names = _names(ladder, ladder.title_order)
    return tuple(
        replace(title, level=_level(title.level, names, ladder.title_order))
        for title in person.titles
    )


def _names(ladder: Ladder, order: Sequence[str]) -> dict[str, str]:
    """Map every folded name of a level of the scale to the level."""
    others = {fold(name): level for name, level in ladder.level_names.items() if level in order}
    return others | {fold(level): level for level in order}


def _level(given: str, names: Mapping[str, str], order: Sequence[str]) -> str:
    level = names.get(fold(given))
    if level is None:
        listed = "、".join(order)
        raise InvalidOptionError(
            f"没有“{given}”这一级。",
            f"There is no level “{given}”.",
            where=given,
            hint_zh=f"请从这些等级中选：{listed}。",
            hint_en=f"Choose one of {listed}.",
        )
    return level
