"""The cases that ship with the rule sets, written as a civil servant writes them."""

import pytest

from jinque.entitlement.cases import run_cases
from jinque.entitlement.days import WorkingDays
from jinque.model.entitlement.cases import CaseFile, CaseRun
from jinque.model.entitlement.rules import Force, Trust
from jinque.parameters.entitlement.shelf import joined, read_rule_folder, shipped_folder

_SHELF = joined([read_rule_folder(shipped_folder())])
_DAYS = WorkingDays(_SHELF.years)
_SETS = {each.id: each for each in _SHELF.sets}
_RUNS = [run for file in _SHELF.cases for run in run_cases(_SETS[file.rule_set], file, _DAYS)]


@pytest.mark.parametrize("run", _RUNS, ids=lambda run: f"{run.rule_set}-{run.case.line}")
def test_rules_come_to_what_the_case_expects(run: CaseRun) -> None:
    assert run.differences == (), run.case.name


@pytest.mark.parametrize("file", _SHELF.cases, ids=lambda file: file.rule_set)
def test_a_set_has_ten_cases_or_more(file: CaseFile) -> None:
    assert len(file.cases) >= 10


def test_every_set_has_cases() -> None:
    assert {each.id for each in _SHELF.sets} == {each.rule_set for each in _SHELF.cases}


def test_only_what_is_marked_ships() -> None:
    marks = {(each.force, each.trust is Trust.SYNTHETIC) for each in _SHELF.sets}

    assert marks <= {(Force.SYNTHETIC, True), (Force.ILLUSTRATION, False)}
