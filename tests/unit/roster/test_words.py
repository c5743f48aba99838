from datetime import date

import pytest

from jinque.errors import InvalidOptionError
from jinque.model.person import Appraisal
from jinque.roster import read_appraisals, read_awards, read_day, read_years, read_yes_no
from tests.said import zh


@pytest.mark.parametrize(
    "typed",
    [
        "2022-11-01",
        "2022/11/1",
        "2022.11.1",
        "2022年11月1日",
        "２０２２-11-01",
        "2022-11-01 00:00:00",
    ],
)
def test_a_day_may_be_written_in_the_usual_ways(typed: str) -> None:
    assert read_day(typed, "C2") == date(2022, 11, 1)


@pytest.mark.parametrize("typed", ["2022-13-01", "2022-11", "2022年", "44866", "昨天"])
def test_what_is_no_whole_day_is_refused_with_its_place(typed: str) -> None:
    with pytest.raises(InvalidOptionError) as caught:
        read_day(typed, "C2")

    assert (caught.value.where, typed in zh(caught.value.message)) == ("C2", True)


@pytest.mark.parametrize(("typed", "years"), [("3", 3), ("满3年", 3), ("3.9", 3), ("０", 0)])
def test_only_full_years_count(typed: str, years: int) -> None:
    assert read_years(typed, "E2") == years


@pytest.mark.parametrize("typed", ["三", "-1", "200", "很久"])
def test_what_is_no_number_of_years_is_refused(typed: str) -> None:
    with pytest.raises(InvalidOptionError):
        read_years(typed, "E2")


@pytest.mark.parametrize(("typed", "answer"), [("是", True), ("否", False), ("Yes", True)])
def test_yes_and_no_have_several_forms(typed: str, answer: bool) -> None:  # noqa: FBT001
    assert read_yes_no(typed, "L2") is answer


def test_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(InvalidOptionError, match="也许"):
        read_yes_no("也许", "L2")


def test_appraisals_are_read_year_by_year_and_as_a_range() -> None:
    read = read_appraisals("2021-2022称职；2023年度：不合格", "H2", bare_is_passed=False)

    assert read == (
        Appraisal(year=2021, is_passed=True),
        Appraisal(year=2022, is_passed=True),
        Appraisal(year=2023, is_passed=False),
    )


@pytest.mark.parametrize("typed", ["2023", "2023基本合格", "合格", "2023合格;2023不合格"])
def test_an_appraisal_that_says_no_clear_result_is_refused(typed: str) -> None:
    with pytest.raises(InvalidOptionError):
        read_appraisals(typed, "H2", bare_is_passed=False)


def test_a_bare_year_is_passed_where_the_caller_says_so() -> None:
    assert read_appraisals("2023", "--appraisals", bare_is_passed=True)[0].is_passed


def test_no_award_is_said_by_a_word() -> None:
    assert read_awards("无") == ()


def test_awards_are_parted_outside_brackets_only() -> None:
    assert read_awards("省技术能手；浙江工匠（2020、2021）") == (
        "省技术能手",
        "浙江工匠（2020、2021）",
    )
