import pytest

from jinque.model.criterion import (
    AcademicDegree,
    AnyOf,
    Approval,
    Background,
    Certificate,
    EducationLevel,
    FullTime,
    IndustryExperience,
    LanguageSkill,
    Licence,
    Majors,
    TitleLevel,
    Tool,
    WonAwards,
    WorkPlace,
)
from tests.unit.extraction.criteria.reading_of import criteria_of, evidence_of


def test_a_level_and_a_degree_are_told_apart() -> None:
    assert criteria_of("本科", "education") == [EducationLevel(at_least="本科")]
    assert criteria_of("硕士及以上学位", "education") == [AcademicDegree(at_least="硕士")]


def test_full_time_alone_is_read_and_joined_sorts_are_not() -> None:
    assert FullTime() in criteria_of("全日制本科")
    assert criteria_of("全日制硕士、专业学位硕士") == []


@pytest.mark.parametrize(("end", "is_open"), [("等相关专业", True), ("相关专业", False)])
def test_majors_open_and_closed(end: str, is_open: bool) -> None:  # noqa: FBT001 - a case
    found = criteria_of(f"取得物理、化学{end}学士及以上学位", "education")

    assert Majors(names=("物理", "化学"), is_open=is_open) in found


def test_majors_joined_by_or_are_one_list() -> None:
    found = criteria_of("取得物理等相关专业或化学相关专业硕士学位", "education")

    assert Majors(names=("物理", "化学"), is_open=True) in found


def test_background_is_of_a_subject_only() -> None:
    subject = criteria_of("具有物理、化学等相关专业背景，掌握光学")

    assert subject == [Background(names=("物理", "化学"), is_open=True)]
    assert criteria_of("具有扎实的研究背景") == []


def test_industries() -> None:
    found = criteria_of("具备造纸、印刷任一行业工作能力")

    assert found == [IndustryExperience(any_of=("造纸", "印刷"))]


@pytest.mark.parametrize(
    ("text", "names", "every"),
    [
        ("持有教师资格证书", ("教师资格证书",), True),
        ("持有教师资格证书或律师证书", ("教师资格证书", "律师证书"), False),
        ("持有甲证书和乙证书", ("甲证书", "乙证书"), True),
        ("持有甲证书、乙证书", ("甲证书", "乙证书"), None),
        ("持有甲证书、乙证书之一", ("甲证书", "乙证书"), False),
    ],
)
def test_certificates(text: str, names: tuple[str, ...], every: bool | None) -> None:  # noqa: FBT001 - a case
    assert criteria_of(text) == [Certificate(names=names, are_all=every)]


def test_papers_to_handle_are_no_certificates() -> None:
    text = "具备提交报关单、贸易管制证件的能力"

    assert criteria_of(text) == []
    assert evidence_of(text) == [text]


def test_a_licence_with_its_condition() -> None:
    found = criteria_of("具有执业药师资格（范围需相符）")

    assert found == [Licence(names=("执业药师资格",), are_all=True, condition="范围需相符")]


def test_a_title_or_a_licence() -> None:
    [found] = criteria_of("具备中级以上职称，或持有执业药师证书")

    assert isinstance(found, AnyOf)
    assert found.parts[0] == TitleLevel(at_least="中级")
    assert found.parts[1].kind == "licence"


def test_an_alternative_that_people_must_judge_frees_the_criterion() -> None:
    [found] = criteria_of("具备中级以上职称，或在业内有较大影响")

    assert [part.kind for part in getattr(found, "parts", ())] == ["title_level", "evidence"]


@pytest.mark.parametrize(
    ("text", "language", "level"),
    [
        ("大学英语六级", "英语", "大学英语六级"),
        ("精通俄语", "俄语", "精通"),
        ("德语良好", "德语", "良好"),
        ("具有CET-6证书", "英语", "CET-6"),
    ],
)
def test_languages(text: str, language: str, level: str) -> None:
    assert criteria_of(text) == [LanguageSkill(language=language, level=level)]


def test_languages_joined_by_or_are_alternatives() -> None:
    [found] = criteria_of("精通法语或德语")

    assert isinstance(found, AnyOf)
    assert [getattr(part, "language", "") for part in found.parts] == ["法语", "德语"]


def test_a_language_for_some_is_not_read() -> None:
    assert criteria_of("外语学校要具备用法语授课能力") == []


@pytest.mark.parametrize(
    ("text", "names", "every"),
    [
        ("熟练使用AutoCAD或Revit软件", ("AutoCAD", "Revit"), False),
        ("精通C++和Python开发", ("C++", "Python"), True),
        ("掌握C语言、Java等编程语言", ("C", "Java"), None),
        ("熟练使用示波器、频谱仪等测试仪器", ("示波器", "频谱仪"), None),
        ("熟悉C/C++语言", ("C", "C++"), None),
    ],
)
def test_tools(text: str, names: tuple[str, ...], every: bool | None) -> None:  # noqa: FBT001 - a case
    assert criteria_of(text) == [Tool(names=names, are_all=every)]


@pytest.mark.parametrize(
    "text", ["熟悉FPGA开发流程", "掌握GMM、HMM等常用技术", "熟悉ARM总线", "操作SAN、PMMA等设备"]
)
def test_methods_parts_and_materials_are_no_tools(text: str) -> None:
    assert criteria_of(text) == []


def test_awards_with_what_they_were_won_for() -> None:
    text = "主演的剧目获得过省级一等奖、国家级二等奖"

    assert criteria_of(text) == [WonAwards(names=("省级一等奖", "国家级二等奖"), are_all=None)]
    assert evidence_of(text) == []


def test_a_place() -> None:
    assert criteria_of("能够在海岛工作") == [WorkPlace(words="能够在海岛工作")]


def test_labelled_requirements() -> None:
    text = (
        "职业资格（认证）要求：1.证书名称：甲师、乙师。2.国别/地区：某国。3.颁发机构：甲与乙协会。\n"
        "审批要求：符合规定的条件"
    )

    found = criteria_of(text, "other")

    names, issuers, countries = ("甲师", "乙师"), ("甲与乙协会",), ("某国",)
    assert found == [
        Certificate(names=names, are_all=None, issuers=issuers, countries=countries),
        Approval(words="符合规定的条件"),
    ]
