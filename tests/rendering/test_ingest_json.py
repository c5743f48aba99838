"""What `jinque ingest FILE --json` prints, for a file of every format."""

from pathlib import Path
from typing import Any

import pytest

from jinque import api
from jinque.corpus import sources
from tests.rendering.comparing import FORMATS, render
from tests.rendering.pdf_comparing import LOOKS_BY_NAME, render_pdf
from tests.rendering.styles import STYLES

_BY_NAME = {style.name: style for style in STYLES}
_ROLES = ["serial", "industry", "name", "code", "description", "shortage", "pay"]


def _bytes(kind: str) -> bytes:
    style = _BY_NAME["extra_column"]
    if kind == "pdf":
        return render_pdf("skilled-trades", style, LOOKS_BY_NAME["ruled"])
    if kind == "txt":
        return next(s.data for s in sources() if s.profiles[0].edition_id == "skilled-trades")
    if kind == "csv":
        return "序号,岗位名称,备用栏\n1,电工,甲\n2,焊工,乙\n3,,丙\n".encode()
    return render("skilled-trades", kind, style)


def _ingested(kind: str, folder: Path) -> dict[str, Any]:
    path = folder / f"某市.{kind}"
    path.write_bytes(_bytes(kind))
    with api.open_workspace(data_dir=folder) as workspace:
        asked = None if kind in {"txt", "csv"} else "copy"
        answer: dict[str, Any] = api.to_json(api.ingest(workspace, path, asked))
        return answer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ingest")


@pytest.mark.parametrize("kind", [*FORMATS, "pdf"])
def test_every_format_tells_its_rows_and_columns(kind: str, folder: Path) -> None:
    answer = _ingested(kind, folder)

    assert answer["edition"] in {"skilled-trades", "copy"}
    assert answer["rows"] == {"read": 58, "posts": 58, "other": 0, "rejected": 0}
    assert [one["role"] for one in answer["columns"]] == [*_ROLES[:-1], None, _ROLES[-1]]
    assert all(one["confidence"] >= 0.9 for one in answer["columns"] if one["role"])
    [asked] = [one for one in answer["issues"] if one["code"] == "column_unknown"]
    assert asked["quote"] == "备用栏"
    assert asked["place"] is not None


@pytest.mark.parametrize("kind", [*FORMATS, "pdf", "txt", "csv"])
def test_rows_read_are_posts_others_and_rejects(kind: str, folder: Path) -> None:
    rows = _ingested(kind, folder)["rows"]

    assert rows["read"] == rows["posts"] + rows["other"] + rows["rejected"] > 0


def test_row_without_a_name_is_counted_and_reported(folder: Path) -> None:
    answer = _ingested("csv", folder)

    assert answer["rows"] == {"read": 3, "posts": 2, "other": 0, "rejected": 1}
    assert [i["line_start"] for i in answer["issues"] if i["code"] == "row_rejected"] == [4]


def test_clauses_and_mappings_are_others(folder: Path) -> None:
    source = next(s for s in sources() if s.profiles[0].edition_id == "zhejiang-2022-77")
    path = folder / "浙江.txt"
    path.write_bytes(source.data)

    with api.open_workspace(data_dir=folder) as workspace:
        answer = api.to_json(api.ingest(workspace, path))

    rows: Any = answer["rows"]
    assert rows["posts"] == 0
    assert rows["read"] == rows["other"] > 883
