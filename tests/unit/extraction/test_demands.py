"""Columns of demands: each with its role, and what is unread never passed over."""

from datetime import date

import pytest

from jinque.extraction.criteria.reading import CriteriaReader
from jinque.matching import assess
from jinque.matching.kernel import plan_of
from jinque.model import EditionSummary
from jinque.model.criterion import AcademicDegree, CriteriaAnswer, Evidence, Majors
from jinque.model.matching import Verdict
from jinque.model.person import Education, Person
from tests.said import zh
from tests.unit.extraction.made import read_made

_ON = date(2026, 5, 1)


def _criteria(heading: str, text: str) -> list[object]:
    answer = _answer(heading, text)
    return [each.criterion for each in answer.reading.criteria if each.block != "education"]


def _answer(heading: str, text: str) -> CriteriaAnswer:
    source = f"序号\t岗位名称\t学历要求\t{heading}\n1\t电工\t大专\t{text}\n2\t焊工\t本科\t\n"
    [reading] = read_made(source)
    edition, post = reading.edition, reading.edition.posts[0]
    summary = EditionSummary(
        id=edition.id,
        version=1,
        is_builtin=False,
        metadata=edition.metadata,
        source_name=edition.source_name,
        source_sha256=edition.source_sha256,
        published_at="2026-01-01",
        counts={"post": 2},
        issues={},
        sections=edition.sections,
    )
    found = CriteriaReader(edition, source).read(post)
    return CriteriaAnswer(post=post, edition=summary, reading=found)


@pytest.mark.parametrize(
    ("heading", "text", "names", "is_open"),
    [
        ("专业要求", "水利水电工程、水文与水资源工程", ("水利水电工程", "水文与水资源工程"), False),
        ("所学专业", "护理类", ("护理类",), False),
        ("专业", "机械工程、自动化等相关专业", ("机械工程", "自动化"), True),
        ("专业（方向）", "法学或会计学", ("法学", "会计学"), False),
    ],
)
def test_a_column_of_majors_is_read(
    heading: str, text: str, names: tuple[str, ...], *, is_open: bool
) -> None:
    assert _criteria(heading, text) == [Majors(names=names, is_open=is_open)]


def test_majors_of_any_kind_demand_nothing() -> None:
    answer = _answer("专业要求", "专业不限")

    assert answer.reading.none_stated == ("major",)


def test_a_column_of_degrees_is_read() -> None:
    assert _criteria("学位要求", "学士及以上") == [AcademicDegree(at_least="学士")]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("年龄", "35周岁以下"),
        ("性别", "男"),
        ("身体条件", "无色盲"),
        ("从业资质要求", "持低压电工作业证"),
        ("专业要求", "电气类，或具有五年以上经验的其他专业"),
    ],
)
def test_what_no_criterion_holds_is_evidence_and_never_a_bare_match(
    heading: str, text: str
) -> None:
    answer = _answer(heading, text)

    [criterion] = [one for one in answer.reading.criteria if one.block != "education"]
    assert isinstance(criterion.criterion, Evidence)
    assert text in criterion.citation.quote
    holder = Person(educations=(Education(level="博士", majors=("法学",)),))
    found = assess(holder, answer, _ON)
    assert found.verdict is Verdict.INCOMPLETE
    [planned] = plan_of([answer], _ON).posts
    assert criterion.criterion in planned.deciding


def test_an_unknown_demand_is_a_warning() -> None:
    [reading] = read_made("序号\t岗位名称\t从业资质要求\n1\t电工\t持证\n2\t焊工\t持证\n")

    [column] = [one for one in reading.report.columns if one.heading == "从业资质要求"]
    [issue] = [one for one in reading.report.issues if one.code == "column_unknown"]
    assert (column.role, issue.severity) == ("evidence", "warning")
    assert "未读出" in zh(issue.message)


def test_two_columns_of_one_demand_are_both_kept() -> None:
    [reading] = read_made("序号\t岗位名称\t其他要求\t其他条件\n1\t电工\t持证\t服从调配\n")

    assert [one.role for one in reading.report.columns][2:] == ["other", "evidence"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("需求人数", "count"),
        ("用人单位", "employer"),
        ("工作地点", "workplace"),
        ("联系方式", "contact"),
        ("备注", "remark"),
        ("薪酬待遇（元/月）", "pay"),
        ("年薪（元）", "pay"),
    ],
)
def test_other_columns_have_roles(heading: str, role: str) -> None:
    [reading] = read_made(f"序号\t岗位名称\t{heading}\n1\t电工\t某某\n2\t焊工\t某某\n")

    assert reading.report.columns[2].role == role


@pytest.mark.parametrize(
    ("heading", "text", "pay"),
    [
        ("年薪（万元）", "12", 12.0),
        ("年薪（元）", "98000", 9.8),
        ("年薪", "15万", 15.0),
        ("年薪", "15", None),
        ("月薪（元）", "8000", None),
        ("年薪（万元）", "10-15", None),
        ("年薪", "6～9万", None),
        ("薪酬", "面议", None),
    ],
)
def test_pay_is_a_number_only_with_its_unit(heading: str, text: str, pay: float | None) -> None:
    [reading] = read_made(f"序号\t岗位名称\t{heading}\n1\t电工\t{text}\n2\t焊工\t{text}\n")

    assert reading.edition.posts[0].pay_cny_10k_year == pay
    assert "value_unreadable" not in {issue.code for issue in reading.report.issues}
