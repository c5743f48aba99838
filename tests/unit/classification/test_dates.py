from datetime import date

import pytest

from jinque.classification import as_of
from jinque.errors import InvalidOptionError
from tests.said import zh


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2015, 1, 1), "2015"),
        (date(2021, 12, 31), "2015"),
        (date(2022, 12, 30), "2015"),
        (date(2023, 1, 1), "2022"),
        (date(2030, 1, 1), "2022"),
    ],
)
def test_edition_holds_from_the_end_of_its_year(day: date, edition: str) -> None:
    assert edition == as_of(day).classification.edition


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2024, 6, 30), "absent"),
        (date(2024, 7, 1), "undecided"),
        (date(2024, 7, 30), "undecided"),
        (date(2024, 7, 31), "certain"),
    ],
)
def test_addition_is_undecided_during_the_month_of_its_notice(day: date, standing: str) -> None:
    dated = as_of(day)
    undecided = {entry.code for entry in dated.undecided}

    assert (standing == "certain") == ("4-13-01-10" in dated.classification.by_code)
    assert (standing == "undecided") == ("4-13-01-10" in undecided)


def test_entry_without_a_date_is_undecided_on_every_day() -> None:
    dated = as_of(date(2026, 1, 1))

    assert {entry.code for entry in dated.undecided} == {
        "6-03-03-03",
        "4-01-06-02-01",
        "4-01-06-02-02",
        "4-10-01-01-01",
    }
    assert "4 条" in zh(dated.note)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2018, 6, 1), "absent"),
        (date(2019, 4, 15), "undecided"),
        (date(2019, 5, 1), "certain"),
    ],
)
def test_new_occupation_holds_from_the_month_of_its_notice(day: date, standing: str) -> None:
    dated = as_of(day)
    undecided = {entry.code for entry in dated.undecided}

    assert (standing == "certain") == ("2-02-10-09" in dated.classification.by_code)
    assert (standing == "undecided") == ("2-02-10-09" in undecided)


def test_notice_dated_to_two_months_is_undecided_until_the_second_ends() -> None:
    assert "2-02-07-13" in {entry.code for entry in as_of(date(2020, 3, 30)).undecided}
    assert "2-02-07-13" in as_of(date(2020, 3, 31)).classification.by_code
    assert "2-02-07-13" not in {entry.code for entry in as_of(date(2020, 1, 31)).undecided}


def test_year_of_the_new_edition_is_said_to_be_undecided() -> None:
    note = as_of(date(2022, 10, 1)).note

    assert "2022年版在这一年颁布" in zh(note)
    assert "用2015年版" in zh(note)


def test_day_before_the_oldest_edition_is_refused() -> None:
    with pytest.raises(InvalidOptionError) as fault:
        as_of(date(2014, 12, 31))

    assert fault.value.where == "2014-12-31"
