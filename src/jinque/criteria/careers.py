"""Judges of years of work. Times that overlap count once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from jinque.criteria.bounds import Bounds
from jinque.criteria.calendar import add_years, full_years
from jinque.criteria.judgement import Judgement, join_missing, join_words
from jinque.criteria.logic import all_of
from jinque.criteria.questions import ask
from jinque.criteria.wording import describe
from jinque.model.career import WorkSpell
from jinque.model.criterion import Criterion
from jinque.model.criterion_listed import IndustryExperience
from jinque.model.criterion_person import (
    EducationLevel,
    ExperienceYears,
    ManagementYears,
    YearsByDegree,
)
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.person import Person
from jinque.parameters.criteria_words import load_criteria_words
from jinque.text import fold

_DAY = timedelta(days=1)


def judge_experience(criterion: ExperienceYears, person: Person, on: date) -> Judgement:
    """Judge years of work; whether work is of the kind that is printed, people must judge."""
    work = person.work
    most = worked_years(work or (), on)
    low = 0 if criterion.bound_to else most
    found = _of_years(criterion, criterion.at_least, work, Bounds(low=low, high=most), on)
    return replace(found, earliest_date=None) if criterion.bound_to else found


def judge_management(criterion: ManagementYears, person: Person, on: date) -> Judgement:
    """Judge years of management; work of which it is not said may be."""
    work = person.work
    managed = tuple(each for each in work or () if each.is_management is not False)
    low = worked_years([each for each in managed if each.is_management], on)
    bounds = Bounds(low=low, high=worked_years(managed, on))
    return _of_years(criterion, criterion.at_least, None if work is None else managed, bounds, on)


def judge_years_by_degree(criterion: YearsByDegree, person: Person, on: date) -> Judgement:
    """Judge the years that the highest education asks for; a lower level than any meets none.

    Raises:
        KeyError: a level that is in no scale.
    """
    ranks = load_criteria_words().education_ranks
    rules = sorted(criterion.rules, key=lambda rule: min(ranks[level] for level in rule.levels))
    lowest = EducationLevel(at_least=min(rules[0].levels, key=ranks.__getitem__))
    if person.educations is None:
        missing = (ask(Fact.EDUCATIONS),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)
    top = max((ranks[each.level] for each in person.educations), default=0)
    held = [rule for rule in rules if min(ranks[level] for level in rule.levels) <= top]
    if not held:
        return Judgement(outcome=Outcome.NOT_MET, reason=describe(lowest))
    years = ExperienceYears(at_least=held[-1].at_least, bound_to=criterion.bound_to)
    if years.at_least == 0:
        return Judgement(outcome=Outcome.MET, reason=describe(criterion))
    parts = [judge_experience(years, person, on)]
    return Judgement(
        outcome=all_of(part.outcome for part in parts),
        reason=join_words(part.reason for part in parts),
        missing=join_missing(parts),
        earliest_date=parts[0].earliest_date,
    )


def judge_industry(criterion: IndustryExperience, person: Person, _on: date) -> Judgement:
    """Judge an industry by its name; one named otherwise may be the same."""
    names = {fold(name) for name in criterion.any_of}
    work = person.work
    if work is None or not work:
        outcome = Outcome.UNKNOWN if work is None else Outcome.NOT_MET
    else:
        is_same = any(each.industry and fold(each.industry) in names for each in work)
        outcome = Outcome.MET if is_same else Outcome.UNKNOWN
    is_open = work is None or any(each.industry is None for each in work)
    missing = (ask(Fact.WORK),) if outcome is Outcome.UNKNOWN and is_open else ()
    return Judgement(outcome=outcome, reason=describe(criterion), missing=missing)


def worked_years(spells: Iterable[WorkSpell], on: date) -> int:
    """Return the full years of work up to a day, as if the days stood without a break."""
    days = _days(spells, on)
    return full_years(on - days * _DAY, on)


def _days(spells: Iterable[WorkSpell], on: date) -> int:
    total, reached = 0, date.min
    for spell in sorted(spells, key=lambda each: each.begun_on):
        begin = max(spell.begun_on, reached)
        end = min(spell.ended_on + _DAY, on) if spell.ended_on else on
        total += max(0, (end - begin).days)
        reached = max(reached, end)
    return total


def _of_years(
    criterion: Criterion,
    needed: int,
    spells: tuple[WorkSpell, ...] | None,
    years: Bounds,
    on: date,
) -> Judgement:
    """Judge years; time alone meets them where one of the spells that count goes on."""
    if spells is None:
        missing = (ask(Fact.WORK),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)
    outcome = years.reach(needed)
    goes_on = any(spell.ended_on is None for spell in spells)
    begun = on - _days(spells, on) * _DAY
    return Judgement(
        outcome=outcome,
        reason=describe(criterion),
        earliest_date=add_years(begun, needed) if outcome is Outcome.NOT_MET and goes_on else None,
    )
