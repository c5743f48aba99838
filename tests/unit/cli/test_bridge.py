from pathlib import Path

import pytest

from jinque import documents
from tests.unit.cli.conftest import Shell

KNOWN = (
    *("--place", "浙江", "--occupation", "电工", "--skill-level", "技师"),
    *("--obtained", "2022-11-01", "--in-post-since", "2020-01-01", "--on", "2026-05-01"),
    *("--appraisals", "2023,2024,2025", "--award", "无"),
    *("--good-conduct", "--no-public-institution"),
)
ROSTER = "工号,职业,技能等级,取得日期\n1,电工,技师,2022-11-01\n2,电工,技师,去年\n"


def test_the_status_comes_first_then_level_series_and_clause(shell: Shell) -> None:
    outcome = shell("bridge", *KNOWN)

    assert outcome.code == 0
    assert outcome.out.startswith("可申报\n可申报工程技术或实验技术系列中级职称评审\n")
    parts = ["对应关系表第756号", "三（二）1（2）", "条件", "  符合  ", "出处", "2022-12-18"]
    places = [outcome.out.index(part) for part in parts]
    assert places == sorted(places)


def test_every_answer_says_that_applying_is_not_holding(shell: Shell) -> None:
    assert "可以申报评审不等于取得职称" in shell("bridge", *KNOWN).out
    assert "is not to hold the title" in shell("bridge", *KNOWN, "--lang", "en").out


def test_what_nobody_said_is_unknown_and_asked(shell: Shell) -> None:
    out = shell("bridge", *KNOWN[:8]).out

    assert out.startswith("缺少事实\n")
    assert "  未知  " in out
    assert "还须了解" in out


def test_a_failed_appraisal_moves_the_earliest_date(shell: Shell) -> None:
    arguments = [each.replace("2025", "2025=不合格") for each in KNOWN]

    out = shell("bridge", *arguments).out

    assert out.startswith("还不能\n")
    assert "最早2029-01-01" in out


def test_a_title_asks_for_a_skill_level(shell: Shell) -> None:
    question = ("--place", "浙江", "--title", "中级", "--occupation", "车工")

    answer = shell("bridge", *question, "--json").answer

    assert (answer["direction"], answer["step"]["to_level"]) == ("title_to_skill", "技师")


@pytest.mark.parametrize(
    ("goal", "level"), [((), "中级"), (("--to", "title"), "中级"), (("--to", "skill"), "技师")]
)
def test_with_both_levels_the_goal_may_be_said(
    shell: Shell, goal: tuple[str, ...], level: str
) -> None:
    held = ("--skill-level", "技师", "--title", "中级", "--title-series", "工程技术")

    answer = shell("bridge", "--place", "浙江", *held, *goal, "--json").answer

    assert answer["step"]["to_level"] == level


def test_an_award_opens_a_direct_route(shell: Shell) -> None:
    question = ("--place", "浙江", "--occupation", "电工", "--award", "浙江工匠")

    assert "浙江工匠 → 中级" in shell("bridge", *question).out


def test_an_occupation_that_is_not_listed_has_near_names(shell: Shell) -> None:
    out = shell(
        "bridge", "--place", "浙江", "--occupation", "电工师傅", "--skill-level", "技师"
    ).out

    assert out.startswith("未列明，由评委会确定\n")
    assert "名称相近" in out


@pytest.mark.parametrize(
    "arguments", [(), ("--class", "高级工班"), ("--rules",)], ids=["person", "class", "rules"]
)
def test_a_place_without_rules_is_told_so(shell: Shell, arguments: tuple[str, ...]) -> None:
    outcome = shell("bridge", "--place", "上海", *arguments)

    assert (outcome.code, outcome.out.splitlines()[0]) == (0, "本规则不适用（地区）")


def test_a_class_counts_as_an_education_for_exams_only(shell: Shell) -> None:
    out = shell("bridge", "--class", "高级工班", "--exam", "会计").out

    assert out.startswith("技工院校高级工班毕业生按相当于大专学历对待\n")
    assert "会计  列明" in out
    assert "不等于取得该学历" in out


def test_rules_are_listed_with_clause_and_words(shell: Shell) -> None:
    out = shell("bridge", "--rules").out

    assert out.startswith("58 条规则，对应关系表 883 个职业（工种）\n")
    assert "R43" in out


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        (("--skill-level", "技师", "--obtained", "昨天"), "--obtained"),
        (("--skill-level", "技师", "--worked-years", "很久"), "--worked-years"),
        (("--appraisals", "合格"), "--appraisals"),
        (("--on", "2026-02-30"), "--on"),
        (("--to", "moon"), "--to"),
        (("--skill-level", "大师"), "大师"),
        (("--class", "幼儿班"), "幼儿班"),
    ],
)
def test_a_wrong_value_is_an_error_that_names_it(
    shell: Shell, arguments: tuple[str, ...], where: str
) -> None:
    outcome = shell("bridge", "--place", "浙江", *arguments, "--json")

    assert (outcome.code, outcome.error["code"]) == (2, "option_invalid")
    assert outcome.error["where"] == where
    assert outcome.error["hint"]


def test_a_roster_becomes_a_workbook(shell: Shell, tmp_path: Path) -> None:
    roster, result = tmp_path / "r.csv", tmp_path / "out.xlsx"
    roster.write_text(ROSTER, encoding="utf-8")

    outcome = shell("screen", "--bridge", str(roster), "-o", str(result), "--place", "浙江")

    assert outcome.code == 1
    assert "名单 2 行：有结果 1，未读入 1" in outcome.out
    assert "D3" in outcome.out
    text = documents.read(result).text
    assert "不得单独作为录用、晋升、解聘依据" in text
    assert [name for name in ("汇总", "结果", "缺少事实", "未读入") if name not in text] == []


def test_a_roster_becomes_csv_files(shell: Shell, tmp_path: Path) -> None:
    roster, result = tmp_path / "r.csv", tmp_path / "out.csv"
    roster.write_text(ROSTER, encoding="utf-8")

    shell("screen", "--bridge", str(roster), "-o", str(result), "--place", "浙江")

    lines = {
        path.name: len(path.read_text(encoding="utf-8-sig").splitlines())
        for path in tmp_path.glob("out*.csv")
    }
    assert (lines["out.csv"], lines["out.rejects.csv"]) == (2, 2)
    assert "out.summary.csv" in lines


def test_a_roster_for_programs_is_one_object(shell: Shell, tmp_path: Path) -> None:
    roster = tmp_path / "r.csv"
    roster.write_text(ROSTER, encoding="utf-8")

    outcome = shell("screen", "--bridge", str(roster), "--place", "浙江", "--json")

    assert (outcome.code, outcome.answer["rows"], outcome.err) == (1, 2, "")


def test_a_template_is_written(shell: Shell, tmp_path: Path) -> None:
    outcome = shell("screen", "--bridge", "--template", str(tmp_path / "t.xlsx"))

    assert outcome.code == 0
    assert "取得后实际从业年数" in documents.read(tmp_path / "t.xlsx").text


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), "wrong_call"),
        (("--bridge",), "wrong_call"),
        (("--bridge", "r.csv", "-o", "out.pdf"), "option_invalid"),
        (("--bridge", "--template", "t.csv"), "option_invalid"),
        (("--bridge", "nowhere.csv"), "source_not_found"),
        (("--bridge", "r.pdf"), "format_unsupported"),
    ],
)
def test_a_wrong_call_of_screen_is_told(
    shell: Shell, arguments: tuple[str, ...], code: str
) -> None:
    outcome = shell("screen", *arguments, "--json")

    assert (outcome.code, outcome.error["code"]) == (2, code)


def test_phones_in_a_roster_are_refused_unread(shell: Shell, tmp_path: Path) -> None:
    roster = tmp_path / "r.csv"
    roster.write_text(ROSTER.replace("1,电工", "13812345678,电工"), encoding="utf-8")

    outcome = shell("screen", "--bridge", str(roster), "-o", str(tmp_path / "out.xlsx"), "--json")

    assert (outcome.code, outcome.error["code"]) == (2, "personal_data")
    assert not (tmp_path / "out.xlsx").exists()


def test_a_large_roster_tells_how_far_it_is(shell: Shell, tmp_path: Path) -> None:
    roster = tmp_path / "r.csv"
    people = "".join(f"{number},电工,技师,2022-11-01\n" for number in range(1000))
    roster.write_text("工号,职业,技能等级,取得日期\n" + people, encoding="utf-8")

    assert "1,000/1,000 人" in shell("screen", "--bridge", str(roster)).err
