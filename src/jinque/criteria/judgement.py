"""What comes of judging a criterion, before it is tied to the clause that demands it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jinque.model import Words
from jinque.model.fact import MissingFact
from jinque.model.finding import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """An outcome with its reason; `missing` and `earliest_date` as in `Finding`."""

    outcome: Outcome
    reason: Words
    missing: tuple[MissingFact, ...] = ()
    earliest_date: date | None = None


def join_words(several: Iterable[Words]) -> Words:
    """Join sentences into one, each told once."""
    once = list(dict.fromkeys(several))
    return Words(zh="；".join(each.zh for each in once), en="; ".join(each.en for each in once))


def join_missing(several: Iterable[Judgement]) -> tuple[MissingFact, ...]:
    """Return the facts missing from several judgements, each once, in their order."""
    return tuple(dict.fromkeys(fact for each in several for fact in each.missing))


def latest(days: Iterable[date | None]) -> date | None:
    """Return the last of several days; None where there is none, or one of them is None."""
    given = list(days)
    known = [day for day in given if day]
    return max(known) if known and len(known) == len(given) else None
