from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinque.criteria import add_years, complete_years, full_years


@pytest.mark.parametrize(
    ("since", "years", "expected"),
    [
        (date(2022, 11, 1), 3, date(2025, 11, 1)),
        (date(2024, 2, 29), 2, date(2026, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2023, 2, 28), 1, date(2024, 2, 28)),
        (date(9998, 1, 1), 3, date.max),
    ],
)
def test_years_are_full_on_the_corresponding_day(since: date, years: int, expected: date) -> None:
    assert expected == add_years(since, years)


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (date(2022, 11, 1), date(2025, 10, 31), 2),
        (date(2022, 11, 1), date(2025, 11, 1), 3),
        (date(2024, 2, 29), date(2025, 2, 27), 0),
        (date(2024, 2, 29), date(2025, 2, 28), 1),
        (date(2025, 1, 1), date(2022, 1, 1), 0),
    ],
)
def test_only_full_years_count(since: date, until: date, expected: int) -> None:
    assert expected == full_years(since, until)


@given(since=st.dates(max_value=date(9000, 1, 1)), years=st.integers(0, 500))
def test_so_many_years_later_so_many_years_are_full(since: date, years: int) -> None:
    assert years == full_years(since, add_years(since, years))


def test_complete_years_are_those_that_are_over() -> None:
    assert [*complete_years(date(2026, 1, 1), 3)] == [2023, 2024, 2025]
    assert [*complete_years(date(2025, 12, 31), 3)] == [2022, 2023, 2024]
