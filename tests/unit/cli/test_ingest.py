"""`jinque ingest` in words: rows, columns with their confidence, and where things stand."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jinque import api
from jinque.ingestion.derivation import beside
from jinque.web.pages.posts import post_context
from tests.rendering.comparing import render
from tests.rendering.styles import Style
from tests.unit.cli.conftest import Outcome, Shell

_STYLE = Style(name="extra_column", has_extra=True)


@pytest.fixture
def own(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """The shell on a record of its own."""
    monkeypatch.setenv("JINQUE_DATA_DIR", str(tmp_path / "record"))
    return shell


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "某市.xlsx"
    path.write_bytes(render("shanghai-foreign", "xlsx", _STYLE))
    return path


def test_rows_and_columns_are_printed_with_what_they_became(own: Shell, workbook: Path) -> None:
    out = own("ingest", str(workbook), "--edition", "某市").out

    lines = out.split("\n")
    assert "读到 62 行 = 岗位 62 + 其他 0 + 未能读成 0" in out
    [name] = [line for line in lines if line.startswith("岗位名称")]
    assert name.split()[:4] == ["岗位名称", "岗位（职业）名称", "99%", "62/62"]
    [unknown] = [line for line in lines if line.startswith("备用栏")]
    assert unknown.split()[:3] == ["备用栏", "照印保留，不取值", "—"]


def test_english_names_the_columns_in_english(own: Shell, workbook: Path) -> None:
    out = own("--lang", "en", "ingest", str(workbook), "--edition", "某市").out

    assert "62 read = 62 posts + 0 others + 0 rejected" in out
    assert "name of the post" in out


def test_long_reading_tells_nothing_to_a_program(own: Shell, workbook: Path) -> None:
    outcome = own("ingest", str(workbook), "--edition", "某市", "--json")

    assert outcome.err == ""
    assert outcome.answer["rows"]["posts"] == 62


def test_post_of_a_workbook_shows_sheet_and_row(own: Shell, workbook: Path) -> None:
    own("ingest", str(workbook), "--edition", "某市")

    out = own("show", "某市:集成电路:3").out

    assert "某市.xlsx  工作表“Sheet1” · 表 1 · 第 7 行" in out


def test_issue_of_a_workbook_shows_sheet_row_and_column(own: Shell, workbook: Path) -> None:
    own("ingest", str(workbook), "--edition", "某市")

    issues = own("issues", "某市").out

    assert "column_unknown  工作表“Sheet1” · 表 1 · 第 4 行 · 第 5 列" in issues


def test_page_of_a_post_has_the_places_of_row_and_cells(
    own: Shell, workbook: Path, tmp_path: Path
) -> None:
    from jinque import api

    own("ingest", str(workbook), "--edition", "某市")
    with api.open_workspace(data_dir=tmp_path / "record") as workspace:
        context = post_context(workspace, "某市:集成电路:3")

    assert context.place == {"page": None, "sheet": "Sheet1", "table": 1, "row": 7, "column": None}
    assert context.cells[2].place is not None
    assert context.cells[2].place["column"] == 3


def test_page_of_a_post_of_a_text_has_no_place_but_lines(record: Path) -> None:
    from jinque import api

    with api.open_workspace(data_dir=record) as workspace:
        context = post_context(workspace, "dalian:卫生:40")

    assert context.place is None
    assert context.cells[0].line_start is not None


@pytest.fixture
def read_otherwise(own: Shell, tmp_path: Path) -> str:
    """A catalogue of the record that an older program read otherwise."""
    path = tmp_path / "某县.csv"
    path.write_text("某县2024年紧缺人才目录\n序号,岗位名称,学历要求\n1,电气技师,大专\n", "utf-8")
    edition_id: str = own("ingest", str(path), "--json").answer["edition"]
    with api.open_workspace(data_dir=tmp_path / "record") as workspace:
        held = api.edition(workspace, edition_id)
        [post] = held.edition.posts
        other = replace(held.edition, posts=(replace(post, industry="电力"),))
        text = workspace.record.text(held.summary)
        workspace.record.publish(
            [(other, held.report)],
            source=path.read_bytes(),
            source_name=path.name,
            is_builtin=False,
            beside=beside(text, [other], "an older program"),
        )
    return edition_id


def test_an_edition_of_an_older_program_says_so_where_it_is_shown(
    own: Shell, read_otherwise: str
) -> None:
    said = f"由其他版本的程序读入：{read_otherwise}。重读来源：jinque ingest --again 编号"

    assert said in own("catalogues").out.replace("\n", "")
    assert said in own("show", f"{read_otherwise}:1").out.replace("\n", "")
    listed = own("catalogues", "--json").answer["editions"]
    assert [each["id"] for each in listed if each["is_read_by_older"]] == [read_otherwise]


def test_reading_again_makes_the_next_version_and_tells_the_difference(
    own: Shell, read_otherwise: str
) -> None:
    out = own("ingest", "--again", read_otherwise).out

    assert "已读入" in out
    assert f"{read_otherwise}：与上一版相比，新增 0、删去 0、改动 1、不变 0。" in out
    assert "由其他版本的程序读入" not in own("catalogues").out


def test_reading_again_what_comes_out_the_same_changes_nothing(
    own: Shell, read_otherwise: str
) -> None:
    own("ingest", "--again", read_otherwise)

    answer = own("ingest", "--again", read_otherwise, "--json").answer

    assert not answer["is_new"]
    assert answer["editions"][0]["version"] == 3


def test_reading_again_for_a_review_makes_a_draft(own: Shell, read_otherwise: str) -> None:
    answer = own("ingest", "--again", read_otherwise, "--review", "--json").answer

    assert answer["state"] == "open"
    listed = own("catalogues", "--json").answer["editions"]
    assert next(each["version"] for each in listed if each["id"] == read_otherwise) == 2


def test_reading_again_takes_no_other_identifier(own: Shell, read_otherwise: str) -> None:
    outcome = own("ingest", "--again", read_otherwise, "--edition", "other")

    assert outcome.code == 2
    assert "--again" in outcome.err
