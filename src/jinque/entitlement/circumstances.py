"""What a judgement rests on beside the applicant, and how what is found is told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jinque.locale import Sentence, say
from jinque.model.entitlement.answer import (
    Amount,
    Applicant,
    Judged,
    Listing,
    Question,
)
from jinque.model.entitlement.rules import FactAsked
from jinque.model.person import Outcome

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
LISTING = "listing"
"""The fact whether a catalogue lists a post that is matched."""
OF_TRUTH = {True: MET, False: NOT_MET, None: UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a judgement rests on beside the applicant.

    Attributes:
        on: the day of application; facts are told as of it.
        facts: the facts that the set may name.
        listing: the listing that counts; None where it is not known which or what.
        listing_reason: why it counts, or why it is not known.
        listing_facts: facts that the choice of the listing turns on.
        listing_missing: what would tell it.
        points: the points of the set; None before they are counted.
    """

    on: date
    facts: Mapping[str, FactAsked]
    listing: Listing | None = None
    listing_reason: Sentence | None = None
    listing_facts: frozenset[str] = frozenset({LISTING})
    listing_missing: tuple[Question, ...] = ()
    points: Amount | None = None


def found_of(
    outcome: Outcome,
    reason: Sentence,
    turns_on: Iterable[str],
    missing: Sequence[Question] = (),
    earliest: date | None = None,
) -> Judged:
    """Return what came of a criterion; `missing` counts with UNKNOWN, `earliest` with NOT_MET."""
    return Judged(
        outcome=outcome,
        bearing=outcome,
        reason=reason,
        missing=tuple(missing) if outcome is UNKNOWN else (),
        earliest_date=earliest if outcome is NOT_MET else None,
        turns_on=frozenset(turns_on),
    )


def ask_fact(fact: str, at: Circumstances) -> Question:
    """Return the question for a fact."""
    known = at.facts.get(fact)
    words = known.question if known else say("{fact}?", fact=fact)
    return Question(fact=fact, question=words)


def name_of(fact: str, at: Circumstances) -> str:
    """Return what people call a fact."""
    known = at.facts.get(fact)
    return known.names[0] if known else fact


def yuan(fen: int) -> str:
    """Return an amount in yuan, with fen only where there are any."""
    whole, rest = divmod(fen, 100)
    return f"{whole:,}" + (f".{rest:02d}" if rest else "")


def months_told(applicant: Applicant, name: str) -> int | None:
    """Return a number that is told; None where it is not."""
    value = applicant.facts.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
