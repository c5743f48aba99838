"""The 58 rules of the skill–title ladder, as verified by eye; each quote is in the source."""

import json
from typing import Any

import pytest

from jinque.extraction import Reading
from jinque.ladder import open_rulebook
from jinque.model.criterion import AppraisedYears, HoldsLevel
from jinque.model.ladder import Ladder, LadderRule, RuleKind
from jinque.parameters import load_ladders
from tests.golden.conftest import TRUTH, truth_rows
from tests.said import zh

_TRUTH = json.loads((TRUTH / "rules_004.json").read_text(encoding="utf-8"))
_RULES: list[dict[str, Any]] = _TRUTH["rules"]
_TABLE_CONDITION = "相关职业（工种）与申报系列按附件对应关系表对应"
_FROM = {"skill_to_title": "from_level", "title_to_skill": "from_title"}
_TO = {"skill_to_title": "to_title", "direct": "to_title", "title_to_skill": "to_level"}
_LISTED = ("series", "exams", "not_restricting")


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    [ladder] = [each for each in load_ladders() if each.id == "zhejiang-2022-77"]
    return ladder


def test_there_are_as_many_rules_as_in_the_truth(ladder: Ladder) -> None:
    assert len(_RULES) == 58
    assert [rule["id"] for rule in _RULES] == [rule.id for rule in ladder.rules]


@pytest.mark.parametrize("truth", _RULES, ids=lambda truth: truth["id"])
def test_rule_equals_the_truth_field_by_field(ladder: Ladder, truth: dict[str, Any]) -> None:
    actual = _as_truth(ladder, ladder.rule(truth["id"]))

    expected = {key: value for key, value in truth.items() if key != "conditions"}
    assert expected == {key: value for key, value in actual.items() if key in expected}
    assert [key for key, value in actual.items() if value and key not in truth] == []


@pytest.mark.parametrize(
    "truth", [rule for rule in _RULES if "conditions" in rule], ids=lambda truth: truth["id"]
)
def test_every_condition_of_the_truth_is_demanded(ladder: Ladder, truth: dict[str, Any]) -> None:
    rule = ladder.rule(truth["id"])
    words = [rule.quote, *(ladder.rule(identifier).quote for identifier in rule.conditions)]

    for condition in truth["conditions"]:
        if condition == _TABLE_CONDITION:
            assert ladder.table.rule in rule.conditions
        else:
            assert any(condition in each for each in words), condition


def test_a_rung_demands_no_condition_that_the_truth_lacks(ladder: Ladder) -> None:
    for truth in _RULES:
        if truth["kind"] == "skill_to_title":
            demanded = {*ladder.rule(truth["id"]).conditions}
            assert demanded == {"R02", "R03", "R04", "R07"}


@pytest.mark.parametrize("identifier", [rule["id"] for rule in _RULES])
def test_quote_stands_in_the_source(
    ladder: Ladder, readings: dict[str, Reading], texts: dict[str, str], identifier: str
) -> None:
    edition = readings["zhejiang-2022-77"].edition
    text = texts[edition.source_sha256]
    rule = ladder.rule(identifier)

    found = open_rulebook(ladder, edition).cited[identifier].citation

    raw = text[found.span.start : found.span.end]
    assert raw == found.quote
    assert rule.quote == "".join(raw.split())
    assert found.span.line_start == text.count("\n", 0, found.span.start) + 1
    assert found.span.line_end == text.count("\n", 0, found.span.end) + 1


def test_clause_of_every_quote_is_the_one_named(
    ladder: Ladder, readings: dict[str, Reading]
) -> None:
    clauses = readings["zhejiang-2022-77"].edition.clauses
    by_line = {clause.citation.span.line_start: clause for clause in clauses}
    cited = [rule for rule in ladder.rules if rule.id not in ("R19", "R43")]

    for rule in cited:
        clause = by_line[rule.line]
        assert rule.clause == clause.ref, rule.id
        assert rule.quote in clause.text, rule.id


def test_first_day_agrees_with_the_metadata_of_the_edition(
    ladder: Ladder, readings: dict[str, Reading]
) -> None:
    metadata = readings["zhejiang-2022-77"].edition.metadata

    assert metadata.effective_from.value == ladder.commencement.effective_from.isoformat()
    assert metadata.issued_on.value == ladder.commencement.counted_from.isoformat()
    assert str(ladder.commencement.alternative_from) in metadata.effective_from.basis_zh


def test_forwarding_and_superseded_documents_are_those_of_the_truth(ladder: Ladder) -> None:
    forward = _TRUTH["documents"]["forward"]
    [truth] = [rule for rule in _RULES if rule["kind"] == "supersedes"]

    [passed_on] = ladder.forwarded_by
    [older] = ladder.supersedes

    assert (forward["no"], forward["issuer"], forward["date"]) == (
        passed_on.document_number,
        passed_on.publisher,
        passed_on.issued_on.isoformat(),
    )
    assert (truth["old"], False) == (older.document_number, older.is_repealed)


def test_levels_are_those_of_the_truth(ladder: Ladder) -> None:
    assert _TRUTH["ladder_skill"] == [*ladder.skill_levels]
    assert _TRUTH["ladder_title"] == [*ladder.title_levels]


def test_every_row_of_the_table_has_its_series(
    ladder: Ladder, readings: dict[str, Reading]
) -> None:
    rows = open_rulebook(ladder, readings["zhejiang-2022-77"].edition).rows
    expected = [
        (row["serial"], row["name"], row["series"], row["series_raw"], row["subspecialty"])
        for row in truth_rows("zhejiang-2022-77")
    ]

    assert len(rows) == 883
    assert expected == [
        (
            row.serial,
            row.name,
            [series.name for series in row.series],
            row.printed,
            row.series[0].speciality,
        )
        for row in rows.values()
    ]


def test_one_row_describes_persons(ladder: Ladder, readings: dict[str, Reading]) -> None:
    rows = open_rulebook(ladder, readings["zhejiang-2022-77"].edition).rows.values()

    assert [row.serial for row in rows if row.is_group] == [883]


def _as_truth(ladder: Ladder, rule: LadderRule) -> dict[str, Any]:
    """Say a rule in the keys of the truth."""
    kind = rule.kind.value
    said: dict[str, Any] = {
        "id": rule.id,
        "kind": kind,
        "clause": rule.clause,
        "line": rule.line,
        "quote": rule.quote,
        "years": rule.years,
        "open_ended": rule.is_open_list,
        "award": rule.award,
        "graduate_of": rule.graduate_of,
        "counts_as": rule.counts_as,
        "only_for": rule.only_for,
        "exempts": rule.exempts,
        "pairs": [list(pair) for pair in rule.pairs],
    }
    if kind in _FROM:
        said[_FROM[kind]] = rule.from_printed or "|".join(rule.from_levels)
    if kind in _TO:
        said[_TO[kind]] = rule.to_level
    return said | _of_criterion(rule) | _of_text(rule) | _of_document(ladder, rule)


def _of_criterion(rule: LadderRule) -> dict[str, Any]:
    if isinstance(rule.criterion, HoldsLevel) and rule.kind is RuleKind.GENERAL_CONDITION:
        return {"minimum_level": rule.criterion.levels[0]}
    if isinstance(rule.criterion, AppraisedYears):
        return {"years": rule.criterion.years}
    return {}


def _of_text(rule: LadderRule) -> dict[str, Any]:
    """Say what the truth has under a key of its own; a note of ours alone is not compared."""
    [truth] = [each for each in _RULES if each["id"] == rule.id]
    said: dict[str, Any] = {key: list(rule.listed) for key in _LISTED if key in truth}
    if "note" in truth:
        said["note"] = zh(rule.note) if rule.note else ""
    return said


def _of_document(ladder: Ladder, rule: LadderRule) -> dict[str, Any]:
    olds = {older.rule: {"old": older.document_number} for older in ladder.supersedes}
    start = ladder.commencement
    if rule.id != start.rule:
        return olds.get(rule.id, {})
    return {
        "issue_date": start.counted_from.isoformat(),
        "effective_date": start.effective_from.isoformat(),
        "basis": zh(start.basis),
        "alternative_reading": zh(start.alternative) if start.alternative else "",
    }
