"""Full years between days, as periods are counted in law."""

from datetime import MAXYEAR, date

_FEBRUARY_END = 28


def add_years(day: date, years: int) -> date:
    """Return the day on which full `years` have passed since `day`.

    It is the corresponding day; 29 February in a year that has none ends on 28 February. Beyond
    the calendar the result is its last day.

    Source: Civil Code of the PRC (民法典), article 202.
    """
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=_FEBRUARY_END)


def full_years(since: date, until: date) -> int:
    """Return how many years have fully passed; 0 where `until` lies before `since`."""
    years = until.year - since.year
    if years > 0 and add_years(since, years) > until:
        years -= 1
    return max(years, 0)


def new_year(year: int) -> date:
    """Return 1 January of a year, no later than that of the calendar's last."""
    return date(min(year, MAXYEAR), 1, 1)


def complete_years(on: date, count: int) -> range:
    """Return the latest `count` calendar years that are over on a day, oldest first."""
    return range(on.year - count, on.year)
