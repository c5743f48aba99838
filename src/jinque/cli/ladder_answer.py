"""The answer of the ladder on a terminal: status first, then why, what is missing, the source.

An answer of the ladder as labels and values.

The rules of a place on a terminal, and what a class of a technical school counts as.
"""

from collections.abc import Collection, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from jinque import api
from jinque.cli.call import Session
from jinque.cli.console import plain, show_fields, show_side_by_side, show_table
from jinque.cli.terminal import lines_of
from jinque.model import Words
from jinque.model.ladder import (
    BridgeAnswer,
    BridgeStatus,
    CitedRule,
    Direction,
    ExamAnswer,
    Remark,
    RulesInForce,
    Step,
    TableRow,
)
from jinque.model.person import Finding, MissingFact, Outcome

OUTCOMES = {
    Outcome.MET: Words(zh="符合", en="met"),
    Outcome.NOT_MET: Words(zh="不符合", en="not met"),
    Outcome.UNKNOWN: Words(zh="未知", en="unknown"),
}


def answer_fields(session: Session, answer: BridgeAnswer) -> list[tuple[str, str]]:
    """Return labels and values; what an answer does not have is left out."""
    is_title = answer.request.direction is Direction.SKILL_TO_TITLE
    level = session.say("职称级别", "Title") if is_title else session.say("技能等级", "Skill level")
    step, row = answer.step, answer.row
    fields = [
        (session.say("职业", "Occupation"), row.name if row else answer.request.occupation or ""),
        (session.say("职称系列", "Title series"), _series(session, row) if row else ""),
        (session.say("名称相近", "Like it"), _near(session, answer)),
        (level, step.to_level if step else ""),
        (session.say("依据", "Rule"), lines_of_rule(session, step.rule) if step else ""),
        (session.say("下一级", "Next"), _state(session, answer.next_step)),
        (session.say("技能晋级", "Next skill level"), _state(session, answer.promotion)),
        (session.say("截至", "As of"), answer.request.on.isoformat()),
    ]
    return [field for field in fields if field[1]]


def route(session: Session, step: Step) -> str:
    """Return a route that an award opens, in one line."""
    return f"{'、'.join(step.from_levels)} → {_state(session, step)}"


def lines_of_rule(session: Session, rule: CitedRule) -> str:
    """Return a rule's clause, its words and their lines in the source."""
    span = rule.citation.span
    return f"{rule.clause}  “{rule.quote}”  {lines_of(session, span.line_start, span.line_end)}"


def _series(session: Session, row: TableRow) -> str:
    names = [
        f"{one.name}（{one.speciality}）" if one.speciality else one.name for one in row.series
    ]
    number = session.say(f"对应关系表第{row.serial}号", f"no. {row.serial} of the table")
    return f"{session.say(' 或 ', ' or ').join(names)}（{number}）"


def _near(session: Session, answer: BridgeAnswer) -> str:
    stop = session.say("；", "; ")
    return stop.join(
        f"{near.name}（{near.serial}，{session.of(near.reason)}）" for near in answer.near
    )


def _state(session: Session, step: Step | None) -> str:
    """Return a rung with its status, its earliest day, and else what stands against it."""
    if step is None:
        return ""
    status = session.of(api.STATUS_NAMES[step.status])
    state = f"{step.to_level}  {status}"
    if step.earliest_date:
        return state + session.say(f"，最早 {step.earliest_date}", f", on {step.earliest_date}")
    if step.status is BridgeStatus.NOT_YET:
        short = [each.reason for each in step.findings if each.outcome is Outcome.NOT_MET]
        return f"{state}：{session.say('；', '; ').join(map(session.of, short))}"
    return state


_STATUS_STYLES = {
    BridgeStatus.MAY_APPLY: "bold green",
    BridgeStatus.NOT_YET: "bold red",
    BridgeStatus.NOT_LISTED: "bold yellow",
    BridgeStatus.FACTS_MISSING: "bold yellow",
    BridgeStatus.NOT_APPLICABLE: "bold",
}
_OUTCOME_STYLES = {Outcome.MET: "green", Outcome.NOT_MET: "red", Outcome.UNKNOWN: "yellow"}


def print_answer(session: Session, screen: Console, answer: BridgeAnswer) -> None:
    """Print the answer to one question."""
    status = session.of(api.STATUS_NAMES[answer.status])
    screen.print(plain(status, _STATUS_STYLES[answer.status]))
    screen.print(plain(session.of(answer.headline)))
    show_fields(screen, answer_fields(session, answer))
    if answer.step:
        _title(screen, Words(zh="条件", en="Conditions"), session)
        _print_findings(session, screen, answer.step.findings)
    _print_routes(session, screen, answer.direct)
    _print_missing(session, screen, answer.missing)
    _print_remarks(session, screen, answer.remarks)
    if answer.document:
        print_document(session, screen, answer.document)
    screen.print()
    screen.print(plain(session.of(answer.notice), "bold"))


def print_document(session: Session, screen: Console, document: RulesInForce) -> None:
    """Print the document of the rules, from when it holds, and what gives way to it."""
    _title(screen, Words(zh="出处", en="Source"), session)
    name = "".join(filter(None, (document.document_number, document.title)))
    _paragraph(screen, f"{name}（{document.edition_id}）")
    day = document.effective_from
    since = session.say(f"{day}起施行：", f"in force since {day}: ")
    _paragraph(screen, since + session.of(document.basis))
    if document.alternative:
        _paragraph(screen, session.of(document.alternative))
    for older in document.supersedes:
        _paragraph(screen, f"{older.document_number}  {session.of(older.note)}")
    for rule in document.rules:
        _paragraph(screen, lines_of_rule(session, rule), "dim")


def _print_findings(session: Session, screen: Console, findings: Sequence[Finding]) -> None:
    """Print each condition: met, not met or unknown; why; and the words that demand it."""
    labels = [session.of(OUTCOMES[finding.outcome]) for finding in findings]
    values = [
        Text.assemble(
            plain(session.of(finding.reason), _OUTCOME_STYLES[finding.outcome]),
            plain(f"\n{finding.clause} “{finding.quote}”", "dim"),
        )
        for finding in findings
    ]
    show_side_by_side(screen, list(zip(labels, values, strict=True)))


def _print_routes(session: Session, screen: Console, routes: Sequence[Step]) -> None:
    if routes:
        _title(screen, Words(zh="奖项、称号直接申报", en="Direct routes by award"), session)
    for step in routes:
        _paragraph(screen, route(session, step))
        _print_findings(session, screen, step.findings)


def _print_missing(session: Session, screen: Console, missing: Sequence[MissingFact]) -> None:
    if missing:
        _title(screen, Words(zh="还须了解", en="To be asked"), session)
    questions = [session.of(fact.question) for fact in missing]
    show_side_by_side(screen, [(f"{n}.", each) for n, each in enumerate(questions, start=1)])


def _print_remarks(session: Session, screen: Console, remarks: Sequence[Remark]) -> None:
    if remarks:
        _title(screen, Words(zh="另请注意", en="Note besides"), session)
    show_side_by_side(
        screen,
        [
            ("·", session.of(each.words) + (f"（{each.rule.clause}）" if each.rule else ""))
            for each in remarks
        ],
    )


def _paragraph(screen: Console, text: str, style: str = "", indent: int = 2) -> None:
    screen.print(Padding(plain(text, style), (0, 0, 0, indent)))


def _title(screen: Console, title: Words, session: Session) -> None:
    screen.print()
    screen.print(plain(session.of(title), "bold underline"))


_LISTED = {
    Outcome.MET: Words(zh="列明", en="listed"),
    Outcome.UNKNOWN: Words(zh="未列明，请问受理机关", en="not listed; ask the authority"),
}


def print_rules(
    session: Session,
    screen: Console,
    rules: Collection[CitedRule],
    mappings: int,
    document: RulesInForce,
) -> None:
    """Print every rule with its clause and words, in the order of the document."""
    counts = session.say(
        f"{len(rules)} 条规则，对应关系表 {mappings} 个职业（工种）",
        f"{len(rules)} rules, a table of {mappings} occupations",
    )
    screen.print(plain(counts, "bold"))
    screen.print()
    headings = (
        session.say("编号", "Id"),
        session.say("条款", "Clause"),
        session.say("原文", "Words"),
    )
    show_table(screen, headings, [(rule.id, rule.clause, rule.quote) for rule in rules])
    print_document(session, screen, document)


def print_exam(session: Session, screen: Console, answer: ExamAnswer) -> None:
    """Print as what education a class counts, for what only, and the other classes."""
    found = answer.equivalence
    headline = session.say(
        f"{found.graduate_of}毕业生按相当于{found.counts_as}学历对待",
        f"Graduates of {found.graduate_of} count as {found.counts_as}",
    )
    screen.print(plain(headline, "bold"))
    show_fields(screen, [field for field in _exam_fields(session, answer) if field[1]])
    for rule in answer.rules:
        screen.print(Padding(plain(lines_of_rule(session, rule), "dim"), (0, 0, 0, 2)))
    print_document(session, screen, answer.document)
    screen.print()
    screen.print(plain(session.of(answer.notice), "bold"))


def _exam_fields(session: Session, answer: ExamAnswer) -> list[tuple[str, str]]:
    others = "；".join(f"{each.graduate_of} → {each.counts_as}" for each in answer.others)
    stop = session.say("（原文以“等”结尾）", " (the list is open)")
    exam = f"{answer.exam}  {session.of(_LISTED[answer.is_listed])}" if answer.exam else ""
    return [
        (session.say("只限", "Only for"), answer.equivalence.only_for),
        (session.say("所列考试", "Listed"), "、".join(answer.listed) + stop),
        (session.say("所问考试", "Asked for"), exam),
        (session.say("其他班级", "Other classes"), others),
    ]
