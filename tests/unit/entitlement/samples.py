"""A small made-up rule file to bend."""

from datetime import date

from jinque.entitlement.check import check_rules
from jinque.entitlement.days import WorkingDays
from jinque.entitlement.evaluate import Evaluator
from jinque.model.entitlement.rules import RuleFault, RuleSet
from jinque.parameters.entitlement.calendar import load_calendar
from jinque.parameters.entitlement.reading import read_rule_set

HEAD = """
id: jia
name: 甲市认定
place: 甲市
force: synthetic
effective_from: 2026-01-01
sources: [{title: 甲市办法, trust: synthetic}]
lines:
"""
DAYS = WorkingDays(load_calendar())
ON = date(2026, 6, 1)


def read(*lines: str, head: str = HEAD) -> tuple[RuleSet | None, tuple[RuleFault, ...]]:
    """Read a file of some lines, given without id and citation."""
    written = "".join(
        f"  - {{id: L{number}, clause: 第{number}条, quote: '{number}', {line}}}\n"
        for number, line in enumerate(lines, 1)
    )
    return read_rule_set(head + written, where="甲.yaml")


def rules(*lines: str, head: str = HEAD) -> RuleSet:
    """Return the set of some lines."""
    found, faults = read(*lines, head=head)
    assert found, faults
    return found


def codes(*lines: str, head: str = HEAD) -> set[str]:
    """Return the codes of all faults of some lines, those of the period left out."""
    found, faults = read(*lines, head=head)
    every = [*faults, *(check_rules(found, "甲.yaml") if found else ())]
    return {each.code for each in every if each.is_error}


def evaluator(*lines: str) -> Evaluator:
    """Return an evaluator of some lines."""
    return Evaluator(rules(*lines), ON, DAYS)
