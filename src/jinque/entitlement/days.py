"""Days of procedure: working days by the announced arrangements, calendar days, months, clocks.

The day on which a period begins is not counted; counting begins the day after (Civil Code of the
PRC, article 201; Administrative Licensing Law, article 82, for working days).
"""

import calendar
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from jinque.locale import Sentence, say
from jinque.model.entitlement.answer import Deadline, PartialDay
from jinque.model.entitlement.criteria import AgeReached, LeapBirthday
from jinque.model.entitlement.rules import Counted, Window
from jinque.model.person import Outcome
from jinque.parameters.entitlement.calendar import YearArranged

_ONE_DAY = timedelta(days=1)
_FEBRUARY, _LEAP_DAY = 2, 29

Stops = Sequence[tuple[date, date]]
"""Times in which a clock stands still, first and last day of each."""


class WorkingDays:
    """Which days are days of work; a year without an announced arrangement is not known.

    Args:
        years: arrangements; of a year that stands twice the later one holds.
    """

    def __init__(self, years: Iterable[YearArranged]) -> None:
        self._years = {each.year: each for each in years}

    @property
    def years(self) -> tuple[YearArranged, ...]:
        """The years that are known, ascending."""
        return tuple(self._years[year] for year in sorted(self._years))

    def is_working(self, day: date) -> bool | None:
        """Tell whether a day is one of work; None where its year is not announced."""
        year = self._years.get(day.year)
        return None if year is None else year.is_working(day)

    def deadline(
        self,
        begins_after: date,
        count: int,
        counted: Counted,
        *,
        moves: bool = False,
        stops: Stops = (),
    ) -> Deadline:
        """Return the last day of a period.

        Args:
            begins_after: the day of the event; counting begins the day after.
            count: days, or months.
            counted: which days count.
            moves: a calendar period that ends on a day off ends on the next working day.
            stops: times that do not count.
        """
        if counted is Counted.WORKING:
            return self._working(begins_after, count, stops)
        if counted is Counted.MONTHS:
            end = add_months(begins_after, count)
            told = say("{count} months from the day after", count=count)
        else:
            end = _calendar_end(begins_after, count, stops)
            told = say("{count} calendar days, from the day after", count=count)
        if not moves:
            return Deadline(day=end, counted=count, of=count, until=end, reason=told)
        return self._moved(end, count, told)

    def working_between(self, first: date, last: date) -> int | None:
        """Return the working days of a time with both its ends; None where a year is not known."""
        found = 0
        day = first
        while day <= last:
            is_working = self.is_working(day)
            if is_working is None:
                return None
            found += is_working
            day += _ONE_DAY
        return found

    def _working(self, begins_after: date, count: int, stops: Stops) -> Deadline:
        day, found, until = begins_after, 0, None
        while found < count:
            day += _ONE_DAY
            is_working = self.is_working(day)
            if is_working is None:
                return Deadline(
                    day=None,
                    counted=found,
                    of=count,
                    until=until,
                    reason=_not_announced(day.year, found, count, until),
                )
            if is_working and not _is_stopped(day, stops):
                found += 1
            until = day
        return Deadline(
            day=day,
            counted=found,
            of=count,
            until=day,
            reason=say(
                "{count} working days from the day after, by the announced arrangements",
                count=count,
            ),
        )

    def _moved(self, end: date, count: int, told: Sentence) -> Deadline:
        day = end
        while not (is_working := self.is_working(day)):
            if is_working is None:
                return Deadline(
                    day=None,
                    counted=count,
                    of=count,
                    until=end,
                    reason=say(
                        "{told}; whether its end {end} moves is not known: the arrangement "
                        "of {year} is not in the data",
                        end=end,
                        year=str(day.year),
                        told=told,
                    ),
                )
            day += _ONE_DAY
        if day == end:
            return Deadline(day=day, counted=count, of=count, until=day, reason=told)
        reason = say(
            "{told}; {end} is a day off, so it ends on the next working day", end=end, told=told
        )
        return Deadline(day=day, counted=count, of=count, until=day, reason=reason)


def _not_announced(year: int, found: int, count: int, until: date | None) -> Sentence:
    so_far = say("none counted")
    if until:
        so_far = say(
            "{found} counted up to {until}, {left} to go",
            found=found,
            until=until,
            left=count - found,
        )
    return say(
        "{count} working days: the arrangement of {year} is not in the data (not announced "
        "yet), so the last day is not known; {so_far}",
        count=count,
        year=str(year),
        so_far=so_far,
    )


def _is_stopped(day: date, stops: Stops) -> bool:
    return any(first <= day <= last for first, last in stops)


def _calendar_end(begins_after: date, count: int, stops: Stops) -> date:
    day, found = begins_after, 0
    while found < count:
        day += _ONE_DAY
        if not _is_stopped(day, stops):
            found += 1
    return day


def add_months(day: date, months: int) -> date:
    """Return the corresponding day; the last of the month where it has none (Civil Code 202)."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def age_on(born: date, on: date, reached: AgeReached, leap: LeapBirthday) -> int:
    """Return full years of age, by year, month and day alone."""
    years = on.year - born.year
    birthday = _birthday(born, on.year, leap)
    has_come = on >= birthday if reached is AgeReached.ON_BIRTHDAY else on > birthday
    return years if has_come else years - 1


def _birthday(born: date, year: int, leap: LeapBirthday) -> date:
    is_lost = (born.month, born.day) == (_FEBRUARY, _LEAP_DAY) and not calendar.isleap(year)
    if not is_lost:
        return born.replace(year=year)
    return date(year, 2, 28) if leap is LeapBirthday.FEBRUARY_28 else date(year, 3, 1)


def day_of_age(born: date, years: int, reached: AgeReached, leap: LeapBirthday) -> date:
    """Return the first day on which an age is reached."""
    birthday = _birthday(born, born.year + years, leap)
    return birthday if reached is AgeReached.ON_BIRTHDAY else birthday + _ONE_DAY


def within(told: PartialDay, first: date | None, last: date | None) -> Outcome:
    """Tell whether a partly known day lies between two others, both of them in."""
    below = first is not None and told.last < first
    above = last is not None and told.first > last
    if below or above:
        return Outcome.NOT_MET
    is_in = (first is None or told.first >= first) and (last is None or told.last <= last)
    return Outcome.MET if is_in else Outcome.UNKNOWN


def window_in(window: Window, year: int) -> tuple[date, date]:
    """Return the first and last day of a yearly window that opens in a year."""
    opens = _in_year(window.opens, year)
    turns = (window.closes.month, window.closes.day) < (window.opens.month, window.opens.day)
    return opens, _in_year(window.closes, year + 1 if turns else year)


def _in_year(day: date, year: int) -> date:
    is_lost = (day.month, day.day) == (_FEBRUARY, _LEAP_DAY) and not calendar.isleap(year)
    return date(year, 2, 28) if is_lost else day.replace(year=year)
