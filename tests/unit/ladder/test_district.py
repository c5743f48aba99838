"""Rules of another place are another file: other levels, years, conditions and dates."""

from dataclasses import replace
from datetime import date

import pytest

from jinque.ladder import Rulebook, answer, open_rulebook, rules_in_force
from jinque.model import Edition
from jinque.model.ladder import BridgeStatus, Direction, Ladder, Step
from jinque.model.person import Appraisal, Outcome, Person, Skill, Title
from tests.said import zh
from tests.unit.ladder.asking import ask_bridge

ON = date(2032, 6, 1)
GOOD = tuple(Appraisal(year=year, is_passed=True) for year in (2030, 2031))


def _worker(level: str, obtained: date) -> Person:
    return Person(
        place="海角区",
        skills=(Skill(level=level, obtained_on=obtained),),
        in_post_since=date(2029, 1, 1),
        appraisals=GOOD,
        awards=(),
    )


def test_one_year_and_two_appraisals_are_enough_here(district: Rulebook) -> None:
    question = ask_bridge(_worker("中级工", date(2031, 6, 1)), ON, occupation="灯塔看守员")

    said = answer([district], question)

    assert said.status is BridgeStatus.MAY_APPLY
    assert said.step
    assert said.step.to_level == "员级"
    assert said.step.rule.clause == "一1（1）"


def test_place_chooses_among_the_rules(district: Rulebook, zhejiang: Rulebook) -> None:
    books = [zhejiang, district]
    worker = _worker("中级工", date(2031, 6, 1))

    here = answer(books, ask_bridge(worker, ON, occupation="灯塔看守员"))
    nowhere = answer(books, ask_bridge(Person(place="天涯区"), ON))
    unsaid = answer(books, ask_bridge(Person(), ON))

    assert here.document
    assert here.document.ladder_id == "haijiao-2030-5"
    assert nowhere.status is BridgeStatus.NOT_APPLICABLE
    assert zh(nowhere.headline).count("海角区") == zh(nowhere.headline).count("浙江") == 1
    assert unsaid.status is BridgeStatus.FACTS_MISSING
    assert [fact.fact.value for fact in unsaid.missing] == ["place"]


def test_without_any_rules_none_apply() -> None:
    said = answer([], ask_bridge(Person(), ON))

    assert said.status is BridgeStatus.NOT_APPLICABLE
    assert "没有收录" in zh(said.headline)


def test_of_two_rule_books_of_a_place_the_latest_in_force_answers(
    district_ladder: Ladder, district_edition: Edition, district: Rulebook
) -> None:
    start = replace(district_ladder.commencement, counted_from=date(2032, 1, 1))
    newer = open_rulebook(
        replace(district_ladder, id="newer", commencement=start), district_edition
    )

    def used(on: date) -> str | None:
        said = answer([newer, district], ask_bridge(Person(place="海角区"), on))
        return said.document.ladder_id if said.document else None

    assert [used(date(2029, 1, 1)), used(date(2031, 12, 31)), used(date(2032, 1, 1))] == [
        "haijiao-2030-5",
        "haijiao-2030-5",
        "newer",
    ]


def test_condition_in_words_only_is_left_to_people(district: Rulebook) -> None:
    question = ask_bridge(_worker("高级工", date(2030, 1, 1)), ON, occupation="潮汐观测工")

    said = answer([district], question)

    assert said.step
    undecided = [each for each in said.step.findings if each.outcome is not Outcome.MET]
    assert [(each.rule, each.kind, each.missing) for each in undecided] == [("C", "evidence", ())]
    assert said.status is BridgeStatus.FACTS_MISSING


def test_words_that_a_page_break_cuts_are_cited_with_both_lines(district: Rulebook) -> None:
    span = district.cited["S2"].citation.span

    assert (span.line_start, span.line_end) == (13, 15)


@pytest.mark.parametrize(
    ("obtained", "status", "earliest"),
    [
        (date(2028, 6, 1), BridgeStatus.FACTS_MISSING, None),
        (date(2029, 6, 1), BridgeStatus.NOT_YET, date(2033, 6, 1)),
    ],
)
def test_years_may_be_asked_for_behind_a_title_too(
    district: Rulebook, obtained: date, status: BridgeStatus, earliest: date | None
) -> None:
    title = Title(level="助理级", series="工程技术", obtained_on=obtained)
    question = ask_bridge(
        Person(place="海角区", titles=(title,)),
        ON,
        occupation="潮汐观测工",
        direction=Direction.TITLE_TO_SKILL,
    )

    said = answer([district], question)

    assert said.step
    assert (said.step.to_level, said.status, said.step.earliest_date) == ("技师", status, earliest)


def test_award_opens_a_route_without_the_conditions_of_other_places(district: Rulebook) -> None:
    person = Person(place="海角区", skills=(), awards=("海角区工匠",))

    said = answer([district], ask_bridge(person, ON, occupation="灯塔看守员"))

    assert [_told(step) for step in said.direct] == [("中级", BridgeStatus.MAY_APPLY)]
    assert said.step == said.direct[0]


def test_printed_first_day_has_one_reading(district: Rulebook) -> None:
    told = rules_in_force(district)

    assert (told.effective_from, told.alternative_from) == (date(2030, 3, 1), None)
    assert [older.is_repealed for older in told.supersedes] == [True]


def _told(step: Step) -> tuple[str, BridgeStatus]:
    return step.to_level, step.status
