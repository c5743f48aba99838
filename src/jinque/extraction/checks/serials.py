"""Serials: printed or computed, without gaps, each once."""

from collections.abc import Iterator
from itertools import pairwise

from jinque.extraction.checks.places import at_post, at_section
from jinque.model import Edition, Issue, Kind, Post, Severity


def check_serials(edition: Edition) -> Iterator[Issue]:
    """Report computed serials, gaps and repetitions; the entries of a running list have none."""
    posts = [post for post in edition.posts if post.kind is not Kind.LIST_ITEM]
    for post in posts:
        if post.serial_printed is None:
            yield at_post(
                post,
                "serial_computed",
                Severity.INFO,
                zh=f"序号未印出，按位置推算为 {post.serial}。",
                en=f"No serial is printed; {post.serial} is counted from the position.",
            )
    yield from _first(posts)
    for before, post in pairwise(posts):
        yield from _step(before, post)


def _first(posts: list[Post]) -> Iterator[Issue]:
    if posts and posts[0].serial > 1:
        yield at_section(
            posts[0],
            "serial_gap",
            Severity.WARNING,
            zh=f"序号从 {posts[0].serial} 开始，前面的行可能缺失。",
            en=f"Serials begin at {posts[0].serial}; rows before it may be missing.",
        )


def _step(before: Post, post: Post) -> Iterator[Issue]:
    """Serials run on or begin anew with 1; anything else is a gap or a repetition."""
    if post.serial in (before.serial + 1, 1) and post.serial != before.serial:
        return
    is_repeated = post.serial <= before.serial
    zh, en = ("重复或倒退", "repeated or falling") if is_repeated else ("不连续", "with a gap")
    yield at_post(
        post,
        "serial_repeated" if is_repeated else "serial_gap",
        Severity.WARNING,
        zh=f"序号{zh}：{before.serial} 之后是 {post.serial}。",
        en=f"Serials are {en}: {post.serial} follows {before.serial}.",
    )
