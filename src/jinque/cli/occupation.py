"""`jinque occupation`: what a code or a name means, and which posts name it."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jinque.cli.classification_words import CERTAINTIES, KINDS, STATUSES
from jinque.cli.occupation_facts import occupation_facts
from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.cli.wording import NOT_STATED
from jinque.model import (
    Certainty,
    Correspondence,
    OccupationAnswer,
    OccupationEntry,
    OccupationPost,
    Words,
)

if TYPE_CHECKING:
    from rich.console import Console

TWO = 2
_NEW = Words(
    zh="2015年版及其增补的名单里没有它，也没有见载的旧码。",
    en="The list of 2015 and its additions has nothing for it, and no code is attested.",
)


def show_occupation(
    session: Session, typed: str, day: str | None, edition: str | None, *, as_json: bool
) -> None:
    """Print the occupations that a code or a name leads to."""
    from jinque import api

    with opened(session) as workspace:
        answer = api.occupation(workspace, typed, day, edition)
    if as_json:
        write_json(api.occupation_dict(answer))
        return
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    _print_meanings(session, screen, answer)
    count = len(answer.entries)
    if count > 1:
        several = session.say(f"对应 {count} 个条目，分列如下。", f"It leads to {count} entries.")
        screen.print(plain(several, "yellow"))
        screen.print()
    for entry in answer.entries:
        _print_entry(session, screen, entry, answer)
    if answer.day_note:
        screen.print(plain(f"{answer.day}  {session.of(answer.day_note)}", "dim"))
    for limit in answer.entries[0].limits:
        screen.print(plain(session.of(limit), "dim"))


def _print_meanings(session: Session, screen: "Console", answer: OccupationAnswer) -> None:
    """Say what the code asked for is in each edition, where it is not the same."""
    from jinque.cli.screen import plain, show_fields

    names = {entry.name for entry in answer.meanings}
    if len(names) < TWO:
        return
    code = answer.meanings[0].code
    title = session.say(
        f"编码 {code} 在两版里的名称不同，不可只凭编码对照：",
        f"{code} has two names in the two editions; never join by it alone:",
    )
    screen.print(plain(title, "yellow"))
    editions = ((each.classification, each.name) for each in answer.meanings)
    show_fields(screen, [(session.say(f"{of}年版", of), name) for of, name in editions])
    screen.print()


def _print_entry(
    session: Session, screen: "Console", entry: OccupationEntry, answer: OccupationAnswer
) -> None:
    from jinque.cli.screen import plain, show_fields

    found = entry.found.entry
    screen.print(plain(found.code, "cyan"), plain(found.name, "bold"), sep="  ")
    show_fields(screen, occupation_facts(session, entry, answer.day))
    _print_correspondences(session, screen, entry)
    if entry.below:
        _title(screen, session.say("其下（关联的岗位数）", "Below it (posts linked)"))
        rows = [(each.entry.code, f"{each.entry.name}  {each.posts or ''}") for each in entry.below]
        show_fields(screen, rows)
    _print_posts(
        session, screen, session.say("点名这个职业的岗位", "Posts that name it"), entry.posts
    )
    above = session.say("点名其上位类的岗位", "Posts that name a class above it")
    _print_posts(session, screen, above, entry.class_posts)
    proposed = session.say("名称相同或相近、尚未确认的", "Proposed by name, not confirmed")
    _print_posts(session, screen, proposed, entry.proposed)
    if not entry.posts:
        screen.print()
        none = session.say("没有目录以编码点名它。", "No catalogue names it by its code.")
        screen.print(plain(none))
    screen.print()


def _print_correspondences(session: Session, screen: "Console", entry: OccupationEntry) -> None:
    from jinque.cli.screen import plain, show_fields

    _title(screen, session.say("与另一版的对应", "In the other edition"))
    if not entry.correspondences:
        screen.print(plain(f"  {session.of(_NEW)}"))
    for row in entry.correspondences:
        codes = " ".join(row.codes_2022) or "？"
        before = f"2015  {row.code_2015 or '？'} {row.name_2015}{_doubt(session, row)}"
        show_fields(
            screen,
            [
                (session.of(KINDS[row.kind]), f"{before} → 2022  {codes}"),
                ("", session.of(row.reason)),
            ],
        )


def _doubt(session: Session, row: Correspondence) -> str:
    if row.certainty in (None, Certainty.A, Certainty.B):
        return ""
    return f"（{row.certainty.value}：{session.of(CERTAINTIES[row.certainty])}）"


def _print_posts(
    session: Session, screen: "Console", title: str, posts: Sequence[OccupationPost]
) -> None:
    from jinque.cli.screen import show_table

    if not posts:
        return
    _title(screen, f"{title}（{len(posts)}）")
    headings = (
        session.say("岗位", "Post"),
        session.say("地方", "Place"),
        session.say("名称（原文）", "Name as printed"),
        session.say("紧缺程度", "Shortage"),
        session.say("关联", "Link"),
    )
    show_table(screen, headings, [_row(session, post) for post in posts])


def _row(session: Session, listed: OccupationPost) -> tuple[str, ...]:
    post = listed.post
    place = listed.place or session.of(NOT_STATED)
    return (
        post.id,
        " · ".join(filter(None, (place, post.region))),
        post.name_printed,
        post.shortage.printed if post.shortage else "",
        session.of(STATUSES[listed.link.status]),
    )


def _title(screen: "Console", title: str) -> None:
    from jinque.cli.screen import plain

    screen.print()
    screen.print(plain(title, "bold underline"))
