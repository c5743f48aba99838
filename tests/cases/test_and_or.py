"""*And* and *or* between majors, industries and certificates: a small page of five posts."""

from datetime import date
from pathlib import Path

import pytest

from jinque.criteria import judge
from jinque.documents import read
from jinque.extraction import extract, profiles_for
from jinque.extraction.criteria import CriteriaReader
from jinque.model.criterion import (
    AnyOf,
    Certificate,
    Criterion,
    Evidence,
    ExperienceYears,
    IndustryExperience,
    LanguageSkill,
    LevelYears,
    PostReading,
    YearsByDegree,
)
from jinque.model.person import Education, Outcome, Person, WorkSpell
from tests.said import zh

PAGE = Path(__file__).parent / "and_or.html"
ON = date(2026, 5, 1)


@pytest.fixture(scope="module")
def readings() -> dict[int, PostReading]:
    document = read(PAGE.read_bytes(), name=PAGE.name)
    profiles = profiles_for(document, source_name=PAGE.name, edition_id="haidao", known=())
    (found,) = extract(document, source_name=PAGE.name, profiles=profiles)
    reader = CriteriaReader(found.edition, document.text)
    return {int(post.serial or 0): reader.read(post) for post in found.edition.posts}


def _ability(reading: PostReading) -> list[Criterion]:
    return [each.criterion for each in reading.criteria if each.block == "ability"]


@pytest.mark.parametrize(("serial", "industry"), [(1, "渔具"), (2, "水产加工")])
def test_majors_and_an_industry_are_both_demanded(
    readings: dict[int, PostReading], serial: int, industry: str
) -> None:
    majors, work = _ability(readings[serial])

    assert isinstance(majors, Evidence)
    assert "专业能力" in zh(majors.words)
    assert work == IndustryExperience(any_of=(industry,))


def test_that_it_is_not_said_whether_a_degree_is_meant_is_reported(
    readings: dict[int, PostReading],
) -> None:
    assert "ability_in_major" in [issue.code for issue in readings[1].issues]


def test_an_industry_and_a_language_are_both_demanded(readings: dict[int, PostReading]) -> None:
    assert _ability(readings[3]) == [
        IndustryExperience(any_of=("船舶",)),
        LanguageSkill(language="英语", level="读写能力"),
    ]


def test_a_major_or_an_industry_are_alternatives(readings: dict[int, PostReading]) -> None:
    [found] = _ability(readings[4])

    assert isinstance(found, AnyOf)
    assert [part.kind for part in found.parts] == ["evidence", "industry_experience"]
    assert found.parts[1] == IndustryExperience(any_of=("水产",))


def test_one_industry_of_two_and_one_certificate_of_two(readings: dict[int, PostReading]) -> None:
    assert _ability(readings[5]) == [
        IndustryExperience(any_of=("船舶", "港口")),
        Certificate(names=("验船师证书", "焊接检验员证书"), are_all=False),
    ]


def test_a_hospital_of_grade_two_does_not_meet_one_of_grade_three() -> None:
    demand = ExperienceYears(at_least=3, bound_to="三级医院", occupations=("三级医院",))
    work = (WorkSpell(begun_on=date(2015, 1, 1), occupation="二级综合医院医师"),)

    found = judge(demand, Person(work=work), ON)

    assert found.outcome is Outcome.UNKNOWN


def test_a_nurse_is_one_of_the_nursing_staff() -> None:
    demand = YearsByDegree(
        rules=(LevelYears(levels=("本科",), at_least=3),), waived_for_roles=("护理人员",)
    )
    nurse = Person(
        educations=(Education(level="本科"),),
        work=(WorkSpell(begun_on=date(2026, 1, 1), occupation="儿科护士"),),
    )

    assert judge(demand, nurse, ON).outcome is Outcome.MET
