"""What each kind of demand finds, by example."""

from datetime import date

import pytest

from jinque.criteria import Judgement, judge
from jinque.locale import Words
from jinque.model.criterion import (
    AnyOf,
    AppraisedYears,
    Criterion,
    Evidence,
    HasAward,
    HeldFor,
    HoldsLevel,
    InPlace,
    LevelScale,
    Negated,
    NotBefore,
    Open,
    States,
    WorkedSince,
)
from jinque.model.person import Appraisal, Fact, Outcome, Person, Skill, Title

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
ORDER = ("中级工", "高级工", "技师", "高级技师")
ON = date(2026, 3, 1)


def _held(*levels: str) -> HoldsLevel:
    return HoldsLevel(scale=LevelScale.SKILL, levels=levels, order=ORDER)


def _worked(level: str, years: int) -> WorkedSince:
    return WorkedSince(scale=LevelScale.SKILL, levels=(level,), order=ORDER, years=years)


def _technician(obtained: date | None, worked: int | None = None) -> tuple[Skill, ...]:
    return (Skill(level="技师", obtained_on=obtained, years_worked=worked),)


def _asked(judged: Judgement) -> list[tuple[Fact, str]]:
    return [(each.fact, each.about) for each in judged.missing]


@pytest.mark.parametrize(
    ("skills", "levels", "expected"),
    [
        (None, ("技师",), UNKNOWN),
        ((), ("技师",), NOT_MET),
        (_technician(None), ("技师",), MET),
        (_technician(None), ("高级技师",), NOT_MET),
        (_technician(None), ("高级工",), UNKNOWN),
        (_technician(None), ("高级工", "技师"), MET),
        (_technician(date(2026, 3, 2)), ("技师",), NOT_MET),
    ],
)
def test_level_is_held_ruled_out_or_not_said(
    skills: tuple[Skill, ...] | None, levels: tuple[str, ...], expected: Outcome
) -> None:
    assert expected == judge(_held(*levels), Person(skills=skills), ON).outcome


def test_lower_level_that_is_not_named_is_asked_for() -> None:
    judged = judge(_held("高级工"), Person(skills=_technician(None)), ON)

    assert _asked(judged) == [(Fact.OBTAINED_ON, "高级工")]


def test_level_obtained_later_is_met_from_then_on() -> None:
    judged = judge(_held("技师"), Person(skills=_technician(date(2026, 5, 1))), ON)

    assert judged.earliest_date == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("obtained", "worked", "in_post_since", "expected"),
    [
        (date(2022, 11, 1), None, date(2020, 1, 1), MET),
        (date(2022, 11, 1), None, None, UNKNOWN),
        (date(2022, 11, 1), None, date(2024, 1, 1), UNKNOWN),
        (date(2023, 11, 1), None, None, NOT_MET),
        (date(2020, 1, 1), 2, None, NOT_MET),
        (date(2020, 1, 1), 3, None, MET),
        (date(2024, 1, 1), 9, None, NOT_MET),
        (None, None, date(2010, 1, 1), UNKNOWN),
        (None, 3, None, MET),
        (None, 2, None, NOT_MET),
    ],
)
def test_years_worked_are_proved_ruled_out_or_neither(
    obtained: date | None, worked: int | None, in_post_since: date | None, expected: Outcome
) -> None:
    person = Person(skills=_technician(obtained, worked), in_post_since=in_post_since)

    assert expected == judge(_worked("技师", 3), person, ON).outcome


@pytest.mark.parametrize(
    ("obtained", "worked", "expected"),
    [
        (date(2023, 11, 1), None, date(2026, 11, 1)),
        (date(2020, 1, 1), 2, date(2027, 3, 1)),
        (date(2024, 1, 1), 9, date(2027, 1, 1)),
        (None, 1, date(2028, 3, 1)),
        (date(2027, 1, 1), None, date(2030, 1, 1)),
    ],
)
def test_years_worked_are_full_at_the_earliest_when_work_goes_on(
    obtained: date | None, worked: int | None, expected: date
) -> None:
    judged = judge(_worked("技师", 3), Person(skills=_technician(obtained, worked)), ON)

    assert expected == judged.earliest_date


def test_years_of_a_break_are_asked_for_not_guessed() -> None:
    person = Person(skills=_technician(date(2020, 1, 1)), in_post_since=date(2025, 1, 1))

    assert _asked(judge(_worked("技师", 3), person, ON)) == [(Fact.YEARS_WORKED, "技师")]


def test_years_since_a_title_are_judged_alike() -> None:
    criterion = WorkedSince(
        scale=LevelScale.TITLE, levels=("助理级",), order=("员级", "助理级"), years=4
    )
    person = Person(titles=(Title(level="助理级", obtained_on=date(2023, 1, 1)),))

    assert judge(criterion, person, ON).earliest_date == date(2027, 1, 1)


def test_time_since_a_level_counts_by_the_calendar_where_no_work_is_asked_for() -> None:
    criterion = HeldFor(scale=LevelScale.SKILL, levels=("技师",), order=ORDER, years=1)

    assert judge(criterion, Person(skills=_technician(date(2025, 3, 1))), ON).outcome is MET
    assert judge(criterion, Person(skills=_technician(date(2025, 3, 2))), ON).outcome is NOT_MET
    assert judge(criterion, Person(skills=_technician(None)), ON).outcome is UNKNOWN


def _appraised(passed: str, failed: str = "") -> tuple[Appraisal, ...]:
    good = [Appraisal(year=int(year), is_passed=True) for year in passed.split()]
    return (*good, *(Appraisal(year=int(year), is_passed=False) for year in failed.split()))


@pytest.mark.parametrize(
    ("appraisals", "in_post_since", "expected", "earliest"),
    [
        (_appraised("2023 2024 2025"), date(2020, 5, 1), MET, None),
        (_appraised("2023 2024 2025"), date(2023, 1, 1), MET, None),
        (_appraised("2023 2024 2025"), date(2023, 1, 2), NOT_MET, date(2027, 1, 1)),
        (_appraised("2023 2024 2025"), None, UNKNOWN, None),
        (_appraised("2023 2025"), date(2020, 5, 1), UNKNOWN, None),
        (_appraised("2023 2025", "2024"), date(2020, 5, 1), NOT_MET, date(2028, 1, 1)),
        (_appraised("2023 2024 2025", "2022"), date(2020, 5, 1), MET, None),
        (_appraised("2023 2025", "2024"), None, NOT_MET, date(2028, 1, 1)),
    ],
)
def test_latest_three_complete_years_in_the_post_count(
    appraisals: tuple[Appraisal, ...],
    in_post_since: date | None,
    expected: Outcome,
    earliest: date | None,
) -> None:
    person = Person(appraisals=appraisals, in_post_since=in_post_since)

    judged = judge(AppraisedYears(years=3), person, ON)

    assert (expected, earliest) == (judged.outcome, judged.earliest_date)


def test_only_the_years_not_told_are_asked_for() -> None:
    person = Person(appraisals=_appraised("2024"), in_post_since=date(2020, 1, 1))

    asked = _asked(judge(AppraisedYears(years=3), person, ON))

    assert asked == [(Fact.APPRAISALS, "2023、2025")]


@pytest.mark.parametrize(
    ("criterion", "person", "expected"),
    [
        (States(fact=Fact.OBSERVES_LAW), Person(), UNKNOWN),
        (States(fact=Fact.OBSERVES_LAW), Person(observes_law=True), MET),
        (States(fact=Fact.OBSERVES_LAW), Person(observes_law=False), NOT_MET),
        (HasAward(names=("浙江工匠",)), Person(), UNKNOWN),
        (HasAward(names=("浙江工匠",)), Person(awards=()), NOT_MET),
        (HasAward(names=("浙江工匠",)), Person(awards=("浙江 工匠",)), MET),
        (HasAward(names=("浙江工匠",)), Person(awards=("浙江大工匠",)), NOT_MET),
        (InPlace(names=("浙江",)), Person(place="浙江省舟山市"), MET),
        (InPlace(names=("浙江",)), Person(place="大连"), NOT_MET),
        (InPlace(names=("浙江",)), Person(), UNKNOWN),
        (NotBefore(day=ON), Person(), MET),
        (NotBefore(day=date(2026, 3, 2)), Person(), NOT_MET),
        (Evidence(words=Words(zh="能力", en="ability")), Person(), UNKNOWN),
    ],
)
def test_what_is_given_is_taken_and_what_is_not_is_unknown(
    criterion: Criterion, person: Person, expected: Outcome
) -> None:
    assert expected == judge(criterion, person, ON).outcome


def test_open_demand_is_enough_when_met_and_never_bars() -> None:
    criterion = Open(
        part=States(fact=Fact.OBSERVES_LAW), reason=Words(zh="未载明", en="not stated")
    )

    assert judge(criterion, Person(observes_law=True), ON).outcome is MET
    assert judge(criterion, Person(observes_law=False), ON).outcome is UNKNOWN


def test_of_alternatives_the_second_is_asked_for_only_when_the_first_fails() -> None:
    criterion = AnyOf(
        parts=(
            Negated(part=States(fact=Fact.IS_PUBLIC_INSTITUTION_STAFF)),
            States(fact=Fact.MEETS_POST_RULES),
        )
    )

    first = judge(criterion, Person(), ON)
    second = judge(criterion, Person(is_public_institution_staff=True), ON)

    assert _asked(first) == [(Fact.IS_PUBLIC_INSTITUTION_STAFF, "")]
    assert _asked(second) == [(Fact.MEETS_POST_RULES, "")]


def test_demand_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(TypeError):
        judge(Criterion(), Person(), ON)


def test_fact_that_is_not_a_yes_or_no_cannot_be_stated() -> None:
    with pytest.raises(ValueError, match="yes-or-no"):
        States(fact=Fact.PLACE)
