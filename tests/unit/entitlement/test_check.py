"""A rule file is refused with the place of the slip; contradictions are told with both quotes."""

from pathlib import Path

import pytest

from jinque.entitlement.check import check_rules
from jinque.parameters.entitlement.reading import read_rule_set
from jinque.parameters.entitlement.shelf import read_rule_folder, shipped_folder
from tests.said import zh
from tests.unit.entitlement.samples import HEAD, codes, read

_AGE = (
    "name: 年龄, condition: {age: {years: 35, on: 2025-09-30, "
    "born: {after: 1989-09-30, includes_day: %s}%s}}"
)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("condition: {state: a}, name: 甲", "key_unknown"),
        ("condition: {states: a, not: {states: a}}, name: 甲", "schema"),
        ("condition: {states: nobody_knows}, name: 甲", "fact_unknown"),
        ("condition: {number: {fact: contract_months}}, name: 甲", "schema"),
        ("condition: {number: {fact: employer_kind, at_least: 1}}, name: 甲", "fact_unknown"),
        ("condition: {education_from: 大学}, name: 甲", "schema"),
        ("condition: {insured_months: {at_least: 12, counted: continuous}}, name: 甲", "schema"),
        ("condition: {age: {bound: 以下}}, name: 甲", "schema"),
        ("condition: {states: is_new_hire}", "schema"),
        ("benefit: {id: a, name: 甲, tiers: [{amount: 十万}]}", "schema"),
        ("benefit: {id: a, name: 甲, tiers: [{amount: 1}], instalments: [50, 40]}", "schema"),
        ("benefit: {id: a, name: 甲, tiers: [{amount: 1}], group: g}", "reference"),
        ("deduction: {benefit: b, fact: pay_year}", "reference"),
        ("quota: {at_most: 0, per: employer}", "schema"),
        ("window: {opens: 2026-05-01, closes: 2026-04-01}", "contradiction"),
        ("step: {name: 审核, days: 5, promised_days: 8}", "contradiction"),
        ("step: {name: 审核, days: 5}, quota: {at_most: 1, per: set}", "schema"),
        ("steps: {name: 审核, days: 5}", "schema"),
        ("effective_to: 2025-01-01, basis: 甲", "period"),
        ("effective_from: 某日, basis: 甲", "schema"),
        ("condition: {points: {at_least: 60}}, name: 分", "reference"),
        (
            "condition: {number: {fact: contract_months, above: 5, below: 6}}, name: 合同",
            "impossible",
        ),
    ],
)
def test_a_slip_is_told_by_its_code(line: str, code: str) -> None:
    assert code in codes(line)


def test_a_fault_names_file_line_and_key() -> None:
    _, faults = read("basis: 甲", "condition: {states: nobody}, name: 乙")

    [fault] = faults
    assert (fault.file, fault.line) == ("甲.yaml", 10)
    assert fault.path == "lines[2].condition.states"
    assert "nobody" in zh(fault.message)


def test_words_and_printed_dates_that_part_are_refused_with_both() -> None:
    found, _ = read(_AGE % ("yes", ""))
    assert found

    [fault] = [each for each in check_rules(found, "甲.yaml") if each.code == "age_parts"]

    # 30 September 1989 is 36 on 30 September 2025, yet “以后” with its day lets it in.
    assert "1989-10-01" in zh(fault.message)
    assert "1989-09-30" in zh(fault.message)
    assert "35周岁" in zh(fault.message)


@pytest.mark.parametrize(
    ("includes", "governs", "is_refused"),
    [("no", "", False), ("yes", "", True), ("yes", ", governs: words", False)],
)
def test_what_governs_settles_it(includes: str, governs: str, *, is_refused: bool) -> None:
    assert ("age_parts" in codes(_AGE % (includes, governs))) is is_refused


def test_an_age_beside_dates_must_say_as_of_which_day() -> None:
    line = "name: 年龄, condition: {age: {years: 35, born: {after: 1989-09-30, includes_day: no}}}"

    assert "age_parts" in codes(line)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("catalogue_day: {day: hire}", "catalogue_day: {day: application}"),
        (
            "quota: {at_most: 20, per: employer, ranked_by: [pay_year]}",
            "quota: {at_most: 10, per: employer, ranked_by: [pay_year]}",
        ),
        ("authority: {name: 甲局}", "authority: {name: 乙局}"),
        (
            "name: 合同, condition: {number: {fact: contract_months, at_least: 36}}",
            "name: 合同, condition: {number: {fact: contract_months, below: 12}}",
        ),
    ],
)
def test_two_lines_of_one_time_may_not_contradict(one: str, other: str) -> None:
    assert "contradiction" in codes(one, other)


def test_two_lines_of_two_times_may() -> None:
    found = codes(
        "catalogue_day: {day: hire}, effective_to: 2026-07-01",
        "catalogue_day: {day: application}, effective_from: 2026-07-01",
    )

    assert "contradiction" not in found


def test_a_quote_must_stand_in_the_text() -> None:
    text = (HEAD + "  - {id: L1, clause: 一, quote: 满十二个月, basis: 甲}\n").replace(
        "trust: synthetic}", "trust: synthetic, text: a.txt}"
    )

    _, faults = read_rule_set(text, where="甲.yaml", texts=lambda _: "第一条\n缴纳满24个月的。")
    found, none = read_rule_set(text, where="甲.yaml", texts=lambda _: "第一条\n缴 纳满十二\n个月")

    assert [each.code for each in faults] == ["quote_differs"]
    assert none == ()
    assert found
    assert found.lines[0].citation.line == 2


def test_a_text_that_is_not_there_is_a_fault() -> None:
    text = HEAD.replace("trust: synthetic}", "trust: synthetic, text: a.txt}") + "  []\n"

    _, faults = read_rule_set(text, where="甲.yaml")

    assert [each.code for each in faults] == ["text_missing"]


def test_nothing_is_in_force_without_the_issuers_checked_words() -> None:
    text = HEAD.replace("force: synthetic", "force: in_force")

    assert "force_unproved" in codes("basis: 甲", head=text)


def test_a_line_without_words_is_refused() -> None:
    _, faults = read_rule_set(HEAD + "  - {id: L1, basis: 甲}\n", where="甲.yaml")

    assert [each.code for each in faults] == ["citation_missing"]


def test_a_figure_that_the_quote_does_not_print_is_doubted() -> None:
    found, _ = read("step: {name: 审核, days: 15}")
    assert found

    doubts = [each for each in check_rules(found, "甲.yaml") if not each.is_error]

    assert [each.code for each in doubts] == ["figure_not_in_quote"]


@pytest.mark.parametrize("text", ["a: [", "a: &x 1\nb: *x", "[" * 60 + "]" * 60, "a: 1\na: 2", ""])
def test_what_is_no_rule_file_is_a_fault_and_never_raises(text: str) -> None:
    found, faults = read_rule_set(text, where="甲.yaml")

    assert found is None
    assert any(each.is_error for each in faults)


def test_a_question_mark_within_braces_is_explained() -> None:
    _, faults = read_rule_set("id: a\nname: {zh: 新引进?}\n", where="甲.yaml")

    assert [(each.line, each.code) for each in faults] == [(2, "yaml")]
    assert "引号" in zh(faults[0].message)


def test_what_ships_has_no_error() -> None:
    folder = read_rule_folder(shipped_folder())
    faults = [*folder.faults]
    for each in folder.sets:
        faults += check_rules(each, folder.files[each.id])

    assert [each for each in faults if each.is_error] == []


def test_a_folder_is_read_again_when_a_file_changes(tmp_path: Path) -> None:
    path = tmp_path / "jia.yaml"
    line = "  - {id: L1, clause: 一, quote: 甲, basis: 甲}\n"
    path.write_text(HEAD + line, encoding="utf-8")
    before = read_rule_folder(tmp_path)
    path.write_text(HEAD + line + line.replace("L1", "L20"), encoding="utf-8")

    after = read_rule_folder(tmp_path)

    assert [len(each.lines) for each in (*before.sets, *after.sets)] == [1, 2]
