from datetime import date

import pytest

from jinque.errors import InvalidOptionError
from jinque.ladder import Rulebook, answer
from jinque.model.ladder import Direction
from jinque.model.person import Person, Skill, Title
from tests.said import zh
from tests.unit.ladder.asking import ask_bridge

ON = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("given", "level"),
    [
        ("技师", "技师"),
        ("二级", "技师"),
        ("高级工（三级）", "高级工"),
        ("一级/高级技师", "高级技师"),
    ],
)
def test_other_names_of_a_level_are_understood(zhejiang: Rulebook, given: str, level: str) -> None:
    person = Person(place="浙江", skills=(Skill(level=given),))

    said = answer([zhejiang], ask_bridge(person, ON, occupation="电工"))

    assert said.step
    assert said.step.from_levels == (level,)
    assert said.request.person.skills == (Skill(level=level),)


@pytest.mark.parametrize("level", ["大师", "中级", ""])
def test_unknown_level_is_refused_with_those_known(zhejiang: Rulebook, level: str) -> None:
    person = Person(place="浙江", skills=(Skill(level=level),))

    with pytest.raises(InvalidOptionError) as raised:
        answer([zhejiang], ask_bridge(person, ON, occupation="电工"))

    assert "高级技师" in zh(raised.value.hint)


def test_title_named_without_its_degree_of_seniority_is_refused(zhejiang: Rulebook) -> None:
    question = ask_bridge(
        Person(place="浙江", titles=(Title(level="高级"),)),
        ON,
        direction=Direction.TITLE_TO_SKILL,
    )

    with pytest.raises(InvalidOptionError) as raised:
        answer([zhejiang], question)

    assert "副高级、正高级" in zh(raised.value.hint)


def test_skill_of_another_occupation_does_not_count(zhejiang: Rulebook) -> None:
    skills = (Skill(level="高级技师", occupation="钳工"), Skill(level="高级工", occupation="电工"))

    said = answer(
        [zhejiang], ask_bridge(Person(place="浙江", skills=skills), ON, occupation="电工")
    )

    assert said.step
    assert said.step.to_level == "助理级"


def test_occupation_of_the_only_certificate_is_the_one_asked_about(zhejiang: Rulebook) -> None:
    person = Person(place="浙江", skills=(Skill(level="技师", occupation="电工"),))

    said = answer([zhejiang], ask_bridge(person, ON))

    assert said.row
    assert said.row.name == "电工"
