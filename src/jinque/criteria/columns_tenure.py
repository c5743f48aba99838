"""Years of work in columns: days of all rows at once, times that overlap counted once."""

from datetime import date
from functools import lru_cache

import numpy as np

from jinque.criteria.calendar import add_years, full_years
from jinque.criteria.columns import STILL, Flags, PeopleColumns, Whole
from jinque.criteria.tenure import DAYS_OF_YEAR, LEAP_EVERY, first_day
from jinque.model.fact import Fact

MOST_YEARS = 127
"""Years of work beyond which a table does not tell."""

_DAYS_OF_MOST = MOST_YEARS * 366


def days_by_row(people: PeopleColumns, counted: Flags | None, on: date) -> Whole:
    """Return each row's days of work, as many as give its years if they stand without a break.

    Work without a break up to the day keeps its days (`tenure.days_worked`); other work is given
    the days of its full years before the day (`tenure.worked_years`).

    Args:
        people: the block.
        counted: which entries of `work` count; None means all.
        on: the day.
    """
    rows, begun, ended = people.lists[Fact.WORK].rows, people.begun, people.ended
    if counted is not None:
        rows, begun, ended = rows[counted], begun[counted], ended[counted]
    last = on.toordinal()
    end = np.where(ended == STILL, last, np.minimum(ended, last) + (ended < last))
    # One running maximum serves all rows: each row lies above whatever the rows before reach.
    above = rows * (2 * date.max.toordinal())
    reached = np.maximum.accumulate(np.concatenate(([0], end + above)))[:-1]
    begin = np.maximum(begun + above, reached)
    days = np.maximum(end + above - begin, 0)
    total = np.bincount(rows, days, minlength=people.count).astype(np.int64)
    first = np.full(people.count, last, np.int64)
    np.minimum.at(first, rows, begun)
    return np.where(total == last - first, total, _unbroken(total, on))


def _unbroken(days: Whole, on: date) -> Whole:
    """Return the days before a day that have as many full years as some days of work can fill."""
    years = days // DAYS_OF_YEAR
    years -= DAYS_OF_YEAR * years + years // LEAP_EVERY > days
    spans = [(on - add_years(on, -count)).days for count in range(MOST_YEARS + 1)]
    return np.array(spans, np.int64)[np.minimum(years, MOST_YEARS)]


def years_of(days: Whole, on: date) -> Whole:
    """Return the full years of some days of work; 127 stands for more as well."""
    return _table_of_years(on)[np.minimum(days, _DAYS_OF_MOST)]


@lru_cache(maxsize=8)
def _table_of_years(on: date) -> Whole:
    most = min(_DAYS_OF_MOST, on.toordinal() - 1)
    years = [full_years(first_day(days, on), on) for days in range(most + 1)]
    years += [MOST_YEARS] * (_DAYS_OF_MOST - most)
    return np.minimum(np.array(years, np.int64), MOST_YEARS)
