"""Judges of years of work. Times that overlap count once.

Judges years of work that depend on the education level.

Judges of levels: held, and held since a time.

How a person stands to some levels of a scale.

How long was worked. Times that overlap count once.

Work without a break up to the day is counted by the calendar. Other work is counted in days: as
many years as its days can fill, a full year having 365 days and every fourth one a day more.

Judges years of work since a level was obtained: proved, ruled out, or neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jinque.criteria.judgement import Bounds, Judgement, add_years, full_years, join_words, largest
from jinque.criteria.wording import ask, describe, still_open
from jinque.locale import NOTHING, Sentence, say
from jinque.model.criterion import (
    Criterion,
    EducationLevel,
    ExperienceYears,
    HeldFor,
    HoldsLevel,
    LevelScale,
    ManagementYears,
    WorkedSince,
    YearsByDegree,
)
from jinque.model.person import Fact, MissingFact, Outcome, Person, Skill, Title, WorkSpell
from jinque.parameters.words import load_criteria_words
from jinque.text import fold

DAYS_OF_YEAR = 365
LEAP_EVERY = 4
_DAY = timedelta(days=1)


def worked_years(spells: Sequence[WorkSpell], on: date) -> int:
    """Return the full years of work up to a day."""
    begun = _unbroken_since(spells, on)
    return full_years(begun, on) if begun else years_of_days(days_worked(spells, on))


def day_of_years(spells: Sequence[WorkSpell], years: int, on: date) -> date | None:
    """Return the day on which work that goes on has filled some years; None where none goes on."""
    if not any(spell.ended_on is None and spell.begun_on <= on for spell in spells):
        return None
    begun = _unbroken_since(spells, on)
    if begun:
        return add_years(begun, years)
    return on + (days_of_years(years) - days_worked(spells, on)) * _DAY


def days_worked(spells: Sequence[WorkSpell], on: date) -> int:
    """Return the days of work before a day, the last day of a time that ended included."""
    total, reached = 0, date.min
    for spell in sorted(spells, key=lambda each: each.begun_on):
        begin = max(spell.begun_on, reached)
        end = min(spell.ended_on + _DAY, on) if spell.ended_on else on
        total += max(0, (end - begin).days)
        reached = max(reached, end)
    return total


def days_of_years(years: int) -> int:
    """Return the fewest days that some full years can have."""
    return DAYS_OF_YEAR * years + years // LEAP_EVERY


def years_of_days(days: int) -> int:
    """Return the most full years that some days can fill."""
    years = days // DAYS_OF_YEAR
    return years if days_of_years(years) <= days else years - 1


def first_day(days: int, on: date) -> date:
    """Return the day on which work of so many days began if it had no break up to a day."""
    return on - days * _DAY


def _unbroken_since(spells: Sequence[WorkSpell], on: date) -> date | None:
    """Return the first day of work that has no break up to a day; None where there is one."""
    begun = min((spell.begun_on for spell in spells), default=None)
    return begun if begun and days_worked(spells, on) == (on - begun).days > 0 else None


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


def _is_in_role(spell: WorkSpell, roles: Sequence[str]) -> bool:
    """Tell whether an occupation is one of those that a role surely takes in (护士: 护理人员)."""
    members = load_criteria_words().role_members
    named = fold(spell.occupation or "")
    return any(word in named for role in roles for word in members.get(role, ()))


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


def _so_far(years: Bounds, needed: int) -> Sentence:
    low, high = years.low, years.high or 0
    if high < needed:
        short = needed - high
        return say("{high} so far, {short} short", high=high, short=short)
    if low >= needed:
        return say("{low} so far", low=low)
    return say(
        "{high} so far, of which {low} surely count; people must judge the rest", high=high, low=low
    )


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
        levels = (level for rule in criterion.rules for level in rule.levels)
        rank = load_criteria_words().education_rank
        lowest = EducationLevel(at_least=min(levels, key=rank))
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
    if any(is_of(spell, roles) or _is_in_role(spell, roles) for spell in person.work or ()):
        return Judgement(outcome=Outcome.MET, reason=describe(criterion))
    return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=found.missing)


def years_needed(criterion: YearsByDegree, person: Person) -> int | None:
    """Return the years that the highest education asks for; None where no rule is for it.

    Raises:
        KeyError: a level that is in no scale.
    """
    rank = load_criteria_words().education_rank
    told = [each.level for each in person.educations or () if each.level is not None]
    top = max(map(rank, told), default=0)
    held = [
        (lowest, rule.at_least)
        for rule in criterion.rules
        if (lowest := min(map(rank, rule.levels))) <= top
    ]
    return max(held)[1] if held else None


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


def judge_level(criterion: HoldsLevel, person: Person, on: date) -> Judgement:
    """Judge whether one of the levels is held on the day."""
    found = standing(criterion, person, on)
    either = "、".join(criterion.levels)
    if found.held:
        return Judgement(outcome=Outcome.MET, reason=_held(found.held[-1]))
    if found.may_hold:
        return Judgement(
            outcome=Outcome.UNKNOWN,
            reason=say("not said whether held: {either}", either=either),
            missing=found.missing,
        )
    later = [entry.obtained_on for entry in found.later if entry.obtained_on]
    return Judgement(
        outcome=Outcome.NOT_MET,
        reason=say("not yet obtained: {either}", either=either),
        earliest_date=min(later, default=None),
    )


def _held(entry: Skill | Title) -> Sentence:
    day = entry.obtained_on
    return say(
        "{level} held{day}", level=entry.level, day=say(" since {day}", day=day) if day else NOTHING
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
        reason=say(
            "{years} years since the level{earliest}",
            years=criterion.years,
            earliest=say(": {earliest}", earliest=earliest) if earliest else NOTHING,
        ),
        missing=missing if outcome is Outcome.UNKNOWN else (),
        earliest_date=earliest if outcome is Outcome.NOT_MET else None,
    )


def judge_worked(criterion: WorkedSince, person: Person, on: date) -> Judgement:
    """Judge the years really worked since one of the levels was obtained.

    Years stated by the person count, but no more than the calendar allows. Without them the time
    in the present post is the least and the time since the level was obtained is the most.
    """
    found = standing(criterion, person, on)
    entries = (*found.held, *found.later)
    spans = [worked(entry, person.in_post_since, on) for entry in entries]
    spans += [Bounds(low=0, high=None)] * len(found.may_hold)
    total = largest(spans)
    outcome = total.reach(criterion.years)
    missing = [fact for entry in found.held for fact in _missing(entry, person)]
    days = [day for entry in entries if (day := _earliest(entry, criterion.years, on))]
    return Judgement(
        outcome=outcome,
        reason=_reason(total, criterion),
        missing=(*missing, *found.missing) if outcome is Outcome.UNKNOWN else (),
        earliest_date=min(days, default=None) if outcome is Outcome.NOT_MET else None,
    )


def worked(entry: Skill | Title, in_post_since: date | None, on: date) -> Bounds:
    """Return the full years worked since a level was obtained, as far as they are known."""
    if entry.obtained_on is None:
        stated = entry.years_worked
        return Bounds(low=stated or 0, high=stated)
    most = full_years(entry.obtained_on, on)
    if entry.years_worked is not None:
        stated = min(entry.years_worked, most)
        return Bounds(low=stated, high=stated)
    if in_post_since is None:
        return Bounds(low=0, high=most)
    return Bounds(low=full_years(max(entry.obtained_on, in_post_since), on), high=most)


def _missing(entry: Skill | Title, person: Person) -> list[MissingFact]:
    if entry.years_worked is not None:
        return []
    facts = [] if entry.obtained_on else [ask(Fact.OBTAINED_ON, entry.level)]
    if person.in_post_since is None:
        facts.append(ask(Fact.IN_POST_SINCE))
    return [*facts, ask(Fact.YEARS_WORKED, entry.level)]


def _earliest(entry: Skill | Title, needed: int, on: date) -> date | None:
    """Return the day on which the years are full if work goes on from now without a break."""
    day, stated = entry.obtained_on, entry.years_worked
    if day and (stated is None or stated >= full_years(day, on)):
        return add_years(day, needed)
    return add_years(on, needed - stated) if stated is not None else None


def _reason(total: Bounds, criterion: WorkedSince) -> Sentence:
    level = "、".join(criterion.levels)
    low, high, needed = total.low, total.high, criterion.years
    if low == high:
        message = say("{low} full years", low=low)
    elif high is None:
        message = say("years not said")
    else:
        message = say("{low} full years proved, at most {high}", low=low, high=high)
    return say(
        "work since {level}: {message}; {needed} needed",
        level=level,
        needed=needed,
        message=message,
    )
