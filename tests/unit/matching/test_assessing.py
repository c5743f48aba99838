from datetime import date

import pytest

from jinque.matching import assess
from jinque.model.criterion import CriteriaAnswer
from jinque.model.matching import Verdict
from jinque.model.person import Education, Fact, Outcome, Person, WorkSpell

ON = date(2026, 3, 1)
Answers = dict[str, CriteriaAnswer]
_NURSE = "dalian:卫生:4"


def test_of_a_person_who_tells_nothing_no_post_is_matched_or_failed(answers: Answers) -> None:
    verdicts = {assess(Person(), answer, ON).verdict for answer in answers.values()}

    assert verdicts == {Verdict.INCOMPLETE, Verdict.NO_STATED_REQUIREMENTS}


def test_posts_without_requirements_are_the_346_of_two_catalogues(answers: Answers) -> None:
    found = [assess(Person(), answer, ON) for answer in answers.values()]
    unstated = [each for each in found if each.verdict is Verdict.NO_STATED_REQUIREMENTS]

    assert len(unstated) == 346
    assert {each.edition.id for each in unstated} == {"skilled-trades", "wenzhou-2020"}
    assert not any(each.findings or each.missing for each in unstated)


def test_scope_stands_first(answers: Answers) -> None:
    found = assess(Person(nationality="中国"), answers["shanghai-foreign:集成电路:6"], ON)

    assert found.findings[0].demand.block == "scope"
    assert [each.demand.block for each in found.unmet] == ["scope"]
    assert not found.is_in_scope


def test_an_ability_is_unknown_and_never_decides(answers: Answers) -> None:
    person = Person(educations=(Education(level="硕士"),), work=(), certificates=("规培证",))

    found = assess(person, answers[_NURSE], ON)

    assert found.verdict is Verdict.MATCHES
    assert {each.outcome for each in found.evidence} == {Outcome.UNKNOWN}
    assert "儿科护理程序" in found.evidence[0].demand.quote


def test_what_a_fact_settles_and_what_people_judge_are_told_apart(answers: Answers) -> None:
    person = Person(
        educations=(Education(level="本科"),),
        work=(WorkSpell(begun_on=date(2015, 1, 1), occupation="药师"),),
    )

    found = assess(person, answers[_NURSE], ON)

    assert [fact.fact for fact in found.missing] == [Fact.CERTIFICATES]
    assert [each.demand.criterion.kind for each in found.to_judge] == ["years_by_degree"]


def test_one_of_several_alternatives_is_enough_to_ask_for(answers: Answers) -> None:
    person = Person(educations=(Education(level="本科"),))

    found = assess(person, answers["dalian:装备制造:4"], ON)

    assert [fact.fact for fact in found.missing] == [Fact.WORK]


def test_a_decided_failure_asks_nothing_more(answers: Answers) -> None:
    found = assess(Person(educations=(Education(level="大专"),)), answers[_NURSE], ON)

    assert found.verdict is Verdict.DOES_NOT_MATCH
    assert found.missing == ()


def test_time_alone_meets_the_post_on_the_day_named(answers: Answers) -> None:
    person = Person(
        educations=(Education(level="本科"),),
        work=(WorkSpell(begun_on=date(2024, 1, 1), occupation="儿科护士"),),
        certificates=("规培证",),
    )

    found = assess(person, answers[_NURSE], ON)

    assert (found.verdict, found.earliest_date) == (Verdict.NOT_YET, date(2027, 1, 1))
    assert found.earliest_date
    assert assess(person, answers[_NURSE], found.earliest_date).verdict is Verdict.MATCHES


def test_time_does_not_help_where_something_else_is_short(answers: Answers) -> None:
    person = Person(
        educations=(Education(level="本科"),),
        work=(WorkSpell(begun_on=date(2024, 1, 1), occupation="儿科护士"),),
        certificates=(),
    )

    found = assess(person, answers[_NURSE], ON)

    assert (found.verdict, found.earliest_date) == (Verdict.DOES_NOT_MATCH, None)


def test_printed_none_is_told_apart_from_a_demand(answers: Answers) -> None:
    found = assess(Person(nationality="法国"), answers["shanghai-foreign:集成电路:12"], ON)

    assert found.none_stated == ("education", "experience")


@pytest.mark.parametrize("post_id", ["dalian:卫生:4", "shanghai-foreign:金融:50"])
def test_every_finding_is_quoted_from_the_source(answers: Answers, post_id: str) -> None:
    found = assess(Person(), answers[post_id], ON)

    for each in found.findings:
        printed = "".join(each.demand.citation.quote.split())
        assert "".join(each.demand.quote.split()) in printed
