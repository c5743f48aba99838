"""Rungs of the ladder for one person, and which of them decides."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from jinque.bridge.conditions import find_all
from jinque.bridge.rulebook import Rulebook
from jinque.criteria import all_of, latest
from jinque.model.bridge import BridgeRequest, BridgeStatus, Step
from jinque.model.criterion import Open
from jinque.model.fact import Fact, MissingFact
from jinque.model.finding import Finding, Outcome
from jinque.model.rule import Direction, LadderRule, RuleKind

_FIRST = (Fact.PLACE, Fact.OCCUPATION, Fact.SKILLS, Fact.TITLES)
_ORDER = list(Fact)
_RUNGS = {
    Direction.SKILL_TO_TITLE: RuleKind.SKILL_TO_TITLE,
    Direction.TITLE_TO_SKILL: RuleKind.TITLE_TO_SKILL,
}
_RANKS = {
    BridgeStatus.MAY_APPLY: 0,
    BridgeStatus.FACTS_MISSING: 1,
    BridgeStatus.NOT_LISTED: 1,
    BridgeStatus.NOT_YET: 2,
}


def climb(book: Rulebook, rule: LadderRule, request: BridgeRequest) -> Step:
    """Judge one rung; the rule names the level to which it leads."""
    findings = find_all(book, rule, request)
    outcome = all_of(finding.outcome for finding in findings)
    short = [finding for finding in findings if finding.outcome is Outcome.NOT_MET]
    earliest = latest(finding.earliest_date for finding in short)
    is_hopeless = bool(short) and earliest is None
    return Step(
        rule=book.cited[rule.id],
        from_levels=(rule.award,) if rule.award else rule.from_levels,
        to_level=rule.to_level or "",
        status=_status(book, request, outcome),
        outcome=outcome,
        findings=findings,
        earliest_date=earliest,
        missing=() if is_hopeless else rank_missing(findings),
    )


def _status(book: Rulebook, request: BridgeRequest, outcome: Outcome) -> BridgeStatus:
    if outcome is Outcome.NOT_MET:
        return BridgeStatus.NOT_YET
    if request.occupation and not book.row(request.occupation):
        return BridgeStatus.NOT_LISTED
    return BridgeStatus.MAY_APPLY if outcome is Outcome.MET else BridgeStatus.FACTS_MISSING


def rank_missing(findings: Sequence[Finding]) -> tuple[MissingFact, ...]:
    """Return what the question itself lacks, then facts by how many findings want them."""
    wanted = Counter(fact for finding in findings for fact in finding.missing)
    return tuple(
        sorted(
            wanted,
            key=lambda each: (
                _FIRST.index(each.fact) if each.fact in _FIRST else len(_FIRST),
                -wanted[each],
                _ORDER.index(each.fact),
            ),
        )
    )


def rungs(book: Rulebook, request: BridgeRequest) -> tuple[Step, ...]:
    """Return every rung in the direction asked for, in the order of the document."""
    rules = book.ladder.of_kind(_RUNGS[request.direction])
    return tuple(climb(book, rule, request) for rule in rules)


def promotion(book: Rulebook, request: BridgeRequest) -> Step | None:
    """Return the step to the next skill level; None where no level is named or none is above."""
    order = book.ladder.skill_levels
    named = [skill.level for skill in request.person.skills or () if skill.level in order]
    rules = book.ladder.of_kind(RuleKind.SKILL_PROMOTION)
    if not named or not rules or order[-1] in named:
        return None
    highest = max(named, key=order.index)
    above = order[order.index(highest) + 1]
    return climb(book, replace(rules[0], from_levels=(highest,), to_level=above), request)


def deciding(
    steps: Iterable[Step], levels_named: Sequence[str], order: Sequence[str]
) -> Step | None:
    """Return the best rung of those whose level is named or whose award is held.

    A rung that is only open in principle decides nothing. Better is: may apply; then nothing
    against it; then the earlier date; then the higher level.

    Args:
        steps: rungs and direct routes.
        levels_named: levels that the person names.
        order: levels to which the steps lead, lowest first.
    """
    found = [step for step in steps if _is_reached(step, levels_named)]
    return min(
        found,
        key=lambda step: (
            _RANKS[step.status],
            step.earliest_date or (date.max if step.status is BridgeStatus.NOT_YET else date.min),
            -order.index(step.to_level),
        ),
        default=None,
    )


def _is_reached(step: Step, levels_named: Sequence[str]) -> bool:
    is_open = any(
        finding.kind == Open.kind
        and finding.rule == step.rule.id
        and finding.outcome is not Outcome.MET
        for finding in step.findings
    )
    is_direct = step.rule.kind is RuleKind.DIRECT
    return is_direct or (not is_open and not {*step.from_levels}.isdisjoint(levels_named))
