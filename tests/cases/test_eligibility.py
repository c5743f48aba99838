"""The cases of the self-check: who matches what, as of when, and by which printed words."""

from collections.abc import Iterable

import pytest

from jinque import api
from jinque.api import Workspace, assess
from jinque.model.matching import PostFinding
from tests.cases.eligibility_cases import Case, read_cases

CASES = read_cases()
_LEAST = 120


def test_there_are_cases_enough_of_all_catalogues_and_no_two_of_one_name() -> None:
    editions = {case.post_id.partition(":")[0] for case in CASES}

    assert len(CASES) >= _LEAST
    assert len({case.name for case in CASES}) == len(CASES)
    assert editions == {"dalian", "skilled-trades", "wenzhou-2020", "shanghai-foreign"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(workspace: Workspace, case: Case) -> None:
    said = assess(workspace, case.person, case.post_id, case.on)

    assert case.verdict is said.verdict
    assert case.earliest == said.earliest_date
    assert _are_quoted(case.deciding, said.unmet)
    assert case.to_judge is None or _are_quoted(case.to_judge, said.to_judge)
    assert case.missing in (None, {fact.fact for fact in said.missing})
    assert case.missing_count in (None, len(said.missing))
    assert case.none_stated in (None, list(said.none_stated))
    assert case.doubts <= {issue.code for issue in said.doubts}


@pytest.mark.parametrize("case", CASES[::10], ids=lambda case: case.name)
def test_every_finding_quotes_its_clause_and_cites_it(workspace: Workspace, case: Case) -> None:
    said = assess(workspace, case.person, case.post_id, case.on)

    told = api.to_json(said)

    assert "不是认定结论" in str(told["notice"])
    assert all(found.demand.quote for found in said.findings)
    assert all(found.demand.citation.quote for found in said.findings)


def _are_quoted(expected: list[str], found: Iterable[PostFinding]) -> bool:
    """Tell whether each finding is one of the expected, and each expected one is found."""
    quotes = [each.demand.quote for each in found]
    return len(quotes) == len(expected) and all(
        any(words in quote or quote in words for quote in quotes) for words in expected
    )
