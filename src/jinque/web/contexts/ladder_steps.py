"""One rung for one person: every demand with what was found, and what would settle it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jinque.model import Words
from jinque.model.bridge import Remark, Step
from jinque.model.fact import MissingFact
from jinque.model.finding import Finding
from jinque.web.contexts.ladder_rules import RuleView


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A fact that nobody gave and that can still change an answer.

    Attributes:
        fact: its name.
        about: the level or the years that it is of; empty where there is but one.
    """

    fact: str
    about: str
    question: Words


def questions(missing: Iterable[MissingFact]) -> tuple[QuestionView, ...]:
    """Flatten facts to ask for, each once."""
    return tuple(
        QuestionView(fact=each.fact.value, about=each.about, question=each.question)
        for each in dict.fromkeys(missing)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A demand and what was found.

    Attributes:
        outcome: `met`, `not_met` or `unknown`.
        rule: identifier of the rule; empty where the place is judged.
        earliest_date: first day from which time alone would meet it; None where it would not.
    """

    kind: str
    outcome: str
    reason: Words
    rule: str
    clause: str
    quote: str
    line_start: int
    line_end: int
    earliest_date: date | None
    missing: tuple[QuestionView, ...]

    @classmethod
    def of(cls, finding: Finding) -> "FindingView":
        """Flatten `finding`."""
        span = finding.citation.span
        return cls(
            kind=finding.kind,
            outcome=finding.outcome.value,
            reason=finding.reason,
            rule=finding.rule,
            clause=finding.clause,
            quote=finding.quote,
            line_start=span.line_start,
            line_end=span.line_end,
            earliest_date=finding.earliest_date,
            missing=questions(finding.missing),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A rung, and how far the person is.

    Attributes:
        from_levels: levels that it starts from; for a direct route the award.
        status: of this rung alone.
        earliest_date: first day from which time alone no longer stands against it; None where
            nothing does, or where something else is short.
        missing: facts that can still change it, the most useful first.
    """

    rule: RuleView
    from_levels: tuple[str, ...]
    to_level: str
    status: str
    outcome: str
    earliest_date: date | None
    findings: tuple[FindingView, ...]
    missing: tuple[QuestionView, ...]

    @classmethod
    def of(cls, step: Step) -> "StepView":
        """Flatten `step`."""
        return cls(
            rule=RuleView.of(step.rule),
            from_levels=step.from_levels,
            to_level=step.to_level,
            status=step.status.value,
            outcome=step.outcome.value,
            earliest_date=step.earliest_date,
            findings=tuple(FindingView.of(each) for each in step.findings),
            missing=questions(step.missing),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkView:
    """What a reader must know beside the answer.

    Attributes:
        rule: None where nothing printed says it.
        outcome: whether it applies to the person; None where that does not depend on the person.
    """

    code: str
    words: Words
    rule: RuleView | None
    outcome: str | None

    @classmethod
    def of(cls, remark: Remark) -> "RemarkView":
        """Flatten `remark`."""
        return cls(
            code=remark.code,
            words=remark.words,
            rule=RuleView.of(remark.rule) if remark.rule else None,
            outcome=remark.outcome.value if remark.outcome else None,
        )
