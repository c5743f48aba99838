"""What being listed gives, over a record with the made-up city's two catalogues."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jinque import api
from jinque.api.screening import screen_given
from jinque.errors import (
    FolderInUseError,
    InvalidPersonError,
    InvalidRulesError,
    SourceNotFoundError,
    UnknownRuleSetError,
)
from jinque.model.entitlement.answer import Amount, Entitlement
from jinque.model.person import Outcome
from tests.said import zh

ON = date(2026, 3, 10)
_PERSON = """
教育经历: [{学历: 硕士, 学位: 硕士, 全日制: 是, 专业: [机械工程]}]
工作经历: [{开始: 2024-01, 结束: 至今, 职业: 数控工程师}]
出生日期: 1995-03-02
单位性质: 企业
用人单位所在地: 青石市
入职日期: 2025-05-01
合同月数: 36
连续缴纳月数: 12
补缴月数: 0
参保地: 青石市
纳税地: 青石市
相关工作年限: 1
失信被执行人: 否
在当地购买首套住房: 否
已领租房补贴: 0
个税地方留成: 0
年薪: 300000
"""


@pytest.fixture(scope="module")
def rules_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("rules")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JINQUE_RULES_DIR", str(folder))
        yield folder


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory, rules_folder: Path) -> Iterator[api.Workspace]:
    assert rules_folder.is_dir()
    folder = tmp_path_factory.mktemp("city")
    example = tmp_path_factory.mktemp("example") / "files"
    api.write_example(example)
    with api.open_workspace(data_dir=folder) as workspace:
        for year in (2025, 2026):
            api.ingest(workspace, example / f"qingshi-{year}.csv", edition_id=f"qingshi-{year}")
        yield workspace


def _entitled(
    city: api.Workspace, change: tuple[str, str] = ("", ""), post: str = "qingshi-2025:1"
) -> Entitlement:
    assert change[0] in _PERSON
    told = _PERSON.replace(*change) if change[0] else _PERSON
    rules = api.rule_set("qingshi")
    person = api.read_applicant(told, "人.yaml", rules.facts)
    return api.entitle(city, person, rules, ON, post_id=post)


def _state(found: Entitlement, clause: str) -> Outcome:
    [each] = [each for each in found.findings if each.line.citation.clause == clause]
    return each.judged.bearing


def test_one_who_meets_everything_gets_the_sum_the_day_and_the_authority(
    city: api.Workspace,
) -> None:
    found = _entitled(city)

    assert found.recognition is Outcome.MET
    assert found.net == Amount(low=101_500_00, high=154_000_00)
    assert [each.line.citation.clause for each in found.authorities] == ["第二条"]
    # Acceptance 5 and review 15 working days from 10 March 2026, counted on the calendar.
    days = [str(each.by_rule.day) for each in found.steps if each.by_rule]
    assert days[:2] == ["2026-03-17", "2026-04-08"]


def test_one_who_misses_a_condition_gets_nothing_and_the_first_day_that_helps(
    city: api.Workspace,
) -> None:
    found = _entitled(city, ("连续缴纳月数: 12", "连续缴纳月数: 9"))

    assert found.recognition is Outcome.NOT_MET
    assert _state(found, "第四条（五）") is Outcome.NOT_MET
    assert found.net == Amount(low=0, high=0)
    assert found.earliest_date == date(2026, 6, 10)
    # By then the window of the year behind the hire is over: the one to make it up is next.
    assert [each.day for each in found.road] == [date(2026, 6, 10), date(2027, 3, 1)]


def test_an_age_that_is_not_told_leaves_the_sum_a_range(city: api.Workspace) -> None:
    found = _entitled(city, ("出生日期: 1995-03-02", ""))

    assert found.recognition is Outcome.UNKNOWN
    assert found.net == Amount(low=0, high=154_000_00)
    assert [each.fact for each in found.missing] == ["born"]


def test_what_was_drawn_comes_off_to_the_fen(city: api.Workspace) -> None:
    found = _entitled(city, ("已领租房补贴: 0", "已领租房补贴: 12345.60"))

    assert found.net.low == 101_500_00 - 12_345_60


@pytest.mark.parametrize(
    ("hired", "outcome"),
    [("2026-06-30", Outcome.MET), ("2026-07-01", Outcome.NOT_MET)],
)
def test_a_listing_that_was_dropped_counts_by_the_day_of_hire(
    city: api.Workspace, hired: str, outcome: Outcome
) -> None:
    found = _entitled(city, ("入职日期: 2025-05-01", f"入职日期: {hired}"))

    assert _state(found, "第四条（一）") is outcome


def test_the_listing_is_looked_up_in_the_record(city: api.Workspace) -> None:
    found = _entitled(city)

    assert found.listing
    assert (found.listing.edition, found.listing.label) == ("qingshi-2025", "★★★★★")


def test_a_catalogue_that_the_record_lacks_leaves_the_listing_open(
    workspace: api.Workspace, rules_folder: Path
) -> None:
    assert rules_folder.is_dir()
    rules = api.rule_set("qingshi")
    person = api.read_applicant(_PERSON, "人.yaml", rules.facts)

    found = api.entitle(workspace, person, rules, ON)

    assert found.recognition is Outcome.UNKNOWN
    assert [each.about for each in found.missing] == ["qingshi-2025"]


def test_the_impact_of_24_months_equals_counts_by_hand(tmp_path: Path) -> None:
    api.write_example(tmp_path)
    new = tmp_path / "new"
    new.mkdir()
    for name in ("qingshi.yaml", "qingshi.txt"):
        text = (tmp_path / name).read_text(encoding="utf-8").replace("满12个月", "满24个月")
        text = text.replace("at_least: 12, counted", "at_least: 24, counted")
        (new / name).write_text(text, encoding="utf-8")
    old_file, new_file = tmp_path / "qingshi.yaml", new / "qingshi.yaml"

    found = api.rules_impact(old_file, new_file, on=ON, count=800)

    people = api.impact_people(old_file, new_file, on=ON, count=800)
    rules = api.rule_set("qingshi")
    lose, money = 0, 0
    for each in people:
        before = api.entitle(None, each, rules, ON)
        run = each.facts["insured_months_continuous"]
        if before.recognition is Outcome.MET and isinstance(run, int) and run < 24:
            lose, money = lose + 1, money + before.net.low
    moved = [
        each for each in found.moves if (each.before, each.after) == (Outcome.MET, Outcome.NOT_MET)
    ]
    assert lose > 20
    assert [(each.people, each.money_before.low) for each in moved] == [(lose, money)]
    assert found.before.low - found.after.low == money
    assert found.changed == ("C06",)


def test_a_file_that_is_added_holds_from_the_next_question_on(
    rules_folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "second.yaml"
    path.write_text(SECOND_CITY, encoding="utf-8")
    before = [each.id for each in api.rule_sets()]

    api.add_rules(path)

    assert "second" not in before
    assert api.rule_set("second").place == "乙市"
    (rules_folder / "second.yaml").unlink()
    with pytest.raises(UnknownRuleSetError):
        api.rule_set("second")


def test_a_file_with_an_error_is_not_added(rules_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "second.yaml"
    path.write_text(SECOND_CITY.replace("states: is_new_hire", "states: nobody"), encoding="utf-8")

    with pytest.raises(InvalidRulesError) as raised:
        api.add_rules(path)

    assert raised.value.where == "second.yaml:7"
    assert list(rules_folder.iterdir()) == []


def test_cases_of_one_bureau_run_on_the_rules_of_another(tmp_path: Path) -> None:
    api.write_example(tmp_path / "own")
    other = tmp_path / "other"
    api.write_example(other)
    text = (other / "qingshi.txt").read_text(encoding="utf-8").replace("满3年", "满5年")
    (other / "qingshi.txt").write_text(text, encoding="utf-8")
    rules = (other / "qingshi.yaml").read_text(encoding="utf-8").replace("满3年", "满5年")
    rules = rules.replace("related_years: {at_least: 3", "related_years: {at_least: 5")
    (other / "qingshi.yaml").write_text(rules, encoding="utf-8")

    report = api.conformance(tmp_path / "own", other)

    failed = {each.case.name for each in report.runs if not each.passed}
    assert api.conformance(tmp_path / "own").passed
    assert any("博士学习折算3年" in name for name in failed)


def test_cases_without_rules_do_not_pass(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "规则: nowhere\n案例:\n  - {名称: 甲, 日期: 2026-01-01, 应得: {认定: 符合}}\n",
        encoding="utf-8",
    )

    report = api.conformance(tmp_path)

    assert report.unmatched == ("a.yaml：nowhere",)
    assert not report.passed


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("出生日期: 95年", "出生日期"),
        ("已领租房补贴: 很多", "已领租房补贴"),
        ("单位性质: 国企", "单位性质"),
        ("连续缴纳月数: 20\n累计缴纳月数: 10", "累计"),
        ("目录: {qingshi-2025: 也许}", "qingshi-2025"),
        ("身份证号: 1", "身份证号"),
    ],
)
def test_a_value_that_cannot_be_read_is_named(line: str, word: str) -> None:
    rules = api.rule_set("qingshi")

    with pytest.raises(InvalidPersonError) as raised:
        api.read_applicant(line, "人.yaml", rules.facts)

    assert word in zh(raised.value.message)


def test_the_example_overwrites_nothing(tmp_path: Path) -> None:
    api.write_example(tmp_path)

    with pytest.raises(FolderInUseError):
        api.write_example(tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError):
        api.check_rules(tmp_path / "nowhere")


def test_a_set_asks_only_for_facts_that_it_turns_on() -> None:
    names = {each.id for each in api.asked_facts(api.rule_set("qingshi"))}

    assert {"born", "hired_on", "drawn_rent", "insured_months_continuous"} <= names
    assert not {"tax_year", "second_hired_on", "major_code", "contract"} & names


SECOND_CITY = """id: second
name: 乙市认定（示例）
place: 乙市
force: synthetic
sources: [{title: 乙市办法（虚构）, trust: synthetic}]
lines:
  - {id: C1, clause: 一, quote: 新引进, name: 新引进, condition: {states: is_new_hire}}
  - {id: A1, clause: 二, quote: 乙市人社局认定, authority: {name: 乙市人社局}}
  - {id: B1, clause: 三, quote: 发给5000元, benefit: {id: b, name: 补贴, tiers: [{amount: 5000}]}}
"""


def test_a_roster_says_what_being_listed_gives(city: api.Workspace) -> None:
    heads = (
        "工号,学历,学位,是否全日制,专业,工作经历,出生日期,连续缴纳月数,补缴月数,单位性质,"
        "用人单位所在地,合同月数,参保地,纳税地,相关工作年限,失信被执行人,入职日期,已领租房补贴"
    )
    same = (
        "硕士,硕士,是,机械工程,2020-07~至今/数控工程师,{},{},0,企业,"
        "青石市,36,青石,青石,1,否,2025-05-01"
    )
    rows = [
        f"A{number},{same.format(born, months)},{drawn}"
        for number, (born, months, drawn) in enumerate(
            [("1995-03-02", 12, 0), ("", 12, 0), ("1995-03-02", 8, 0), ("1995-03-02", 12, "很多")]
        )
    ]
    roster = "\n".join([heads, *rows]).encode()

    answer, given = screen_given(city, roster, name="r.csv", on=ON)

    states = {
        each.who.staff_id: each.found.recognition
        for each in given.people
        if each.found.rules.id == "qingshi"
    }
    assert states == {
        "A0": Outcome.MET,
        "A1": Outcome.UNKNOWN,
        "A2": Outcome.NOT_MET,
        "A3": Outcome.MET,
    }
    assert len(given.unread) == 1
    assert given.unread[0].startswith("R5")
    assert not any("出生日期" in each for each in answer.unread)
    [totals] = [each for each in given.totals if each.rules == "qingshi"]
    assert (totals.met, totals.unknown, totals.not_met) == (None, None, None)


def test_the_road_names_what_the_post_lacks_and_a_post_that_is_matched(city: api.Workspace) -> None:
    found = _entitled(city, post="qingshi-2025:2")

    told = [zh(each.words) for each in found.road]
    assert found.recognition is Outcome.NOT_MET
    assert any("3年以上" in each and "最早 2027-01-01" in each for each in told)
    assert any("已相符的岗位：数控工程师" in each for each in told)
