"""Judges of levels: held, and held since a time."""

from datetime import date

from jinque.criteria.bounds import Bounds, largest
from jinque.criteria.calendar import add_years, full_years
from jinque.criteria.judgement import Judgement
from jinque.criteria.questions import ask
from jinque.criteria.standing import standing
from jinque.model import Words
from jinque.model.criterion import HeldFor, HoldsLevel
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.person import Person, Skill, Title


def judge_level(criterion: HoldsLevel, person: Person, on: date) -> Judgement:
    """Judge whether one of the levels is held on the day."""
    found = standing(criterion, person, on)
    either = "、".join(criterion.levels)
    if found.held:
        return Judgement(outcome=Outcome.MET, reason=_held(found.held[-1]))
    if found.may_hold:
        return Judgement(
            outcome=Outcome.UNKNOWN,
            reason=Words(zh=f"未说明是否具有：{either}", en=f"not said whether held: {either}"),
            missing=found.missing,
        )
    later = [entry.obtained_on for entry in found.later if entry.obtained_on]
    return Judgement(
        outcome=Outcome.NOT_MET,
        reason=Words(zh=f"尚未取得：{either}", en=f"not yet obtained: {either}"),
        earliest_date=min(later, default=None),
    )


def _held(entry: Skill | Title) -> Words:
    day = entry.obtained_on
    return Words(
        zh=f"具有{entry.level}" + (f"（{day}取得）" if day else ""),
        en=f"{entry.level} held" + (f" since {day}" if day else ""),
    )


def judge_held_for(criterion: HeldFor, person: Person, on: date) -> Judgement:
    """Judge whether one of the levels was obtained long enough ago, by the calendar."""
    found = standing(criterion, person, on)
    entries = (*found.held, *found.later)
    days = [entry.obtained_on for entry in entries if entry.obtained_on]
    undated = [entry.level for entry in entries if not entry.obtained_on]
    spans = [Bounds(low=full_years(day, on), high=full_years(day, on)) for day in days]
    spans += [Bounds(low=0, high=None)] * len([*undated, *found.may_hold])
    outcome = largest(spans).reach(criterion.years)
    missing = (*(ask(Fact.OBTAINED_ON, level) for level in undated), *found.missing)
    earliest = min((add_years(day, criterion.years) for day in days), default=None)
    return Judgement(
        outcome=outcome,
        reason=Words(
            zh=f"取得等级须满{criterion.years}年" + (f"（{earliest}满）" if earliest else ""),
            en=f"{criterion.years} years since the level" + (f": {earliest}" if earliest else ""),
        ),
        missing=missing if outcome is Outcome.UNKNOWN else (),
        earliest_date=earliest if outcome is Outcome.NOT_MET else None,
    )
