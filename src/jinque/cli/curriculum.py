"""`jinque curriculum`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.cli.teaching_parts import foreign_note, term_kind
from jinque.model.curriculum import CurriculumAnswer, CurriculumChoice, TermFinding

if TYPE_CHECKING:
    from rich.console import Console


def show_curriculum(
    session: Session, file: str, choice: CurriculumChoice, *, as_json: bool
) -> None:
    """Print which terms of some posts stand in a file; nothing of it is kept."""
    from jinque import api

    text = api.curriculum_file(Path(file))
    with opened(session) as workspace:
        answer = api.curriculum(workspace, text, choice)
    if as_json:
        write_json(api.teaching_dict(answer))
        return
    _print(session, answer, foreign=choice.foreign)


def _print(session: Session, answer: CurriculumAnswer, *, foreign: bool) -> None:
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    counts = (len(answer.posts), answer.characters, len(answer.found), len(answer.not_found))
    totals = session.say(
        "{} 个岗位，文本 {} 个字符：{} 项在文本中出现，{} 项文本中未出现。",
        "{} posts, {} characters of text: {} terms stand in it, {} do not.",
    )
    screen.print(plain(totals.format(*counts), "bold"))
    _print_findings(session, screen, session.say("文本中出现", "In the text"), answer.found)
    missing = session.say("文本中未出现", "Not in the text")
    _print_findings(session, screen, missing, answer.not_found)
    screen.print()
    literal = session.say(
        "只按字面查找：换个说法就查不到；“文本中未出现”不表示没有教。",
        "Words are looked for letter by letter; what is not found may be taught all the same.",
    )
    screen.print(plain(literal, "yellow"))
    if answer.left_out or foreign:
        screen.print(plain(foreign_note(session, answer.left_out, foreign=foreign), "yellow"))


def _print_findings(
    session: Session, screen: "Console", title: str, findings: Sequence[TermFinding]
) -> None:
    from jinque.cli.screen import plain, show_table

    screen.print()
    screen.print(plain(f"{title}（{len(findings)}）", "bold underline"))
    if not findings:
        return
    headings = (
        session.say("类别", "Kind"),
        session.say("岗位条文里的字样", "Printed in clauses"),
        session.say("岗位", "Posts"),
        session.say("文本原文；未出现的列所查字样", "In the text, or what was looked for"),
    )
    show_table(screen, headings, [_row(session, each) for each in findings])


def _row(session: Session, finding: TermFinding) -> tuple[str, ...]:
    term, quote = finding.term, finding.quote
    told = f"…{quote.before}【{quote.hit}】{quote.after}…" if quote else ""
    looked_for = "、".join(finding.looked_for)
    return (term_kind(session, term.kind), term.name, str(term.posts), told or looked_for)
