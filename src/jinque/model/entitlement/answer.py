"""What rules come to for one person: each line with what was found, sums as ranges, days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jinque.locale import Sentence
from jinque.model.entitlement.rules import RuleLine, RuleSet
from jinque.model.person import Outcome, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDay:
    """A day of which the day, or month and day, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without a month")
        date(self.year, self.month or 1, self.day or 1)

    @property
    def first(self) -> date:
        """The first day that it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can be."""
        if self.day is not None:
            return self.first
        following = (self.month or 12) % 12 + 1
        year = self.year + (1 if following == 1 else 0)
        return date.fromordinal(date(year, following, 1).toordinal() - 1)

    def __str__(self) -> str:
        parts = (f"{self.year:04d}", self.month, self.day)
        return "-".join(
            each if isinstance(each, str) else f"{each:02d}" for each in parts if each is not None
        )


FactValue = bool | int | str | date | PartialDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Whether an edition lists a post that the person matches.

    Attributes:
        edition: identifier of the edition.
        outcome: MET where a listed post's printed requirements are met.
        post: identifier or name of the post; empty where none is.
        label: shortage as printed; None where it is not told.
        index: shortage index in thousandths.
        earliest_date: with NOT_MET, from when time alone would meet them.
    """

    edition: str
    outcome: Outcome
    post: str = ""
    name: str = ""
    label: str | None = None
    index: int | None = None
    earliest_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """A person with what rules ask beyond a catalogue; nothing of it is kept.

    Attributes:
        facts: fact -> what is told; what is not there is unknown.
        listings: what catalogues come to; an edition that is not there is unknown.
        name: label of a row (工号), never a person's name.
    """

    person: Person = field(default_factory=Person)
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    listings: tuple[Listing, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A fact that nobody gave and that can still change an answer."""

    fact: str
    question: Sentence
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What comes of a criterion.

    Attributes:
        bearing: `outcome` with what only people can judge taken as met.
        earliest_date: with NOT_MET, the first day from which time alone would meet it.
        turns_on: facts that were looked at.
        is_derived: a rule of law filled in what the set leaves open.
    """

    outcome: Outcome
    reason: Sentence
    bearing: Outcome
    missing: tuple[Question, ...] = ()
    earliest_date: date | None = None
    turns_on: frozenset[str] = frozenset()
    is_derived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFinding:
    """What was found of one line."""

    line: RuleLine
    judged: Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum in fen that is not less than `low` and not more than `high`; None is no known end."""

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"no range: {self.low} to {self.high}")

    @property
    def is_exact(self) -> bool:
        """Whether it is one sum."""
        return self.low == self.high

    def plus(self, other: "Amount") -> "Amount":
        """Return both together."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return Amount(low=self.low + other.low, high=high)

    def less(self, other: "Amount") -> "Amount":
        """Return what is left after `other` is taken off, never below nought."""
        low = 0 if other.high is None else max(0, self.low - other.high)
        return Amount(low=low, high=None if self.high is None else max(0, self.high - other.low))

    def at_most(self, cap: int | None) -> "Amount":
        """Return it cut off at a cap."""
        if cap is None:
            return self
        high = cap if self.high is None else min(cap, self.high)
        return Amount(low=min(self.low, cap), high=high)

    def or_more_of(self, other: "Amount") -> "Amount":
        """Return the larger of the two."""
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Amount(low=max(self.low, other.low), high=high)

    def if_met(self, outcome: Outcome) -> "Amount":
        """Return it where an outcome is met, nought where not, else the range of both."""
        if outcome is Outcome.MET:
            return self
        return NOTHING if outcome is Outcome.NOT_MET else Amount(low=0, high=self.high)


NOTHING = Amount(low=0, high=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SumStep:
    """One step from the gross sum to the net one: why, by which line, what is left."""

    reason: Sentence
    line: RuleLine
    left: Amount
    turns_on: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitFound:
    """What one benefit comes to.

    Attributes:
        judged: whether it is given, recognition among its conditions.
        gross: the sum printed for such a person, before anything is taken off.
        net: what is left; where others exclude it, what it would be by itself.
        taken: whether it is the one taken of its group; UNKNOWN where that is undecided.
        rivals: identifiers of benefits that exclude it.
    """

    line: RuleLine
    judged: Judged
    gross: Amount
    net: Amount
    steps: tuple[SumStep, ...] = ()
    taken: Outcome = Outcome.MET
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When a period ends.

    Attributes:
        day: last day of it; None where the calendar of its year is not announced.
        counted: days counted so far.
        of: days in all.
        until: last day that could be counted; None where none was.
        reason: how it was counted, or what is missing.
    """

    day: date | None
    counted: int
    of: int
    until: date | None
    reason: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDue:
    """A step with its days by rule and by promise; both clocks run.

    Attributes:
        begins_after: the day behind which counting begins; None where an earlier step has no day.
    """

    line: RuleLine
    begins_after: date | None
    by_rule: Deadline | None
    by_promise: Deadline | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowFound:
    """Where a day stands to a window.

    Attributes:
        state: `open`, `not_yet`, `missed` or `make_up`.
        opens, closes: of the window that is open or next; None where there is no further one.
    """

    line: RuleLine
    state: str
    opens: date | None
    closes: date | None
    reason: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadStep:
    """What somebody who does not match yet can still do, and from which day it counts."""

    words: Sentence
    line: RuleLine | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitlement:
    """What a rule set comes to for one person on a day.

    Attributes:
        recognition: three-valued; what only people can judge is taken as met and told in
            `to_judge`.
        findings: every condition, in printed order.
        authorities: who decides: met ones decide, unknown ones may.
        gross: all benefits before exclusions and deductions.
        net: what the rules come to.
        steps: the procedure from the day of application.
        not_stated: kinds of rules that the set leaves unsaid (未载明).
    """

    rules: RuleSet
    on: date
    recognition: Outcome
    findings: tuple[LineFinding, ...]
    authorities: tuple[LineFinding, ...]
    benefits: tuple[BenefitFound, ...]
    gross: Amount
    net: Amount
    points: Amount | None
    windows: tuple[WindowFound, ...]
    steps: tuple[StepDue, ...]
    period: StepDue | None
    materials: tuple[LineFinding, ...]
    not_stated: tuple[str, ...]
    missing: tuple[Question, ...]
    road: tuple[RoadStep, ...]
    earliest_date: date | None = None
    listing: Listing | None = None

    @property
    def to_judge(self) -> tuple[LineFinding, ...]:
        """The conditions that people must judge."""
        return tuple(
            each
            for each in self.findings
            if each.judged.outcome is Outcome.UNKNOWN and not each.judged.missing
        )

    @property
    def unmet(self) -> tuple[LineFinding, ...]:
        """The conditions that stand against recognition."""
        return tuple(each for each in self.findings if each.judged.bearing is Outcome.NOT_MET)
