"""The totals over a roster on a terminal; no name of anybody is printed."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jinque.api import screening_words as words
from jinque.cli.screen import console, plain, show_table
from jinque.cli.screen_summary import print_rejects
from jinque.cli.session import Session
from jinque.model.screening import ROSTER_NOTICE, PostTotals, ScreeningAnswer
from jinque.model.screening_large import LargeAnswer

if TYPE_CHECKING:
    from rich.console import Console

_MOST_POSTS = 15


def print_screening(session: Session, answer: ScreeningAnswer, *, is_written: bool) -> None:
    """Print how many were read, how many people each post could want, what was not read."""
    screen = console(sys.stdout)
    rows, found, rejected = len(answer.people) + len(answer.rejects), answer.people, answer.rejects
    said = session.say(
        f"名单 {rows} 行：有结果 {len(found)}，未读入 {len(rejected)}（按 {answer.on} 计算）",
        f"{rows} rows: {len(found)} answered, {len(rejected)} rejected (as of {answer.on})",
    )
    screen.print(plain(said, "bold"))
    for verdict, count in words.people_by_verdict(answer):
        name, people = session.of(verdict), _number(session, count)
        zh, en = (
            f"  至少有一个岗位“{name}”的人数：{people}",
            f"  people with a post “{name}”: {people}",
        )
        screen.print(plain(session.say(zh, en)))
    _print_posts(session, screen, answer.posts, answer.no_stated)
    _print_unread(session, screen, answer.unread)
    print_rejects(session, screen, answer.rejects)
    if not is_written:
        more = session.say("逐人结果请用 -o 结果.xlsx 写成文件。", "By person: -o RESULT.xlsx.")
        screen.print(plain(more, "dim"))
    _print_notice(session, screen)


def print_large(session: Session, answer: LargeAnswer) -> None:
    """Print the totals of a roster in Parquet."""
    screen = console(sys.stdout)
    said = session.say(
        f"有结果 {answer.people} 人，未读入 {answer.rejected} 行（按 {answer.on} 计算）",
        f"{answer.people} people answered, {answer.rejected} rows rejected (as of {answer.on})",
    )
    screen.print(plain(said, "bold"))
    if answer.before:
        kept = session.say(
            f"其中 {answer.before} 人的结果是上次算好的，没有重算。",
            f"Of these, {answer.before} were worked out by an earlier run and kept.",
        )
        screen.print(plain(kept))
    _print_posts(session, screen, answer.posts, answer.no_stated)
    _print_unread(session, screen, answer.unread)
    _print_notice(session, screen)


def _print_unread(session: Session, screen: "Console", unread: Sequence[str]) -> None:
    if unread:
        label = session.say("没有读的工作表或列：", "Sheets and columns not read: ")
        screen.print(plain(label + "、".join(unread), "yellow"))


def _print_posts(
    session: Session, screen: "Console", posts: Sequence[PostTotals], no_stated: int
) -> None:
    heads = session.say("岗位 相符 待补充 不一致 编号", "Post match undecided unmet Identifier")
    ordered = sorted(posts, key=lambda post: (-post.matches, -post.undecided))[:_MOST_POSTS]
    rows = [
        [post.name, *(_number(session, n) for n in words.totals_shown(post)), post.post_id]
        for post in ordered
    ]
    screen.print()
    show_table(screen, heads.split(), rows)
    more = session.say(
        f"共 {len(posts)} 个列出条件的岗位，这里只列相符最多的 {len(rows)} 个；"
        f"另有 {no_stated} 个岗位本目录未列条件，不计入。1 至 2 人的数字不单列。",
        f"{len(posts)} posts state requirements; the {len(rows)} with the most matches are shown. "
        f"{no_stated} state none and are not counted. Counts of 1 and 2 are not shown.",
    )
    screen.print(plain(more, "dim"))


def _print_notice(session: Session, screen: "Console") -> None:
    screen.print()
    screen.print(plain(session.of(words.SELF_CHECK_NOTICE), "bold"))
    screen.print(plain(session.of(ROSTER_NOTICE), "bold"))


def _number(session: Session, count: int | None) -> str:
    return session.say("人数过少", "too few") if count is None else str(count)
