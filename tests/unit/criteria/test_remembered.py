"""What was judged once holds for all who are alike in what is asked for."""

from datetime import date

import pytest

from jinque.criteria import judge
from jinque.criteria.remembered import Remembered
from jinque.model.criterion import Certificate, Criterion, EducationLevel, ExperienceYears
from jinque.model.person import Education, Person, WorkSpell

ON = date(2026, 3, 1)
PEOPLE = (
    Person(),
    Person(educations=()),
    Person(educations=(Education(level="本科", majors=("会计学",)),)),
    Person(educations=(Education(level="本科", majors=("会计学",)),), certificates=("驾驶证",)),
    Person(work=(WorkSpell(begun_on=date(2019, 1, 1), occupation="会计"),)),
    Person(work=(WorkSpell(begun_on=date(2025, 1, 1), occupation="会计"),)),
)


@pytest.mark.parametrize(
    "criterion",
    [
        EducationLevel(at_least="本科"),
        ExperienceYears(at_least=3),
        Certificate(names=("驾驶证",), are_all=None),
    ],
)
def test_everybody_hears_what_the_judge_says(criterion: Criterion) -> None:
    remembered = Remembered(ON)

    for person in (*PEOPLE, *PEOPLE):
        assert judge(criterion, person, ON) == remembered(criterion, person)
