from datetime import date

import pytest

from jinque.criteria import judge
from jinque.criteria.judgement import Judgement
from jinque.model.criterion import Majors
from jinque.model.person import Education, Fact, Outcome, Person
from tests.said import zh

ON = date(2026, 3, 1)


def _judged(held: tuple[str, ...] | None, names: tuple[str, ...], *, is_open: bool) -> Judgement:
    person = Person(educations=(Education(level="本科", majors=held),))
    return judge(Majors(names=names, is_open=is_open), person, ON)


@pytest.mark.parametrize("is_open", [True, False])
def test_the_same_major_is_met(*, is_open: bool) -> None:
    assert _judged(("药学",), ("药学",), is_open=is_open).outcome is Outcome.MET


def test_a_major_of_the_same_class_is_for_people_to_judge_with_the_reason() -> None:
    found = _judged(("软件工程",), ("计算机",), is_open=False)

    assert found.outcome is Outcome.UNKNOWN
    assert "计算机类" in zh(found.reason)
    assert found.missing == ()


def test_a_major_of_another_class_misses_a_closed_list_and_not_an_open_one() -> None:
    assert _judged(("哲学",), ("自动化",), is_open=False).outcome is Outcome.NOT_MET
    assert _judged(("哲学",), ("自动化",), is_open=True).outcome is Outcome.UNKNOWN


def test_a_major_that_no_list_has_stays_open() -> None:
    assert _judged(("某某学",), ("自动化",), is_open=False).outcome is Outcome.UNKNOWN


def test_a_major_that_is_not_told_is_asked() -> None:
    found = _judged(None, ("自动化",), is_open=False)

    assert found.outcome is Outcome.UNKNOWN
    assert [(fact.fact, fact.about) for fact in found.missing] == [(Fact.EDUCATIONS, "专业")]


def test_no_major_at_all_misses_the_demand() -> None:
    assert _judged((), ("自动化",), is_open=True).outcome is Outcome.NOT_MET
