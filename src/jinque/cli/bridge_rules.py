"""The rules of a place on a terminal, and what a class of a technical school counts as."""

from collections.abc import Collection

from rich.console import Console
from rich.padding import Padding

from jinque.cli.bridge_answer import print_document
from jinque.cli.bridge_fields import lines_of_rule
from jinque.cli.screen import plain, show_fields, show_table
from jinque.cli.session import Session
from jinque.model import Words
from jinque.model.cited_rule import CitedRule, RulesInForce
from jinque.model.exam import ExamAnswer
from jinque.model.finding import Outcome

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
