"""A roster put to the skill–title bridge: who may apply for what, and which rows were not read.

One row of a roster for the bridge: where it stands, what it asks, what is wrong with it.

What comes of a roster held against the posts of all catalogues.

What comes of a roster that is screened part by part.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jinque.locale import Sentence, say
from jinque.model.ladder import BridgeRequest, BridgeStatus, Direction, RulesInForce
from jinque.model.matching import Assessment
from jinque.model.person import MissingFact, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPlace:
    """A row or a cell of the roster.

    Attributes:
        sheet: None in a file without sheets.
        row: counted from 1, as a spreadsheet shows it.
        column: letters of the column; empty for the whole row.
    """

    sheet: str | None
    row: int
    column: str = ""

    @property
    def address(self) -> str:
        """`名单!C5` for a cell, `名单!5` for a row; without a sheet `C5` and `5`."""
        cell = f"{self.column}{self.row}"
        return f"{self.sheet}!{cell}" if self.sheet else cell


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntry:
    """One person of the roster.

    Attributes:
        staff_id: as in the roster; empty where blank, as the name.
        requests: one for each direction asked: a skill level asks for a title, a title for a
            skill level.
        levels: level as written -> its cell and the heading above it.
    """

    place: RosterPlace
    staff_id: str
    name: str
    requests: tuple[BridgeRequest, ...]
    levels: dict[str, tuple[RosterPlace, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterFault:
    """Why a row could not be read.

    Attributes:
        place: the cell at fault.
        heading: of its column; empty where the whole row is at fault.
    """

    place: RosterPlace
    heading: str
    message: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedRow:
    """A row that got no answer, with everything that is wrong with it."""

    place: RosterPlace
    staff_id: str
    name: str
    faults: tuple[RosterFault, ...]


class Timing(StrEnum):
    """When somebody may apply, as far as the roster tells; the last three as in `BridgeStatus`.

    Attributes:
        WITHIN_A_YEAR: by time alone, what is unknown set aside; LATER is the same after that.
        NOT_BY_TIME: something is short that time alone does not bring.
    """

    NOW = "now"
    WITHIN_A_YEAR = "within_a_year"
    LATER = "later"
    NOT_BY_TIME = "not_by_time"
    FACTS_MISSING = "facts_missing"
    NOT_LISTED = "not_listed"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterVerdict:
    """The answer for one person in one direction, shortened.

    Attributes:
        to_level: level of the deciding rung; None where no level is known.
        series: title series as the table prints them; None without a row.
        clause: of the deciding rung, with its words in `quote`.
        short: conditions that are not met, each with its clause.
        earliest_date: as in `Step`.
        next_level: level of the rung above, `next_date` its earliest day.
    """

    direction: Direction
    status: BridgeStatus
    timing: Timing
    headline: Sentence
    occupation: str | None
    to_level: str | None
    series: str | None
    clause: str | None
    quote: str | None
    short: tuple[Sentence, ...]
    earliest_date: date | None
    next_level: str | None
    next_date: date | None
    missing: tuple[MissingFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterResult:
    """One person with an answer in each direction asked."""

    place: RosterPlace
    staff_id: str
    name: str
    verdicts: tuple[RosterVerdict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterAnswer:
    """What became of a roster: every row is a result or a reject.

    Attributes:
        on: the day asked about.
        unread: sheets without a heading row and columns of unknown headings; they were not read.
        documents: the rules at hand.
        notice: what the result is not; to be shown wherever it is.
    """

    on: date
    results: tuple[RosterResult, ...]
    rejects: tuple[RejectedRow, ...]
    unread: tuple[str, ...]
    documents: tuple[RulesInForce, ...]
    notice: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterGroup:
    """The people asked about in one direction, counted.

    Attributes:
        counts: people by when they may apply; None for a number too small to be shown alone.
        missing: what is not known, with the people it is missing of, most first; None as above.
    """

    direction: Direction
    counts: dict[Timing, int | None]
    missing: tuple[tuple[Sentence, int | None], ...]


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


ROSTER_NOTICE = say("It must not by itself be the ground of a hiring, promotion or dismissal.")


class Engine(StrEnum):
    """Where the work runs: in processes of this machine, or on Apache Spark."""

    PROCESSES = "processes"
    SPARK = "spark"


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeAnswer:
    """The totals of a roster in Parquet.

    Attributes:
        people: with a result.
        rejected: rows that were not read.
        before: people whose result stood there from an earlier run.
        unread: columns that were not read.
    """

    on: date
    people: int
    rejected: int
    before: int
    posts: tuple[PostTotals, ...]
    no_stated: int
    unread: tuple[str, ...]
