"""The findings of one post, each with the printed words, our reading, and what to bring."""

from collections.abc import Iterable
from dataclasses import dataclass

from jinque import api
from jinque.model import Words
from jinque.model.assessment import PostFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFindingView:
    """What was found of one demand.

    Attributes:
        outcome: `met`, `not_met` or `unknown`.
        mark: the same, but `to_show` for what only people judge and `to_judge` for what no fact
            of the person's settles.
        block: block of the row in which the words stand.
        kind: kind of the criterion.
        quote: the printed words.
        clause: the sentence in which they stand, where it says more; empty otherwise.
        reading: what they are read to demand.
        reason: why the outcome is what it is.
        line_start: first line of the words in the source.
        line_end: last line.
        questions: what would settle it.
        earliest_date: ISO 8601; empty where time alone does not meet it.
        bring: key of what may prove it.
    """

    outcome: str
    mark: str
    block: str
    kind: str
    quote: str
    clause: str
    reading: Words
    reason: Words
    line_start: int
    line_end: int
    questions: tuple[Words, ...]
    earliest_date: str
    bring: str

    @classmethod
    def of(cls, found: PostFinding) -> "PostFindingView":
        """Flatten `found`."""
        demand, span = found.demand, found.demand.citation.span
        return cls(
            outcome=found.outcome.value,
            mark=_mark(found),
            block=demand.block,
            kind=demand.criterion.kind,
            quote=demand.quote,
            clause=demand.clause if demand.clause != demand.quote else "",
            reading=api.describe(demand.criterion),
            reason=found.reason,
            line_start=span.line_start,
            line_end=span.line_end,
            questions=tuple(dict.fromkeys(fact.question for fact in found.missing)),
            earliest_date=found.earliest_date.isoformat() if found.earliest_date else "",
            bring=bring_of(demand.criterion.kind),
        )


_BRING = {
    "education_level": "diploma",
    "academic_degree": "diploma",
    "full_time": "diploma",
    "majors": "diploma",
    "background": "diploma",
    "experience_years": "work",
    "years_by_degree": "work",
    "industry_experience": "work",
    "management_years": "management",
    "certificate": "certificate",
    "licence": "certificate",
    "title_level": "title",
    "language": "language",
    "tool": "ability",
    "evidence": "ability",
    "award": "award",
    "graduate_of_year": "graduate",
    "place": "statement",
    "approval": "approval",
    "scope": "identity",
}


def bring_of(kind: str) -> str:
    """Return the key of what may prove a demand of this kind."""
    return _BRING.get(kind, "several")


def things_to_bring(findings: Iterable[PostFindingView]) -> tuple[str, ...]:
    """Return what may prove the demands that are not ruled out, each once, in their order."""
    return tuple(dict.fromkeys(each.bring for each in findings if each.mark != "not_met"))


def _mark(found: PostFinding) -> str:
    if found.is_evidence:
        return "to_show"
    is_open = found.outcome.value == "unknown"
    return "to_judge" if is_open and not found.missing else found.outcome.value
