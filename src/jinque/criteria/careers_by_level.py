"""Judges years of work that depend on the education level."""

from datetime import date

from jinque.criteria.careers import is_of, judge_experience
from jinque.criteria.judgement import Judgement
from jinque.criteria.questions import ask, still_open
from jinque.criteria.wording import describe
from jinque.model.criterion_person import EducationLevel, ExperienceYears, YearsByDegree
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.person import Person
from jinque.parameters.criteria_words import load_criteria_words


def judge_years_by_degree(criterion: YearsByDegree, person: Person, on: date) -> Judgement:
    """Judge the years that the highest education asks for; a lower level than any meets none.

    An education whose level is not said may be the highest, so that it leaves all open.

    Raises:
        KeyError: a level that is in no scale.
    """
    if person.educations is None:
        missing = (ask(Fact.EDUCATIONS),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)
    if any(each.level is None for each in person.educations):
        missing = (ask(Fact.EDUCATIONS, "学历"),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)
    needed = years_needed(criterion, person)
    if needed is None:
        ranks = load_criteria_words().education_ranks
        levels = (level for rule in criterion.rules for level in rule.levels)
        lowest = EducationLevel(at_least=min(levels, key=ranks.__getitem__))
        found = Judgement(outcome=Outcome.NOT_MET, reason=describe(lowest))
    elif needed == 0:
        found = Judgement(outcome=Outcome.MET, reason=describe(criterion))
    else:
        years = ExperienceYears(
            at_least=needed, bound_to=criterion.bound_to, occupations=criterion.occupations
        )
        found = judge_experience(years, person, on)
    return still_open(_waived(found, criterion, person), person, Fact.EDUCATIONS)


def _waived(found: Judgement, criterion: YearsByDegree, person: Person) -> Judgement:
    """Return what was found; whether the person is of a role that needs no years people judge."""
    roles = criterion.waived_for_roles
    is_bound = found.outcome is Outcome.MET or not roles
    if is_bound or years_needed(criterion, person) is None:
        return found
    if any(is_of(spell, roles) for spell in person.work or ()):
        return Judgement(outcome=Outcome.MET, reason=describe(criterion))
    return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=found.missing)


def years_needed(criterion: YearsByDegree, person: Person) -> int | None:
    """Return the years that the highest education asks for; None where no rule is for it.

    Raises:
        KeyError: a level that is in no scale.
    """
    ranks = load_criteria_words().education_ranks
    told = [each.level for each in person.educations or () if each.level is not None]
    top = max((ranks[level] for level in told), default=0)
    held = [
        (lowest, rule.at_least)
        for rule in criterion.rules
        if (lowest := min(ranks[level] for level in rule.levels)) <= top
    ]
    return max(held)[1] if held else None
