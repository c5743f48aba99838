"""What comes of judging a criterion, before it is tied to the clause that demands it.

A number that is known only between two ends, and how it stands to what is demanded.

Full years between days, as periods are counted in law.

Strong Kleene logic over outcomes: what is decided stays decided, whatever is learnt.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, date

from jinque.locale import Sentence, clauses
from jinque.model.person import MissingFact, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The least and the most that a number can be.

    Attributes:
        low: proved.
        high: not ruled out; None where nothing limits it.
    """

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.high is not None and self.high < self.low:
            raise ValueError(f"bounds cross: {self.low} > {self.high}")

    def reach(self, needed: int) -> Outcome:
        """Tell whether the number is at least `needed`."""
        if self.low >= needed:
            return Outcome.MET
        return Outcome.NOT_MET if self.high is not None and self.high < needed else Outcome.UNKNOWN


def largest(several: Iterable[Bounds]) -> Bounds:
    """Return the bounds of the largest of several numbers, which are not negative.

    It reaches what any of them reaches; of none at all it is nought.
    """
    bounds = [*several, Bounds(low=0, high=0)]
    highs = [each.high for each in bounds]
    known = [high for high in highs if high is not None]
    return Bounds(
        low=max(each.low for each in bounds),
        high=max(known) if len(known) == len(highs) else None,
    )


_FEBRUARY_END = 28


def add_years(day: date, years: int) -> date:
    """Return the day on which full `years` have passed since `day`.

    It is the corresponding day; 29 February in a year that has none ends on 28 February. Beyond
    the calendar the result is its last day.

    Source: Civil Code of the PRC (民法典), article 202.
    """
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=_FEBRUARY_END)


def full_years(since: date, until: date) -> int:
    """Return how many years have fully passed; 0 where `until` lies before `since`."""
    years = until.year - since.year
    if years > 0 and add_years(since, years) > until:
        years -= 1
    return max(years, 0)


def new_year(year: int) -> date:
    """Return 1 January of a year, no later than that of the calendar's last."""
    return date(min(year, MAXYEAR), 1, 1)


def complete_years(on: date, count: int) -> range:
    """Return the latest `count` calendar years that are over on a day, oldest first."""
    return range(on.year - count, on.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """An outcome with its reason; `missing` and `earliest_date` as in `Finding`."""

    outcome: Outcome
    reason: Sentence
    missing: tuple[MissingFact, ...] = ()
    earliest_date: date | None = None


def join_words(several: Iterable[Sentence]) -> Sentence:
    """Join sentences into one, each told once."""
    return clauses(dict.fromkeys(several))


def join_missing(several: Iterable[Judgement]) -> tuple[MissingFact, ...]:
    """Return the facts missing from several judgements, each once, in their order."""
    return tuple(dict.fromkeys(fact for each in several for fact in each.missing))


def latest(days: Iterable[date | None]) -> date | None:
    """Return the last of several days; None where there is none, or one of them is None."""
    given = list(days)
    known = [day for day in given if day]
    return max(known) if known and len(known) == len(given) else None


_NEGATED = {
    Outcome.MET: Outcome.NOT_MET,
    Outcome.NOT_MET: Outcome.MET,
    Outcome.UNKNOWN: Outcome.UNKNOWN,
}


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Return NOT_MET if any is, else UNKNOWN if any is, else MET (also for none at all)."""
    seen = set(outcomes)
    if Outcome.NOT_MET in seen:
        return Outcome.NOT_MET
    return Outcome.UNKNOWN if Outcome.UNKNOWN in seen else Outcome.MET


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Return MET if any is, else UNKNOWN if any is, else NOT_MET (also for none at all)."""
    return negate(all_of(negate(outcome) for outcome in outcomes))


def negate(outcome: Outcome) -> Outcome:
    """Exchange MET and NOT_MET; UNKNOWN stays."""
    return _NEGATED[outcome]
