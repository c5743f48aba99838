import hashlib
import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from jinque.documents import read
from jinque.errors import (
    ArchiveOfSeveralError,
    CompressionRatioError,
    EncryptedSourceError,
    NotReadableError,
    TooManyEntriesError,
    UnpackedTooLargeError,
    UnsupportedFormatError,
)
from tests.said import en
from tests.unit.documents.made_files import p, packed, texts, word

_CSV = "序号,岗位名称\n1,电工\n"
_ROWS = [[["序号", "岗位名称"], ["1", "电工"]]]


def test_only_readable_member_is_read_as_if_it_had_come_by_itself() -> None:
    data = packed(
        {"目录/目录.csv": _CSV, "目录/说明.jpg": b"\xff\xd8", "__MACOSX/目录/._目录.csv": "x"}
    )

    document = read(data, name="目录.zip")

    assert texts(document) == _ROWS
    assert document.source_sha256 == hashlib.sha256(data).hexdigest()


def test_office_file_in_an_archive_is_read() -> None:
    assert texts(read(packed({"目录.docx": word(p("某市目录"))}))) == ["某市目录"]


def test_several_readable_members_are_named() -> None:
    with pytest.raises(ArchiveOfSeveralError, match=r"甲\.csv、乙\.csv") as caught:
        read(packed({"甲.csv": _CSV, "乙.csv": _CSV}), name="目录.zip")

    assert "2" in en(caught.value.message)


@pytest.mark.parametrize("parts", [{}, {"图.png": "x"}, {"内.zip": packed({"甲.csv": _CSV})}])
def test_archive_without_a_readable_member_is_refused(parts: dict[str, str | bytes]) -> None:
    with pytest.raises(UnsupportedFormatError):
        read(packed(parts))


def test_archive_that_calls_itself_a_document_is_not_unpacked_twice() -> None:
    with pytest.raises(UnsupportedFormatError):
        read(packed({"内.docx": packed({"甲.csv": _CSV})}))


def test_name_in_the_encoding_of_chinese_windows_is_understood() -> None:
    name = "目录甲.csv".encode("gbk")
    data = packed({"x" * len(name): _CSV, "y.csv": _CSV}).replace(b"x" * len(name), name)

    with pytest.raises(ArchiveOfSeveralError, match=r"目录甲\.csv"):
        read(data)


def test_path_that_leads_out_of_the_archive_leads_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert texts(read(packed({"../../etc/甲.csv": _CSV}))) == _ROWS
    assert list(tmp_path.iterdir()) == []


def test_locked_member_is_refused_in_words() -> None:
    data = bytearray(packed({"甲.csv": _CSV}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1

    with pytest.raises(EncryptedSourceError):
        read(bytes(data))


def test_member_that_grows_beyond_measure_is_refused() -> None:
    with pytest.raises(CompressionRatioError):
        read(packed({"甲.csv": "0" * 2**24}))


def test_members_larger_together_than_the_budget_are_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "x")
        archive.writestr("[Content_Types].xml", "x")
    data = bytearray(made.getvalue())
    entry = data.index(b"PK\x01\x02")
    struct.pack_into("<II", data, entry + 20, 2**30, 2**30)

    with pytest.raises(UnpackedTooLargeError):
        read(bytes(data))


def test_archive_of_very_many_members_is_refused() -> None:
    with pytest.raises(TooManyEntriesError):
        read(packed({f"{number}.csv": "" for number in range(5000)}))


def test_damaged_archive_is_refused() -> None:
    data = packed({"甲.csv": os.urandom(4000)})

    for broken in (data[:300], b"PK\x03\x04rest", data[:200] + b"\0" * 99 + data[299:]):
        with pytest.raises(NotReadableError):
            read(broken)
