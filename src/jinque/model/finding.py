"""What was found of one demand for one person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jinque.model.fact import MissingFact
from jinque.model.metadata import Citation
from jinque.model.words import Words


class Outcome(StrEnum):
    """Three-valued result; UNKNOWN is an answer of its own and never a weak no."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found of one criterion of one clause for one person.

    Attributes:
        kind: kind of the criterion.
        rule: identifier of the rule or clause within its document.
        clause: reference as printed, `三（二）1（2）`.
        quote: the words that demand it, a sentence cut by a page break joined.
        citation: the same words in the source, raw.
        missing: facts that could settle it, or that count by its earliest date; empty when no
            fact of the person's could.
        earliest_date: with NOT_MET, the first day from which time alone would meet it, work going
            on as it does; None where time alone does not.
    """

    kind: str
    outcome: Outcome
    reason: Words
    rule: str
    clause: str
    quote: str
    citation: Citation
    missing: tuple[MissingFact, ...] = ()
    earliest_date: date | None = None
