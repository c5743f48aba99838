"""Judges of years of work. Times that overlap count once."""

from collections.abc import Sequence
from datetime import date

from jinque.criteria.bounds import Bounds
from jinque.criteria.judgement import Judgement, join_words
from jinque.criteria.questions import ask, still_open
from jinque.criteria.tenure import day_of_years, worked_years
from jinque.criteria.wording import describe
from jinque.model import Words
from jinque.model.career import WorkSpell
from jinque.model.criterion import Criterion
from jinque.model.criterion_person import (
    ExperienceYears,
    ManagementYears,
)
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.person import Person
from jinque.text import fold

Spells = tuple[WorkSpell, ...]


def judge_experience(criterion: ExperienceYears, person: Person, on: date) -> Judgement:
    """Judge years of work.

    Where the print binds the work (相关…), work in the post's own occupation surely counts and
    other work may: whether it does, people must judge.
    """
    if person.work is None:
        return _unasked(criterion)
    sure = (
        person.work
        if not criterion.bound_to
        else tuple(spell for spell in person.work if is_of(spell, criterion.occupations))
    )
    found = _of_years(criterion, criterion.at_least, (sure, person.work), on)
    is_untold = any(not (spell.occupation or spell.code) for spell in person.work)
    if found.outcome is Outcome.UNKNOWN and is_untold:
        missing = (ask(Fact.WORK, "职业"),)
        return Judgement(outcome=found.outcome, reason=found.reason, missing=missing)
    return still_open(found, person, Fact.WORK)


def judge_management(criterion: ManagementYears, person: Person, on: date) -> Judgement:
    """Judge years of management; work of which it is not said may be."""
    if person.work is None:
        return _unasked(criterion)
    sure = tuple(spell for spell in person.work if spell.is_management)
    possible = tuple(spell for spell in person.work if spell.is_management is not False)
    found = _of_years(criterion, criterion.at_least, (sure, possible), on)
    if found.outcome is Outcome.UNKNOWN:
        missing = (ask(Fact.WORK, "管理"),)
        return Judgement(outcome=found.outcome, reason=found.reason, missing=missing)
    return still_open(found, person, Fact.WORK)


def is_of(spell: WorkSpell, occupations: Sequence[str]) -> bool:
    """Tell whether a time of work was in one of some occupations, given by name or code."""
    named = spell.occupation is not None and fold(spell.occupation) in map(fold, occupations)
    return named or spell.code in occupations


def _unasked(criterion: Criterion) -> Judgement:
    missing = (ask(Fact.WORK),)
    return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)


def _of_years(
    criterion: Criterion, needed: int, work: tuple[Spells, Spells], on: date
) -> Judgement:
    """Judge years of work that surely count and of all that may.

    Time alone meets them where a time of work that surely counts goes on.
    """
    sure, possible = work
    years = Bounds(low=worked_years(sure, on), high=worked_years(possible, on))
    outcome = years.reach(needed)
    is_short = outcome is Outcome.NOT_MET
    return Judgement(
        outcome=outcome,
        reason=join_words([describe(criterion), _so_far(years, needed)]),
        earliest_date=day_of_years(sure, needed, on) if is_short else None,
    )


def _so_far(years: Bounds, needed: int) -> Words:
    low, high = years.low, years.high or 0
    if high < needed:
        short = needed - high
        return Words(zh=f"至今至多满 {high} 年，差 {short} 年", en=f"{high} so far, {short} short")
    if low >= needed:
        return Words(zh=f"至今已满 {low} 年", en=f"{low} so far")
    return Words(
        zh=f"至今共满 {high} 年，能确认算数的 {low} 年，其余算不算由人判断",
        en=f"{high} so far, of which {low} surely count; people must judge the rest",
    )
