"""A text of what is taught beside the terms of posts."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinque.model.teaching import NamingShare, PostName, Term


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
