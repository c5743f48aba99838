"""One applicant beside a set: what is taken, who decides, which day counts, who ranks."""

from datetime import date

import pytest

from jinque.entitlement.evaluate import Evaluator
from jinque.entitlement.ranking import rank
from jinque.model.entitlement.answer import Amount, Applicant, Listing
from jinque.model.person import Education, Outcome, Person
from tests.said import zh
from tests.unit.entitlement.samples import DAYS, HEAD, ON, evaluator, rules

_MET, _NOT, _OPEN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
_TIED = "quota: {at_most: 1, per: employer}"
_POINTS = (
    "name: 分, points: [{when: {amount: {fact: pay_year, at_least: 100}}, points: 10}, "
    "{when: {amount: {fact: pay_year, at_least: 0}}, points: 5}]"
)


def _pay(yuan: int | None, months: int | None = None) -> Applicant:
    facts = {} if yuan is None else {"pay_year": yuan * 100}
    if months is not None:
        facts["contract_months"] = months
    return Applicant(facts=facts)


@pytest.mark.parametrize(
    ("pays", "places"),
    [
        ([100, 50], [_MET, _NOT]),
        ([100, 100], [_OPEN, _OPEN]),
        ([100, None], [_OPEN, _OPEN]),
        ([50, None], [_OPEN, _OPEN]),
        ([100, 100, 50], [_OPEN, _OPEN, _NOT]),
    ],
)
def test_equals_at_the_last_place_are_undecided_without_a_tie_break(
    pays: list[int | None], places: list[Outcome]
) -> None:
    found = rank(evaluator(_TIED, _POINTS), [_pay(each) for each in pays])

    assert found == places


def test_a_tie_break_parts_them() -> None:
    line = "quota: {at_most: 1, per: employer, ranked_by: [contract_months]}"

    found = rank(evaluator(line, _POINTS), [_pay(100, 36), _pay(100, 24), _pay(100)])

    assert found == [_OPEN, _NOT, _OPEN]


def test_who_is_not_recognised_takes_no_place() -> None:
    condition = "name: 合同, condition: {number: {fact: contract_months, at_least: 12}}"

    found = rank(evaluator(_TIED, _POINTS, condition), [_pay(100, 6), _pay(50, 12)])

    assert found == [_NOT, _MET]


@pytest.mark.parametrize(("told", "low", "high"), [({}, 0, None), ({"pay_year": 1000}, 500, 500)])
def test_a_share_of_what_is_not_told_has_no_known_end(
    told: dict[str, int], low: int, high: int | None
) -> None:
    line = "benefit: {id: a, name: 甲, share_of: pay_year, share_permille: 500}"

    found = evaluator(line).entitle(Applicant(facts=told))

    assert found.net == Amount(low=low, high=high)


def test_benefits_of_one_group_are_compared_by_the_net_sum() -> None:
    lines = (
        "benefit: {id: a, name: 甲, group: g, tiers: [{amount: 100}]}",
        "benefit: {id: b, name: 乙, group: g, tiers: [{amount: 80}]}",
        "exclusion: {group: g}",
        "deduction: {benefit: a, fact: pay_year}",
    )

    def taken(drawn: int) -> list[Outcome]:
        found = evaluator(*lines).entitle(Applicant(facts={"pay_year": drawn}))
        return [each.taken for each in found.benefits]

    assert taken(19_00) == [_MET, _NOT]
    assert taken(20_00) == [_MET, _NOT]  # equal: the first printed
    assert taken(21_00) == [_NOT, _MET]


def test_a_group_without_a_line_that_says_so_excludes_nothing() -> None:
    lines = (
        "benefit: {id: a, name: 甲, group: g, tiers: [{amount: 100}]}",
        "benefit: {id: b, name: 乙, group: g, tiers: [{amount: 80}]}",
    )

    assert evaluator(*lines).entitle(Applicant()).net == Amount(low=180_00, high=180_00)


def test_months_up_to_a_number_are_a_range() -> None:
    line = "benefit: {id: a, name: 甲, per: month, up_to_times: 36, tiers: [{amount: 1500}]}"

    assert evaluator(line).entitle(Applicant()).net == Amount(low=1500_00, high=54_000_00)


def test_lines_hold_on_the_day_of_application() -> None:
    found = rules(
        f"name: 甲, effective_to: 2026-07-01, {_MONTHS % 12}",
        f"name: 乙, effective_from: 2026-07-01, {_MONTHS % 36}",
    )
    judge = Evaluator(found, ON, DAYS)

    states = [
        judge.entitle(Applicant(facts={"contract_months": 24, "applied_on": day})).recognition
        for day in (date(2026, 6, 30), date(2026, 7, 1))
    ]

    assert states == [_MET, _NOT]


_CATALOGUES = (
    "catalogues: [{edition: old, effective_to: 2026-01-01}, "
    "{edition: new, effective_from: 2026-01-01}]"
)
_MONTHS = "condition: {number: {fact: contract_months, at_least: %s}}"


@pytest.mark.parametrize(
    ("day", "told", "outcome"),
    [
        ("hire", {"hired_on": date(2025, 5, 1)}, _MET),
        ("hire", {"hired_on": date(2026, 5, 1)}, _NOT),
        ("hire", {}, _OPEN),
        ("application", {"hired_on": date(2025, 5, 1)}, _NOT),
        ("tax_year", {"tax_year": 2025}, _MET),
        ("tax_year", {"tax_year": 2026}, _NOT),
        (
            "hire, or_day: second_hire",
            {"hired_on": date(2026, 5, 1), "second_hired_on": date(2025, 1, 1)},
            _MET,
        ),
    ],
)
def test_the_counting_day_chooses_the_catalogue(
    day: str, told: dict[str, object], outcome: Outcome
) -> None:
    head = HEAD.replace("sources:", f"{_CATALOGUES}\nsources:")
    found = rules(
        f"catalogue_day: {{day: {day}}}", "name: 目录, condition: {listed: yes}", head=head
    )
    person = Applicant(
        facts=told,  # type: ignore[arg-type]
        listings=(Listing(edition="old", outcome=_MET), Listing(edition="new", outcome=_NOT)),
    )

    assert Evaluator(found, ON, DAYS).entitle(person).recognition is outcome


def test_editions_that_agree_need_no_day() -> None:
    head = HEAD.replace("sources:", f"{_CATALOGUES}\nsources:")
    found = rules("catalogue_day: {day: hire}", "name: 目录, condition: {listed: yes}", head=head)
    both = tuple(Listing(edition=name, outcome=_MET) for name in ("old", "new"))

    assert Evaluator(found, ON, DAYS).entitle(Applicant(listings=both)).recognition is _MET


@pytest.mark.parametrize(
    ("held", "reading", "outcome"),
    [
        ("软件工程", "exact", _MET),
        ("软件工程专业", "exact", _NOT),
        ("网络工程", "exact", _NOT),
        ("网络工程", "same_class", _MET),
        ("会计学", "same_class", _NOT),
        ("软件工程", "judged", _MET),
        ("会计学", "judged", _OPEN),
    ],
)
def test_a_major_is_read_as_the_set_reads_it(held: str, reading: str, outcome: Outcome) -> None:
    line = f"name: 专业, condition: {{major: {{names: [软件工程], reading: {reading}}}}}"
    person = Person(educations=(Education(level="本科", majors=(held,)),))

    assert evaluator(line).entitle(Applicant(person=person)).recognition is outcome


def test_one_education_must_have_all_that_is_asked() -> None:
    line = "name: 学历, condition: {study: {education_from: 本科, full_time: yes}}"
    two = (Education(level="大专", is_full_time=True), Education(level="本科", is_full_time=False))

    found = evaluator(line).entitle(Applicant(person=Person(educations=two)))

    assert found.recognition is _NOT


def test_a_silent_set_says_what_it_leaves_unsaid() -> None:
    found = evaluator("basis: 甲").entitle(Applicant())

    assert {"authority", "remedy", "window", "step"} <= set(found.not_stated)


def test_evidence_never_decides_and_is_told() -> None:
    found = evaluator("name: 能力, condition: {evidence: 由单位判断}").entitle(Applicant())

    assert found.recognition is _MET
    assert [zh(each.judged.reason) for each in found.to_judge] == ["由单位判断"]
