from dataclasses import replace
from datetime import date

import pytest

from jinque.criteria import judge
from jinque.model.criterion import Certificate, LanguageSkill, Tool
from jinque.model.person import Fact, LanguageHeld, Outcome, Person
from tests.said import zh

ON = date(2026, 3, 1)
_ONE = Certificate(names=("规培证",), are_all=True)
_EITHER = Certificate(names=("规培证", "驾驶证"), are_all=False)
_UNSTATED = Certificate(names=("规培证", "驾驶证"), are_all=None)
_SIX = LanguageSkill(language="英语", level="大学英语六级")
_OPEN = frozenset({Fact.CERTIFICATES})


def test_what_an_open_list_does_not_name_is_unknown_and_asked_by_name() -> None:
    found = judge(_ONE, Person(certificates=("律师执业证",), open_lists=_OPEN), ON)

    assert found.outcome is Outcome.UNKNOWN
    assert [(each.fact, each.about) for each in found.missing] == [(Fact.CERTIFICATES, "规培证")]
    assert zh(found.missing[0].question) == "是否持有：规培证？"


def test_what_is_denied_is_not_held_whatever_the_list_says() -> None:
    person = Person(certificates=("律师执业证",), open_lists=_OPEN, denied=("规培证",))

    assert judge(_ONE, person, ON).outcome is Outcome.NOT_MET
    assert judge(_ONE, replace(person, certificates=None), ON).outcome is Outcome.NOT_MET
    assert judge(_EITHER, person, ON).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (("规培证", "驾驶证"), Outcome.MET),
        (("规培证",), Outcome.UNKNOWN),
        ((), Outcome.NOT_MET),
    ],
)
def test_all_or_one_not_stated_is_decided_by_all_and_by_none(
    held: tuple[str, ...], expected: Outcome
) -> None:
    found = judge(_UNSTATED, Person(certificates=held), ON)

    assert found.outcome is expected
    assert found.missing == ()


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("CET-6", Outcome.MET),
        ("六级", Outcome.MET),
        ("CET-4", Outcome.NOT_MET),
        ("雅思7分", Outcome.UNKNOWN),
        (None, Outcome.UNKNOWN),
    ],
)
def test_levels_of_one_examination_compare(level: str | None, expected: Outcome) -> None:
    person = Person(languages=(LanguageHeld(language="英文", level=level),))

    assert judge(_SIX, person, ON).outcome is expected


def test_another_tool_may_do_behind_an_open_list() -> None:
    tool = Tool(names=("CODEV",), are_all=True)

    assert judge(tool, Person(tools=("Java",)), ON).outcome is Outcome.NOT_MET
    opened = replace(tool, is_open=True)
    assert judge(opened, Person(tools=("Java",)), ON).outcome is Outcome.UNKNOWN
    assert judge(opened, Person(tools=()), ON).outcome is Outcome.NOT_MET
