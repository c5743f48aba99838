"""Laws of judging that hold for every person, every demand and every day."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jinque.criteria import judge
from jinque.model.criterion import AllOf, AnyOf, Criterion
from jinque.model.person import Outcome, Person
from tests.unit.criteria.people import (
    DAYS,
    complete_persons,
    criteria,
    forgetful,
    going_on,
    timed_criteria,
)


@given(data=st.data(), criterion=criteria, on=DAYS)
def test_learning_a_fact_never_flips_what_is_decided(
    data: st.DataObject, criterion: Criterion, on: date
) -> None:
    everything = data.draw(complete_persons(on))
    less = data.draw(forgetful(everything))

    before = judge(criterion, less, on).outcome
    after = judge(criterion, everything, on).outcome

    assert before in (Outcome.UNKNOWN, after)


@given(data=st.data(), criterion=criteria, on=DAYS)
def test_only_what_is_undecided_lacks_facts_and_only_what_is_short_has_a_date(
    data: st.DataObject, criterion: Criterion, on: date
) -> None:
    person = data.draw(forgetful(data.draw(complete_persons(on))))

    judged = judge(criterion, person, on)

    if judged.outcome is not Outcome.NOT_MET:
        assert judged.earliest_date is None
    if judged.outcome is Outcome.MET:
        assert judged.missing == ()
    assert judged.earliest_date is None or judged.earliest_date > on


@given(data=st.data(), criterion=criteria, on=DAYS)
def test_what_is_undecided_for_want_of_facts_names_one(
    data: st.DataObject, criterion: Criterion, on: date
) -> None:
    everything = data.draw(complete_persons(on))
    less = data.draw(forgetful(everything))
    assume(judge(criterion, everything, on).outcome is not Outcome.UNKNOWN)

    judged = judge(criterion, less, on)

    assert bool(judged.missing) >= (judged.outcome is Outcome.UNKNOWN)


# Few people and demands are such that time alone decides, so most draws are passed over.
@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data(), on=DAYS, parts=st.lists(timed_criteria, min_size=1, max_size=3))
def test_time_alone_meets_the_demand_on_the_earliest_date_and_not_a_day_before(
    data: st.DataObject, on: date, parts: list[Criterion]
) -> None:
    criterion = data.draw(st.sampled_from([AllOf(parts=tuple(parts)), AnyOf(parts=tuple(parts))]))
    person = _without_stated_years(data.draw(forgetful(data.draw(complete_persons(on)))))
    judged = judge(criterion, person, on)
    assume(judged.earliest_date is not None)

    day = judged.earliest_date or on
    eve = day - timedelta(days=1)

    assert judge(criterion, going_on(person, on, day), day).outcome is not Outcome.NOT_MET
    assert judge(criterion, going_on(person, on, eve), eve).outcome is Outcome.NOT_MET


def _without_stated_years(person: Person) -> Person:
    """Years stated as of one day say nothing of another."""
    skills = person.skills and tuple(replace(skill, years_worked=None) for skill in person.skills)
    return replace(person, skills=skills)
