"""The answer of the ladder on a terminal: status first, then why, what is missing, the source."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from jinque import api
from jinque.cli.bridge_fields import OUTCOMES, answer_fields, lines_of_rule, route
from jinque.cli.screen import plain, show_fields, show_side_by_side
from jinque.cli.session import Session
from jinque.model import Words
from jinque.model.bridge import BridgeAnswer, BridgeStatus, Remark, Step
from jinque.model.cited_rule import RulesInForce
from jinque.model.fact import MissingFact
from jinque.model.finding import Finding, Outcome

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
