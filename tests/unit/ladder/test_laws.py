"""Laws of an answer that hold for every person and day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jinque.ladder import Rulebook, answer
from jinque.model.ladder import BridgeAnswer, BridgeStatus, Direction, Step
from jinque.model.person import Outcome, Person
from tests.unit.criteria.people import complete_persons, forgetful
from tests.unit.ladder.asking import ask_bridge

_DAYS = st.dates(min_value=date(2022, 6, 1), max_value=date(2030, 12, 31))
_OCCUPATIONS = st.sampled_from([None, "电工", "讲解员", "没有的职业"])


@given(
    data=st.data(), on=_DAYS, occupation=_OCCUPATIONS, direction=st.sampled_from(list(Direction))
)
def test_telling_more_never_takes_back_what_was_decided(
    zhejiang: Rulebook,
    data: st.DataObject,
    on: date,
    occupation: str | None,
    direction: Direction,
) -> None:
    everything = data.draw(complete_persons(on))
    less = data.draw(forgetful(everything))

    def steps(person: Person) -> dict[str, Step]:
        question = ask_bridge(person, on, occupation=occupation, direction=direction)
        return {step.rule.id: step for step in _all(answer([zhejiang], question))}

    before, after = steps(less), steps(everything)

    for identifier in before.keys() & after.keys():
        decided = before[identifier].outcome
        assert decided in (Outcome.UNKNOWN, after[identifier].outcome)


@given(data=st.data(), on=_DAYS, occupation=_OCCUPATIONS)
def test_one_may_apply_only_when_every_condition_is_known_and_met(
    zhejiang: Rulebook, data: st.DataObject, on: date, occupation: str | None
) -> None:
    person = data.draw(forgetful(data.draw(complete_persons(on))))

    said = answer([zhejiang], ask_bridge(person, on, occupation=occupation))

    for step in _all(said):
        is_met = all(finding.outcome is Outcome.MET for finding in step.findings)
        assert (step.status is BridgeStatus.MAY_APPLY) == is_met
        assert (step.earliest_date is None) or step.status is BridgeStatus.NOT_YET
        if step.status is BridgeStatus.MAY_APPLY:
            assert step.missing == ()
            assert said.row


def _all(said: BridgeAnswer) -> tuple[Step, ...]:
    return (*said.steps, *said.direct)
