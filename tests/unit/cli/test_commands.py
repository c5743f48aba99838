import csv
import io
import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell

AUTHORITY = "以上转述目录原文；是否符合，由主管部门认定。"


def test_catalogues_name_every_edition_and_that_no_validity_is_stated(shell: Shell) -> None:
    outcome = shell("catalogues")

    assert outcome.code == 0
    assert outcome.out.count("未载明") >= 6
    assert "可能已有新版" in outcome.out
    assert "职称对应 883、条款" in outcome.out


def test_catalogues_are_one_object_for_programs(shell: Shell) -> None:
    answer = shell("catalogues", "--json").answer

    assert [each["id"] for each in answer["editions"]] == [
        *("dalian", "skilled-trades", "wenzhou-2020", "wenzhou-majors-1"),
        *("shanghai-foreign", "zhejiang-2022-77"),
    ]


def test_a_post_shows_every_cell_under_its_heading_then_the_rest(shell: Shell) -> None:
    out = shell("show", "dalian:卫生:40").out

    parts = [
        *("助产士（特需）", "原文所印", "最低学历要求", "由原文得出（推断）", "名称（推断）"),
        *("本节的说明", "规培证", "\n出处\n", "2726 ▌", AUTHORITY),
    ]
    places = [out.index(part) for part in parts]
    assert places == sorted(places)


def test_a_blank_cell_is_called_blank(shell: Shell) -> None:
    assert "行业大类      （空白）" in shell("show", "shanghai-foreign:集成电路:2").out


def test_a_post_shows_its_issues(shell: Shell) -> None:
    out = shell("show", "wenzhou-2020:化工产业:6", "--lang", "en").out

    assert "index_outside_band" in out
    assert "only the authority decides" in out


def test_a_post_for_programs_holds_the_row_of_the_export(shell: Shell) -> None:
    line = shell("export", "shanghai-foreign").out.splitlines()[1]

    assert shell("show", "shanghai-foreign:集成电路:2", "--json").answer["post"] == json.loads(line)


def test_a_search_takes_several_words_and_filters(shell: Shell) -> None:
    outcome = shell("search", "电路", "设计", "--place", "大连", "--limit", "1")

    assert outcome.code == 0
    assert "显示第 1–1 条" in outcome.out
    assert AUTHORITY in outcome.out


def test_filters_may_be_repeated(shell: Shell) -> None:
    places = ("--place", "大连市", "--place", "上海市")

    answer = shell("search", "--json", *places).answer

    assert answer["total"] == 312 + 62


def test_nothing_found_tells_what_to_try(shell: Shell) -> None:
    outcome = shell("search", "光刻机", "护士", "--place", "上海市")

    assert outcome.code == 0
    assert "没有找到" in outcome.out
    assert "jinque search 光刻" in outcome.out


def test_filters_in_the_way_are_told(shell: Shell) -> None:
    assert "不加筛选条件则有" in shell("search", "光刻机", "--place", "大连市").out


def test_a_page_behind_the_last_hit_is_told(shell: Shell) -> None:
    assert "之后没有了" in shell("search", "儿科护士", "--offset", "100").out


def test_issues_for_programs_are_those_of_the_contract(shell: Shell) -> None:
    issues = shell("issues", "wenzhou-2020", "--json").answer["issues"]

    contradictions = [each for each in issues if each["code"] == "index_outside_band"]
    assert [(each["section"], each["serial"]) for each in contradictions] == [
        ("化工产业", 6),
        ("化工产业", 7),
    ]


def test_issues_for_people_end_with_their_number(shell: Shell) -> None:
    out = shell("issues", "wenzhou-2020").out

    assert "化工产业 第 6 项 第 1238–1241 行" in out
    assert out.splitlines()[-1].startswith("合计：警告")


def test_an_export_goes_to_a_file_as_it_goes_to_stdout(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "温州.csv"

    outcome = shell("export", "wenzhou-2020", "--format", "csv", "-o", str(file))

    written = file.read_bytes().decode("utf-8")
    assert outcome.out == ""
    assert "288 行" in outcome.err
    assert written == shell("export", "wenzhou-2020", "--format", "csv").out
    records = csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline=""))
    assert len(list(records)) == 288
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(("target", "code"), [("", 2), ("missing/rows.csv", 2)])
def test_a_file_that_cannot_be_written_is_told(
    shell: Shell, tmp_path: Path, target: str, code: int
) -> None:
    outcome = shell("export", "dalian", "-o", str(tmp_path / target))

    assert outcome.code == code
    assert outcome.error["where"].startswith(str(tmp_path))


def test_a_file_is_ingested_and_the_second_time_changes_nothing(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JINQUE_DATA_DIR", str(tmp_path / "record"))
    file = tmp_path / "临海.txt"
    file.write_text("临海市紧缺人才目录\n序号\t岗位名称\t紧缺程度\n1\t养殖师\t★★\n", "utf-8")

    first = shell("ingest", str(file), "--edition", "linhai", "--json")
    second = shell("ingest", str(file), "--edition", "linhai")

    assert (first.code, second.code) == (0, 0)
    assert first.answer["is_new"]
    assert [each["id"] for each in first.answer["editions"]] == ["linhai"]
    assert "没有改变" in second.out
    assert "岗位 1" in second.out


def test_the_version_is_printed(shell: Shell) -> None:
    assert shell("--version").out.startswith("jinque 0.")
