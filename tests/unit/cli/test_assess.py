import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell

NURSE = """
国籍: 中国
教育经历: [{学历: 本科, 专业: [护理学]}]
工作经历: [{开始: 2024-01-01, 职业: 儿科护士}]
证书: [规培证]
"""
ON = ("--on", "2026-03-01")


@pytest.fixture
def nurse(tmp_path: Path) -> str:
    path = tmp_path / "护士.yaml"
    path.write_text(NURSE, encoding="utf-8")
    return str(path)


def test_one_post_is_shown_clause_by_clause_with_day_lines_and_notice(
    shell: Shell, nurse: str
) -> None:
    outcome = shell("assess", nurse, "--post", "dalian:卫生:4", *ON)

    assert outcome.code == 0
    assert "年限未到：最早 2027-01-01（若持续从业且目录不变）" in outcome.out
    assert "本科学历需具有3年以上相关专业工作经历" in outcome.out
    assert "差 1 年" in outcome.out
    assert "第 2363 行" in outcome.out
    assert "未载明" in outcome.out
    assert outcome.out.rstrip().endswith("以受理机关当年规定为准。")


def test_json_has_the_documented_keys(shell: Shell, nurse: str) -> None:
    told = json.loads(shell("assess", nurse, "--post", "dalian:卫生:4", *ON, "--json").out)

    wanted = {"post", "verdict", "findings", "evidence", "missing", "earliest_date", "notice"}
    assert wanted <= told.keys()
    assert {"clause", "kind", "outcome", "reason", "citation"} <= told["findings"][0].keys()
    assert (told["verdict"], told["earliest_date"]) == ("not_yet", "2027-01-01")


def test_a_post_without_requirements_is_no_match(shell: Shell, nurse: str) -> None:
    out = shell("assess", nurse, "--post", "wenzhou-2020:服装产业:1", *ON).out

    assert "本目录未列条件" in out
    assert "相符" not in out


def test_all_posts_are_counted_and_the_nearest_come_first(shell: Shell, nurse: str) -> None:
    out = shell("assess", nurse, *ON, "--limit", "1").out

    assert "未列条件  346" in out
    assert "职业最近的 1 个岗位（共 374 个列有条件的）" in out
    assert "dalian:卫生:4" in out
    assert "补充以下事实最有用" in out
    assert "不是认定结论" in out


def test_all_posts_in_json(shell: Shell, nurse: str) -> None:
    told = json.loads(shell("assess", nurse, *ON, "--verdict", "not_yet", "--json").out)

    assert {post["verdict"] for post in told["posts"]} == {"not_yet"}
    assert sum(told["counts"].values()) == 720


def test_the_same_in_english(shell: Shell, nurse: str) -> None:
    out = shell("assess", nurse, "--post", "dalian:卫生:4", *ON, "--lang", "en").out

    assert "not yet: years are short: on 2027-01-01" in out
    assert "decides nothing" in out


def test_the_example_is_a_file_that_the_command_reads(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "我.yaml"
    path.write_text(shell("assess", "--example").out, encoding="utf-8")

    assert shell("assess", str(path), "--limit", "0", *ON).code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "--example"),
        (("没有.yaml",), "找不到这个文件"),
        (("{nurse}", "--verdict", "yes"), "--verdict"),
        (("{nurse}", "--on", "昨天"), "--on"),
        (("{nurse}", "--post", "dalian:卫生:400"), "dalian:卫生:40"),
        (("{nurse}", "--limit", "-3"), "--limit"),
    ],
)
def test_a_wrong_call_says_what_to_do(
    shell: Shell, nurse: str, arguments: tuple[str, ...], told: str
) -> None:
    outcome = shell("assess", *(each.format(nurse=nurse) for each in arguments))

    assert outcome.code == 2
    assert told in outcome.err


def test_nothing_of_the_person_is_kept(shell: Shell, record: Path, tmp_path: Path) -> None:
    marker = "标记甲乙丙"
    path = tmp_path / "人.yaml"
    path.write_text(f"证书: [{marker}]\n工作经历: [{{开始: 2020-01, 职业: {marker}}}]\n", "utf-8")

    assert shell("assess", str(path), *ON, "--json").code == 0

    kept = [file for file in record.rglob("*") if file.is_file()]
    assert kept
    assert not any(marker.encode() in file.read_bytes() for file in kept)
