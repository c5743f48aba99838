"""What a clause demands of a person.

A criterion is data: it says what is demanded and never how that is judged, so that one definition
serves the explaining path (one person, with reasons) and a batch path (a column of people).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from jinque.model.fact import YES_OR_NO, Fact
from jinque.model.words import Words


class LevelScale(StrEnum):
    """Whether a level is one of skill (职业技能等级) or of a professional title (职称)."""

    SKILL = "skill"
    TITLE = "title"


class Criterion:
    """One demand; each subclass is a kind with its judge in `jinque.criteria`."""

    __slots__ = ()
    kind: ClassVar[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class States(Criterion):
    """The person says yes to a yes-or-no fact."""

    kind: ClassVar[str] = "statement"
    fact: Fact

    def __post_init__(self) -> None:
        if self.fact not in YES_OR_NO:
            raise ValueError(f"{self.fact} is not a yes-or-no fact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Criterion):
    """What only people or other documents can settle; never decided here."""

    kind: ClassVar[str] = "evidence"
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsLevel(Criterion):
    """One of `levels` is held.

    Attributes:
        order: every level of the scale, lowest first. Who holds one holds none above it; whether
            the lower ones were ever obtained is unknown.
    """

    kind: ClassVar[str] = "level"
    scale: LevelScale
    levels: tuple[str, ...]
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFor(Criterion):
    """A level was obtained full `years` ago, by the calendar. Levels as in `HoldsLevel`."""

    kind: ClassVar[str] = "held_years"
    scale: LevelScale
    levels: tuple[str, ...]
    order: tuple[str, ...]
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedSince(Criterion):
    """Full `years` of work since a level was obtained, counted in years really worked."""

    kind: ClassVar[str] = "worked_years"
    scale: LevelScale
    levels: tuple[str, ...]
    order: tuple[str, ...]
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisedYears(Criterion):
    """The yearly appraisals of the latest `years` complete years in the present post are passed."""

    kind: ClassVar[str] = "appraisals"
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HasAward(Criterion):
    """An award is held under one of its names."""

    kind: ClassVar[str] = "award"
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InPlace(Criterion):
    """The person works in one of some places, each named with all that lies in it."""

    kind: ClassVar[str] = "place"
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBefore(Criterion):
    """The day asked about is `day` or later."""

    kind: ClassVar[str] = "date"
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf(Criterion):
    """Every part is met; there is at least one."""

    kind: ClassVar[str] = "all_of"
    parts: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf(Criterion):
    """At least one part is met."""

    kind: ClassVar[str] = "any_of"
    parts: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Negated(Criterion):
    """The part is not met."""

    kind: ClassVar[str] = "negated"
    part: Criterion


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Criterion):
    """It is open whether the part binds, and `reason` says why: met if it is, else undecided."""

    kind: ClassVar[str] = "open"
    part: Criterion
    reason: Words
