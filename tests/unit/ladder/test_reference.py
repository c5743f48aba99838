"""The reference page names everything that an answer or a rule file may hold."""

import re
from pathlib import Path

import pytest

from jinque.ladder import STATUS_NAMES, Rulebook, answer
from jinque.model.ladder import (
    BridgeStatus,
    Commencement,
    Forwarding,
    Ladder,
    LadderRule,
    RuleKind,
    Superseding,
    TableReading,
)
from jinque.model.person import Fact
from tests.cases.bridge_cases import read_cases
from tests.said import zh

_PAGE = (Path(__file__).parents[3] / "docs/reference/ladder.md").read_text(encoding="utf-8")
_TABLE_NAMES = set(re.findall(r"`([a-z_]+)`", _PAGE))
_FIELDS = {
    name
    for kind in (Ladder, LadderRule, TableReading, Commencement, Superseding, Forwarding)
    for name in kind.__dataclass_fields__
}


@pytest.mark.parametrize(
    "names",
    [
        {*BridgeStatus},
        {*Fact},
        {*RuleKind},
        _FIELDS,
    ],
    ids=["statuses", "facts", "kinds of rule", "keys of a rule file"],
)
def test_every_name_is_documented(names: set[str]) -> None:
    assert {str(name) for name in names} - _TABLE_NAMES == set()


def test_every_status_bears_its_documented_chinese_name() -> None:
    for status, words in STATUS_NAMES.items():
        assert f"| `{status}` | {zh(words)} |" in _PAGE


def test_every_remark_that_the_cases_meet_is_documented(zhejiang: Rulebook) -> None:
    said = [answer([zhejiang], case.request) for case in read_cases()]

    met = {remark.code for each in said for remark in each.remarks}

    assert met <= _documented("| remark |")


def test_every_kind_of_finding_that_the_cases_meet_is_documented(zhejiang: Rulebook) -> None:
    said = [answer([zhejiang], case.request) for case in read_cases()]

    met = {f.kind for each in said for step in each.steps + each.direct for f in step.findings}

    assert met <= _documented("| kind of finding |")


def _documented(heading: str) -> set[str]:
    """List the names in the first column of the table that a heading begins."""
    table = _PAGE.split(heading)[1].split("\n\n")[0]
    return {name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row[:40])}
