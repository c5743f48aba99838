"""Dalian's catalogue as a next edition might print it, with changes that are known."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from jinque import api
from jinque.model import Marker, Post, PublishedEdition, Requirements

# How often each change is planted, each on a post of its own.
PLANTED = {
    "upgraded": 6,
    "downgraded": 3,
    "requirement_changed": 7,
    "recoded": 2,
    "renamed": 4,
    "moved": 1,
    "pay_changed": 2,
    "marks_changed": 1,
}
ADDED = 4
REMOVED = 5
CLAUSE = "新条款：能带教两名以上学徒"


def _asked_more(post: Post) -> Post:
    asked = post.requirements or Requirements()
    more = f"{asked.ability or ''}；{CLAUSE}"
    return replace(post, requirements=replace(asked, ability=more))


def _relabelled(post: Post, step: int) -> Post:
    assert post.shortage
    assert post.shortage.value
    value = post.shortage.value + step
    return replace(post, shortage=replace(post.shortage, value=value, printed="★" * value))


CHANGES: dict[str, Callable[[Post], Post]] = {
    "upgraded": lambda post: _relabelled(post, 1),
    "downgraded": lambda post: _relabelled(post, -1),
    "requirement_changed": _asked_more,
    "recoded": lambda post: replace(post, code="9-99-99-" + (post.code or "")[-2:]),
    "renamed": lambda post: replace(post, name=f"{post.name}（新名）"),
    "moved": lambda post: replace(post, industry="新的行业"),
    "pay_changed": lambda post: replace(post, pay_cny_10k_year=12.5),
    "marks_changed": lambda post: replace(post, markers=(Marker.GREEN, Marker.DIGITAL)),
}


def publish_next(workspace: api.Workspace) -> None:
    """Publish it as the next version of `dalian`."""
    former = api.edition(workspace, "dalian")
    posts = _next_posts(former)
    workspace.record.publish(
        [(replace(former.edition, posts=tuple(posts)), former.report)],
        source=workspace.record.source(former.summary.source_sha256),
        source_name=former.summary.source_name,
        is_builtin=True,
    )


def _next_posts(former: PublishedEdition) -> list[Post]:
    """Renumber all rows, so that no serial and no identifier can help in pairing."""
    changed = {post.id: post for post in former.edition.posts}
    waiting = _alone(former.edition.posts)
    for kind, times in PLANTED.items():
        for _ in range(times):
            post = waiting.pop()
            changed[post.id] = CHANGES[kind](post)
    for _ in range(REMOVED):
        del changed[waiting.pop().id]
    template = waiting.pop()
    new = [
        replace(template, id=f"dalian:新增:{n}", name=f"全新岗位{n * 111}", code=None)
        for n in range(1, ADDED + 1)
    ]
    rows = [*new, *changed.values()]
    return [replace(post, order=n, serial=n) for n, post in enumerate(rows, start=1)]


def _alone(posts: tuple[Post, ...]) -> list[Post]:
    """Return posts whose name and code stand once, rated in the middle, without marks."""
    names = Counter(post.name for post in posts)
    codes = Counter(post.code for post in posts)
    return [
        post
        for post in posts
        if names[post.name] == 1
        and post.code
        and codes[post.code] == 1
        and post.industry
        and not post.markers
        and post.shortage
        and post.shortage.value
        and 1 < post.shortage.value < len("★★★★★")
    ]
