from pathlib import Path

import pytest

from jinque.documents import read
from jinque.documents.archive import SIGNATURE, root_names
from jinque.errors import (
    EncryptedSourceError,
    JinqueError,
    NotReadableError,
    UnsupportedFormatError,
)
from tests.said import en, zh
from tests.unit.documents.made_files import packed

_OLD = Path(__file__).parent / "data" / "skilled-trades.xls"
_CONTENT = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"Rar!\x1a\x07", "RAR"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (packed({_CONTENT: "<a/>", "ppt/presentation.xml": "<a/>"}), "PowerPoint"),
        (packed({_CONTENT: "<a/>", "xl/workbook.bin": "x"}), ".xlsb"),
    ],
)
def test_formats_that_are_not_read_are_named_with_a_way_out(data: bytes, word: str) -> None:
    with pytest.raises(UnsupportedFormatError, match=word) as caught:
        read(data, name="目录")

    assert zh(caught.value.hint)
    assert en(caught.value.hint)
    assert caught.value.where == "目录"


def test_old_office_file_is_told_by_its_root() -> None:
    assert "Workbook" in root_names(_OLD.read_bytes())
    assert root_names(SIGNATURE + b"\xff" * 600) == frozenset()


def test_locked_office_file_is_refused_in_words() -> None:
    plain, locked = "Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
    data = bytearray(_OLD.read_bytes())
    place = data.index(plain)
    data[place : place + len(locked)] = locked
    data[place + 64] = len(locked) + 2

    with pytest.raises(EncryptedSourceError):
        read(bytes(data))


def test_old_office_file_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UnsupportedFormatError):
        read(
            _OLD.read_bytes().replace(
                "Workbook".encode("utf-16-le"), "Anything".encode("utf-16-le")
            )
        )


@pytest.mark.parametrize(
    "data",
    [packed({_CONTENT: "<a/>", "word/x.xml": "<a/>"}), SIGNATURE + b"\0" * 2000],
)
def test_office_file_without_its_main_part_is_refused(data: bytes) -> None:
    with pytest.raises(NotReadableError):
        read(data)


def test_every_refusal_speaks_both_languages() -> None:
    for data in (b"%PDF-1.7\n", b"Rar!", packed({"OFD.xml": "x"}), b"\xff\xd8\xff"):
        with pytest.raises(JinqueError) as caught:
            read(data)
        assert zh(caught.value.message)
        assert en(caught.value.message)
