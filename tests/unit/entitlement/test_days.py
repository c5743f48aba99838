"""Days are counted by the announced arrangements, and not at all where none is announced."""

from datetime import date

import pytest

from jinque.entitlement.days import (
    WorkingDays,
    add_months,
    age_on,
    day_of_age,
    window_in,
    within,
)
from jinque.model.entitlement.answer import PartialDay
from jinque.model.entitlement.criteria import AgeReached, LeapBirthday
from jinque.model.entitlement.rules import Counted, Window
from jinque.model.person import Outcome
from jinque.parameters.entitlement.calendar import load_calendar, read_calendar
from tests.said import zh

_DAYS = WorkingDays(load_calendar())
_ON, _MARCH = AgeReached.ON_BIRTHDAY, LeapBirthday.MARCH_1


def _day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(("year", "count"), [(2024, 251), (2025, 248), (2026, 248)])
def test_working_days_of_a_year_are_those_of_its_notice(year: int, count: int) -> None:
    found = _DAYS.working_between(date(year, 1, 1), date(year, 12, 31))

    assert found == count


# Counted by hand on the calendars of the notices.
@pytest.mark.parametrize(
    ("begins", "count", "ends"),
    [
        ("2025-09-26", 10, "2025-10-16"),
        ("2025-09-28", 10, "2025-10-17"),
        ("2025-10-04", 1, "2025-10-09"),
        ("2025-10-04", 10, "2025-10-21"),
        ("2024-02-08", 1, "2024-02-09"),
        ("2024-02-08", 5, "2024-02-21"),
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 2, "2026-02-24"),
        ("2026-09-18", 1, "2026-09-20"),
        ("2026-09-24", 5, "2026-10-09"),
        ("2025-12-31", 1, "2026-01-04"),
        ("2025-12-22", 15, "2026-01-13"),
        ("2026-12-10", 15, "2026-12-31"),
    ],
)
def test_a_period_of_working_days_begins_the_day_after(begins: str, count: int, ends: str) -> None:
    found = _DAYS.deadline(_day(begins), count, Counted.WORKING)

    assert str(found.day) == ends


def test_a_year_that_is_not_announced_gives_no_day_but_what_was_counted() -> None:
    found = _DAYS.deadline(_day("2026-12-11"), 15, Counted.WORKING)

    assert found.day is None
    assert (found.counted, found.of, found.until) == (14, 15, _day("2026-12-31"))
    assert "2027" in zh(found.reason)


def test_not_even_an_ordinary_day_of_such_a_year_is_known() -> None:
    assert _DAYS.is_working(_day("2027-06-16")) is None


@pytest.mark.parametrize(
    ("begins", "count", "moves", "ends"),
    [
        ("2026-05-20", 10, True, "2026-06-01"),  # 30 May is a Saturday: Monday
        ("2026-05-20", 10, False, "2026-05-30"),
        ("2026-09-10", 10, True, "2026-09-20"),  # a Sunday of work is no day off
        ("2026-09-15", 10, True, "2026-09-28"),  # Mid-Autumn, Friday to Sunday
    ],
)
def test_calendar_days_move_only_where_the_rule_says_so(
    begins: str, count: int, *, moves: bool, ends: str
) -> None:
    found = _DAYS.deadline(_day(begins), count, Counted.CALENDAR, moves=moves)

    assert str(found.day) == ends


def test_a_stopped_clock_does_not_count() -> None:
    stops = [(_day("2026-03-03"), _day("2026-03-06"))]

    found = _DAYS.deadline(_day("2026-03-02"), 3, Counted.WORKING, stops=stops)

    assert str(found.day) == "2026-03-11"


def test_whether_an_end_in_an_unknown_year_moves_is_not_known() -> None:
    found = _DAYS.deadline(_day("2026-12-28"), 10, Counted.CALENDAR, moves=True)

    assert found.day is None


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        ("2000-02-29", "2035-02-28", 34),
        ("2000-02-29", "2035-03-01", 35),
        ("1991-12-31", "2026-12-30", 34),
        ("1986-05-04", "2026-05-04", 40),
    ],
)
def test_age_compares_year_month_and_day(born: str, on: str, years: int) -> None:
    assert age_on(_day(born), _day(on), _ON, _MARCH) == years


def test_when_an_age_is_reached_is_a_parameter() -> None:
    born = _day("1986-05-04")

    assert day_of_age(born, 40, _ON, _MARCH) == _day("2026-05-04")
    assert day_of_age(born, 40, AgeReached.DAY_AFTER, _MARCH) == _day("2026-05-05")
    assert age_on(born, _day("2026-05-04"), AgeReached.DAY_AFTER, _MARCH) == 39
    leap = _day("2000-02-29")
    assert day_of_age(leap, 35, _ON, LeapBirthday.FEBRUARY_28) == _day("2035-02-28")


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (PartialDay(year=1990), Outcome.NOT_MET),
        (PartialDay(year=1991), Outcome.UNKNOWN),
        (PartialDay(year=1991, month=6), Outcome.UNKNOWN),
        (PartialDay(year=1991, month=7), Outcome.MET),
        (PartialDay(year=1991, month=6, day=14), Outcome.NOT_MET),
        (PartialDay(year=1991, month=6, day=15), Outcome.MET),
    ],
)
def test_a_partly_told_day_is_a_range(told: PartialDay, outcome: Outcome) -> None:
    assert within(told, _day("1991-06-15"), None) is outcome


def test_months_end_on_the_corresponding_day() -> None:
    assert add_months(_day("2026-01-31"), 1) == _day("2026-02-28")
    assert add_months(_day("2026-11-30"), 3) == _day("2027-02-28")


def test_a_window_may_turn_the_year() -> None:
    window = Window(opens=_day("2026-12-01"), closes=_day("2026-01-31"), is_yearly=True)

    assert window_in(window, 2026) == (_day("2026-12-01"), _day("2027-01-31"))


def test_a_bureau_adds_a_year_and_a_working_wednesday_is_refused() -> None:
    text = (
        "years:\n  - {year: 2027, number: 示例, issued_on: 2026-11-05, rest: ['01-01'], "
        "worked: ['01-06']}\n"
    )

    years, faults = read_calendar(text, "calendar.yaml")

    assert [each.year for each in years] == [2027]
    assert [each.code for each in faults] == ["calendar"]
