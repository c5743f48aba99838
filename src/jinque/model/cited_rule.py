"""Rules with their place in the source, and the document they stand in."""

from dataclasses import dataclass
from datetime import date

from jinque.model.ladder import Forwarding, Superseding
from jinque.model.metadata import Citation
from jinque.model.rule import RuleKind
from jinque.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedRule:
    """A rule with its place in the source; fields as in `LadderRule`."""

    id: str
    kind: RuleKind
    clause: str
    quote: str
    english: str
    note: Words | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesInForce:
    """The document that an answer rests on, and from when it holds.

    Attributes:
        effective_from: first day; `basis` says how it was computed.
        alternative_from: first day by the other reading; None where there is none.
        supersedes: documents that give way, and how far.
        forwarded_by: documents that passed the rules on without changing the day.
        rules: the rules that say so.
    """

    ladder_id: str
    edition_id: str
    title: str | None
    document_number: str | None
    publisher: str | None
    place: str | None
    issued_on: str | None
    effective_from: date
    basis: Words
    alternative_from: date | None
    alternative: Words | None
    supersedes: tuple[Superseding, ...]
    forwarded_by: tuple[Forwarding, ...]
    rules: tuple[CitedRule, ...]
