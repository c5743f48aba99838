"""What the skill–title bridge is asked and what it answers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jinque.model.cited_rule import CitedRule, RulesInForce
from jinque.model.fact import MissingFact
from jinque.model.finding import Finding, Outcome
from jinque.model.person import Person
from jinque.model.rule import Direction
from jinque.model.title_table import NearName, TableRow
from jinque.model.words import Words


class BridgeStatus(StrEnum):
    """What a person is told.

    Attributes:
        MAY_APPLY: 可申报: every condition is known and met.
        NOT_YET: 还不能: a condition is not met.
        NOT_LISTED: 未列明，由评委会确定: the table has no such occupation.
        FACTS_MISSING: 缺少事实: nothing known stands against it, but not all is known.
        NOT_APPLICABLE: 本规则不适用（地区）: no rules for the place are at hand.
    """

    MAY_APPLY = "may_apply"
    NOT_YET = "not_yet"
    NOT_LISTED = "not_listed"
    FACTS_MISSING = "facts_missing"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeRequest:
    """A question to the bridge.

    Attributes:
        direction: SKILL_TO_TITLE asks what title to apply for, TITLE_TO_SKILL what skill level.
        person: the facts as of `on`.
        occupation: as on the certificate, or of the present post when asking for a skill level;
            None when not given.
        on: the day asked about.
    """

    direction: Direction
    person: Person
    occupation: str | None = None
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung: what it takes, and how far the person is.

    Attributes:
        rule: the rule that allows it.
        from_levels: levels that it starts from; for a direct route the award.
        status: of this rung alone.
        outcome: of all findings together.
        findings: one for each condition, in the order of the document.
        earliest_date: with NOT_YET, the first day from which time alone no longer stands against
            it: work going on, later appraisals passed; None where something else is short.
        missing: facts that can still change it, the most useful first.
    """

    rule: CitedRule
    from_levels: tuple[str, ...]
    to_level: str
    status: BridgeStatus
    outcome: Outcome
    findings: tuple[Finding, ...]
    earliest_date: date | None
    missing: tuple[MissingFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a reader must know beside the answer.

    Attributes:
        code: stable name of what it is about, listed in docs/reference/ladder.md.
        words: what it means here.
        rule: the rule it rests on; None where nothing printed says it.
        outcome: whether it applies to the person; None where that does not depend on the person.
        missing: facts that would tell.
    """

    code: str
    words: Words
    rule: CitedRule | None
    outcome: Outcome | None = None
    missing: tuple[MissingFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeAnswer:
    """The answer to one question.

    Attributes:
        headline: the answer in one sentence.
        document: None when no rules for the place are at hand.
        row: None when the table does not list the occupation, or none was given.
        near: listed names to choose from when it does not.
        groups: rows that describe persons and may hold beside the occupation.
        step: the rung that decides: of those whose level is held the best one; None when no level
            is known.
        next_step: the rung above it; None at the top.
        steps: every rung, lowest first.
        direct: routes that an award opens, only for awards that the person names.
        promotion: the next skill level by the rule on further levels; None where it is not asked.
        missing: facts to ask for, the most useful first.
        notice: what the answer is not; to be shown wherever the answer is.
    """

    request: BridgeRequest
    status: BridgeStatus
    headline: Words
    document: RulesInForce | None
    row: TableRow | None = None
    near: tuple[NearName, ...] = ()
    groups: tuple[TableRow, ...] = ()
    step: Step | None = None
    next_step: Step | None = None
    steps: tuple[Step, ...] = ()
    direct: tuple[Step, ...] = ()
    promotion: Step | None = None
    remarks: tuple[Remark, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    notice: Words
