"""The counts over a roster on a terminal; no name of anybody is printed."""

from collections.abc import Sequence

from rich.console import Console

from jinque import api
from jinque.cli.screen import plain, show_fields
from jinque.cli.session import Session
from jinque.model.bridge_roster import RosterAnswer, RosterGroup
from jinque.model.bridge_roster_row import RejectedRow

_MOST_CELLS = 20


def print_summary(session: Session, screen: Console, answer: RosterAnswer) -> None:
    """Print how many may apply now and within a year, what is missing, what was not read."""
    rows = len(answer.results) + len(answer.rejects)
    read = session.say(
        f"名单 {rows} 行：有结果 {len(answer.results)}，未读入 {len(answer.rejects)}"
        f"（按 {answer.on} 计算）",
        f"{rows} rows: {len(answer.results)} answered, {len(answer.rejects)} rejected"
        f" (as of {answer.on})",
    )
    screen.print(plain(read, "bold"))
    for group in api.summarise(answer):
        _print_group(session, screen, group)
    if answer.unread:
        screen.print()
        unread = session.say("没有读的工作表或列：", "Sheets and columns not read: ")
        screen.print(plain(unread + "、".join(answer.unread), "yellow"))
    print_rejects(session, screen, answer.rejects)
    screen.print()
    screen.print(plain(session.of(answer.notice), "bold"))


def print_rejects(session: Session, screen: Console, rejects: Sequence[RejectedRow]) -> None:
    """Print which cells are at fault, not what stands in them: a log may keep it."""
    if not rejects:
        return
    cells = [f"{fault.place.address} {fault.heading}" for row in rejects for fault in row.faults]
    shown = "、".join(cell.strip() for cell in cells[:_MOST_CELLS])
    more = "…" if len(cells) > _MOST_CELLS else ""
    screen.print()
    title = session.say("未读入的行，有误的单元格：", "Cells at fault of the rows rejected: ")
    screen.print(plain(f"{title}{shown}{more}", "red"))
    why = session.say(
        "原因写在结果文件（-o）的“未读入”里。", "The result file (-o) says why, under 未读入."
    )
    screen.print(plain(why, "dim"))


def _print_group(session: Session, screen: Console, group: RosterGroup) -> None:
    screen.print()
    screen.print(plain(session.of(api.DIRECTION_NAMES[group.direction]), "bold underline"))
    counts = [
        (session.of(api.TIMING_NAMES[timing]), _number(session, count))
        for timing, count in group.counts.items()
    ]
    show_fields(screen, counts)
    if group.missing:
        screen.print(plain(session.say("  缺少的事实（人数）", "  Facts missing (people)"), "dim"))
    missing = [(_number(session, people), session.of(words)) for words, people in group.missing]
    show_fields(screen, missing, indent=4)


def _number(session: Session, count: int | None) -> str:
    return session.say("人数过少", "too few") if count is None else str(count)
