from datetime import date

import pytest

from jinque import api
from jinque.model.matching import Distance, Overview
from jinque.model.person import Education, Person, WorkSpell

ON = date(2026, 3, 1)


@pytest.fixture(scope="module")
def distances(workspace: api.Workspace) -> dict[str, Distance]:
    person = Person(
        nationality="法国",
        educations=(Education(level="本科", majors=("药学",)),),
        work=(WorkSpell(begun_on=date(2020, 1, 1), occupation="软件开发"),),
    )
    return _by_post(api.assess_all(workspace, person, ON))


def _by_post(view: Overview) -> dict[str, Distance]:
    every = (*view.assessments, *view.no_stated)
    return {each.post.id: each.nearness.distance for each in every}


@pytest.mark.parametrize(
    ("post_id", "expected"),
    [
        ("dalian:教育:1", Distance.SAME),
        ("dalian:电子信息产品制造:14", Distance.MINOR_GROUP),
        ("shanghai-foreign:生物医药:24", Distance.MINOR_GROUP),
        ("dalian:软件与信息服务:1", Distance.LIKE_NAME),
        ("dalian:装备制造:4", Distance.SUB_MAJOR_GROUP),
        ("dalian:教育:4", Distance.FAR),
    ],
)
def test_distance(distances: dict[str, Distance], post_id: str, expected: Distance) -> None:
    assert distances[post_id] is expected


@pytest.mark.parametrize("post_id", ["dalian:装备制造:5", "dalian:石化:2", "dalian:装备制造:18"])
def test_a_common_ending_makes_no_name_like_another(
    distances: dict[str, Distance], post_id: str
) -> None:
    assert distances[post_id] is not Distance.LIKE_NAME


def test_of_a_person_who_tells_nothing_every_post_is_far(workspace: api.Workspace) -> None:
    assert set(_by_post(api.assess_all(workspace, Person(), ON)).values()) == {Distance.FAR}
