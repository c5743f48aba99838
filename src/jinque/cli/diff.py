"""`jinque diff`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.model import Post
from jinque.model.diff import Change, ChangeKind, EditionDiff, PostPair
from jinque.model.diff_words import CHANGE_WORDS, SCALES_DIFFER, told_value
from jinque.model.words import Words

if TYPE_CHECKING:
    from rich.console import Console

_BLOCKS = {
    "requirements.ability": Words(zh="能力", en="ability"),
    "requirements.education": Words(zh="学历", en="education"),
    "requirements.experience": Words(zh="经历", en="experience"),
    "requirements.other": Words(zh="其他", en="other"),
}
_NOTHING = Words(zh="未印", en="nothing printed")


def show_diff(
    session: Session, former: str, later: str, output: str | None, *, as_json: bool
) -> None:
    """Print or write the differences of two editions; `ID@N` names the Nth version of one."""
    from jinque import api
    from jinque.api.edition_reference import edition_reference

    old, old_version = edition_reference(former)
    new, new_version = edition_reference(later)
    with opened(session) as workspace:
        found = api.diff(workspace, old, new, former_version=old_version, later_version=new_version)
    if output is not None:
        api.save_diff(found, Path(output))
    if as_json:
        write_json(api.diff_dict(found))
    else:
        _print(session, found, output)


def _print(session: Session, found: EditionDiff, output: str | None) -> None:
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    screen.print(plain(f"{found.former.id} → {found.later.id}", "bold"))
    screen.print(plain(_total(session, found)))
    if not found.is_one_scale:
        screen.print(plain(session.of(SCALES_DIFFER), "yellow"))
    if output is not None:
        screen.print(plain(session.say(f"已写入 {output}", f"Written to {output}"), "dim"))
        return
    _print_posts(session, screen, session.say("新增", "Added"), found.added)
    _print_posts(session, screen, session.say("删除", "Removed"), found.removed)
    if found.changed:
        screen.print()
        screen.print(plain(f"{session.say('变化', 'Changed')} {len(found.changed)}", "bold"))
    for pair in found.changed:
        _print_pair(session, screen, pair)
    for near in found.near:
        screen.print(plain(_near(session, near.former, near.later), "yellow"))


def _total(session: Session, found: EditionDiff) -> str:
    added, removed = len(found.added), len(found.removed)
    changed, unchanged = len(found.changed), len(found.unchanged)
    return session.say(
        f"新增 {added}、删除 {removed}、有变化 {changed}、未变 {unchanged}",
        f"{added} added, {removed} removed, {changed} changed, {unchanged} unchanged",
    )


def _print_posts(session: Session, screen: "Console", title: str, posts: Sequence[Post]) -> None:
    from jinque.cli.screen import plain, show_table

    if not posts:
        return
    screen.print()
    screen.print(plain(f"{title} {len(posts)}", "bold"))
    headings = (
        session.say("编号", "Id"),
        session.say("编码", "Code"),
        session.say("名称", "Name"),
        session.say("紧缺程度（原文）", "Shortage as printed"),
    )
    rows = [
        (post.id, post.code or "", post.name, post.shortage.printed if post.shortage else "")
        for post in posts
    ]
    show_table(screen, headings, rows)


def _print_pair(session: Session, screen: "Console", pair: PostPair) -> None:
    from jinque.cli.screen import plain

    screen.print(plain(pair.later.name, "bold"), plain(pair.later.id, "cyan"), sep="  ")
    for change in pair.changes:
        for line in _lines(session, change):
            screen.print(plain(f"  {line}"))


def _lines(session: Session, change: Change) -> list[str]:
    kind = session.of(CHANGE_WORDS[change.kind])
    if change.kind is ChangeKind.REQUIREMENT_CHANGED:
        block = session.of(_BLOCKS[change.field])
        gone = [f"− {clause}" for clause in change.removed]
        return [f"{kind}（{block}）", *gone, *(f"＋ {clause}" for clause in change.added)]
    former = session.of(told_value(change, change.former) or _NOTHING)
    later = session.of(told_value(change, change.later) or _NOTHING)
    return [f"{kind}：{former} → {later}"]


def _near(session: Session, former: Post, later: Post) -> str:
    return session.say(
        f"名称只差一字，请人工判断是否同一岗位：{former.id} {former.name} ↔ "
        f"{later.id} {later.name}",
        f"One character apart, for a person to judge: {former.id} {former.name} ↔ "
        f"{later.id} {later.name}",
    )
