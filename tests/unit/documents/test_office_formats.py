"""Formats of Chinese offices: web archives, DBF, UOF, recognised by content under any name."""

import struct

import pytest

from jinque.documents import read
from jinque.documents.libreoffice import find_office
from jinque.errors import UnsupportedFormatError
from tests.said import zh
from tests.unit.documents.made_files import codes, packed, texts

_PAGE = (
    "<html><table><tr><td>岗位名称</td><td>代码</td></tr>"
    "<tr><td>电工</td><td>0835</td></tr></table></html>"
)
_READ = [[["岗位名称", "代码"], ["电工", "0835"]]]
_TYPE = b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n'
_PART = (
    b'--b\r\nContent-Type: text/html; charset="%s"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n%s\r\n'
)


@pytest.mark.parametrize("name", ["某市.mht", "某市.xls", "某市.doc", "某市"])
@pytest.mark.parametrize("charset", ["gb2312", "utf-8"])
@pytest.mark.parametrize(
    "head",
    [
        b"MIME-Version: 1.0\r\n" + _TYPE,
        _TYPE + b"MIME-Version: 1.0\r\n",
        b"From: <Saved by Blink>\r\nSubject: t\r\nMIME-Version: 1.0\r\n" + _TYPE,
    ],
)
def test_a_web_archive_is_read_whichever_header_stands_first(
    head: bytes, charset: str, name: str
) -> None:
    page = _PART % (charset.encode(), _PAGE.encode(charset))

    assert texts(read(head + b"\r\n" + page + b"--b--\r\n", name=name)) == _READ


def test_of_a_workbook_saved_as_frames_the_sheets_are_read() -> None:
    frames = b'<html><frameset><frame src="s.htm"><frame src="tabstrip.htm"></frameset></html>'
    strip = _PART.replace(b"\r\n\r\n", b"\r\nContent-Location: x/tabstrip.htm\r\n\r\n")
    data = (
        b"MIME-Version: 1.0\r\n" + _TYPE + b"\r\n" + _PART % (b"utf-8", frames)
        + _PART % (b"utf-8", _PAGE.encode()) + strip % (b"utf-8", "<p>目录</p>".encode()) + b"--b--"
    )  # fmt: skip

    assert texts(read(data, name="某市.mht")) == _READ


def _dbf(page: int, encoding: str = "gb18030") -> bytes:
    fields = [("岗位名称", "C", 12), ("专业代码", "C", 6), ("日期", "D", 8), ("在编", "L", 1)]
    records = [(" ", "电工", "0835", "20250301", "T"), ("*", "焊工", "0802", "20250301", "F")]
    size = 1 + sum(length for _, _, length in fields)
    head = 32 + 32 * len(fields) + 1
    made = bytearray(struct.pack("<4BIHH", 3, 126, 11, 30, len(records), head, size) + bytes(20))
    made[29] = page
    for name, kind, length in fields:
        made += name.encode(encoding)[:10].ljust(11, b"\0") + kind.encode() + bytes(4)
        made += bytes((length,)) + bytes(15)
    made += b"\r"
    for state, *values in records:
        made += state.encode()
        for value, (_, _, length) in zip(values, fields, strict=True):
            made += value.encode(encoding).ljust(length)
    return bytes(made + b"\x1a")


@pytest.mark.parametrize("page", [0x00, 0x03, 0x4D, 0x7A])
@pytest.mark.parametrize("name", ["某市.dbf", "某市.xls"])
def test_a_dbf_is_read_whatever_its_code_page_says(page: int, name: str) -> None:
    document = read(_dbf(page), name=name)

    assert texts(document) == [
        [["岗位名称", "专业代码", "日期", "在编"], ["电工", "0835", "2025-03-01", "是"]]
    ]
    assert document.encoding == "gb18030"
    told = [] if page in (0x4D, 0x7A) else ["encoding_guessed"]
    assert codes(document) == ["records_deleted", *told]


def test_a_dbf_in_utf8_loses_only_the_character_cut_from_a_name() -> None:
    document = read(_dbf(0, "utf-8"), name="某市.dbf")

    assert document.encoding == "utf-8"
    assert texts(document)[0][0] == ["岗位名", "专业代", "日期", "在编"]
    assert texts(document)[0][1][0] == "电工"


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _old_sheet(version: int) -> bytes:
    """Return a sheet of Excel 2, 3 or 4 in code page 936."""
    begin = {2: (0x0009, "<HH"), 3: (0x0209, "<HHxx"), 4: (0x0409, "<HHxx")}[version]
    made = _record(begin[0], struct.pack(begin[1], version, 0x10)) + _record(0x42, b"\xa8\x03")
    for row, words in enumerate([["岗位", "代码"], ["电工", "0835"]]):
        for column, word in enumerate(words):
            raw = word.encode("gbk")
            place = struct.pack("<HH", row, column)
            size = struct.pack("<3xB", len(raw)) if version == 2 else struct.pack("<2xH", len(raw))
            made += _record(0x04 if version == 2 else 0x204, place + size + raw)
    return made + _record(0x0A, b"")


@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("version", [2, 3, 4])
def test_a_sheet_of_the_first_versions_of_excel_is_read(version: int) -> None:
    assert texts(read(_old_sheet(version), name="某市.xls")) == [
        [["岗位", "代码"], ["电工", "0835"]]
    ]


def test_a_packed_uof_file_is_refused_by_its_name() -> None:
    data = packed({"uof.xml": "<a/>", "content.xml": "<a/>", "_meta/meta.xml": "<a/>"})

    with pytest.raises(UnsupportedFormatError, match="UOF 2") as caught:
        read(data, name="某市.uot")
    assert zh(caught.value.hint)


_UOF = (
    '<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof" '
    'xmlns:字="http://schemas.uof.org/cn/2003/uof-wordproc" uof:language="cn" uof:version="1.0" '
    'uof:locID="u0000" uof:mimetype="vnd.uof.text"><uof:文字处理 uof:locID="u0047"><字:主体 '
    'uof:locID="t0016"><字:段落 uof:locID="t0051"><字:句 uof:locID="t0085"><字:文本串 '
    'uof:locID="t0109">电工</字:文本串></字:句></字:段落></字:主体></uof:文字处理></uof:UOF>'
)


@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["某市.uot", "某市.doc"])
def test_uof_text_is_read(name: str) -> None:
    assert texts(read(_UOF.encode(), name=name)) == ["电工"]
