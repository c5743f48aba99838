"""Judges of education, degree and titles, by rank within one scale."""

from collections.abc import Callable
from datetime import date

from jinque.criteria.holding import OF_TRUTH
from jinque.criteria.judgement import Judgement, join_words
from jinque.criteria.logic import any_of
from jinque.criteria.questions import answered, ask, still_open
from jinque.criteria.wording import describe
from jinque.model import Words
from jinque.model.career import Education
from jinque.model.criterion import Criterion
from jinque.model.criterion_person import (
    AcademicDegree,
    EducationLevel,
    FullTime,
    GraduateOfYear,
    TitleLevel,
)
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.person import Person
from jinque.parameters.criteria_words import load_criteria_words


def judge_education(criterion: EducationLevel, person: Person, _on: date) -> Judgement:
    """Judge the highest education level; an education whose level is not said leaves it open.

    Raises:
        KeyError: a level that is in no scale.
    """
    ranks = load_criteria_words().education_ranks
    needed = ranks[criterion.at_least]

    def reaches(each: Education) -> bool | None:
        return None if each.level is None else ranks[each.level] >= needed

    return _of_educations(criterion, person, reaches, "学历")


def judge_degree(criterion: AcademicDegree, person: Person, _on: date) -> Judgement:
    """Judge the highest degree; an education whose degree is not said leaves it open.

    Raises:
        KeyError: a degree that is in no scale.
    """
    ranks = load_criteria_words().degree_ranks
    needed = ranks[criterion.at_least]

    def reaches(each: Education) -> bool | None:
        return None if each.degree is None else bool(each.degree) and ranks[each.degree] >= needed

    return _of_educations(criterion, person, reaches, "学位")


def judge_full_time(criterion: FullTime, person: Person, _on: date) -> Judgement:
    """Judge whether any education was full-time."""
    return _of_educations(criterion, person, lambda each: each.is_full_time, "全日制")


def judge_graduate(_criterion: GraduateOfYear, person: Person, _on: date) -> Judgement:
    """Judge by what the person says; no source defines the year."""
    said = person.is_graduate_of_year
    missing = (ask(Fact.IS_GRADUATE_OF_YEAR),) if said is None else ()
    reason = answered(Fact.IS_GRADUATE_OF_YEAR, answer=said)
    return Judgement(outcome=OF_TRUTH[said], reason=reason, missing=missing)


def judge_title_level(criterion: TitleLevel, person: Person, _on: date) -> Judgement:
    """Judge the highest professional title.

    Raises:
        KeyError: a level that is in no scale.
    """
    ranks = load_criteria_words().title_ranks
    needed, titles = ranks[criterion.at_least], person.titles
    said = None if titles is None else any(ranks[each.level] >= needed for each in titles)
    missing = (ask(Fact.TITLES),) if titles is None else ()
    found = Judgement(outcome=OF_TRUTH[said], reason=describe(criterion), missing=missing)
    return still_open(found, person, Fact.TITLES)


def _of_educations(
    criterion: Criterion, person: Person, holds: Callable[[Education], bool | None], part: str
) -> Judgement:
    """Judge what any education may have.

    Args:
        criterion: what is demanded.
        person: whose educations are looked at.
        holds: tells it of one; None where that is not said.
        part: what to ask of the educations where it is not said of one.
    """
    several = person.educations
    if several is None:
        missing = (ask(Fact.EDUCATIONS),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)
    outcome = any_of(OF_TRUTH[holds(each)] for each in several)
    found = Judgement(
        outcome=outcome,
        reason=join_words([describe(criterion), said_of(several)]),
        missing=(ask(Fact.EDUCATIONS, part),) if outcome is Outcome.UNKNOWN else (),
    )
    return still_open(found, person, Fact.EDUCATIONS)


def said_of(several: tuple[Education, ...]) -> Words:
    """Say the levels and degrees of a person's educations."""
    if not several:
        return Words(zh="本人无所列学历", en="no such education")
    levels = [(one.level or "层次未知", one.degree) for one in several]
    each = [f"{level}（{degree}学位）" if degree else level for level, degree in levels]
    return Words(zh=f"本人：{'、'.join(each)}", en=f"said: {', '.join(each)}")
