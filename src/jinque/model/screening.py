"""What comes of a roster held against the posts of all catalogues."""

from dataclasses import dataclass
from datetime import date

from jinque.model.assessment import Assessment
from jinque.model.bridge_roster_row import RejectedRow, RosterPlace
from jinque.model.person import Person
from jinque.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPerson:
    """One row of a roster; number and name empty where blank."""

    place: RosterPlace
    staff_id: str
    name: str
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonScreened:
    """One person of a roster.

    Attributes:
        counts: how many posts match, are undecided, do not match.
        worth_reading: matches, years that are short and near misses, the nearest occupation
            first.
    """

    who: RosterPerson
    counts: tuple[int, int, int]
    worth_reading: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostTotals:
    """How many people match a post, are undecided, do not match."""

    post_id: str
    name: str
    matches: int
    undecided: int
    not_matching: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningAnswer:
    """The answer for a roster in a spreadsheet.

    Attributes:
        posts: those that state requirements.
        no_stated: how many posts state none.
        unread: sheets and columns that were not read.
    """

    on: date
    people: tuple[PersonScreened, ...]
    rejects: tuple[RejectedRow, ...]
    posts: tuple[PostTotals, ...]
    no_stated: int
    unread: tuple[str, ...]


ROSTER_NOTICE = Words(
    zh="不得单独作为录用、晋升、解聘依据。",
    en="It must not by itself be the ground of a hiring, promotion or dismissal.",
)
