"""Majors that posts name, and the terms of their clauses."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.major import Major, MajorLikeness
from jinque.model.words import Words


class TermKind(StrEnum):
    """What a printed term names."""

    TOOL = "tool"
    CERTIFICATE = "certificate"
    LANGUAGE = "language"
    ABILITY = "ability"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostName:
    """A post in short.

    Attributes:
        place: of its catalogue; None where the document names none.
    """

    id: str
    name: str
    edition: str
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermUse:
    """A clause that prints a term, and the post that it stands in."""

    post: PostName
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term with every clause that prints it, each clause of a post once.

    Attributes:
        name: as first printed; case, width, blanks and hyphens do not tell two names apart.
        posts: how many posts print it.
    """

    kind: TermKind
    name: str
    posts: int
    uses: tuple[TermUse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingShare:
    """How many posts of one catalogue name a major.

    Attributes:
        posts: posts in all, those left out too.
        majors: posts that ask for a major by name.
        backgrounds: posts that name a subject as background (背景) alone, and no major.
        foreign: posts for foreign nationals only.
    """

    edition: str
    name: Words
    posts: int
    majors: int
    backgrounds: int
    foreign: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorPost:
    """A post that names a major or its class.

    Attributes:
        printed: the printed name that is nearest.
        likeness: `same` or `same_class`.
        reason: what the likeness rests on.
        is_background: it is named as a background, not as a degree's major.
        clause: the printed sentence.
    """

    post: PostName
    printed: str
    likeness: MajorLikeness
    reason: Words
    is_background: bool
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorAnswer:
    """The posts that name a major or its class, and what their clauses print.

    Attributes:
        query: the name as asked.
        entries: majors of that name in the official lists; empty where no list has it.
        posts: by place, the same major before its class.
        left_out: posts for foreign nationals that name it and are not among `posts`.
        terms: of all `posts`, those of most posts first within each kind.
        shares: every catalogue with posts.
    """

    query: str
    entries: tuple[Major, ...]
    posts: tuple[MajorPost, ...]
    left_out: int
    terms: tuple[Term, ...]
    shares: tuple[NamingShare, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedMajor:
    """A name of a major or subject as printed, and the number of posts that print it."""

    name: str
    posts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorsAnswer:
    """Every name of a major that posts print.

    Attributes:
        names: most posts first.
        left_out: posts for foreign nationals that name a major or a background and do not count.
        shares: every catalogue with posts.
    """

    names: tuple[PrintedMajor, ...]
    left_out: int
    shares: tuple[NamingShare, ...]
