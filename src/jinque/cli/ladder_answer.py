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
from jinque.locale import Sentence, clauses, say
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
    Outcome.MET: say("met"),
    Outcome.NOT_MET: say("not met"),
    Outcome.UNKNOWN: say("unknown"),
}


def answer_fields(session: Session, answer: BridgeAnswer) -> list[tuple[str, str]]:
    """Return labels and values; what an answer does not have is left out."""
    is_title = answer.request.direction is Direction.SKILL_TO_TITLE
    level = session.say_in("ladder", "Title") if is_title else session.say("Skill level")
    step, row = answer.step, answer.row
    fields = [
        (session.say("Occupation"), row.name if row else answer.request.occupation or ""),
        (session.say("Title series"), _series(session, row) if row else ""),
        (session.say("Like it"), _near(session, answer)),
        (level, step.to_level if step else ""),
        (session.say("Rule"), lines_of_rule(session, step.rule) if step else ""),
        (session.say("Next"), _state(session, answer.next_step)),
        (session.say("Next skill level"), _state(session, answer.promotion)),
        (session.say("As of"), answer.request.on.isoformat()),
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
    number = session.say("no. {serial} of the table", serial=str(row.serial))
    return f"{session.say(' or ').join(names)}（{number}）"


def _near(session: Session, answer: BridgeAnswer) -> str:
    return session.of(
        clauses(
            say(
                "{name} (no. {serial}, {reason})",
                name=near.name,
                serial=str(near.serial),
                reason=near.reason,
            )
            for near in answer.near
        )
    )


def _state(session: Session, step: Step | None) -> str:
    """Return a rung with its status, its earliest day, and else what stands against it."""
    if step is None:
        return ""
    status = session.of(api.STATUS_NAMES[step.status])
    state = f"{step.to_level}  {status}"
    if step.earliest_date:
        return state + session.say(", on {earliest_date}", earliest_date=step.earliest_date)
    if step.status is BridgeStatus.NOT_YET:
        short = [each.reason for each in step.findings if each.outcome is Outcome.NOT_MET]
        return session.say("{state}: {short}", state=state, short=clauses(short))
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
        _title(screen, say("Conditions"), session)
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
    _title(screen, say("Source"), session)
    name = "".join(filter(None, (document.document_number, document.title)))
    _paragraph(screen, f"{name}（{document.edition_id}）")
    day = document.effective_from
    since = session.say("in force since {day}: ", day=day)
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
        _title(screen, say("Direct routes by award"), session)
    for step in routes:
        _paragraph(screen, route(session, step))
        _print_findings(session, screen, step.findings)


def _print_missing(session: Session, screen: Console, missing: Sequence[MissingFact]) -> None:
    if missing:
        _title(screen, say("To be asked"), session)
    questions = [session.of(fact.question) for fact in missing]
    show_side_by_side(screen, [(f"{n}.", each) for n, each in enumerate(questions, start=1)])


def _print_remarks(session: Session, screen: Console, remarks: Sequence[Remark]) -> None:
    if remarks:
        _title(screen, say("Note besides"), session)
    show_side_by_side(
        screen,
        [
            ("·", session.of(each.words) + (f"（{each.rule.clause}）" if each.rule else ""))
            for each in remarks
        ],
    )


def _paragraph(screen: Console, text: str, style: str = "", indent: int = 2) -> None:
    screen.print(Padding(plain(text, style), (0, 0, 0, indent)))


def _title(screen: Console, title: Sentence, session: Session) -> None:
    screen.print()
    screen.print(plain(session.of(title), "bold underline"))


_LISTED = {
    Outcome.MET: say("listed"),
    Outcome.UNKNOWN: say("not listed; ask the authority"),
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
        "{n} rules, a table of {mappings} occupations", n=len(rules), mappings=mappings
    )
    screen.print(plain(counts, "bold"))
    screen.print()
    headings = (
        session.say("Id"),
        session.say("Clause"),
        session.say("Words"),
    )
    show_table(screen, headings, [(rule.id, rule.clause, rule.quote) for rule in rules])
    print_document(session, screen, document)


def print_exam(session: Session, screen: Console, answer: ExamAnswer) -> None:
    """Print as what education a class counts, for what only, and the other classes."""
    found = answer.equivalence
    headline = session.say(
        "Graduates of {graduate_of} count as {counts_as}",
        graduate_of=found.graduate_of,
        counts_as=found.counts_as,
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
    stop = session.say(" (the list is open)")
    exam = f"{answer.exam}  {session.of(_LISTED[answer.is_listed])}" if answer.exam else ""
    return [
        (session.say("Only for"), answer.equivalence.only_for),
        (session.say("Listed"), "、".join(answer.listed) + stop),
        (session.say("Asked for"), exam),
        (session.say("Other classes"), others),
    ]
