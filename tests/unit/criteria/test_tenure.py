from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinque.criteria.careers import day_of_years, days_of_years, worked_years, years_of_days
from jinque.model.person import WorkSpell

ON = date(2026, 3, 1)
_DAYS = st.dates(date(2005, 1, 1), date(2026, 2, 1))


def _spell(begun: date, ended: date | None = None) -> WorkSpell:
    return WorkSpell(begun_on=begun, ended_on=ended)


@pytest.mark.parametrize(
    ("begun", "years"), [(date(2023, 3, 1), 3), (date(2023, 3, 2), 2), (date(2024, 2, 29), 2)]
)
def test_work_that_goes_on_counts_by_the_calendar(begun: date, years: int) -> None:
    assert worked_years([_spell(begun)], ON) == years


@pytest.mark.parametrize("first", range(2005, 2020))
@pytest.mark.parametrize("years", [1, 3, 4, 5])
def test_whole_calendar_years_are_that_many_years(first: int, years: int) -> None:
    spell = _spell(date(first, 1, 1), date(first + years - 1, 12, 31))

    assert worked_years([spell], ON) == years


def test_pieces_add_up_by_their_days() -> None:
    pieces = [
        _spell(date(2019, 1, 1), date(2020, 6, 30)),
        _spell(date(2022, 1, 1), date(2023, 6, 30)),
    ]

    assert worked_years(pieces, ON) == 2
    assert worked_years([*pieces, _spell(date(2025, 1, 1), date(2025, 1, 3))], ON) == 3


@given(days=st.integers(0, 20_000))
def test_years_of_days_are_the_most_that_fit(days: int) -> None:
    years = years_of_days(days)

    assert days_of_years(years) <= days < days_of_years(years + 1)


@given(spells=st.lists(st.tuples(_DAYS, _DAYS).map(sorted).map(tuple), max_size=3), begun=_DAYS)
def test_years_are_full_on_the_day_named_and_not_a_day_before(
    spells: list[tuple[date, date]], begun: date
) -> None:
    work = [*(_spell(*each) for each in spells), _spell(begun)]
    years = worked_years(work, ON) + 1

    day = day_of_years(work, years, ON)

    assert day
    assert worked_years(work, day) >= years
    assert worked_years(work, day - timedelta(days=1)) < years


def test_work_that_has_ended_or_not_begun_names_no_day() -> None:
    ended, later = _spell(date(2020, 1, 1), date(2020, 12, 31)), _spell(date(2027, 1, 1))

    assert day_of_years([ended, later], 2, ON) is None


@given(spells=st.lists(st.tuples(_DAYS, _DAYS).map(sorted).map(tuple), max_size=3), more=_DAYS)
def test_more_work_is_never_fewer_years(spells: list[tuple[date, date]], more: date) -> None:
    work = [_spell(*each) for each in spells]

    assert worked_years(work, ON) <= worked_years([*work, _spell(more)], ON)
