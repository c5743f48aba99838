"""The bridge's cases: who may apply for what, when, and by which clause."""

import pytest

from jinque.ladder import Rulebook, answer, open_rulebook
from jinque.model.ladder import BridgeAnswer
from jinque.model.person import Outcome
from jinque.parameters import load_ladders
from tests.cases.bridge_cases import NONE, BridgeCase, read_cases
from tests.golden.conftest import read_corpus
from tests.said import zh

CASES = read_cases()


@pytest.fixture(scope="module")
def books() -> list[Rulebook]:
    editions = {name: reading.edition for name, reading in read_corpus().items()}
    return [open_rulebook(ladder, editions[ladder.edition_id]) for ladder in load_ladders()]


def test_there_are_cases_enough_and_no_two_of_one_name() -> None:
    assert len(CASES) >= 40
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(books: list[Rulebook], case: BridgeCase) -> None:
    said = answer(books, case.request)

    assert case.status is said.status, zh(said.headline)
    _compare_step(case, said)
    _compare_beside(case, said)


def _compare_step(case: BridgeCase, said: BridgeAnswer) -> None:
    step = said.step
    assert case.level == (step.to_level if step else None)
    if step is None:
        return
    assert (case.step_status or case.status) is step.status
    assert case.clause in (None, step.rule.clause)
    if case.deciding is not None:
        short = {finding.clause for finding in step.findings if finding.outcome is Outcome.NOT_MET}
        undecided = {f.clause for f in step.findings if f.outcome is Outcome.UNKNOWN}
        assert case.deciding == (short or undecided)
    if case.earliest is not None:
        assert (None if case.earliest == NONE else case.earliest) == step.earliest_date
    else:
        assert step.earliest_date is None


def _compare_beside(case: BridgeCase, said: BridgeAnswer) -> None:
    if case.missing is not None:
        assert case.missing == [fact.fact for fact in said.missing]
    if case.series is not None:
        assert said.row
        assert case.series == said.row.printed
    if case.next_level is not None:
        assert said.next_step
        assert case.next_level == said.next_step.to_level
        assert case.next_earliest == said.next_step.earliest_date
    if case.promotion is not None:
        assert said.promotion
        assert case.promotion == said.promotion.to_level
        assert case.promotion_earliest == said.promotion.earliest_date
    assert case.remarks <= {remark.code for remark in said.remarks}
    assert case.near == [near.name for near in said.near][: len(case.near)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_answer_says_what_it_is_not_and_cites_every_finding(
    books: list[Rulebook], case: BridgeCase
) -> None:
    said = answer(books, case.request)

    assert "不等于取得" in zh(said.notice)
    assert "受理机" in zh(said.notice)
    for step in (*said.steps, *said.direct):
        assert step.rule.citation.quote
        assert all(finding.clause and finding.citation.quote for finding in step.findings)
