"""Everything one rung demands, each demand judged and tied to its clause."""

from collections.abc import Iterator

from jinque.bridge.rulebook import Rulebook
from jinque.bridge.table_condition import judge_table
from jinque.criteria import Judgement, judge
from jinque.model import Words
from jinque.model.bridge import BridgeRequest
from jinque.model.cited_rule import CitedRule
from jinque.model.criterion import (
    Criterion,
    Evidence,
    HasAward,
    HeldFor,
    HoldsLevel,
    InPlace,
    LevelScale,
    NotBefore,
    Open,
    WorkedSince,
)
from jinque.model.finding import Finding
from jinque.model.ladder import Ladder
from jinque.model.rule import LadderRule, RuleKind

PLACE_CLAUSE = "发文地区"
_NOT_STATED = Words(
    zh="原文未载明这里是否也适用本条件，请问受理机关",
    en="whether this binds here too is not stated; ask the authority",
)


def find_all(book: Rulebook, rule: LadderRule, request: BridgeRequest) -> tuple[Finding, ...]:
    """Return a finding for each demand: place, day, conditions, the rule's own, limits."""
    return (place_finding(book, request), *_findings(book, rule, request))


def place_finding(book: Rulebook, request: BridgeRequest) -> Finding:
    """Judge whether the rules hold where the person works; they cite their publisher's place."""
    criterion = InPlace(names=book.ladder.places)
    judged = judge(criterion, request.person, request.on)
    cited = book.cited[book.ladder.commencement.rule]
    citation = book.edition.metadata.place.citation or cited.citation
    return Finding(
        kind=criterion.kind,
        outcome=judged.outcome,
        reason=judged.reason,
        rule="",
        clause=PLACE_CLAUSE,
        quote=citation.quote,
        citation=citation,
        missing=judged.missing,
        earliest_date=judged.earliest_date,
    )


def _findings(book: Rulebook, rule: LadderRule, request: BridgeRequest) -> Iterator[Finding]:
    for demanding, criterion in _demands(book.ladder, rule, request):
        if criterion is None:
            by, judged = judge_table(book, request)
            yield _finding(book.cited[by], "table", judged)
        else:
            judged = judge(criterion, request.person, request.on)
            yield _finding(book.cited[demanding.id], criterion.kind, judged)


def _demands(
    ladder: Ladder, rule: LadderRule, request: BridgeRequest
) -> Iterator[tuple[LadderRule, Criterion | None]]:
    """Yield each demand with the rule that makes it; None stands for the table."""
    start = ladder.commencement
    yield ladder.rule(start.rule), NotBefore(day=start.effective_from)
    for identifier in rule.conditions:
        condition = ladder.rule(identifier)
        yield condition, None if identifier == ladder.table.rule else _demand(condition)
    for identifier in rule.open_conditions:
        condition = ladder.rule(identifier)
        yield condition, Open(part=_demand(condition), reason=_NOT_STATED)
    for criterion in _own(ladder, rule):
        yield rule, criterion
    for limit in ladder.of_kind(RuleKind.LIMIT):
        if request.direction in limit.concerns:
            yield limit, _demand(limit)


def _demand(rule: LadderRule) -> Criterion:
    """Return the rule's criterion; a rule that has only words is left to people."""
    return rule.criterion or Evidence(words=Words(zh=rule.quote, en=rule.english))


def _own(ladder: Ladder, rule: LadderRule) -> Iterator[Criterion]:
    levels, years = rule.from_levels, rule.years
    if rule.award:
        yield HasAward(names=(rule.award, *rule.names))
    if levels:
        is_title = rule.kind is RuleKind.TITLE_TO_SKILL
        scale = LevelScale.TITLE if is_title else LevelScale.SKILL
        order = ladder.title_order if is_title else ladder.skill_order
        yield HoldsLevel(scale=scale, levels=levels, order=order)
        if years and rule.kind is RuleKind.SKILL_PROMOTION:
            yield HeldFor(scale=scale, levels=levels, order=order, years=years)
        elif years:
            yield WorkedSince(scale=scale, levels=levels, order=order, years=years)
    if rule.criterion:
        yield rule.criterion


def _finding(cited: CitedRule, kind: str, judged: Judgement) -> Finding:
    return Finding(
        kind=kind,
        outcome=judged.outcome,
        reason=judged.reason,
        rule=cited.id,
        clause=cited.clause,
        quote=cited.quote,
        citation=cited.citation,
        missing=judged.missing,
        earliest_date=judged.earliest_date,
    )
