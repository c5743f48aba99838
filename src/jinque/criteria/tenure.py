"""How long was worked. Times that overlap count once.

Work without a break up to the day is counted by the calendar. Other work is counted in days: as
many years as its days can fill, a full year having 365 days and every fourth one a day more.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from jinque.criteria.calendar import add_years, full_years
from jinque.model.career import WorkSpell

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
