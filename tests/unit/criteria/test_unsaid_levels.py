"""An education of which the level is not said: it may be any."""

from datetime import date

import pytest

from jinque.criteria import judge
from jinque.model.criterion import Criterion, EducationLevel, LevelYears, YearsByDegree
from jinque.model.person import Education, Outcome, Person

ON = date(2026, 1, 1)
UNSAID = Education(majors=("临床医学",))
THREE_YEARS = YearsByDegree(rules=(LevelYears(levels=("本科",), at_least=3),))


@pytest.mark.parametrize("criterion", [EducationLevel(at_least="本科"), THREE_YEARS])
def test_it_leaves_the_demand_open_and_is_asked_for(criterion: Criterion) -> None:
    found = judge(criterion, Person(educations=(UNSAID,), work=()), ON)

    assert found.outcome is Outcome.UNKNOWN
    assert [each.about for each in found.missing] == ["学历"]


def test_another_education_that_suffices_settles_it() -> None:
    person = Person(educations=(UNSAID, Education(level="硕士")))

    assert judge(EducationLevel(at_least="本科"), person, ON).outcome is Outcome.MET
