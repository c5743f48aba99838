"""Rules of the ladder with their places in the source, and the document they stand in."""

from dataclasses import dataclass
from datetime import date

from jinque.model import Words
from jinque.model.cited_rule import CitedRule, RulesInForce
from jinque.model.ladder import Forwarding, Superseding


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule as printed.

    Attributes:
        clause: reference as printed.
        note: how we read it, where its words leave a doubt; None where they do not.
        line_start: first line of the quote, counted from 1.
        line_end: last line, inclusive.
    """

    id: str
    kind: str
    clause: str
    quote: str
    english: str
    note: Words | None
    line_start: int
    line_end: int

    @classmethod
    def of(cls, rule: CitedRule) -> "RuleView":
        """Flatten `rule`."""
        return cls(
            id=rule.id,
            kind=rule.kind.value,
            clause=rule.clause,
            quote=rule.quote,
            english=rule.english,
            note=rule.note,
            line_start=rule.citation.span.line_start,
            line_end=rule.citation.span.line_end,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """The document that the rules stand in.

    Attributes:
        issued_on: as the edition's metadata has it; None where not stated, as with the others.
        effective_from: first day; `basis` says how it was computed.
        alternative_from: first day by the other reading; None where there is none.
        supersedes: documents that give way, and how far.
        forwarded_by: documents that passed the rules on without changing the day.
        rules: the rules that say so.
    """

    edition: str
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
    rules: tuple[RuleView, ...]

    @classmethod
    def of(cls, document: RulesInForce) -> "DocumentView":
        """Flatten `document`."""
        return cls(
            edition=document.edition_id,
            title=document.title,
            document_number=document.document_number,
            publisher=document.publisher,
            place=document.place,
            issued_on=document.issued_on,
            effective_from=document.effective_from,
            basis=document.basis,
            alternative_from=document.alternative_from,
            alternative=document.alternative,
            supersedes=document.supersedes,
            forwarded_by=document.forwarded_by,
            rules=tuple(RuleView.of(rule) for rule in document.rules),
        )
