"""Majors that posts name, and the terms of their clauses.

A text of what is taught beside the terms of posts.

An occupation for a reader who chooses what to learn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from jinque.locale import Sentence
from jinque.model.occupation import Major, MajorLikeness


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
    name: Sentence
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
    reason: Sentence
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CurriculumChoice:
    """The posts that a curriculum is held against: those that meet any of these.

    Attributes:
        major: name of a major; empty without.
        occupation: code or name of an occupation; empty without.
        posts: identifiers of posts, taken even where they are for foreign nationals.
        foreign: whether posts for foreign nationals count.
    """

    major: str = ""
    occupation: str = ""
    posts: Sequence[str] = ()
    foreign: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return not (self.major or self.occupation or self.posts)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuote:
    """Where a text has a term: the hit and the words around it on its line."""

    before: str
    hit: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFinding:
    """A term and its first place in a text.

    Attributes:
        looked_for: the words that were looked for, letter for letter.
        quote: None where the text has none of them.
    """

    term: Term
    looked_for: tuple[str, ...]
    quote: TextQuote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CurriculumAnswer:
    """Which terms of some posts a text has.

    Attributes:
        posts: the posts chosen, in the order of their catalogues.
        left_out: posts for foreign nationals that the choice met and that are not among `posts`.
        characters: length of the text, blanks left out.
        found: terms that stand in the text.
        not_found: the others; that says nothing of what is taught under other words.
        shares: how many posts of each catalogue name a major at all.
    """

    posts: tuple[PostName, ...]
    left_out: int
    characters: int
    found: tuple[TermFinding, ...]
    not_found: tuple[TermFinding, ...]
    shares: tuple[NamingShare, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideListing:
    """One catalogue's post of an occupation.

    Attributes:
        is_by_name: the post prints no code; its name alone is that of the occupation.
        industry: heading under which it is printed; None where none is.
        edition_name: place, year and scope as far as stated.
        label: shortage as printed; None where none is printed.
        education: the lowest level that may do; None where none is read.
        years: the fewest full years of work that may do; None where none are read.
        certificates: as printed.
        description: what the work is, as printed; None where nothing is.
        abilities: the printed clauses that say what one must be able to do.
        pay_cny_10k_year: median pay of a year in 10,000 CNY; None where none is printed.
        unstated: `place`, `year`: what the catalogue does not print of itself.
    """

    post: PostName
    is_by_name: bool
    industry: str | None
    edition_name: Sentence
    label: str | None
    education: str | None
    years: int | None
    certificates: tuple[str, ...]
    description: str | None
    abilities: tuple[str, ...]
    pay_cny_10k_year: float | None
    unstated: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideEntry:
    """One occupation for a reader who chooses what to learn.

    Attributes:
        listings: posts that name it by its code, then those of its very name that print none.
        left_out: posts for foreign nationals only that are not among them.
        class_posts: posts that name only a class above it.
    """

    code: str
    name: str
    former_names: tuple[str, ...]
    listings: tuple[GuideListing, ...]
    left_out: int
    class_posts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideAnswer:
    """The occupations that a code or a name leads to; several where editions disagree."""

    query: str
    entries: tuple[GuideEntry, ...]
