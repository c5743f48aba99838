"""The one door: a criterion, a person, a day."""

from collections.abc import Sequence
from datetime import date
from functools import singledispatch

from jinque.criteria.appraisals import judge_appraisals
from jinque.criteria.careers import (
    judge_experience,
    judge_management,
)
from jinque.criteria.careers_by_level import judge_years_by_degree
from jinque.criteria.industries import judge_industry
from jinque.criteria.judgement import Judgement, join_missing, join_words, latest
from jinque.criteria.levels import judge_held_for, judge_level
from jinque.criteria.logic import all_of, any_of, negate
from jinque.criteria.majors import judge_majors
from jinque.criteria.plain import (
    judge_award,
    judge_date,
    judge_evidence,
    judge_place,
    judge_statement,
)
from jinque.criteria.possessions import (
    judge_certificates,
    judge_said,
    judge_scope,
    judge_tools,
    judge_won,
)
from jinque.criteria.speech import judge_language
from jinque.criteria.study import (
    judge_degree,
    judge_education,
    judge_full_time,
    judge_graduate,
    judge_title_level,
)
from jinque.criteria.work import judge_worked
from jinque.model.criterion import AllOf, AnyOf, Criterion, Negated, Open
from jinque.model.fact import MissingFact
from jinque.model.finding import Outcome
from jinque.model.person import Person


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
