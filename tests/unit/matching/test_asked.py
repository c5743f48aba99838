"""What is kept of the demands of posts comes to what the posts themselves come to."""

from datetime import date

import pytest

from jinque import api, matching
from jinque.matching.asked import asked_by
from jinque.model.matching import Assessment, Overview, Verdict
from jinque.model.person import Education, Person, WorkSpell

ON = date(2026, 3, 1)
PEOPLE = {
    "nothing": Person(),
    "student": Person(educations=(Education(level="本科", majors=("护理学",)),), work=()),
    "foreman": Person(
        nationality="中国",
        educations=(Education(level="硕士", majors=("机械工程",)),),
        work=(WorkSpell(begun_on=date(2015, 1, 1), occupation="焊工", is_management=True),),
    ),
}


def _order(view: Overview) -> list[str]:
    return [each.post.id for each in (*view.assessments, *view.no_stated)]


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_kept_demands_order_posts_as_the_posts_do(workspace: api.Workspace, person: Person) -> None:
    by_record = api.assess_all(workspace, person, ON)
    by_posts = matching.overview(person, api.readings(workspace), ON)

    assert _order(by_record) == _order(by_posts)
    assert by_record.counts == by_posts.counts
    assert by_record.next_facts == by_posts.next_facts
    assert [each.years for each in by_record.paths] == [each.years for each in by_posts.paths]


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_a_post_in_short_says_what_it_says_when_explained(
    workspace: api.Workspace, person: Person
) -> None:
    view = api.assess_all(workspace, person, ON)

    assert [each.verdict for each in view.assessments.briefs] == [
        each.verdict for each in view.assessments
    ]
    assert [each.post.id for each in view.near_misses] == [
        each.post.id for each in view.assessments if _is_near_miss(each)
    ]


def _is_near_miss(each: Assessment) -> bool:
    is_short = each.verdict in (Verdict.DOES_NOT_MATCH, Verdict.NOT_YET)
    return is_short and len(each.unmet) == 1 and each.is_in_scope


def test_each_distinct_demand_stands_once(workspace: api.Workspace) -> None:
    asked = asked_by(api.readings(workspace))

    assert len({*asked.demands}) == len(asked.demands)
    assert len(asked) == len(api.readings(workspace))
