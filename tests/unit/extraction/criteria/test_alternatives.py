"""Demands joined by 或, 并, 之一, across commas and across sentences."""

import pytest

from jinque.extraction.criteria.blocks import read_block
from jinque.model.criterion import (
    AcademicDegree,
    AllOf,
    AnyOf,
    Certificate,
    Criterion,
    ExperienceYears,
    IndustryExperience,
    LanguageSkill,
    Licence,
    Majors,
    TitleLevel,
    Tool,
)
from tests.unit.extraction.criteria.reading_of import criteria_of, evidence_of

SHIPS = IndustryExperience(any_of=("船舶",))
SENIOR = TitleLevel(at_least="高级")


def _certificate(*names: str, every: bool = True) -> Certificate:
    return Certificate(names=names, are_all=every)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("具备船舶行业工作能力或熟练使用CATIA软件", (SHIPS, Tool(names=("CATIA",), are_all=True))),
        (
            "具有高级职称，或持有验船师证书，或具备船舶行业从业经历",
            (SENIOR, _certificate("验船师证书"), SHIPS),
        ),
        (
            "具备船舶行业工作能力并持有焊工证，或具有高级职称",
            (AllOf(parts=(SHIPS, _certificate("焊工证"))), SENIOR),
        ),
        (
            "3年以上急诊护理经验，或5年以上临床护理经验",
            (
                ExperienceYears(at_least=3, bound_to="急诊护理"),
                ExperienceYears(at_least=5, bound_to="临床护理"),
            ),
        ),
        ("持有焊工证，或持有电工证", (_certificate("焊工证"), _certificate("电工证"))),
        (
            "执业药师资格证书或中药师证书",
            (Licence(names=("执业药师资格证书",), are_all=True), _certificate("中药师证书")),
        ),
        ("具备船舶行业从业经历、验船师证书之一", (SHIPS, _certificate("验船师证书"))),
    ],
)
def test_alternatives(text: str, parts: tuple[Criterion, ...]) -> None:
    assert criteria_of(text) == [AnyOf(parts=parts)]


def test_what_stands_behind_a_comma_and_and_is_demanded_besides() -> None:
    found = criteria_of("具有高级职称或验船师证书，并精通英语")

    assert found == [
        AnyOf(parts=(SENIOR, _certificate("验船师证书"))),
        LanguageSkill(language="英语", level="精通"),
    ]


def test_majors_before_or_bind_both_sides() -> None:
    found = criteria_of("取得船舶工程相关专业硕士学位，或高级职称", "education")

    assert found == [
        Majors(names=("船舶工程",), is_open=False),
        AnyOf(parts=(AcademicDegree(at_least="硕士"), SENIOR)),
    ]


@pytest.mark.parametrize("text", ["持有焊工证或电工证", "持有焊工证或持有电工证"])
def test_one_list_of_certificates_is_one_demand(text: str) -> None:
    assert criteria_of(text) == [_certificate("焊工证", "电工证", every=False)]


def test_industries_are_one_list_whatever_their_verbs() -> None:
    found = criteria_of("具有船舶行业工作经验，或具有港口行业从业经历")

    assert found == [IndustryExperience(any_of=("船舶", "港口"))]


def test_a_list_behind_one_of_the_following_is_read_across_sentences() -> None:
    found = criteria_of("满足以下条件之一：（1）具有船舶行业从业经历；（2）持有验船师证书。")

    assert found == [AnyOf(parts=(SHIPS, _certificate("验船师证书")))]


def test_a_sentence_begun_by_or_is_an_alternative_to_the_one_before() -> None:
    found = criteria_of("具有高级职称；或持有验船师证书")

    assert found == [AnyOf(parts=(SENIOR, _certificate("验船师证书")))]


def test_a_preference_is_no_demand_and_is_left_to_people() -> None:
    text = "熟练使用CATIA软件，持有验船师证书者优先"

    assert criteria_of(text) == [Tool(names=("CATIA",), are_all=True)]
    assert evidence_of(text) == [text]


@pytest.mark.parametrize("text", ["英语不作要求", "专业不限，学历不限", "无须持有焊工证"])
def test_what_is_not_asked_is_no_demand(text: str) -> None:
    assert list(read_block("ability", text)) == []


def test_not_limited_to_waives_nothing() -> None:
    found = criteria_of("熟练使用包括但不限于CATIA软件")

    assert found == [Tool(names=("CATIA",), are_all=True)]


def test_what_no_reader_knows_beside_a_criterion_stays_evidence() -> None:
    text = "持有焊工证，能独立带班"

    assert evidence_of(text) == [text]
