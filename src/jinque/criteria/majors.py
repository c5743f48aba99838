"""Judges majors and backgrounds in a subject."""

from collections.abc import Sequence
from datetime import date

from jinque.classification.majors import relation
from jinque.criteria.judgement import Judgement, join_words
from jinque.criteria.questions import ask, still_open
from jinque.criteria.wording import describe
from jinque.model.criterion_listed import Background, Majors
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.major import MajorLikeness, MajorRelation
from jinque.model.person import Person

_NEAREST = tuple(MajorLikeness)


def judge_majors(criterion: Majors | Background, person: Person, _on: date) -> Judgement:
    """Judge majors by the official lists.

    The same major meets the demand; one of the same class may be related, which people must judge.
    One of another class misses a closed list; behind 等 or 相关 people must judge it too.
    """
    if person.educations is None:
        missing = (ask(Fact.EDUCATIONS),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)
    majors = [major for each in person.educations for major in each.majors or ()]
    related = _related(criterion.names, majors)
    is_untold = any(each.majors is None for each in person.educations)
    outcome = Outcome.UNKNOWN if is_untold else _outcome(related, is_open=criterion.is_open)
    if related and related[0].kind is MajorLikeness.SAME:
        outcome = Outcome.MET
    reasons = [each.reason for each in related[:1]]
    found = Judgement(
        outcome=outcome,
        reason=join_words([describe(criterion), *reasons]),
        missing=(ask(Fact.EDUCATIONS, "专业"),) if is_untold and outcome is Outcome.UNKNOWN else (),
    )
    return still_open(found, person, Fact.EDUCATIONS)


def _related(names: Sequence[str], majors: Sequence[str]) -> list[MajorRelation]:
    """Return how each major stands to each name, the nearest first."""
    several = [relation(name, major) for major in majors for name in names]
    return sorted(several, key=lambda each: _NEAREST.index(each.kind))


def _outcome(related: Sequence[MajorRelation], *, is_open: bool) -> Outcome:
    """Return what comes of majors that are all told; of none at all the demand is missed."""
    is_other = all(each.kind is MajorLikeness.OTHER for each in related)
    return Outcome.NOT_MET if not related or (is_other and not is_open) else Outcome.UNKNOWN
