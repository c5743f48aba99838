"""A roster put to the skill–title bridge: who may apply for what, and which rows were not read."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jinque.model.bridge import BridgeStatus
from jinque.model.bridge_roster_row import RejectedRow, RosterPlace
from jinque.model.cited_rule import RulesInForce
from jinque.model.fact import MissingFact
from jinque.model.rule import Direction
from jinque.model.words import Words


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
    headline: Words
    occupation: str | None
    to_level: str | None
    series: str | None
    clause: str | None
    quote: str | None
    short: tuple[Words, ...]
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
    notice: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterGroup:
    """The people asked about in one direction, counted.

    Attributes:
        counts: people by when they may apply; None for a number too small to be shown alone.
        missing: what is not known, with the people it is missing of, most first; None as above.
    """

    direction: Direction
    counts: dict[Timing, int | None]
    missing: tuple[tuple[Words, int | None], ...]
