"""What people write in one cell about educations, work and lists."""

from collections.abc import Callable
from datetime import date

import pytest

from jinque.errors import InvalidOptionError
from jinque.matching.screening import (
    read_degree,
    read_educations,
    read_languages,
    read_level,
    read_names,
    read_title,
    read_work,
    read_year,
)
from jinque.model.person import Education, LanguageHeld, WorkSpell
from tests.said import zh


def test_work_is_read_with_what_is_said_of_it() -> None:
    typed = "2015-07-01~2018-06-30/会计/金融/否；2018年7月1日~至今/财务经理"

    assert read_work(typed, "H2") == (
        WorkSpell(
            begun_on=date(2015, 7, 1),
            ended_on=date(2018, 6, 30),
            occupation="会计",
            industry="金融",
            is_management=False,
        ),
        WorkSpell(begun_on=date(2018, 7, 1), occupation="财务经理"),
    )


def test_a_month_alone_counts_from_its_first_to_its_last_day() -> None:
    assert read_work("2015年7月~2016-02；2018.3~至今", "H2") == (
        WorkSpell(begun_on=date(2015, 7, 1), ended_on=date(2016, 2, 29)),
        WorkSpell(begun_on=date(2018, 3, 1)),
    )


def test_educations_are_read_with_what_is_said_of_them() -> None:
    assert read_educations("大专/无/是/会计/2012；本科", "I2") == (
        Education(level="大专", degree="", is_full_time=True, majors=("会计",), year=2012),
        Education(level="本科"),
    )


def test_a_language_may_have_a_level() -> None:
    assert read_languages("英语：大学英语六级；日语", "M2") == (
        LanguageHeld(language="英语", level="大学英语六级"),
        LanguageHeld(language="日语"),
    )


@pytest.mark.parametrize(("typed", "names"), [("无", ()), ("甲证；乙证", ("甲证", "乙证"))])
def test_none_is_said_by_a_word(typed: str, names: tuple[str, ...]) -> None:
    assert read_names(typed, "K2") == names


@pytest.mark.parametrize(
    ("reader", "typed"),
    [
        (read_level, "大本"),
        (read_degree, "本科"),
        (read_title, "专家"),
        (read_year, "98"),
        (read_work, "2020-13-01~至今"),
        (read_work, "2020-05-01~2019-05-01"),
        (read_educations, "大专/无/可能"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    reader: Callable[[str, str], object], typed: str
) -> None:
    with pytest.raises(InvalidOptionError) as told:
        reader(typed, "名单!H2")

    assert told.value.where == "名单!H2"
    assert zh(told.value.hint)
