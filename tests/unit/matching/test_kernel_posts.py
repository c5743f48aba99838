"""The kernel beside the explaining path, on the posts of all built-in catalogues."""

from datetime import date

import pytest

from bench.roster.people import made_people
from jinque import api
from jinque.api.workspace import readings
from jinque.matching import assess
from jinque.matching.arrow import person_of
from jinque.matching.kernel import Kernel, plan_of
from jinque.model.criterion import CriteriaAnswer
from jinque.model.matching import Verdict

ON = date(2026, 3, 1)
PEOPLE = 12


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> tuple[CriteriaAnswer, ...]:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("record")) as workspace:
        return readings(workspace)


def test_posts_without_requirements_are_no_part_of_the_plan(
    answers: tuple[CriteriaAnswer, ...],
) -> None:
    plan = plan_of(answers, ON)

    assert (len(plan.posts), plan.no_stated) == (374, 346)


def test_verdicts_unmet_and_undecided_are_those_of_the_explaining_path(
    answers: tuple[CriteriaAnswer, ...],
) -> None:
    stated = [each for each in answers if each.reading.states_requirements]
    block, plan = made_people(PEOPLE, seed=11), plan_of(answers, ON)
    people = [person_of(row) for row in block.to_pylist()]

    nearest = Kernel(plan, nearest=len(plan.posts)).screen(block).nearest

    assert nearest is not None
    for row, person in enumerate(people):
        ranks = zip(nearest.posts[row], nearest.unmet[row], nearest.undecided[row], strict=True)
        for post, unmet, undecided in ranks:
            found = assess(person, stated[post], ON)
            assert (len(found.unmet), len(found.undecided)) == (unmet, undecided)
            assert (found.verdict is Verdict.MATCHES) == (unmet == undecided == 0)
            assert (found.verdict is Verdict.INCOMPLETE) == (unmet == 0 < undecided)
