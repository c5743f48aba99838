"""Majors that posts name, and the posts that name one."""

from dataclasses import dataclass
from typing import cast

from jinque import api
from jinque.web.contexts.cards import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorsContext:
    """What `/majors` shows.

    Attributes:
        foreign: posts for foreign nationals count.
        names: names as printed, those of most posts first.
        left_out: posts for foreign nationals that name a major or a background and do not count.
        shares: how many posts of each catalogue name a major at all.
    """

    foreign: bool
    names: tuple[Row, ...]
    left_out: int
    shares: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorContext:
    """What `/majors/{name}` shows.

    Attributes:
        query: the name in the address.
        foreign: posts for foreign nationals count.
        entries: majors of that name in the official lists.
        posts: by place, the same major before its class.
        left_out: posts for foreign nationals that name it and are not among `posts`.
        terms: tools, certificates, languages, abilities of these posts with their clauses.
        shares: how many posts of each catalogue name a major at all.
    """

    query: str
    foreign: bool
    entries: tuple[Row, ...]
    posts: tuple[Row, ...]
    left_out: int
    terms: tuple[Row, ...]
    shares: tuple[Row, ...]


def majors_context(workspace: api.Workspace, *, foreign: bool) -> MajorsContext:
    """Gather every name of a major that posts print."""
    shown = api.teaching_dict(api.majors(workspace, foreign=foreign))
    return MajorsContext(
        foreign=foreign,
        names=rows(shown["names"]),
        left_out=cast("int", shown["left_out"]),
        shares=rows(shown["shares"]),
    )


def major_context(workspace: api.Workspace, name: str, *, foreign: bool) -> MajorContext:
    """Gather the posts that name a major or its class.

    Raises:
        InvalidOptionError: the name is longer than 100 characters.
    """
    answer = api.major(workspace, name, foreign=foreign)
    shown = api.teaching_dict(answer)
    return MajorContext(
        query=answer.query,
        foreign=foreign,
        entries=rows(shown["entries"]),
        posts=rows(shown["posts"]),
        left_out=answer.left_out,
        terms=rows(shown["terms"]),
        shares=rows(shown["shares"]),
    )


def rows(found: object) -> tuple[Row, ...]:
    """Return the objects of a list of an answer."""
    return tuple(cast("list[Row]", found))
