"""`jinque convert` in the shell: counts, what was left, the file."""

import json
from pathlib import Path

from tests.unit.cli.conftest import Shell

_TABLE = "职业编码,职业名称\n2-07-03-00,律师\n2-07-03-00,\n2-07-01-00,法官\n"


def _table(folder: Path) -> Path:
    path = folder / "目录.csv"
    path.write_text(_TABLE, encoding="utf-8")
    return path


def test_it_counts_lists_what_was_left_and_writes_beside_the_table(
    shell: Shell, tmp_path: Path
) -> None:
    outcome = shell("convert", str(_table(tmp_path)), "--to", "2022")

    assert outcome.code == 0
    assert "共 3 行，换成2022年版 2 行（其中未经证实 1 行），未换 1 行" in outcome.out
    assert "2-07-04-00" in (tmp_path / "目录-2022.csv").read_text(encoding="utf-8-sig")
    assert "未换的行" in outcome.out


def test_a_result_that_is_there_is_not_written_over_unasked(shell: Shell, tmp_path: Path) -> None:
    source = str(_table(tmp_path))
    (tmp_path / "目录-2022.csv").write_text("keep", encoding="utf-8")
    refused = shell("convert", source, "--to", "2022")
    asked = shell("convert", source, "--to", "2022", "-o", str(tmp_path / "other.xlsx"))

    assert (refused.code, asked.code) == (2, 0)
    assert "不覆盖" in refused.err
    assert (tmp_path / "目录-2022.csv").read_text(encoding="utf-8") == "keep"


def test_a_program_reads_counts_and_rows_left(shell: Shell, tmp_path: Path) -> None:
    outcome = shell("convert", str(_table(tmp_path)), "--to", "2022", "--json")
    answer = json.loads(outcome.out)

    assert (answer["rows"], answer["undecided"], answer["unconfirmed"]) == (3, 1, 1)
    assert [(row["row"], row["status"]) for row in answer["left"]] == [(2, "ambiguous")]


def test_english_speaks_english(shell: Shell, tmp_path: Path) -> None:
    outcome = shell("convert", str(_table(tmp_path)), "--to", "2022", "--lang", "en")

    assert "3 rows: 2 told in 2022 (1 of them unconfirmed), 1 left" in outcome.out


def test_the_edition_has_to_be_told(shell: Shell, tmp_path: Path) -> None:
    outcome = shell("convert", str(_table(tmp_path)))

    assert outcome.code == 2
    assert "2022、2015" in outcome.err


def test_a_search_for_an_old_code_says_what_it_is_today(shell: Shell) -> None:
    out = shell("search", "2-07-03-00").out

    assert "“2-07-03-00”在国家职业分类里是：" in out
    assert "2-07-04-00 律师" in out
    assert "检察官" in out
    assert "dalian:商务服务:3" in out


def test_a_search_for_the_new_code_finds_the_post_that_prints_the_old_one(shell: Shell) -> None:
    assert "dalian:商务服务:3" in shell("search", "2-07-04-00").out


def test_a_reused_code_is_said_before_anything_else(shell: Shell) -> None:
    out = shell("occupation", "4-05-04-01").out

    assert out.startswith("编码 4-05-04-01 在两版里的名称不同")
    assert "典当业务员" in out
    assert "保险代理人" in out


def test_one_edition_alone(shell: Shell) -> None:
    out = shell("occupation", "2-07-03-00", "--edition", "2015").out

    assert "版本          2015年版" in out
    assert "已证实" in out
    assert shell("occupation", "律师", "--edition", "1999").code == 2
