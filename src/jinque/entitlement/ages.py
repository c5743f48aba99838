"""Ages: what words and printed birth dates let in, and whether somebody is in."""

from dataclasses import replace
from datetime import date, timedelta

from jinque.entitlement.circumstances import (
    UNKNOWN,
    Circumstances,
    ask_fact,
    found_of,
)
from jinque.entitlement.days import age_on, day_of_age, within
from jinque.locale import NOTHING, Sentence, joined, say
from jinque.model.entitlement.answer import (
    Applicant,
    Judged,
    PartialDay,
)
from jinque.model.entitlement.criteria import (
    AgeLimit,
    AgeReached,
    Bound,
    Governs,
    LeapBirthday,
)

_ONE_DAY = timedelta(days=1)


def born_by_words(criterion: AgeLimit, on: date) -> tuple[date | None, date | None]:
    """Return the first and the last birth date that the words of an age let in on a day."""
    years = criterion.years
    if years is None:
        return None, None
    reached, leap = criterion.reached, criterion.leap
    if criterion.bound is Bound.AT_MOST:
        return _youngest_of(years, on, reached, leap), None
    if criterion.bound is Bound.BELOW:
        return _youngest_of(years - 1, on, reached, leap), None
    if criterion.bound is Bound.ABOVE:
        reached = AgeReached.DAY_AFTER
    return None, _youngest_of(years - 1, on, reached, leap) - _ONE_DAY


def _youngest_of(years: int, on: date, reached: AgeReached, leap: LeapBirthday) -> date:
    """Return the first birth date of those who are at most some years old on a day."""
    born = date(max(1, on.year - years - 1), on.month, 1) - timedelta(days=3)
    while age_on(born, on, reached, leap) > years:
        born += _ONE_DAY
    return born


def judge_age(criterion: AgeLimit, applicant: Applicant, at: Circumstances) -> Judged:
    """Judge an age; a birth date of which the day is not told is a range of days."""
    on = criterion.on or at.on
    told = applicant.facts.get("born")
    readings = _age_readings(criterion, on)
    outcome = UNKNOWN
    if isinstance(told, PartialDay):
        found = {within(told, first, last) for first, last in readings}
        outcome = found.pop() if len(found) == 1 else UNKNOWN
    limits = _birth_limits(*readings[0])
    derived = criterion.is_derived and criterion.governs is not Governs.BIRTH_DATE
    note = NOTHING
    if derived:
        note = say(" (the number itself is in, derived from the Civil Code, article 1259)")
    reason = say(
        "born {limits} (as of {on}){note}; {told}",
        on=on,
        limits=limits,
        told=say("told: {told}", told=told) if told else say("not told"),
        note=note,
    )
    judged = found_of(
        outcome, reason, ["born"], [ask_fact("born", at)], _day_old_enough(criterion, told)
    )
    return replace(judged, is_derived=derived)


def _age_readings(criterion: AgeLimit, on: date) -> list[tuple[date | None, date | None]]:
    """Return the birth dates that are in, by words and by print where neither governs."""
    by_words = born_by_words(criterion, on)
    printed = (criterion.born_from, criterion.born_until)
    if criterion.governs is Governs.BIRTH_DATE or criterion.years is None:
        return [printed]
    if criterion.governs is Governs.WORDS or printed == (None, None):
        return [by_words]
    return [by_words, printed]


def _birth_limits(first: date | None, last: date | None) -> Sentence:
    return joined(
        [
            say("on or after {day}", day=first) if first else "",
            say("on or before {day}", day=last) if last else "",
        ]
    )


def _day_old_enough(criterion: AgeLimit, told: object) -> date | None:
    """Return the day on which a least age is reached; None where time does not bring it."""
    is_least = criterion.bound in (Bound.AT_LEAST, Bound.ABOVE)
    if criterion.years is None or criterion.on or not is_least:
        return None
    if not isinstance(told, PartialDay) or told.day is None:
        return None
    reached = AgeReached.DAY_AFTER if criterion.bound is Bound.ABOVE else criterion.reached
    return day_of_age(told.first, criterion.years, reached, criterion.leap)
