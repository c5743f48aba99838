"""`jinque criteria`: the printed requirements and the reading of them side by side."""

import sys
from typing import TYPE_CHECKING

from jinque.cli.issues import print_issue
from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.cli.wording import AUTHORITY, lines_of
from jinque.model import Words
from jinque.model.post_criteria import CriteriaAnswer, PostCriterion

if TYPE_CHECKING:
    from rich.console import Console

BLOCKS = {
    "scope": Words(zh="适用范围", en="Scope"),
    "education": Words(zh="学历", en="Education"),
    "experience": Words(zh="经历", en="Experience"),
    "ability": Words(zh="能力", en="Ability"),
    "other": Words(zh="其他", en="Other"),
    "note": Words(zh="章节说明", en="Note of the section"),
}


def show_criteria(session: Session, post_id: str, *, as_json: bool) -> None:
    """Print what a post demands, clause by clause."""
    from jinque import api

    with opened(session) as workspace:
        answer = api.post_criteria(workspace, post_id)
    if as_json:
        write_json(api.criteria_dict(answer))
        return
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    screen.print(plain(answer.post.name_printed, "bold"), plain(answer.post.id, "cyan"), sep="  ")
    _print_table(session, screen, answer)
    _print_unstated(session, screen, answer)
    for issue in answer.reading.issues:
        print_issue(session, screen, issue, indent=2)
    screen.print()
    screen.print(plain(session.of(AUTHORITY), "bold"))


def _print_table(session: Session, screen: "Console", answer: CriteriaAnswer) -> None:
    from jinque.cli.screen import show_table

    if not answer.reading.criteria:
        return
    headings = [
        session.say("栏", "Block"),
        session.say("原文所印", "As printed"),
        session.say("本软件的读法（推断）", "Our reading (derived)"),
        session.say("出处", "Lines"),
    ]
    screen.print()
    show_table(screen, headings, [_row(session, each) for each in answer.reading.criteria])


def _row(session: Session, each: PostCriterion) -> list[str]:
    from jinque import api

    span = each.citation.span
    return [
        session.of(BLOCKS[each.block]),
        each.quote,
        session.of(api.describe(each.criterion)),
        lines_of(session, span.line_start, span.line_end),
    ]


def _print_unstated(session: Session, screen: "Console", answer: CriteriaAnswer) -> None:
    """Tell "none" printed, a blank cell, and a catalogue that states nothing apart."""
    from jinque.cli.screen import plain

    reading = answer.reading
    for name in reading.none_stated:
        block = session.of(BLOCKS[name])
        said = f"{block}：原文印“无”，即无此项要求。"
        screen.print(plain(session.say(said, f"{block}: “none” is printed; nothing is asked.")))
    for name in reading.blank:
        block = session.of(BLOCKS[name])
        said = f"{block}：该格空白，原文未载明（不等于“无”）。"
        screen.print(plain(session.say(said, f"{block}: blank; not stated, which is not “none”.")))
    if not reading.states_requirements:
        said = session.say("本目录未列条件。", "This catalogue states no requirements.")
        screen.print(plain(said))
