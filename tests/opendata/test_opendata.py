"""The open data of the built-in corpus, judged by the tools of the formats themselves."""

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pyshacl
import pytest
from python_calamine import CalamineWorkbook
from rdflib import Graph

from jinque.api.opendata import export_all, opendata
from jinque.api.workspace import Workspace, open_workspace
from jinque.errors import InvalidOptionError
from tests.opendata.validator import validate

SHAPES = Path(__file__).parent / "dcat_shapes.ttl"

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    opened = open_workspace(data_dir=tmp_path_factory.mktemp("record"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def folder(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("export") / "out"
    export_all(workspace, made)
    return made


@pytest.fixture(scope="module")
def files(folder: Path) -> Files:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def rows(files: Files, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode())))


def post(files: Files, post_id: str) -> dict[str, str]:
    return next(row for row in rows(files, "posts") if row["id"] == post_id)


@pytest.mark.filterwarnings("default")
def test_the_data_package_is_valid(folder: Path) -> None:
    report = validate(folder / "datapackage.json")

    assert report.flatten(["name", "type", "note"]) == []
    assert len(report.tasks) == 8


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("address", ["", "https://example.org/jinque"])
def test_the_catalogue_keeps_to_its_shapes(workspace: Workspace, address: str) -> None:
    graph = Graph().parse(data=opendata(workspace, address)["dcat.jsonld"], format="json-ld")

    conforms, _, told = pyshacl.validate(graph, shacl_graph=str(SHAPES))

    assert conforms, told


@pytest.mark.filterwarnings("default")
def test_the_shapes_refuse_a_file_without_its_checksum(files: Files) -> None:
    spoilt = files["dcat.jsonld"].replace(b'"spdx:checksum"', b'"spdx:other"', 1)
    graph = Graph().parse(data=spoilt, format="json-ld")

    conforms, _, _ = pyshacl.validate(graph, shacl_graph=str(SHAPES))

    assert not conforms


def test_two_runs_give_the_same_bytes(workspace: Workspace, files: Files) -> None:
    assert opendata(workspace) == files


def test_two_records_give_the_same_bytes(files: Files, tmp_path: Path) -> None:
    with open_workspace(data_dir=tmp_path) as another:
        assert opendata(another) == files


def test_every_file_has_the_checksum_that_the_package_states(files: Files) -> None:
    package: dict[str, Any] = json.loads(files["datapackage.json"])

    for resource in package["resources"]:
        for described in (resource, *resource["alternates"]):
            digest = hashlib.sha256(files[described["path"]]).hexdigest()
            assert described["hash"] == f"sha256:{digest}"


def test_no_row_is_left_out(files: Files) -> None:
    kinds = [row["kind"] for row in rows(files, "posts")]

    assert (kinds.count("post"), kinds.count("title_mapping")) == (720, 883)
    assert kinds.count("list_item") == 77
    assert len(rows(files, "clauses")) == 47


def test_a_requirement_that_the_catalogue_has_no_column_for_does_not_apply(files: Files) -> None:
    assert post(files, "wenzhou-2020:电气产业:1")["education"] == "[not applicable]"


def test_a_special_post_has_no_national_code_to_state(files: Files) -> None:
    special = [row for row in rows(files, "posts") if "special_need" in row["markers"]]

    assert special
    assert {row["code"] for row in special} == {"[not applicable]"}


def test_a_printed_none_is_told_from_nothing_printed(files: Files) -> None:
    asked = {row["experience"] for row in rows(files, "posts")}

    assert {"[none required]", "[not applicable]"} <= asked
    assert "无" not in asked


@pytest.mark.parametrize("name", ["posts", "occupations", "editions"])
def test_parquet_holds_the_same_rows_with_the_reason_of_each_null(files: Files, name: str) -> None:
    table = pq.read_table(io.BytesIO(files[f"data/{name}.parquet"]))

    printed = rows(files, name)
    assert table.num_rows == len(printed)
    for column in [each for each in table.column_names if f"{each}_missing" in table.column_names]:
        reasons = table[f"{column}_missing"].to_pylist()
        symbols = [reason and f"[{reason.replace('_', ' ')}]" for reason in reasons]
        assert [row[column] for row in printed if row[column].startswith("[n")] == [
            symbol for symbol in symbols if symbol
        ]


def test_the_workbook_opens_with_the_dictionary_in_front(files: Files) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(files["jinque.xlsx"]))

    assert book.sheet_names[0] == "数据字典"
    assert len(book.sheet_names) == 9
    described = {row[2] for row in book.get_sheet_by_index(0).to_python()[1:]}
    assert {"pay_cny_10k_year", "[none required]"} <= described


def test_a_folder_with_something_else_in_it_is_left_alone(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "diary.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(InvalidOptionError):
        export_all(workspace, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_an_earlier_export_is_replaced_whole(workspace: Workspace, tmp_path: Path) -> None:
    export_all(workspace, tmp_path / "out")
    (tmp_path / "out" / "data" / "old.csv").write_text("old", encoding="utf-8")

    export_all(workspace, tmp_path / "out")

    assert not (tmp_path / "out" / "data" / "old.csv").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
