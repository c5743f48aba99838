"""`jinque code` and `jinque code-file`."""

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell

TABLE = "职位名称,行业,薪资\n前端开发工程师,互联网,=1+1\n,,\n儿科护士,,5k\n管培生,,\n,有行业,\n"


def test_code_names_code_outcome_and_what_was_matched(shell: Shell) -> None:
    out = shell("code", "前端开发工程师", "管培生").out

    assert "2-02-10-03  计算机软件工程技术人员  97 %  别名 前端开发工程师" in out
    assert "管培生  无国家职业编码" in out


def test_code_for_programs_is_one_object(shell: Shell) -> None:
    [title] = shell("code", "家禽饲养员", "--json").answer["titles"]

    assert (title["outcome"], title["candidates"][0]["code"]) == ("coded", "5-03-02-02")
    assert title["candidates"][0]["evidence"][0]["kind"] == "name"


def test_code_speaks_english(shell: Shell) -> None:
    assert "coded" in shell("--lang", "en", "code", "律师").out


@pytest.mark.parametrize("title", ["", "  ", "工程师" * 4000])
def test_what_cannot_be_a_title_is_a_wrong_call(shell: Shell, title: str) -> None:
    outcome = shell("code", title, "--json")

    assert (outcome.code, outcome.error["code"]) == (2, "option_invalid")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_table_comes_back_with_codes(shell: Shell, tmp_path: Path, ending: str) -> None:
    source, target = tmp_path / "in.csv", tmp_path / f"out{ending}"
    source.write_text(TABLE, encoding="utf-8")

    outcome = shell("code-file", str(source), str(target), "--json")

    counts = {key: outcome.answer[key] for key in ("rows", "coded", "no_national_code", "unusable")}
    assert counts == {"rows": 4, "coded": 2, "no_national_code": 1, "unusable": 1}
    assert target.stat().st_size


def test_no_cell_of_the_result_is_a_formula(shell: Shell, tmp_path: Path) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(TABLE, encoding="utf-8")

    shell("code-file", str(source), str(target))

    text = target.read_text(encoding="utf-8-sig")
    assert ",=1+1" not in text
    assert "前端开发工程师,互联网," in text


def test_a_table_without_titles_is_refused(shell: Shell, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("姓名,年龄\n甲,3\n", encoding="utf-8")

    outcome = shell("code-file", str(source), str(tmp_path / "out.csv"), "--json")

    assert (outcome.code, outcome.error["code"]) == (2, "nothing_found")


def test_a_result_of_another_format_is_refused(shell: Shell, tmp_path: Path) -> None:
    outcome = shell("code-file", "in.csv", str(tmp_path / "out.pdf"), "--json")

    assert (outcome.code, outcome.error["code"]) == (2, "format_unsupported")
