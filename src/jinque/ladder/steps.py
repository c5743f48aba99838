"""Rungs of the ladder for one person, and which of them decides.

Everything one rung demands, each demand judged and tied to its clause.

What a reader must know beside an answer: readings, open questions, rules that go with it.

Judges the occupation by the table, and the title's series where a skill level is asked for.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from jinque.criteria import Judgement, all_of, ask, judge, latest
from jinque.ladder.rules import Rulebook
from jinque.locale import Sentence, Words, say
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
from jinque.model.ladder import (
    BridgeRequest,
    BridgeStatus,
    CitedRule,
    Direction,
    Ladder,
    LadderRule,
    Remark,
    RuleKind,
    Step,
    TableRow,
)
from jinque.model.person import Fact, Finding, MissingFact, Outcome


def judge_table(book: Rulebook, request: BridgeRequest) -> tuple[str, Judgement]:
    """Return the identifier of the rule that decides, and the judgement.

    An occupation that the table does not list is undecided, by the note below the table: that is
    for a committee to settle, so no fact is missing.
    """
    table = book.ladder.table
    if not request.occupation:
        reason = say("occupation not said")
        missing = (ask(Fact.OCCUPATION),)
        return table.rule, Judgement(outcome=Outcome.UNKNOWN, reason=reason, missing=missing)
    row = book.row(request.occupation)
    if row is None:
        reason = say(
            "the table does not list “{occupation}”; the review committee decides",
            occupation=request.occupation,
        )
        return table.note_rule, Judgement(outcome=Outcome.UNKNOWN, reason=reason)
    if request.direction is Direction.TITLE_TO_SKILL:
        return table.rule, _judge_series(book, request, row)
    return table.rule, Judgement(outcome=Outcome.MET, reason=_listed(row))


def _judge_series(book: Rulebook, request: BridgeRequest, row: TableRow) -> Judgement:
    names = book.ladder.table.series_names
    titles = request.person.titles or ()
    given = [names.get(title.series, title.series) for title in titles if title.series]
    listed = _listed(row)
    if {series.name for series in row.series} & {*given}:
        return Judgement(outcome=Outcome.MET, reason=listed)
    if len(given) < len(titles) or not titles:
        reason = say("{listed}; series of the title not said", listed=listed)
        missing = (ask(Fact.TITLE_SERIES),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=reason, missing=missing)
    reason = say(
        "{listed}; the title is of another series ({given}), and whether that bars is not stated",
        listed=listed,
        given="、".join(given),
    )
    return Judgement(outcome=Outcome.UNKNOWN, reason=reason)


def _listed(row: TableRow) -> Sentence:
    return say(
        "no. {serial} of the table, {name}: {printed}",
        serial=str(row.serial),
        name=row.name,
        printed=row.printed,
    )


PLACE_CLAUSE = "发文地区"
_NOT_STATED = say("whether this binds here too is not stated; ask the authority")


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


_BESIDE = (
    RuleKind.GENERAL_CONDITION,
    RuleKind.DIRECT,
    RuleKind.EVALUATION,
    RuleKind.CHANNEL,
    RuleKind.EXEMPTION,
    RuleKind.TREATMENT,
    RuleKind.SANCTION,
)


def row_remarks(book: Rulebook, row: TableRow) -> Iterator[Remark]:
    """Say what the table leaves open of an occupation's series."""
    table = book.ladder.table
    rule = book.cited[table.rule]
    if len(row.series) > 1:
        words = say(
            "no. {serial} says “{printed}”; which of them to choose is not stated",
            serial=str(row.serial),
            printed=row.printed,
        )
        yield Remark(code="series_choice", words=words, rule=rule)
    for series in row.series:
        if series.speciality:
            words = say(
                "series {name}; “{speciality}” in brackets is its speciality",
                name=series.name,
                speciality=series.speciality,
            )
            yield Remark(code="series_speciality", words=words, rule=rule)
    yield from _series_in_text(book, row)


def _series_in_text(book: Rulebook, row: TableRow) -> Iterator[Remark]:
    """Report a series that the text names otherwise or not at all."""
    table = book.ladder.table
    listed = book.ladder.rule(table.series_rule)
    cited = book.cited[table.series_rule]
    printed = {table.series_names.get(name, name): name for name in listed.listed}
    for series in row.series:
        if series.name not in printed:
            words = say(
                "the text does not name the series {name}; only the table does", name=series.name
            )
            yield Remark(code="series_not_in_text", words=words, rule=cited)
        elif printed[series.name] != series.name:
            words = say(
                "the text says {printed}, the table {name}",
                printed=printed[series.name],
                name=series.name,
            )
            yield Remark(code="series_named_otherwise", words=words, rule=cited)


def unlisted_remark(book: Rulebook) -> Remark:
    """Quote the note on what the table does not list: not listed is not barred."""
    rule = book.cited[book.ladder.table.note_rule]
    words = say("not to be listed is not to be barred")
    return Remark(code="not_listed", words=words, rule=rule)


def reading_remarks(book: Rulebook, steps: Iterable[Step]) -> Iterator[Remark]:
    """Tell how each rule behind some steps was read, where its words leave a doubt."""
    used = dict.fromkeys(
        identifier
        for step in steps
        for identifier in (step.rule.id, *(finding.rule for finding in step.findings))
        if identifier
    )
    for rule in map(book.cited.__getitem__, used):
        if rule.note:
            yield Remark(code="reading", words=rule.note, rule=rule)


def date_remark(book: Rulebook, request: BridgeRequest) -> Iterator[Remark]:
    """Warn on a day on which the rules do not hold, or by one reading only."""
    start = book.ladder.commencement
    if request.on < start.effective_from:
        words = say(
            "the rules hold from {effective_from} and not yet on {on}",
            effective_from=start.effective_from,
            on=request.on,
        )
        yield Remark(code="not_in_force", words=words, rule=book.cited[start.rule])
    if start.alternative_from and start.effective_from <= request.on < start.alternative_from:
        reading, rule = start.alternative or start.basis, book.cited[start.rule]
        yield Remark(code="effective_date", words=reading, rule=rule)


def rule_remarks(book: Rulebook, request: BridgeRequest) -> Iterator[Remark]:
    """Tell the rules that go with an answer in this direction, without those that do not apply."""
    levels = {skill.level for skill in request.person.skills or ()}
    for rule, cited in book.of_kind(*_BESIDE):
        if request.direction in rule.concerns and _is_for(rule, levels):
            remark = _rule_remark(rule, cited, request)
            if remark.outcome is not Outcome.NOT_MET:
                yield remark


def _is_for(rule: LadderRule, levels: set[str]) -> bool:
    """Tell whether the rule is for everyone, or for one of the levels."""
    meant = {*rule.from_levels, *(skill for skill, _ in rule.pairs)}
    return not meant or not meant.isdisjoint(levels)


def _rule_remark(rule: LadderRule, cited: CitedRule, request: BridgeRequest) -> Remark:
    words = Words(zh=rule.quote, en=rule.english)
    if rule.criterion is None:
        return Remark(code=rule.kind, words=words, rule=cited)
    judged = judge(rule.criterion, request.person, request.on)
    return Remark(
        code=rule.kind,
        words=words,
        rule=cited,
        outcome=judged.outcome,
        missing=judged.missing,
    )


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
