"""What the catalogues and the classification say of one occupation."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.classification import Correspondence, Occupation
from jinque.model.link import Link
from jinque.model.post import Post
from jinque.model.words import Words


class Standing(StrEnum):
    """Whether an entry held on a day.

    Attributes:
        HOLDS: it stood in the edition in force.
        UNDECIDED: the lists date it only to a period that includes the day, or not at all.
        NOT_YET: it was added later.
        NO_LONGER: the edition in force had neither its code nor its name.
        UNATTESTED: nothing says whether the edition in force had it.
    """

    HOLDS = "holds"
    UNDECIDED = "undecided"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"
    UNATTESTED = "unattested"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOccupation:
    """An entry that a code or a name leads to.

    Attributes:
        via: the row by which an old code or name led to this entry of 2022; None where the entry
            itself has the code or the name.
    """

    entry: Occupation
    via: Correspondence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeStep:
    """A code above an entry; the name is None where no list has it."""

    code: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """An entry below another, with the number of posts linked to it or below it."""

    entry: Occupation
    posts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationPost:
    """A post that names an occupation, or might.

    Attributes:
        edition_title: title of its catalogue as printed, or the identifier where it is lost.
        place: of its catalogue; None where the document names none.
    """

    post: Post
    edition_title: str
    place: str | None
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationEntry:
    """One occupation, its place in the tree, its other codes, and its posts in every catalogue.

    Attributes:
        found: the entry, and how the question led to it.
        above: from the major group down.
        below: entries one level below.
        correspondences: rows that lead to the other edition, attested ones first; empty where
            nothing is known.
        counterparts: the entries of 2022 that the rows name or propose, each once.
        posts: linked to the entry or to its code in the other edition.
        class_posts: linked to a class above it.
        proposed: not linked; the name suggests the entry, or a row merely proposes it.
        elsewhere: what the entry's own code is in the other edition, where it is another entry.
        standing: on the day asked for; None without one.
        limits: what is missing from the lists that this rests on.
    """

    found: FoundOccupation
    above: tuple[TreeStep, ...]
    below: tuple[Branch, ...]
    correspondences: tuple[Correspondence, ...]
    counterparts: tuple[Occupation, ...]
    posts: tuple[OccupationPost, ...]
    class_posts: tuple[OccupationPost, ...]
    proposed: tuple[OccupationPost, ...]
    elsewhere: Occupation | None
    standing: Standing | None
    limits: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationAnswer:
    """What a code or a name means; several entries where two editions disagree about a code.

    Attributes:
        query: as asked.
        edition: the edition that was asked for; None for both.
        meanings: what the code that was asked for is in each edition, newest first; empty for
            a name.
        day: ISO 8601; None where no day was asked for.
        day_edition: edition in force on that day; None without a day.
        day_note: why that edition was taken and what stays undecided; None without a day.
    """

    query: str
    edition: str | None
    meanings: tuple[Occupation, ...]
    day: str | None
    day_edition: str | None
    day_note: Words | None
    entries: tuple[OccupationEntry, ...]
