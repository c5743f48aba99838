"""Files that are no catalogue: a clear error, quickly, and the record stays as it was."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e import shell

CATALOGUE = "临海市紧缺人才目录\n序号\t岗位名称\t紧缺程度\n1\t滩涂养殖师\t★★\n2\t渔船轮机员\t★★★\n"
SPARSE_BYTES = 200 * 1024 * 1024


def _write(name: str, data: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return write


def _sparse(folder: Path) -> Path:
    path = folder / "大.txt"
    with path.open("wb") as file:
        file.truncate(SPARSE_BYTES)
    return path


BAD: dict[str, Callable[[Path], Path]] = {
    "source_not_found": lambda folder: folder / "没有.txt",
    "folder_given": lambda folder: folder,
    "source_empty": _write("空.txt", b""),
    "format_unsupported": _write("图.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
    "source_not_readable": _write("乱.txt", bytes(range(256)) * 40),
    "nothing_found": _write("信.txt", "你好。\n这不是目录。\n".encode()),
    "source_too_large": _sparse,
}


def _content(record: Path) -> list[str]:
    with closing(sqlite3.connect(record / "jinque.sqlite")) as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize("code", BAD)
def test_a_file_that_is_no_catalogue_is_refused_and_nothing_is_lost(
    corpus_record: Path, tmp_path: Path, code: str
) -> None:
    record = shell.copy(corpus_record, tmp_path)
    before = _content(record)
    path = BAD[code](tmp_path)

    ended = shell.run(record, "ingest", str(path), "--json")

    assert (ended.code, ended.out) == (2, b"")
    assert ended.error["code"] == code
    assert path.name in ended.error["where"]
    assert ended.error["hint"]
    assert _content(record) == before


def test_a_file_beyond_the_budget_is_refused_without_being_read(
    corpus_record: Path, tmp_path: Path
) -> None:
    ended = shell.run(corpus_record, "ingest", str(_sparse(tmp_path)))

    assert ended.code == 2
    assert "200 MiB" in ended.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_what_office_programs_write_is_read_in_each_of_their_encodings(
    corpus_record: Path, tmp_path: Path, encoding: str
) -> None:
    record = shell.copy(corpus_record, tmp_path)
    path = tmp_path / "临海.txt"
    path.write_bytes(CATALOGUE.encode(encoding))

    ended = shell.run(record, "ingest", str(path), "--edition", "linhai", "--json")

    assert ended.code == 0, ended.err
    (edition,) = ended.answer["editions"]
    assert (edition["id"], edition["counts"]) == ("linhai", {"post": 2})
    assert b"\xe6\xb8\x94\xe8\x88\xb9" in shell.run(record, "export", "linhai").out


@pytest.mark.parametrize("source", ["shanghai-foreign", "dalian"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_real_document_is_read_alike_in_another_encoding(
    corpus_record: Path, tmp_path: Path, source: str, encoding: str
) -> None:
    record = shell.copy(corpus_record, tmp_path)
    data = Path(__file__).parents[2] / "src/jinque/corpus/data" / source / "source.txt"
    path = tmp_path / "导出.txt"
    path.write_bytes(data.read_bytes().decode("utf-8").encode(encoding))

    ended = shell.run(record, "ingest", str(path), "--edition", "copy", "--json")

    (edition,) = ended.answer["editions"]
    known = shell.run(record, "catalogues", "--json").answer["editions"]
    assert edition["counts"] == next(each for each in known if each["id"] == source)["counts"]


def test_a_row_that_cannot_be_read_is_an_error_in_the_data(
    corpus_record: Path, tmp_path: Path
) -> None:
    record = shell.copy(corpus_record, tmp_path)
    path = tmp_path / "缺.txt"
    path.write_text(CATALOGUE + "3\t甲\t★★\t乙\t丙\t丁\t戊\t己\n", "utf-8")

    ended = shell.run(record, "ingest", str(path), "--edition", "que", "--json")

    (edition,) = ended.answer["editions"]
    assert edition["issues"].get("error", 0) == edition["rows_rejected"] == 1
    assert ended.code == 1


def test_a_folder_that_the_record_cannot_be_made_in_is_the_machines_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")

    ended = shell.run(blocked, "catalogues", "--json")

    assert ended.code == 3
    assert ended.error["code"] == "machine_failed"


def test_an_address_of_no_database_is_a_wrong_call(tmp_path: Path) -> None:
    ended = shell.run(tmp_path, "catalogues", "--json", JINQUE_DATABASE_URL="nonsense")

    assert (ended.code, ended.error["code"]) == (2, "option_invalid")
