"""Judges of education, degree, majors and titles, by rank within one scale."""

from collections.abc import Callable, Iterable
from datetime import date

from jinque.criteria.judgement import Judgement
from jinque.criteria.logic import any_of
from jinque.criteria.questions import answered, ask
from jinque.criteria.wording import describe
from jinque.model.career import Education
from jinque.model.criterion import Criterion
from jinque.model.criterion_listed import Background, Majors
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
from jinque.text import fold

_DECIDED = {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.UNKNOWN}


def judge_education(criterion: EducationLevel, person: Person, _on: date) -> Judgement:
    """Judge the highest education level.

    Raises:
        KeyError: a level that is in no scale.
    """
    ranks = load_criteria_words().education_ranks
    needed = ranks[criterion.at_least]
    return _of_educations(criterion, person, lambda each: ranks[each.level] >= needed)


def judge_degree(criterion: AcademicDegree, person: Person, _on: date) -> Judgement:
    """Judge the highest degree; an education whose degree is not said leaves it open.

    Raises:
        KeyError: a degree that is in no scale.
    """
    ranks = load_criteria_words().degree_ranks
    needed = ranks[criterion.at_least]

    def reaches(each: Education) -> bool | None:
        return None if each.degree is None else bool(each.degree) and ranks[each.degree] >= needed

    return _of_educations(criterion, person, reaches)


def judge_full_time(criterion: FullTime, person: Person, _on: date) -> Judgement:
    """Judge whether any education was full-time."""
    return _of_educations(criterion, person, lambda each: each.is_full_time)


def judge_majors(criterion: Majors | Background, person: Person, _on: date) -> Judgement:
    """Judge a major by its name; another one may be related, which people must judge."""
    names = {fold(name) for name in criterion.names}

    def agrees(each: Education) -> bool | None:
        return True if {fold(major) for major in each.majors or ()} & names else None

    if person.educations is None:
        return _of_educations(criterion, person, agrees)
    outcome = any_of(_DECIDED[agrees(each)] for each in person.educations)
    settled = outcome is Outcome.MET
    missing = not settled and any(each.majors is None for each in person.educations)
    return Judgement(
        outcome=Outcome.MET if settled else Outcome.UNKNOWN,
        reason=describe(criterion),
        missing=(ask(Fact.EDUCATIONS),) if missing else (),
    )


def judge_graduate(_criterion: GraduateOfYear, person: Person, _on: date) -> Judgement:
    """Judge by what the person says; no source defines the year."""
    said = person.is_graduate_of_year
    missing = (ask(Fact.IS_GRADUATE_OF_YEAR),) if said is None else ()
    reason = answered(Fact.IS_GRADUATE_OF_YEAR, answer=said)
    return Judgement(outcome=_DECIDED[said], reason=reason, missing=missing)


def judge_title_level(criterion: TitleLevel, person: Person, _on: date) -> Judgement:
    """Judge the highest professional title.

    Raises:
        KeyError: a level that is in no scale.
    """
    ranks = load_criteria_words().title_ranks
    needed, titles = ranks[criterion.at_least], person.titles
    said = None if titles is None else any(ranks[each.level] >= needed for each in titles)
    missing = (ask(Fact.TITLES),) if titles is None else ()
    return Judgement(outcome=_DECIDED[said], reason=describe(criterion), missing=missing)


def _of_educations(
    criterion: Criterion, person: Person, holds: Callable[[Education], bool | None]
) -> Judgement:
    several = person.educations
    found = Outcome.UNKNOWN if several is None else _any(holds(each) for each in several)
    missing = (ask(Fact.EDUCATIONS),) if found is Outcome.UNKNOWN else ()
    return Judgement(outcome=found, reason=describe(criterion), missing=missing)


def _any(answers: Iterable[bool | None]) -> Outcome:
    return any_of(_DECIDED[answer] for answer in answers)
