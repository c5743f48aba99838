"""One person beside one post."""

from collections.abc import Sequence
from datetime import date

from jinque.criteria import Judgement, judge
from jinque.criteria.logic import all_of
from jinque.criteria.wording import describe
from jinque.eligibility.demands import Demand, demands_of
from jinque.eligibility.lacking import fewest_facts
from jinque.eligibility.validity import standing_on
from jinque.model import Words
from jinque.model.assessment import Assessment, PostFinding, Verdict
from jinque.model.criterion import Evidence
from jinque.model.finding import Outcome
from jinque.model.person import Person
from jinque.model.post_criteria import CriteriaAnswer

_FREE = Outcome.MET
"""What only people can judge never decides."""


def assess(person: Person, answer: CriteriaAnswer, on: date) -> Assessment:
    """Judge every demand of a post for one person as of a day.

    Args:
        person: see `coded` for linking their occupations to posts.
        answer: the post beside the reading of its requirements.
        on: the day as of which years count.
    """
    reading, demands = answer.reading, demands_of(answer)
    findings = tuple(find(demand, person, on) for demand in demands)
    verdict, earliest = Verdict.NO_STATED_REQUIREMENTS, None
    if reading.states_requirements:
        verdict, earliest = _verdict(demands, findings, person)
    is_open = verdict in (Verdict.INCOMPLETE, Verdict.NOT_YET)
    return Assessment(
        post=answer.post,
        edition=answer.edition,
        on=on,
        verdict=verdict,
        findings=findings,
        missing=fewest_facts(demands, findings, person, on) if is_open else (),
        earliest_date=earliest,
        none_stated=reading.none_stated,
        blank=reading.blank,
        doubts=reading.issues,
        standing=standing_on(answer.edition.metadata, on),
    )


def find(demand: Demand, person: Person, on: date) -> PostFinding:
    """Return what is found of one demand."""
    whole = judge(demand.bound, person, on)
    part = _deciding(demand, person, on)
    told = whole if part is None or whole.outcome is part.outcome else part
    is_evidence = whole.outcome is Outcome.UNKNOWN and (not part or part.outcome is _FREE)
    return PostFinding(
        demand=demand.printed,
        outcome=whole.outcome,
        bearing=part.outcome if part else _FREE,
        reason=_why(demand, whole if is_evidence else told),
        missing=part.missing if part and part.outcome is Outcome.UNKNOWN else (),
        earliest_date=part.earliest_date if part else None,
    )


def _why(demand: Demand, found: Judgement) -> Words:
    """Return the reason; of evidence, whose words are quoted anyway, only that people judge."""
    return describe(demand.bound) if isinstance(demand.bound, Evidence) else found.reason


def _deciding(demand: Demand, person: Person, on: date) -> Judgement | None:
    return judge(demand.deciding, person, on) if demand.deciding else None


def _verdict(
    demands: Sequence[Demand], findings: Sequence[PostFinding], person: Person
) -> tuple[Verdict, date | None]:
    outcome = all_of(each.bearing for each in findings)
    if outcome is Outcome.MET:
        return Verdict.MATCHES, None
    if outcome is Outcome.UNKNOWN:
        return Verdict.INCOMPLETE, None
    day = _due(demands, findings, person)
    return (Verdict.NOT_YET, day) if day else (Verdict.DOES_NOT_MATCH, None)


def _due(demands: Sequence[Demand], findings: Sequence[PostFinding], person: Person) -> date | None:
    """Return the first day on which time alone leaves nothing unmet; None where it never does."""
    days = [each.earliest_date for each in findings if each.bearing is Outcome.NOT_MET]
    known = [day for day in days if day]
    if not known or len(known) < len(days):
        return None
    day = max(known)
    later = [found.outcome for demand in demands if (found := _deciding(demand, person, day))]
    return None if Outcome.NOT_MET in later else day
