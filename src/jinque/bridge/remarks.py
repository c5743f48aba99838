"""What a reader must know beside an answer: readings, open questions, rules that go with it."""

from collections.abc import Iterable, Iterator

from jinque.bridge.rulebook import Rulebook
from jinque.criteria import judge
from jinque.model import Words
from jinque.model.bridge import BridgeRequest, Remark, Step
from jinque.model.cited_rule import CitedRule
from jinque.model.finding import Outcome
from jinque.model.rule import LadderRule, RuleKind
from jinque.model.title_table import TableRow

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
        words = Words(
            zh=f"对应关系表第{row.serial}号写“{row.printed}”，选哪一个系列原文没有规定",
            en=f"no. {row.serial} says “{row.printed}”; which of them to choose is not stated",
        )
        yield Remark(code="series_choice", words=words, rule=rule)
    for series in row.series:
        if series.speciality:
            words = Words(
                zh=f"“{series.name}”系列，括号内“{series.speciality}”读作专业方向",
                en=f"series {series.name}; “{series.speciality}” in brackets is its speciality",
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
            words = Words(
                zh=f"正文所列系列没有“{series.name}”，只见于对应关系表（正文以“等”结尾）",
                en=f"the text does not name the series {series.name}; only the table does",
            )
            yield Remark(code="series_not_in_text", words=words, rule=cited)
        elif printed[series.name] != series.name:
            words = Words(
                zh=f"正文写“{printed[series.name]}”系列，对应关系表写“{series.name}”",
                en=f"the text says {printed[series.name]}, the table {series.name}",
            )
            yield Remark(code="series_named_otherwise", words=words, rule=cited)


def unlisted_remark(book: Rulebook) -> Remark:
    """Quote the note on what the table does not list: not listed is not barred."""
    rule = book.cited[book.ladder.table.note_rule]
    words = Words(zh="未列明不等于不能申报", en="not to be listed is not to be barred")
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
        words = Words(
            zh=f"本规则自{start.effective_from}起施行，在{request.on}尚未施行",
            en=f"the rules hold from {start.effective_from} and not yet on {request.on}",
        )
        yield Remark(code="not_in_force", words=words, rule=book.cited[start.rule])
    if start.alternative_from and start.effective_from <= request.on < start.alternative_from:
        words, rule = start.alternative or start.basis, book.cited[start.rule]
        yield Remark(code="effective_date", words=words, rule=rule)


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
