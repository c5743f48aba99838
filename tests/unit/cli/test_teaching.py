"""`jinque major`, `curriculum` and `guide`."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell


@pytest.fixture
def outline(tmp_path: Path) -> str:
    path = tmp_path / "大纲.txt"
    path.write_text("程序设计（Python）；财务分析\n", encoding="utf-8")
    return str(path)


def test_a_major_says_what_it_leaves_out_and_what_names_any(shell: Shell) -> None:
    out = shell("major", "软件工程").out

    assert "合乎所查的有 24 个；要计入请加 --foreign" in out
    assert "62    41" in out


def test_a_major_lists_its_posts(shell: Shell) -> None:
    out = shell("major", "软件工程", "--foreign").out

    assert "shanghai-foreign:人工智能:31" in out
    assert "同类，由人判断" in out


def test_without_a_name_every_printed_major_is_listed(shell: Shell) -> None:
    assert "金融学（9）" in shell("major", "--foreign").out


def test_a_curriculum_tells_what_stands_in_it(shell: Shell, outline: str) -> None:
    out = shell("curriculum", outline, "--major", "金融学", "--foreign").out

    assert "【财务分析】" in out
    assert "文本中未出现（13）" in out
    assert "遗漏" not in out


def test_a_guide_is_plain(shell: Shell) -> None:
    out = shell("guide", "疫苗制品工").out.replace("\n", "")

    assert "9.8（城市未载明、年份未载明）" in out
    assert "不预测毕业时就业" in out


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (["major", "软件工程"], "left_out"),
        (["major"], "names"),
        (["guide", "疫苗制品工"], "entries"),
    ],
)
def test_programs_get_json(shell: Shell, arguments: list[str], key: str) -> None:
    assert key in json.loads(shell(*arguments, "--json").out)


def test_a_curriculum_for_programs(shell: Shell, outline: str) -> None:
    arguments = ["curriculum", outline, "--post", "shanghai-foreign:集成电路:1", "--json"]

    assert {"found", "not_found", "shares"} <= set(json.loads(shell(*arguments).out))


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], "option_invalid"),
        (["--post", "dalian:没有:1"], "post_unknown"),
        (["--occupation", "量子厨师"], "occupation_unknown"),
    ],
)
def test_a_choice_that_names_nothing_is_told(
    shell: Shell, outline: str, options: list[str], code: str
) -> None:
    outcome = shell("curriculum", outline, *options, "--json")

    assert outcome.code == 2
    assert json.loads(outcome.err)["error"]["code"] == code


def test_a_file_that_is_not_there_is_told(shell: Shell) -> None:
    outcome = shell("curriculum", "没有.txt", "--major", "软件工程", "--json")

    assert json.loads(outcome.err)["error"]["code"] == "source_not_found"
