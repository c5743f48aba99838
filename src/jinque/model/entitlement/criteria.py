"""What rules of recognition and benefit demand beyond a catalogue: age, insurance, employer.

A fact is named by its identifier in the vocabulary of facts or in the rule set itself, so that a
new city needs no new kind.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from jinque.model.criterion import Criterion


class Bound(StrEnum):
    """Which side of a limit is meant, and whether the limit itself is in.

    Source: Civil Code of the PRC, article 1259 — 以上、以下、以内、届满 include the number itself;
    不满、超过、以外 do not.
    """

    AT_LEAST = "at_least"
    ABOVE = "above"
    AT_MOST = "at_most"
    BELOW = "below"


class AgeReached(StrEnum):
    """On which day a year of age is reached: the birthday, or the day behind it."""

    ON_BIRTHDAY = "on_birthday"
    DAY_AFTER = "day_after"


class LeapBirthday(StrEnum):
    """On which day of a common year somebody born on 29 February has their birthday."""

    FEBRUARY_28 = "february_28"
    MARCH_1 = "march_1"


class Governs(StrEnum):
    """Which of two printed limits holds where they part."""

    WORDS = "words"
    BIRTH_DATE = "birth_date"


class MajorReading(StrEnum):
    """How a major is compared: to the character, within its class, or by people."""

    EXACT = "exact"
    SAME_CLASS = "same_class"
    JUDGED = "judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Says(Criterion):
    """A yes-or-no fact is yes."""

    kind: ClassVar[str] = "says"
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWithin(Criterion):
    """A number (or an amount, in fen) lies within bounds; None is no bound."""

    kind: ClassVar[str] = "number"
    fact: str
    at_least: int | None = None
    above: int | None = None
    at_most: int | None = None
    below: int | None = None

    def __post_init__(self) -> None:
        if (self.at_least, self.above, self.at_most, self.below) == (None, None, None, None):
            raise ValueError(f"no bound for {self.fact}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceAmong(Criterion):
    """What is told is one of some values, compared without width and blanks."""

    kind: ClassVar[str] = "choice"
    fact: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWithin(Criterion):
    """A day is `not_before` or later, and lies before `before`."""

    kind: ClassVar[str] = "day"
    fact: str
    not_before: date | None = None
    before: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeLimit(Criterion):
    """An age, or the birth dates printed beside it.

    Attributes:
        years: full years (周岁); None where only birth dates are printed.
        bound: which side; what `以下` means in the set.
        is_derived: the side's end is not defined by the set and follows from the Civil Code.
        on: the day as of which age counts; None is the day of application.
        reached: see `AgeReached`; `leap`: see `LeapBirthday`.
        born_from: first birth date that is in, as printed and read; None where none is printed.
        born_until: last birth date that is in.
        governs: which of the two holds; None where only one is printed or they agree.
    """

    kind: ClassVar[str] = "age"
    years: int | None = None
    bound: Bound = Bound.AT_MOST
    is_derived: bool = False
    on: date | None = None
    reached: AgeReached = AgeReached.ON_BIRTHDAY
    leap: LeapBirthday = LeapBirthday.MARCH_1
    born_from: date | None = None
    born_until: date | None = None
    governs: Governs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuredMonths(Criterion):
    """Months of social insurance.

    Attributes:
        is_continuous: in one unbroken run up to the day; else in total.
        counts_back_paid: whether months paid later count.
    """

    kind: ClassVar[str] = "insured_months"
    at_least: int
    is_continuous: bool
    counts_back_paid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPost(Criterion):
    """The catalogue that counts lists a post whose printed requirements are met.

    Attributes:
        labels: shortage as printed that is enough; empty where any is.
        index_at_least: shortage index in thousandths; None where none is asked.
    """

    kind: ClassVar[str] = "listed_post"
    labels: tuple[str, ...] = ()
    index_at_least: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorIs(Criterion):
    """A major of a diploma is one of those listed.

    Attributes:
        names: as printed.
        codes: of the majors, as printed; empty where codes are not asked.
    """

    kind: ClassVar[str] = "major"
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    reading: MajorReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Study(Criterion):
    """One and the same education has all of this (全日制本科及以上，并有学士学位).

    Attributes:
        education: least level; empty where none is asked.
        degree: least degree; empty where none is asked.
        is_full_time: None where both will do.
    """

    kind: ClassVar[str] = "study"
    education: str = ""
    degree: str = ""
    is_full_time: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedYears(Criterion):
    """Years of related work, study beyond the asked level counting as years.

    Attributes:
        fact: the number of years told.
        study: education level -> years that its study counts for, the highest level first.
    """

    kind: ClassVar[str] = "related_years"
    fact: str
    at_least: int
    study: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsReach(Criterion):
    """The points of the set come to at least a number."""

    kind: ClassVar[str] = "points"
    at_least: int
