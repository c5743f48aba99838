import pytest

from jinque.extraction.criteria.work import number
from jinque.model.criterion import (
    ExperienceYears,
    GraduateOfYear,
    LevelYears,
    ManagementYears,
    YearsByDegree,
)
from tests.unit.extraction.criteria.reading_of import criteria_of, evidence_of


@pytest.mark.parametrize(
    ("printed", "read"), [("3", 3), ("三", 3), ("两", 2), ("十", 10), ("十五", 15), ("二十", 20)]
)
def test_numbers_in_both_numerals(printed: str, read: int) -> None:
    assert number(printed) == read


def test_work_and_management_in_one_cell() -> None:
    found = criteria_of("3年及以上，管理经验要求1年及以上", "experience")

    assert found == [ExperienceYears(at_least=3), ManagementYears(at_least=1)]


def test_years_that_bind_an_institution() -> None:
    found = criteria_of("具有5年以上三甲医院工作经历")

    assert found == [ExperienceYears(at_least=5, bound_to="三甲医院")]


def test_years_printed_behind_the_work() -> None:
    found = criteria_of("在三甲医院从事临床工作十年以上")

    assert found == [ExperienceYears(at_least=10, bound_to="在三甲医院从事临床")]


def test_years_by_education_with_a_waiver() -> None:
    text = "大专学历需具有5年以上相关专业工作经历，本科学历需2年以上，院长不限。"

    found = criteria_of(text, "experience")

    rules = (LevelYears(levels=("大专",), at_least=5), LevelYears(levels=("本科",), at_least=2))
    waived = ("院长",)
    assert found == [YearsByDegree(rules=rules, bound_to="相关专业", waived_for_roles=waived)]


def test_a_level_without_years_is_nought() -> None:
    [found] = criteria_of("本科学历需3年以上，研究生学历不限。", "experience")

    assert isinstance(found, YearsByDegree)
    assert found.rules[-1] == LevelYears(levels=("研究生",), at_least=0)


def test_graduates() -> None:
    assert criteria_of("应届毕业生", "experience") == [GraduateOfYear()]


def test_counted_achievements_are_left_to_people() -> None:
    text = "主持过不少于3个项目"

    assert criteria_of(text) == []
    assert evidence_of(text) == [text]
