"""`jinque major`."""

import sys
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.cli.teaching_parts import foreign_note, say_place, term_kind
from jinque.model.major import MajorLikeness
from jinque.model.teaching import MajorAnswer, MajorPost, MajorsAnswer, NamingShare, Term

if TYPE_CHECKING:
    from rich.console import Console

_MOST_TERMS = 12


def show_major(session: Session, name: str, *, foreign: bool, as_json: bool) -> None:
    """Print the posts that name a major; without a name, every major that is printed."""
    from jinque import api

    with opened(session) as workspace:
        answer = (
            api.major(workspace, name, foreign=foreign)
            if name
            else api.majors(workspace, foreign=foreign)
        )
    if as_json:
        write_json(api.teaching_dict(answer))
        return
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    if isinstance(answer, MajorAnswer):
        _print_major(session, screen, answer)
    else:
        _print_names(session, screen, answer)
    screen.print(plain(foreign_note(session, answer.left_out, foreign=foreign), "yellow"))
    screen.print()
    _print_shares(session, screen, answer.shares)


def _print_major(session: Session, screen: "Console", answer: MajorAnswer) -> None:
    from jinque.cli.screen import plain

    classes = dict.fromkeys(each.major_class for each in answer.entries if each.major_class)
    screen.print(plain(answer.query, "bold"), plain("、".join(classes), "dim"), sep="  ")
    posts = len(answer.posts)
    screen.print(
        session.say(
            f"点名它或同类专业的岗位：{posts} 个", f"Posts that name it or its class: {posts}"
        )
    )
    for place, found in groupby(answer.posts, key=lambda each: each.post.place):
        _print_place(session, screen, say_place(session, place), list(found))
    if answer.terms:
        _print_terms(session, screen, answer.terms)


def _print_place(
    session: Session, screen: "Console", place: str, posts: Sequence[MajorPost]
) -> None:
    from jinque.cli.screen import plain, show_table

    screen.print()
    screen.print(plain(f"{place}（{len(posts)}）", "bold underline"))
    headings = (
        session.say("岗位", "Post"),
        session.say("名称", "Name"),
        session.say("印出的专业", "Printed major"),
        session.say("关系", "Relation"),
    )
    same = session.say("本专业或所属类", "it, or its class")
    near = session.say("同类，由人判断", "same class, to be judged")
    rows = [
        (
            each.post.id,
            each.post.name,
            each.printed + (session.say("（背景）", " (background)") if each.is_background else ""),
            same if each.likeness is MajorLikeness.SAME else near,
        )
        for each in posts
    ]
    show_table(screen, headings, rows)


def _print_terms(session: Session, screen: "Console", terms: Sequence[Term]) -> None:
    from jinque.cli.screen import plain, show_fields

    screen.print()
    title = session.say("条文里印出最多的（岗位数）", "Printed most in their clauses (posts)")
    screen.print(plain(title, "bold underline"))
    for kind, found in groupby(terms, key=lambda each: each.kind):
        listed = list(found)
        told = "；".join(f"{each.name}（{each.posts}）" for each in listed[:_MOST_TERMS])
        more = len(listed[_MOST_TERMS:])
        rest = session.say(f"；其余 {more} 个", f"; {more} more") if more else ""
        show_fields(screen, [(term_kind(session, kind), told + rest)])
    screen.print()


def _print_names(session: Session, screen: "Console", answer: MajorsAnswer) -> None:
    from jinque.cli.screen import plain

    n = len(answer.names)
    screen.print(
        plain(session.say(f"岗位要求里印出的专业名称：{n} 个", f"Majors printed: {n}"), "bold")
    )
    if answer.names:
        screen.print(plain("；".join(f"{each.name}（{each.posts}）" for each in answer.names)))


def _print_shares(session: Session, screen: "Console", shares: Sequence[NamingShare]) -> None:
    from jinque.cli.screen import plain, show_table

    screen.print(plain(session.say("各目录有多少岗位点名专业", "Posts that name a major"), "bold"))
    headings = (
        session.say("目录", "Catalogue"),
        session.say("岗位", "Posts"),
        session.say("点名专业", "Name a major"),
        session.say("只写学科背景", "Only a background"),
        session.say("只面向外籍人才", "For foreign nationals"),
    )
    numbers = ((each.posts, each.majors, each.backgrounds, each.foreign) for each in shares)
    rows = [
        (session.of(each.name), *map(str, counts))
        for each, counts in zip(shares, numbers, strict=True)
    ]
    show_table(screen, headings, rows)
