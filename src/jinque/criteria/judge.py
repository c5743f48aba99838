"""A criterion bound to the post that prints it.

The part of a criterion that can be decided: without what only people can judge.

The one door: a criterion, a person, a day.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, singledispatch

from jinque.criteria.careers import (
    judge_experience,
    judge_held_for,
    judge_level,
    judge_management,
    judge_worked,
    judge_years_by_degree,
)
from jinque.criteria.holdings import (
    judge_appraisals,
    judge_award,
    judge_certificates,
    judge_date,
    judge_evidence,
    judge_place,
    judge_said,
    judge_scope,
    judge_statement,
    judge_tools,
    judge_won,
)
from jinque.criteria.judgement import (
    Judgement,
    all_of,
    any_of,
    join_missing,
    join_words,
    latest,
    negate,
)
from jinque.criteria.study import (
    judge_degree,
    judge_education,
    judge_full_time,
    judge_graduate,
    judge_industry,
    judge_language,
    judge_majors,
    judge_title_level,
)
from jinque.model.criterion import (
    AllOf,
    AnyOf,
    Approval,
    Background,
    Criterion,
    Evidence,
    ExperienceYears,
    InScope,
    Licence,
    Majors,
    Negated,
    Open,
    Tool,
    WorkPlace,
    YearsByDegree,
)
from jinque.model.person import MissingFact, Outcome, Person

RELATED = "相关"
"""What the heading of a column, or the words of a clause, say of work that is related."""


def bind(criterion: Criterion, quote: str, heading: str, occupations: tuple[str, ...]) -> Criterion:
    """Return the criterion with what only the post tells.

    Args:
        criterion: as read.
        quote: its printed words; 等 makes a list of tools an open one, 相关 one of majors.
        heading: of the column in which they stand; years under 相关经历 are of related work.
        occupations: names and codes of the post's occupation, work in which surely is related.
    """
    if isinstance(criterion, AnyOf | AllOf):
        parts = tuple(bind(part, quote, heading, occupations) for part in criterion.parts)
        return replace(criterion, parts=parts)
    if isinstance(criterion, ExperienceYears | YearsByDegree):
        return _to_work(criterion, heading, occupations)
    if isinstance(criterion, Tool) and "等" in quote:
        return replace(criterion, is_open=True)
    if isinstance(criterion, Majors | Background) and RELATED in quote:
        return replace(criterion, is_open=True)
    return criterion


def _to_work(
    criterion: ExperienceYears | YearsByDegree, heading: str, occupations: tuple[str, ...]
) -> Criterion:
    """Bind years to the work that is asked for.

    Work in the post's occupation is related (相关) work; where the words name other work or a
    kind of institution, only work of those very words surely counts.
    """
    printed = criterion.bound_to
    own = (printed.replace(RELATED, ""),) if printed else ()
    if RELATED in printed or (RELATED in heading and not printed):
        bound_to = printed or heading.removesuffix("要求")
        return replace(criterion, bound_to=bound_to, occupations=(*occupations, *filter(None, own)))
    return replace(criterion, occupations=own)


@cache
def decidable(criterion: Criterion) -> Criterion | None:
    """Return what is left where everything that only people can judge is taken as met.

    Left to people are evidence, approvals, readiness for a place, being in a county, and the
    condition printed behind a right to practise.

    Returns:
        None where nothing is left: the criterion binds nobody by itself.
    """
    if isinstance(criterion, Evidence | Approval | WorkPlace):
        return None
    if isinstance(criterion, InScope) and criterion.region:
        return None
    if isinstance(criterion, Licence):
        return replace(criterion, condition="")
    if isinstance(criterion, AnyOf | AllOf):
        return _group(criterion)
    return criterion


def _group(criterion: AnyOf | AllOf) -> Criterion | None:
    parts = [decidable(part) for part in criterion.parts]
    left = tuple(part for part in parts if part is not None)
    is_free = len(left) < len(parts) if isinstance(criterion, AnyOf) else not left
    return None if is_free else replace(criterion, parts=left)


def judge(criterion: Criterion, person: Person, on: date) -> Judgement:
    """Judge one criterion for one person as of a day.

    What is decided here stays decided when the person tells more (strong Kleene logic).

    Raises:
        TypeError: the criterion is of a kind without a judge.
    """
    return _judge(criterion, person, on)


@singledispatch
def _judge(criterion: Criterion, _person: Person, _on: date) -> Judgement:
    raise TypeError(f"no judge for {criterion!r}")


for _judge_of_kind in (
    judge_appraisals,
    judge_award,
    judge_certificates,
    judge_date,
    judge_degree,
    judge_education,
    judge_evidence,
    judge_experience,
    judge_full_time,
    judge_graduate,
    judge_held_for,
    judge_industry,
    judge_language,
    judge_level,
    judge_majors,
    judge_management,
    judge_place,
    judge_said,
    judge_scope,
    judge_statement,
    judge_title_level,
    judge_tools,
    judge_won,
    judge_worked,
    judge_years_by_degree,
):
    _judge.register(_judge_of_kind)


@_judge.register
def _all(criterion: AllOf, person: Person, on: date) -> Judgement:
    parts = [judge(part, person, on) for part in criterion.parts]
    outcome = all_of(part.outcome for part in parts)
    deciding = [part for part in parts if part.outcome is outcome]
    earliest = latest(part.earliest_date for part in deciding)
    is_final = outcome is Outcome.NOT_MET and earliest is None
    return Judgement(
        outcome=outcome,
        reason=join_words(part.reason for part in deciding),
        missing=() if is_final else join_missing(parts),
        earliest_date=earliest,
    )


@_judge.register
def _any(criterion: AnyOf, person: Person, on: date) -> Judgement:
    parts = [judge(part, person, on) for part in criterion.parts]
    outcome = any_of(part.outcome for part in parts)
    deciding = [part for part in parts if part.outcome is outcome]
    told = deciding[:1] if outcome is Outcome.MET else deciding
    is_short = outcome is Outcome.NOT_MET
    days = [part.earliest_date for part in deciding if part.earliest_date and is_short]
    return Judgement(
        outcome=outcome,
        reason=join_words(part.reason for part in told),
        missing=_fewest_missing(deciding) if outcome is Outcome.UNKNOWN else (),
        earliest_date=min(days, default=None),
    )


def _fewest_missing(parts: Sequence[Judgement]) -> tuple[MissingFact, ...]:
    """Return what the part lacks that the fewest facts could settle: one part is enough."""
    return min((part.missing for part in parts if part.missing), key=len, default=())


@_judge.register
def _negated(criterion: Negated, person: Person, on: date) -> Judgement:
    part = judge(criterion.part, person, on)
    missing = part.missing if part.outcome is Outcome.UNKNOWN else ()
    return Judgement(outcome=negate(part.outcome), reason=part.reason, missing=missing)


@_judge.register
def _open(criterion: Open, person: Person, on: date) -> Judgement:
    part = judge(criterion.part, person, on)
    if part.outcome is Outcome.MET:
        return part
    return Judgement(
        outcome=Outcome.UNKNOWN,
        reason=join_words([part.reason, criterion.reason]),
        missing=part.missing,
    )
