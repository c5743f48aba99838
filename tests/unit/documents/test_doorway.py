import os
from pathlib import Path

import pytest

from jinque.documents import load, read
from jinque.errors import (
    EmptySourceError,
    FolderGivenError,
    NotReadableError,
    SourceNotFoundError,
    SourceTooLargeError,
    UnsupportedFormatError,
)
from tests.said import en, zh

_TEXT = "某市紧缺人才目录\n\t序号\n\t岗位名称\n\n\t1\n\t电工\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings_of_office_programs_give_the_same_text(encoding: str) -> None:
    assert read(_TEXT.encode(encoding)).text == _TEXT


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_of_other_systems_become_newlines(line_break: str) -> None:
    assert read(_TEXT.replace("\n", line_break).encode()).text == _TEXT


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "\ufeff".encode()])
def test_file_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(EmptySourceError) as caught:
        read(data, name="空.txt")

    assert caught.value.where == "空.txt"
    assert zh(caught.value.hint)
    assert en(caught.value.hint)


@pytest.mark.parametrize("data", [b"Rar!rest", b"GIF89a", b"\x89PNG\r\n\x1a\n"])
def test_other_formats_are_named(data: bytes) -> None:
    with pytest.raises(UnsupportedFormatError):
        read(data)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NotReadableError):
        read(bytes(range(256)) * 40)


def test_file_over_the_budget_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.touch()
    os.truncate(path, 200 * 2**20)

    with pytest.raises(SourceTooLargeError, match="200 MiB"):
        load(path)


def test_missing_file_and_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError):
        load(tmp_path / "none.txt")
    with pytest.raises(FolderGivenError):
        load(tmp_path)
