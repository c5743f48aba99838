"""Cases of a rule set as a civil servant writes them, and what came of running them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jinque.model.entitlement.answer import Applicant
from jinque.model.entitlement.rules import RuleFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case.

    Attributes:
        on: the day asked about.
        group: people of one employer, for the ranking; empty for a case of one person.
        expected: what is expected of each thing, in words: `认定` -> `符合`.
        line: of the file, counted from 1; None where it is not known.
    """

    name: str
    on: date
    applicant: Applicant
    group: tuple[Applicant, ...] = ()
    expected: Mapping[str, str]
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """The cases of one file, for one rule set."""

    rule_set: str
    cases: tuple[Case, ...]
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is not as a case expects."""

    what: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRun:
    """One case that was run."""

    rule_set: str
    file: str
    case: Case
    differences: tuple[Difference, ...]

    @property
    def passed(self) -> bool:
        """Whether everything is as expected."""
        return not self.differences


@dataclass(frozen=True, slots=True, kw_only=True)
class ConformanceReport:
    """What came of all cases of a folder.

    Attributes:
        faults: of rule files and case files that could not be read.
        unmatched: case files whose rule set is not there.
    """

    runs: tuple[CaseRun, ...]
    faults: tuple[RuleFault, ...] = ()
    unmatched: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every case passed and nothing was left unread."""
        is_read = not self.unmatched and not any(each.is_error for each in self.faults)
        return is_read and all(each.passed for each in self.runs)
