"""A person beside one post, clause by clause, in the shell."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jinque.cli.bridge_fields import OUTCOMES
from jinque.cli.criteria import BLOCKS
from jinque.cli.issues import print_issue
from jinque.cli.session import Session
from jinque.cli.wording import lines_of
from jinque.model import Words
from jinque.model.assessment import Assessment, PostFinding, Verdict
from jinque.model.assessment_words import (
    NOT_YET_CONDITION,
    SELF_CHECK_NOTICE,
    VALIDITY_NAMES,
    VERDICT_NAMES,
)
from jinque.model.finding import Outcome

if TYPE_CHECKING:
    from rich.console import Console

_TO_EVIDENCE = Words(zh="须证明", en="to evidence")
_TO_JUDGE = Words(zh="由人判断", en="people judge")


def print_assessment(session: Session, screen: "Console", found: Assessment) -> None:
    """Print the verdict, then every clause with what was found, then what is to be done."""
    from jinque.cli.screen import plain, show_table

    screen.print(plain(found.post.name_printed, "bold"), plain(found.post.id, "cyan"), sep="  ")
    screen.print(plain(verdict_line(session, found), "bold"))
    if found.findings:
        headings = [
            session.say("结果", "Found"),
            session.say("原文所印", "As printed"),
            session.say("本软件的读法和理由（推断）", "Our reading and why (derived)"),
            session.say("出处", "Lines"),
        ]
        screen.print()
        show_table(screen, headings, [_row(session, each) for each in found.findings])
    _print_unstated(session, screen, found)
    _print_todo(session, screen, found)
    for issue in found.doubts:
        print_issue(session, screen, issue, indent=2)
    screen.print()
    screen.print(plain(validity_line(session, found)))
    screen.print(plain(session.of(SELF_CHECK_NOTICE), "bold"))


def verdict_line(session: Session, found: Assessment) -> str:
    """Return the verdict, with its day where time alone is short."""
    line = session.of(VERDICT_NAMES[found.verdict])
    if found.verdict is not Verdict.NOT_YET:
        return line
    condition = session.of(NOT_YET_CONDITION)
    day = found.earliest_date
    return line + session.say(f"：最早 {day}（{condition}）", f": on {day} ({condition})")


def validity_line(session: Session, found: Assessment) -> str:
    """Return what the catalogue says of its validity, and the year of its text."""
    standing = found.standing
    name = session.of(VALIDITY_NAMES[standing.validity])
    year = session.say(f"{standing.text_year} 年文本，", f"text of {standing.text_year}, ")
    told = f"{year if standing.text_year else ''}{session.of(standing.reason)}"
    return session.say(
        f"截至 {found.on}；目录效力：{name}（{told}）。",
        f"As of {found.on}; validity of the catalogue: {name} ({told}).",
    )


def _row(session: Session, each: PostFinding) -> list[str]:
    span = each.demand.citation.span
    return [
        _result(session, each),
        each.demand.quote,
        session.of(each.reason),
        lines_of(session, span.line_start, span.line_end),
    ]


def _result(session: Session, each: PostFinding) -> str:
    if each.is_evidence:
        return session.of(_TO_EVIDENCE)
    if each.bearing is Outcome.UNKNOWN and not each.missing:
        return session.of(_TO_JUDGE)
    return session.of(OUTCOMES[each.bearing])


def _print_unstated(session: Session, screen: "Console", found: Assessment) -> None:
    from jinque.cli.screen import plain

    for name in found.none_stated:
        block = session.of(BLOCKS[name])
        said = session.say(f"{block}：原文印“无”，无此项要求。", f"{block}: “none” is printed.")
        screen.print(plain(said))
    for name in found.blank:
        block = session.of(BLOCKS[name])
        said = session.say(f"{block}：空白，原文未载明。", f"{block}: blank, which is not “none”.")
        screen.print(plain(said))


def _print_todo(session: Session, screen: "Console", found: Assessment) -> None:
    asked = [session.of(fact.question) for fact in found.missing]
    _print_list(session.say("还要回答：", "Still to answer:"), asked, screen)
    judged = [each.demand.quote for each in found.to_judge]
    _print_list(
        session.say("由用人单位或受理机关判断：", "For the employer or the authority to judge:"),
        judged,
        screen,
    )
    evidence = [each.demand.quote for each in found.evidence]
    _print_list(session.say("须准备证明：", "Evidence to bring:"), evidence, screen)


def _print_list(title: str, items: Iterable[str], screen: "Console") -> None:
    from jinque.cli.screen import plain

    lines = list(dict.fromkeys(items))
    if lines:
        screen.print()
        screen.print(plain(title, "bold"))
        for line in lines:
            screen.print(plain(f"  · {line}"))
