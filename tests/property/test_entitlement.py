"""Laws of rules: a roster equals one person; what is told later narrows and never flips."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinque.entitlement.days import WorkingDays
from jinque.entitlement.evaluate import Evaluator
from jinque.entitlement.kernel import NO_END, OUTCOMES, entitle_roster
from jinque.entitlement.people import made_up_people
from jinque.model.entitlement.answer import Amount, Applicant, Entitlement, PartialDay
from jinque.model.entitlement.rules import RuleSet
from jinque.model.person import Outcome
from jinque.parameters.entitlement.shelf import joined, read_rule_folder, shipped_folder

_SHELF = joined([read_rule_folder(shipped_folder())])
_DAYS = WorkingDays(_SHELF.years)
_ON = date(2026, 5, 20)
_PEOPLE = {each.id: made_up_people([each], _ON, 60, seed=7) for each in _SHELF.sets}

_SETS = st.sampled_from(_SHELF.sets)


def _without(applicant: Applicant, hidden: frozenset[str]) -> Applicant:
    """Return the same person with some things untold."""
    facts = {name: value for name, value in applicant.facts.items() if name not in hidden}
    born = facts.get("born")
    if "born_day" in hidden and isinstance(born, PartialDay):
        facts["born"] = replace(born, day=None)
    person = applicant.person
    if "educations" in hidden:
        person = replace(person, educations=None)
    listings = () if "listings" in hidden else applicant.listings
    return replace(applicant, facts=facts, person=person, listings=listings)


@st.composite
def _applicants(draw: st.DrawFn) -> tuple[str, Applicant, frozenset[str]]:
    rules = draw(_SETS)
    person = draw(st.sampled_from(_PEOPLE[rules.id]))
    names = [*person.facts, "born_day", "educations", "listings"]
    hidden = draw(st.frozensets(st.sampled_from(sorted(names)), max_size=5))
    return rules.id, person, hidden


def _rules(name: str) -> Evaluator:
    found = _SHELF.set_of(name)
    assert found
    return Evaluator(found, _ON, _DAYS)


@given(_applicants())
@settings(max_examples=150)
def test_learning_a_fact_never_flips_a_recognition_and_only_narrows_a_sum(
    drawn: tuple[str, Applicant, frozenset[str]],
) -> None:
    name, person, hidden = drawn
    evaluator = _rules(name)

    before = evaluator.entitle(_without(person, hidden))
    after = evaluator.entitle(person)

    assert before.recognition in (after.recognition, Outcome.UNKNOWN)
    for first, second in ((before.net, after.net), (before.gross, after.gross)):
        assert second.low >= first.low
        assert first.high is None or (second.high is not None and second.high <= first.high)


@given(_applicants())
@settings(max_examples=150)
def test_a_sum_is_never_lowered_without_its_cause(
    drawn: tuple[str, Applicant, frozenset[str]],
) -> None:
    name, person, hidden = drawn
    evaluator = _rules(name)
    before = evaluator.entitle(_without(person, hidden))
    after = evaluator.entitle(person)

    is_lowered = _top(after.net) < _top(before.net)

    named = {"born" if each == "born_day" else each for each in hidden}
    assert not is_lowered or named & _causes(after)


def _top(amount: Amount) -> int:
    return NO_END if amount.high is None else amount.high


def _causes(found: Entitlement) -> set[str]:
    """Return what the answer says that its lines turn on."""
    looks = {name for each in found.findings for name in each.judged.turns_on}
    looks |= {name for each in found.benefits for name in each.judged.turns_on}
    return looks | ({"listings"} if "listing" in looks else set())


@pytest.mark.parametrize("rules", _SHELF.sets, ids=lambda rules: rules.id)
def test_telling_any_one_fact_narrows_the_sum_and_names_itself(rules: RuleSet) -> None:
    evaluator = Evaluator(rules, _ON, _DAYS)
    for person in _PEOPLE[rules.id][:12]:
        after = evaluator.entitle(person)
        for fact in (*person.facts, "educations", "listings"):
            before = evaluator.entitle(_without(person, frozenset({fact})))

            assert before.net.low <= after.net.low
            assert _top(after.net) <= _top(before.net)
            assert _top(after.net) == _top(before.net) or fact in _causes(after)


@pytest.mark.parametrize("rules", _SHELF.sets, ids=lambda rules: rules.id)
def test_a_whole_roster_equals_its_people(rules: RuleSet) -> None:
    whole = _PEOPLE[rules.id]
    people = [
        *whole,
        *(_without(each, frozenset({fact})) for each in whole[:6] for fact in each.facts),
        *(_without(each, frozenset({"listings", "educations"})) for each in whole[:6]),
    ]

    found = entitle_roster(rules, people, _ON, _DAYS)

    evaluator = Evaluator(rules, _ON, _DAYS)
    singles = [evaluator.entitle(each) for each in people]
    assert [OUTCOMES[state] for state in found.recognition] == [
        each.recognition for each in singles
    ]
    assert found.low.tolist() == [each.net.low for each in singles]
    assert found.high.tolist() == [_top(each.net) for each in singles]
    assert found.gross_low.tolist() == [each.gross.low for each in singles]


@given(st.data())
@settings(max_examples=30)
def test_a_roster_equals_each_person_by_themself(data: st.DataObject) -> None:
    rules = data.draw(_SETS)
    drawn = data.draw(st.lists(st.sampled_from(_PEOPLE[rules.id]), min_size=1, max_size=12))
    people = [
        _without(
            each,
            data.draw(
                st.frozensets(
                    st.sampled_from(sorted([*each.facts, "educations", "listings"])), max_size=3
                )
            ),
        )
        for each in drawn
    ]

    found = entitle_roster(rules, people, _ON, _DAYS)

    evaluator = Evaluator(rules, _ON, _DAYS)
    for row, each in enumerate(people):
        single = evaluator.entitle(each)
        assert OUTCOMES[found.recognition[row]] is single.recognition
        assert (found.low[row], found.high[row]) == (single.net.low, _top(single.net))
        assert (found.gross_low[row], found.gross_high[row]) == (
            single.gross.low,
            _top(single.gross),
        )
        states = {each.line.id: each.judged.bearing for each in single.findings}
        by_line = dict(zip(found.lines, found.by_line[:, row], strict=True))
        assert {name: OUTCOMES[by_line[name]] for name in states} == states
