"""The questions about the bridge that were answered by eye, asked of the program."""

import json
from datetime import date
from typing import Any

import pytest
import yaml

from jinque.ladder import Rulebook, answer, exam_equivalence, open_rulebook, rules_in_force
from jinque.model.ladder import BridgeAnswer, BridgeRequest, BridgeStatus, CitedRule, Direction
from jinque.model.person import Outcome, Person
from jinque.parameters import load_ladders
from tests.cases.bridge_cases import DIRECTIONS, FOLDER, read_person
from tests.golden.conftest import TRUTH, read_corpus
from tests.said import zh

_TRUTH: dict[str, dict[str, Any]] = {
    question["id"]: question
    for question in json.loads((TRUTH / "questions.json").read_text(encoding="utf-8"))
}
_ASKED: dict[str, dict[str, Any]] = yaml.safe_load(
    (FOLDER / "bridge_questions.yaml").read_text(encoding="utf-8")
)["questions"]

# The verdict words of questions.json -> ours. "Eligible if what is missing is fine" is not yet an
# answer for the person: nothing stands against it, and the facts are asked for.
VERDICTS = {"eligible_if_missing_ok": BridgeStatus.FACTS_MISSING}
_ASKED_ELSEWHERE = {"Q49", "Q53", "Q55"}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    [ladder] = load_ladders()
    return open_rulebook(ladder, read_corpus()[ladder.edition_id].edition)


def _ask(book: Rulebook, identifier: str) -> BridgeAnswer:
    asked = _ASKED[identifier]
    return answer(
        [book],
        BridgeRequest(
            direction=DIRECTIONS[asked["求"]],
            person=read_person(asked["人"]),
            occupation=asked["职业"],
            on=asked["日"],
        ),
    )


def test_every_question_about_the_bridge_is_asked() -> None:
    bridge = {name for name, question in _TRUTH.items() if question["kind"] == "bridge"}

    assert bridge == {*_ASKED, *_ASKED_ELSEWHERE}


@pytest.mark.parametrize("identifier", _ASKED)
def test_question_is_answered_as_by_eye(book: Rulebook, identifier: str) -> None:
    expected = _TRUTH[identifier]["expected"]

    said = _ask(book, identifier)

    assert said.step
    assert said.row
    assert VERDICTS[expected["verdict"]] is said.status
    assert expected["clause"] == said.step.rule.clause
    assert expected.get("title", expected.get("level")) == said.step.to_level
    assert expected.get("occupation", said.row.name) == said.row.name
    assert expected.get("series") in (None, [series.name for series in said.row.series])
    assert _TRUTH[identifier]["seed_rows"] == [f"004-{said.row.serial}"]


@pytest.mark.parametrize("identifier", _ASKED)
def test_every_rule_of_the_answer_is_quoted(book: Rulebook, identifier: str) -> None:
    said = _ask(book, identifier)
    assert said.step
    quoted = {said.step.rule.id: said.step.rule.quote}
    quoted |= {finding.rule: finding.quote for finding in said.step.findings}
    quoted |= {remark.rule.id: remark.rule.quote for remark in said.remarks if remark.rule}

    for clause in _TRUTH[identifier]["clauses"]:
        assert clause["quote"] == quoted[clause["rule"]]


@pytest.mark.parametrize("identifier", _ASKED)
def test_every_missing_fact_is_asked_for(book: Rulebook, identifier: str) -> None:
    said = _ask(book, identifier)
    told = {fact.fact.value for fact in said.missing} | {remark.code for remark in said.remarks}
    names = _ASKED[identifier]["missing"]

    assert _TRUTH[identifier]["missing_facts"] == [*names]
    assert {*names.values()} <= told


def test_q45_and_q47_do_not_reach_a_level_too_high(book: Rulebook) -> None:
    higher = {step.to_level: step.status for step in _ask(book, "Q45").steps}
    highest = {step.to_level: step.status for step in _ask(book, "Q47").steps}

    assert higher["副高级"] is BridgeStatus.NOT_YET
    assert highest["正高级"] is BridgeStatus.NOT_YET


def test_q51_theory_test_is_spared_with_a_related_diploma(book: Rulebook) -> None:
    expected = _TRUTH["Q51"]["expected"]["theory_exempt_if"]

    [spared] = [remark for remark in _ask(book, "Q51").remarks if remark.code == "exemption"]

    assert spared.rule
    assert expected in spared.rule.quote.replace("对具有", "具有")
    assert spared.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(("medal", "title"), _TRUTH["Q49"]["expected"].items())
def test_q49_medals_open_direct_routes(book: Rulebook, medal: str, title: str) -> None:
    person = Person(place="浙江", awards=(f"世界技能大赛{medal}",))
    question = BridgeRequest(direction=Direction.SKILL_TO_TITLE, person=person, on=date(2026, 3, 1))

    [route] = answer([book], question).direct

    assert title == route.to_level
    assert _rule("Q49", route.rule)
    assert {finding.rule for finding in route.findings} >= {"R13"}


def test_q53_class_of_a_technical_school_counts_for_the_examination_only(book: Rulebook) -> None:
    expected = _TRUTH["Q53"]["expected"]

    said = exam_equivalence(book, school_class="高级工班", exam="会计专业人员职业资格考试")

    assert expected["counts_as"] == said.equivalence.counts_as
    assert expected["others"] == {
        each.graduate_of.removeprefix("技工院校"): each.counts_as for each in said.others
    }
    assert expected["exam_listed"] is (said.is_listed is Outcome.MET)
    assert all(_rule("Q53", rule) for rule in said.rules)
    assert "不等于取得该学历" in zh(said.notice)


def test_q53_examination_that_is_not_listed_is_open(book: Rulebook) -> None:
    said = exam_equivalence(book, school_class="技师班", exam="一级建造师")

    assert said.is_listed is Outcome.UNKNOWN
    assert said.equivalence.counts_as == "本科"


def test_q55_first_day_forwarding_and_older_rules(book: Rulebook) -> None:
    expected = _TRUTH["Q55"]["expected"]

    told = rules_in_force(book)
    [forwarded], [older] = told.forwarded_by, told.supersedes

    assert expected == {
        "issue_date": told.issued_on,
        "effective_date": told.effective_from.isoformat(),
        "forward_date": forwarded.issued_on.isoformat(),
        "old": older.document_number,
        "old_repealed": older.is_repealed,
    }
    assert all(_rule("Q55", rule) for rule in told.rules)
    assert "公布日期" in zh(told.basis)


def test_q07_row_of_an_occupation(book: Rulebook) -> None:
    expected = _TRUTH["Q07"]["expected"]

    row = book.row("电工")

    assert row
    assert expected == {
        "id": f"004-{row.serial}",
        "serial": row.serial,
        "name": row.name,
        "series": [series.name for series in row.series],
        "subspecialty": row.series[0].speciality,
    }


def _rule(identifier: str, rule: CitedRule) -> bool:
    """Tell whether the truth quotes the rule so."""
    clauses = {clause["rule"]: clause for clause in _TRUTH[identifier]["clauses"]}
    clause = clauses[rule.id]
    lines = range(rule.citation.span.line_start, rule.citation.span.line_end + 1)
    return bool(rule.quote == clause["quote"] and clause["line"] in lines)
