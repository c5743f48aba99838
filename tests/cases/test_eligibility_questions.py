"""The questions about eligibility that were answered by eye, asked of the program."""

import json
from typing import Any

import pytest

from jinque.api import Workspace, assess
from jinque.model.matching import Assessment, Verdict
from jinque.model.person import Outcome
from tests.cases.eligibility_cases import load, person_of
from tests.golden.conftest import TRUTH
from tests.said import zh

_TRUTH: dict[str, dict[str, Any]] = {
    question["id"]: question
    for question in json.loads((TRUTH / "questions.json").read_text(encoding="utf-8"))
}
_ASKED: list[dict[str, Any]] = load("questions")["例"]

# The verdict words of questions.json -> ours. What is "met except for what is missing" is not yet
# a match: the fact is asked for. What is not met may be met by time alone, if work goes on.
VERDICTS = {
    "hard_conditions_met": {Verdict.MATCHES},
    "hard_conditions_met_except_missing": {Verdict.INCOMPLETE},
    "not_met": {Verdict.DOES_NOT_MATCH, Verdict.NOT_YET},
}
# Their words for a condition -> kinds of our findings.
CONDITIONS = {
    "degree": {"education_level", "academic_degree"},
    "years": {"experience_years"},
    "management": {"management_years"},
    "language": {"language", "any_of"},
    "major": {"majors"},
    "certificate_or_title": {"any_of"},
    "experience_waived_for_postgraduate": {"years_by_degree"},
}


def _expected(asked: dict[str, Any]) -> dict[str, Any]:
    expected: dict[str, Any] = _TRUTH[asked["问"]]["expected"]
    rows = [part for part in expected.values() if isinstance(part, dict)]
    return next((part for part in rows if part["row"] == asked["行"]), expected)


def _said(workspace: Workspace, asked: dict[str, Any]) -> Assessment:
    return assess(workspace, person_of(asked["人"]), asked["岗"], asked["日"])


def _kinds(said: Assessment, outcome: Outcome) -> set[str]:
    return {each.demand.criterion.kind for each in said.findings if each.bearing is outcome}


def test_every_question_about_eligibility_is_asked_of_each_of_its_rows() -> None:
    wanted = {
        (name, row)
        for name, question in _TRUTH.items()
        if question["kind"] == "eligibility"
        for row in question["seed_rows"]
    }

    assert wanted == {(asked["问"], asked["行"]) for asked in _ASKED}


@pytest.mark.parametrize("asked", _ASKED, ids=lambda asked: f"{asked['问']}-{asked['行']}")
def test_question_is_answered_as_by_eye(workspace: Workspace, asked: dict[str, Any]) -> None:
    expected = _expected(asked)

    said = _said(workspace, asked)

    assert said.verdict in VERDICTS[expected["verdict"]]
    for name in expected.get("failed", ()):
        assert CONDITIONS[name] & _kinds(said, Outcome.NOT_MET)
    for name in expected.get("met", ()):
        assert CONDITIONS[name] & _kinds(said, Outcome.MET)


@pytest.mark.parametrize("asked", _ASKED, ids=lambda asked: f"{asked['问']}-{asked['行']}")
def test_clauses_of_the_answer_are_quoted(workspace: Workspace, asked: dict[str, Any]) -> None:
    said = _said(workspace, asked)
    clauses = [each.demand.clause for each in said.findings]
    quoted = "；".join([*clauses, *(issue.quote for issue in said.doubts)])

    for clause in _TRUTH[asked["问"]]["clauses"]:
        words = clause["text"].removeprefix("说明：").partition("；")[0].rstrip("。")
        assert words in quoted


def test_q41_is_short_of_one_year(workspace: Workspace) -> None:
    [asked] = [each for each in _ASKED if each["问"] == "Q41"]

    said = _said(workspace, asked)

    assert _expected(asked)["shortfall_years"] == 1
    assert "差 1 年" in zh(said.unmet[0].reason)


def test_q43_does_not_hide_that_the_note_may_reach_the_county(workspace: Workspace) -> None:
    [asked] = [each for each in _ASKED if each["行"] == "000-310"]

    said = _said(workspace, asked)

    assert "note_reach" in {issue.code for issue in said.doubts}
