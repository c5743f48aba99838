"""The question of a visitor: fields of a form or keys of a JSON object into facts of a person."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from jinque.model import Words
from jinque.model.fact import YES_OR_NO
from jinque.model.person import Appraisal, Person, Skill, Title
from jinque.web.contexts.ladder_reader import FieldError, FieldReader, Given

NONE = "none"
PLAIN = frozenset(
    {
        *("place", "occupation", "skill_level", "obtained_on", "years_worked", "title_level"),
        *("title_series", "in_post_since", "award", "school_class", "on"),
    }
)
YES_OR_NO_NAMES = frozenset(fact.value for fact in YES_OR_NO)
OF_LEVEL = re.compile(r"(?P<name>obtained_on|years_worked)_(?P<level>.+)")
OF_YEAR = re.compile(r"appraisal_(?P<year>(?:19|20)\d\d)")


_NOTHING_SAID = FieldError(
    field="skill_level",
    value="",
    message=Words(
        zh="请填写技能等级、职称、奖项中的至少一项", en="Give a skill level, a title or an award"
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was read.

    Attributes:
        errors: in the order of the fields; the facts named there are left out of the rest.
    """

    person: Person
    occupation: str | None
    on: date
    school_class: str | None
    errors: tuple[FieldError, ...]


def read_question(given: Given, today: date) -> Question:
    """Read the fields; a field that is not given, or empty, is an unknown fact.

    Args:
        given: values by name of field.
        today: the day asked about where none is given.
    """
    reader = FieldReader(given)
    on = reader.day("on") or today
    person = _person(reader)
    if all(told is None for told in (person.skills, person.titles, person.awards)):
        reader.errors.append(_NOTHING_SAID)
    for name in filter(_is_unknown, given):
        reader.refuse(name, "没有这一项", "there is no such field")
    return Question(
        person=person,
        occupation=reader.text("occupation"),
        on=on,
        school_class=reader.text("school_class"),
        errors=tuple(reader.errors),
    )


def _person(reader: FieldReader) -> Person:
    awards = reader.all_of("award")
    answers: dict[str, Any] = {name: reader.yes_or_no(name) for name in sorted(YES_OR_NO_NAMES)}
    return Person(
        place=reader.text("place"),
        skills=_skills(reader),
        titles=_titles(reader),
        in_post_since=reader.day("in_post_since"),
        appraisals=_appraisals(reader),
        awards=tuple(name for name in awards if name != NONE) if awards else None,
        **answers,
    )


def _is_unknown(name: str) -> bool:
    is_known = name in PLAIN or name in YES_OR_NO_NAMES
    return not (is_known or OF_LEVEL.fullmatch(name) or OF_YEAR.fullmatch(name))


def _skills(reader: FieldReader) -> tuple[Skill, ...] | None:
    level = reader.text("skill_level")
    others = dict.fromkeys(
        found["level"] for name in reader.given if (found := OF_LEVEL.fullmatch(name))
    )
    skills = [_skill(reader, other, f"_{other}") for other in others]
    named = _skill(reader, level or "", "")
    if level is None and not skills:
        return None
    return (*([named] if level not in (None, NONE) else []), *skills)


def _skill(reader: FieldReader, level: str, ending: str) -> Skill:
    return Skill(
        level=level,
        obtained_on=reader.day(f"obtained_on{ending}"),
        years_worked=reader.years(f"years_worked{ending}"),
    )


def _titles(reader: FieldReader) -> tuple[Title, ...] | None:
    level = reader.text("title_level")
    if level is None:
        return None
    return () if level == NONE else (Title(level=level, series=reader.text("title_series")),)


def _appraisals(reader: FieldReader) -> tuple[Appraisal, ...]:
    years = [found["year"] for name in reader.given if (found := OF_YEAR.fullmatch(name))]
    answers = [(int(year), reader.yes_or_no(f"appraisal_{year}")) for year in years]
    return tuple(
        Appraisal(year=year, is_passed=passed) for year, passed in answers if passed is not None
    )
