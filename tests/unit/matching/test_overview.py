from dataclasses import replace
from datetime import date

import pytest

from jinque import api
from jinque.errors import InvalidOptionError, UnknownEditionError
from jinque.model.matching import Distance, Overview, Verdict
from jinque.model.person import Education, Fact, Person, Skill, WorkSpell
from tests.said import zh

ON = date(2026, 3, 1)
_PROGRAMMER = Person(
    nationality="中国",
    educations=(Education(level="本科", majors=("软件工程",)),),
    work=(WorkSpell(begun_on=date(2022, 1, 1), occupation="软件开发", is_management=False),),
)
_STUDENT = Person(
    nationality="中国",
    educations=(Education(level="本科", majors=("护理学",)),),
    work=(),
    certificates=("规培证", "护士执业资格证书"),
)


@pytest.fixture(scope="module")
def view(workspace: api.Workspace) -> Overview:
    return api.assess_all(workspace, _PROGRAMMER, ON)


def test_every_post_is_counted_once_and_those_without_requirements_apart(view: Overview) -> None:
    assert sum(view.counts.values()) == 720
    assert len(view.assessments) == 374
    assert len(view.no_stated) == view.counts[Verdict.NO_STATED_REQUIREMENTS] == 346


def test_the_same_occupation_comes_first_then_verdict_then_the_fewest_unmet(
    view: Overview,
) -> None:
    in_scope = [each for each in view.assessments if each.is_in_scope]
    keys = [
        (each.nearness.distance, list(Verdict).index(each.verdict), len(each.unmet))
        for each in in_scope
    ]

    assert keys == sorted(keys)
    assert in_scope[0].post.name == "计算机软件工程技术人员"
    assert in_scope[0].nearness.distance is Distance.SAME


def test_lists_for_others_come_last(view: Overview) -> None:
    scopes = [each.is_in_scope for each in view.assessments]

    assert scopes == sorted(scopes, reverse=True)
    assert scopes.count(False) == 62


def test_near_misses_fail_by_one_demand_that_is_not_scope(view: Overview) -> None:
    assert view.near_misses
    assert {len(each.unmet) for each in view.near_misses} == {1}
    assert all(each.is_in_scope for each in view.near_misses)


def test_an_aim_leads_the_order_instead_of_ones_own_work(workspace: api.Workspace) -> None:
    view = api.assess_all(workspace, _PROGRAMMER, ON, aim="焊工")

    assert view.assessments[0].post.name == "焊工"


def test_places_editions_and_verdicts_narrow_what_is_shown(workspace: api.Workspace) -> None:
    by_place = api.assess_all(workspace, _PROGRAMMER, ON, places=["大连"])
    by_edition = api.assess_all(workspace, _PROGRAMMER, ON, editions=["DALIAN"])
    by_verdict = api.assess_all(workspace, _PROGRAMMER, ON, verdicts=[Verdict.MATCHES])

    assert sum(by_place.counts.values()) == sum(by_edition.counts.values()) == 312
    assert {each.verdict for each in by_verdict.assessments} == {Verdict.MATCHES}
    assert sum(by_verdict.counts.values()) == 720


def test_an_edition_that_there_is_not_is_refused(workspace: api.Workspace) -> None:
    with pytest.raises(UnknownEditionError, match="dalia"):
        api.assess_all(workspace, _PROGRAMMER, ON, editions=["dalia"])


def test_the_next_fact_can_change_a_verdict_and_answering_it_does(
    workspace: api.Workspace,
) -> None:
    before = api.assess_all(workspace, replace(_PROGRAMMER, educations=None), ON)
    asked = before.next_facts[0]

    after = api.assess_all(workspace, _PROGRAMMER, ON)

    assert asked.fact.fact is Fact.EDUCATIONS
    assert asked.settles > 0
    assert before.counts[Verdict.INCOMPLETE] > after.counts[Verdict.INCOMPLETE]


def test_a_list_of_which_nothing_is_told_is_asked_for_as_a_whole(view: Overview) -> None:
    asked = [each.fact for each in view.next_facts if each.fact.fact is Fact.CERTIFICATES]

    assert [each.about for each in asked] == [""]


def test_nothing_is_asked_for_posts_that_are_decided(view: Overview) -> None:
    decided = (Verdict.MATCHES, Verdict.DOES_NOT_MATCH, Verdict.NO_STATED_REQUIREMENTS)

    assert not any(each.missing for each in view.assessments if each.verdict in decided)
    assert all(0 < each.posts <= view.counts[Verdict.INCOMPLETE] for each in view.next_facts)


def test_a_graduate_sees_the_years_that_are_still_needed(workspace: api.Workspace) -> None:
    view = api.assess_all(workspace, _STUDENT, ON, aim="儿科护士")

    years = {path.assessment.post.id: path.years for path in view.paths}

    assert years["dalian:卫生:4"] == 3
    assert [path.years for path in view.paths] == sorted(path.years for path in view.paths)
    assert all(path.assessment.nearness.distance is not Distance.FAR for path in view.paths)


def test_a_higher_degree_needs_fewer_years(workspace: api.Workspace) -> None:
    master = replace(_STUDENT, educations=(Education(level="硕士", majors=("护理学",)),))

    view = api.assess_all(workspace, master, ON, aim="儿科护士")

    assert {p.assessment.post.id: p.years for p in view.paths}["dalian:卫生:4"] == 0


def test_wanted_lists_answer_majors_certificates_and_skills_apart(
    workspace: api.Workspace,
) -> None:
    person = Person(
        educations=(Education(level="大专", majors=("电子商务", "哲学")),),
        certificates=("注册会计师证书", "特许金融分析师"),
        skills=(Skill(level="高级工", occupation="钳工"),),
    )

    wanted = api.assess_all(workspace, person, ON).wanted

    same = {item.held: item.item.name for item in wanted.items if item.is_same}
    assert same == {
        "电子商务": "电子商务",
        "注册会计师证书": "注册会计师",
        "特许金融分析师": "特许金融分析师（CFA）",
        "钳工": "钳工（工具、装配、机修）",
    }
    assert "哲学" not in {item.held for item in wanted.items}
    assert wanted.asked == ("电子商务", "哲学", "注册会计师证书", "特许金融分析师", "钳工")


def test_json_holds_every_post_and_the_notice(view: Overview) -> None:
    told = api.to_json(view)

    assert isinstance(told["posts"], list)
    assert len(told["posts"]) == 374
    assert "不是认定结论" in str(told["notice"])
    assert {"verdict", "unmet", "missing", "nearness", "is_near_miss"} <= told["posts"][0].keys()


def test_readings_are_kept_until_the_record_changes(workspace: api.Workspace) -> None:
    again = api.readings(workspace)

    assert all(one is other for one, other in zip(api.readings(workspace), again, strict=True))


def test_a_place_without_a_catalogue_is_refused_with_those_that_there_are(
    workspace: api.Workspace,
) -> None:
    with pytest.raises(InvalidOptionError, match="北京") as refused:
        api.assess_all(workspace, _PROGRAMMER, ON, places=["北京"])

    assert "大连市" in str(zh(refused.value.hint))


def test_a_county_is_a_place(workspace: api.Workspace) -> None:
    view = api.assess_all(workspace, _PROGRAMMER, ON, places=["长海县"])

    assert sum(view.counts.values()) == 7
