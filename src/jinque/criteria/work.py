"""Judges years of work since a level was obtained: proved, ruled out, or neither."""

from datetime import date

from jinque.criteria.bounds import Bounds, largest
from jinque.criteria.calendar import add_years, full_years
from jinque.criteria.judgement import Judgement
from jinque.criteria.questions import ask
from jinque.criteria.standing import standing
from jinque.model import Words
from jinque.model.criterion import WorkedSince
from jinque.model.fact import Fact, MissingFact
from jinque.model.finding import Outcome
from jinque.model.person import Person, Skill, Title


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


def _reason(total: Bounds, criterion: WorkedSince) -> Words:
    level = "、".join(criterion.levels)
    low, high, needed = total.low, total.high, criterion.years
    if low == high:
        zh, en = f"满{low}年", f"{low} full years"
    elif high is None:
        zh, en = "年数未说明", "years not said"
    else:
        zh, en = f"可证明满{low}年、至多满{high}年", f"{low} full years proved, at most {high}"
    return Words(
        zh=f"取得{level}后实际工作：{zh}，要求满{needed}年",
        en=f"work since {level}: {en}; {needed} needed",
    )
