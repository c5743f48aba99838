"""docs/reference/formats.md is a table: everything that a line of it says is tried here."""

import io
import re
import struct
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import xlsxwriter

from jinque.documents import read
from jinque.documents.libreoffice import find_office
from jinque.errors import JinqueError
from tests.rendering.ofd_canvas import document_xml, package_parts, write_package
from tests.rendering.page import Grid, Slot
from tests.rendering.pdf_printer import print_ofd, print_pdf
from tests.rendering.pdf_raw import SCAN, SCAN_OBJECT, SCAN_RESOURCES, raw_pdf, words
from tests.unit.documents.made_files import codes, p, packed, tbl, texts, word

_ROOT = Path(__file__).parents[3]
_DATA = Path(__file__).parent / "data"
_COLUMNS = ("format", "read by", "what is read", "reported", "refused", "tried on")
_TABLE = [["岗位", "代码"], ["电工", "0835"]]


@dataclass(frozen=True)
class _Case:
    """What one line of the table promises.

    Attributes:
        ending: of the name under which the files are read.
        given: what is read, as the line says it, with a file and what must come of it.
        reported: code of a notice -> a file that holds such a thing.
        refused: code of an error -> a file that is refused so.
        is_office: LibreOffice is needed.
    """

    ending: str
    given: Mapping[str, tuple[bytes, list[object]]]
    reported: Mapping[str, bytes] = field(default_factory=dict)
    refused: Mapping[str, bytes] = field(default_factory=dict)
    is_office: bool = False


def _file(name: str) -> bytes:
    return (_DATA / "formats" / name).read_bytes()


def _grid() -> Grid:
    return Grid(2, [[Slot(text) for text in row] for row in _TABLE])


def _book_rows(shows: str | float) -> list[tuple[str, str | float]]:
    return [("岗位", "职业编号"), ("电工", shows), ("焊工", "2-02-07-13"), ("车工", "4-08-05-04")]


def _book(*, hides: str = "", shows: str | float = "0835") -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    for number, row in enumerate(_book_rows(shows)):
        for column, value in enumerate(row):
            if isinstance(value, float):
                sheet.write_number(
                    number, column, value, book.add_format({"num_format": "yyyy-mm-dd"})
                )
            else:
                sheet.write(number, column, value)
    if hides == "column":
        sheet.set_column(1, 1, None, None, {"hidden": True})
    if hides == "sheet":
        other = book.add_worksheet()
        other.write(0, 0, "旧目录")
        other.hide()
    book.close()
    return made.getvalue()


def _ofd(content: str = "", *, more: Mapping[str, str] | None = None, after: str = "") -> bytes:
    shown = (
        '<ofd:TextObject ID="4" Boundary="20 20 150 6" Font="3" Size="5"><ofd:TextCode X="0" Y="5" '
        'DeltaX="5">电工</ofd:TextCode></ofd:TextObject>'
    )
    parts = package_parts(content or shown, after=after)
    made = io.BytesIO()
    write_package({**parts, **(more or {})}, made)
    return made.getvalue()


_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_TURNED = (
    '<ofd:TextObject ID="4" Boundary="0 0 210 297" Font="3" Size="5"{}><ofd:TextCode X="50" Y="50" '
    'DeltaX="5">电工</ofd:TextCode></ofd:TextObject>'
)


def _signed() -> bytes:
    entry = package_parts("")["OFD.xml"].replace(
        "</ofd:DocBody>", "<ofd:Signatures>s.xml</ofd:Signatures></ofd:DocBody>"
    )
    return _ofd(more={"OFD.xml": entry, "s.xml": f"<ofd:Signatures {_NS}/>"})


def _beside(kind: str) -> bytes:
    inside = '<ofd:Attachment ID="1" Name="a.xlsx"/>'
    part = f"<ofd:{kind} {_NS}>{inside}</ofd:{kind}>"
    return _ofd(after=f"<ofd:{kind}>a.xml</ofd:{kind}>", more={"Doc_0/a.xml": part})


def _lost_page() -> bytes:
    pages = (
        '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/><ofd:Page ID="2" BaseLoc="no.xml"/>'
    )
    return _ofd(more={"Doc_0/Document.xml": document_xml(pages)})


def _scan(*contents: bytes) -> bytes:
    return raw_pdf(contents, resources=SCAN_RESOURCES, more=SCAN_OBJECT)


def _dbf(state: str = " ", kind: str = "C", page: int = 0x4D) -> bytes:
    data = bytearray(_file("foxpro-table.dbf"))
    data[29] = page
    head = int.from_bytes(data[8:10], "little")
    data[head] = ord(state)
    data[32 + 11] = ord(kind)
    return bytes(data)


_PAGE = "<table><tr><td>岗位</td><td>代码</td></tr><tr><td>电工</td><td>{}</td></tr></table>"
_LONG = "A catalogue of posts with more than a few words on its only page."
_ROWS = "".join(f"<tr><td>{n}</td><td>电工{n}</td><td>本科</td></tr>" for n in range(1, 6))
_COPY = "".join(f"<tr><td>{n}</td></tr>" for n in range(1, 6))
_HEAD = "<tr><th>序号</th><th>岗位</th><th>学历</th></tr>"
_RTF = rb"{\rtf1\ansi\ansicpg936 \u26576?\u24066?\par\trowd\cellx2000\cellx4000 1\cell A\cell\row}"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def _open_document(kind: str, body: str) -> bytes:
    names = " ".join(f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "text", "table"))
    content = (
        f'<office:document-content {names} office:version="1.2"><office:body><office:{kind}>{body}'
        f"</office:{kind}></office:body></office:document-content>"
    )
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    manifest_name = f"{_OFFICE}:manifest:1.0"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{manifest_name}"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{mimetype}"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return made.getvalue()


_CELLS = "".join(
    "<table:table-row>"
    + "".join(
        f'<table:table-cell office:value-type="string"><text:p>{one}</text:p></table:table-cell>'
        for one in row
    )
    + "</table:table-row>"
    for row in _TABLE
)
_WORD_XML = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument '
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>电工</w:t>'
    "</w:r></w:p></w:body></w:wordDocument>"
)
_EXCEL_CELL = '<Cell><Data ss:Type="String">{}</Data></Cell>'
_EXCEL_ROWS = "".join(f"<Row>{''.join(map(_EXCEL_CELL.format, row))}</Row>" for row in _TABLE)
_EXCEL_XML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="s"><Table>'
    f"{_EXCEL_ROWS}</Table></Worksheet></Workbook>"
)
_TWO = [
    ["序号", "岗位名称", "职业代码"],
    ["1", "药物检验员", "4-08-05-04"],
    ["2", "电工", "6-29-03-07"],
]
_POST = [["岗位名称", "职业代码"], ["电工", "6-29-03-07"]]
_CODES = [["岗位名称", "职业代码", "专业代码"], ["电工", "6-29-03-07", "0835"]]
_CODES += [["钳工", "6-20-01-01", "0802"]]
_NOISE = bytes(range(256)) * 8
_EXCEL_4 = bytes.fromhex("0904060004001000000042000200a803") + b"".join(
    struct.pack("<HHHHHH", 0x204, 8 + len(raw), row, column, 0, len(raw)) + raw
    for row, words_of_row in enumerate(_TABLE)
    for column, raw in enumerate(word_.encode("gbk") for word_ in words_of_row)
)
_EXCEL_4 += b"\x0a\x00\x00\x00"
_RUN = "<w:p><w:r><w:rPr><w:{}/></w:rPr><w:t>旧</w:t></w:r><w:r><w:t>电工</w:t></w:r></w:p>"

_CASES = {
    "`.txt`": _Case(
        "txt",
        {
            "tabs": ("岗位\t代码\n电工\t0835\n".encode("gb18030"), [_TABLE]),
            "Markdown": (
                "| 岗位 | 代码 |\n|---|---|\n| 电工 | 0835 |\n| 焊工 | 0802 |\n".encode(),
                [[*_TABLE, ["焊工", "0802"]]],
            ),
        },
        {
            "character_moved": "岗位名称是\ue81e工，学历是大专".encode(),
            "character_private": "岗位名称是\ue000工，学历是大专".encode(),
        },
        {"source_empty": b" \n", "source_not_readable": _NOISE},
    ),
    "`.csv`": _Case(
        "csv",
        {
            "commas": ("岗位,代码\n电工,0835\n".encode(), [_TABLE]),
            "`sep=;`": ("sep=;\n岗位;代码\n电工;0835\n".encode(), [_TABLE]),
            '`="0835"`': ('岗位,代码\n电工,="0835"\n'.encode(), [_TABLE]),
            "a DOS end mark": ("岗位,代码\n电工,0835\n\x1a".encode(), [_TABLE]),
        },
        {"character_moved": _file("gb18030-2022-small.csv")},
        {"source_empty": b"\n", "source_not_readable": _NOISE},
    ),
    "`.docx`": _Case(
        "docx",
        {
            "tables": (word(tbl(*map(tuple, _TABLE))), [_TABLE]),
            "ticked boxes": (
                _file("ticked-boxes.docx"),
                ["学历：硕士☑博士□", "职称：高级□中级☑"],
            ),
            "embedded chunks": (_file("alt-chunk-only.docx"), [_POST]),
        },
        {
            "embedded_part_read": _file("alt-chunk.docx"),
            "struck_text": word(_RUN.format("strike")),
            "hidden_text": word(_RUN.format("vanish")),
            "tracked_changes": word(f'{p("电工")}<w:p><w:del w:id="1"><w:r/></w:del></w:p>'),
            "symbol_unknown": word(
                '<w:p><w:r><w:t>电工</w:t><w:sym w:font="Wingdings" w:char="F0FF"/></w:r></w:p>'
            ),
        },
        {
            "source_empty": word(p("")),
            "source_not_readable": packed({"[Content_Types].xml": "x", "word/document.xml": "<"}),
            "limit_nesting": word("<w:x>" * 300 + "</w:x>" * 300),
        },
    ),
    "`.xlsx`": _Case(
        "xlsx",
        {
            "cells without references": (_file("no-cell-references.xlsx"), [_CODES]),
            "East Asian times": (
                _file("builtin-times.xlsx"),
                [[["下午6时00分", "下午6时00分00秒"] * 2]],
            ),
            "words in formats": (
                _file("general-with-words.xlsx"),
                [[["岗位编号", "岗位名称", "需求人数"], ["GX-12", "电工", "3人"]]],
            ),
        },
        {
            "rows_hidden": _file("hidden-row-without-reference.xlsx"),
            "columns_hidden": _book(hides="column"),
            "sheet_hidden": _book(hides="sheet"),
            "code_stored_as_date": _book(shows=37297.0),
            "formula_error": _file("error-value.xlsx"),
            "formula_not_computed": _file("formulas-without-values.xlsx"),
            "pictures_not_read": _file("wps-picture-in-cell.xlsx"),
        },
        {"source_not_readable": packed({"[Content_Types].xml": "x", "xl/workbook.xml": "<"})},
    ),
    "`.xls`": _Case(
        "xls",
        {},
        {
            "rows_hidden": (_DATA / "formats-and-hidden-rows.xls").read_bytes(),
            "formula_error": (_DATA / "habits.xls").read_bytes(),
            "struck_text": (_DATA / "habits.xls").read_bytes(),
        },
        {"source_not_readable": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)},
    ),
    "`.html`": _Case(
        "html",
        {
            "tables": (_PAGE.format("0835").encode("gbk"), [_TABLE]),
            "spans as in a browser": (
                _file("rowspan-in-head-ends-with-head.html"),
                [[["序号", "职业"], ["1", "电工"], ["2", "焊工"]]],
            ),
        },
        {
            "struck_text": _PAGE.format("<s>0802</s>0835").encode(),
            "pictures_not_read": _PAGE.format('<img src="a.png">').encode(),
            "table_copy_left_out": (
                f"<table>{_HEAD}{_ROWS}</table><table><tr><th>序号</th></tr>{_COPY}</table>"
            ).encode(),
        },
        {"source_empty": b"<html><body></body></html>"},
    ),
    "`.mht`": _Case(
        "mht",
        {
            "any header first": (_file("web-archive-from-first.mht"), [_POST]),
            "archives of Chrome": (_file("web-archive-of-chrome.mht"), ["x"]),
        },
    ),
    "`.pdf`": _Case(
        "pdf",
        {"ruled tables": (print_pdf([_grid()]), [_TABLE])},
        {
            "page_without_text": _scan(words(_LONG, 72, 700), SCAN),
            "slanted_text_left_out": raw_pdf(
                [words(_LONG, 72, 700) + b"BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (D) Tj ET\n"]
            ),
        },
        {"source_scanned": _scan(SCAN), "source_not_readable": b"%PDF-1.7\n" + bytes(99)},
    ),
    "`.ofd`": _Case(
        "ofd",
        {"ruled tables": (print_ofd([_grid()]), [_TABLE]), "words": (_ofd(), ["电工"])},
        {
            "signature_not_checked": _signed(),
            "annotations_not_read": _beside("Annotations"),
            "part_not_read": _beside("Attachments"),
            "page_damaged": _lost_page(),
            "slanted_text_left_out": _ofd(
                _TURNED.format("") + _TURNED.format(' CTM="0.7 0.7 -0.7 0.7 90 90"')
            ),
        },
        {
            "source_scanned": _ofd('<ofd:ImageObject ID="4" Boundary="0 0 210 297"/>'),
            "source_encrypted": _ofd(more={"Encryptions.xml": "<x/>"}),
            "source_not_readable": packed({"OFD.xml": "x"}),
            "limit_nesting": _ofd("<ofd:PageBlock>" * 99 + "</ofd:PageBlock>" * 99),
        },
    ),
    "`.dbf`": _Case(
        "dbf",
        {
            "GBK": (_dbf(), [[["序号", "职业名称"], ["1", "电工"], ["2", "焊工"]]]),
        },
        {
            "records_deleted": _dbf("*"),
            "part_not_read": _dbf(kind="M"),
            "encoding_guessed": _dbf(page=0),
        },
    ),
    "`.rtf`": _Case("rtf", {"tables": (_RTF, ["某市", [["1", "A"]]])}, is_office=True),
    "`.odt`": _Case(
        "odt",
        {"words": (_open_document("text", "<text:p>电工</text:p>"), ["电工"])},
        is_office=True,
    ),
    "`.ods`": _Case(
        "ods",
        {
            "tables": (
                _open_document(
                    "spreadsheet", f'<table:table table:name="s">{_CELLS}</table:table>'
                ),
                [_TABLE],
            )
        },
        is_office=True,
    ),
    "Word 2003 XML": _Case("xml", {"words": (_WORD_XML.encode(), ["电工"])}, is_office=True),
    "Excel 2003 XML": _Case("xls", {"tables": (_EXCEL_XML.encode(), [_TABLE])}, is_office=True),
    "Excel 2 to 4": _Case("xls", {"GBK": (_EXCEL_4, [_TABLE])}, is_office=True),
    "Excel 5.0/95": _Case("xls", {"GBK": (_file("excel95-gbk.xls"), [_TWO])}, is_office=True),
    "UOF sheet": _Case("uos", {"tables": (_file("uof-sheet.uos"), [_TWO])}, is_office=True),
    "UOF text": _Case("uot", {"words": (_file("uof-text.uot"), ["电工"])}, is_office=True),
    "`.zip`": _Case(
        "zip",
        {"one readable file": (packed({"a/目录.csv": "岗位,代码\n电工,0835\n"}), [_TABLE])},
        {},
        {
            "archive_of_several": packed({"a.csv": "a", "b.csv": "b"}),
            "format_unsupported": packed({"a.png": "a"}),
        },
    ),
}
"""By the first name in the column `format`; `.doc` and `.wps` have a test of their own."""


def _lines() -> dict[str, dict[str, str]]:
    page = (_ROOT / "docs/reference/formats.md").read_text(encoding="utf-8")
    head = f"| {' | '.join(_COLUMNS)} |"
    _, found, rest = page.partition(head)
    assert found
    rows = [line.strip("| ").split(" | ") for line in rest.split("\n\n")[0].splitlines()[2:]]
    assert all(len(row) == len(_COLUMNS) for row in rows)
    return {_name_of(row[0]): dict(zip(_COLUMNS, row, strict=True)) for row in rows}


def _name_of(cell: str) -> str:
    return (
        cell[: cell.index("`", 1) + 1] if cell.startswith("`") else cell.split(",", maxsplit=1)[0]
    )


_LINES = _lines()


def _codes_in(cell: str) -> set[str]:
    return set(re.findall(r"`([a-z_]+)`", cell))


def test_every_line_has_a_case_and_every_case_a_line() -> None:
    assert set(_LINES) == {*_CASES, "`.doc`"}


@pytest.mark.parametrize("name", _CASES)
def test_line_says_what_its_case_shows(name: str) -> None:
    line, case = _LINES[name], _CASES[name]

    assert _codes_in(line["reported"]) == set(case.reported)
    assert _codes_in(line["refused"]) == set(case.refused)
    assert [phrase for phrase in case.given if phrase not in line["what is read"]] == []
    assert re.search(r"\d", line["tried on"])


@pytest.mark.parametrize("name", _CASES)
def test_what_a_line_says_is_so(name: str) -> None:
    case = _CASES[name]
    if case.is_office and find_office() is None:
        pytest.skip("LibreOffice is not installed")

    for data, expected in case.given.values():
        assert texts(read(data, name=f"目录.{case.ending}")) == expected
    for code, data in case.reported.items():
        assert code in codes(read(data, name=f"目录.{case.ending}"))
    for code, data in case.refused.items():
        with pytest.raises(JinqueError) as caught:
            read(data, name=f"目录.{case.ending}")
        assert caught.value.code == code


@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["doc", "wps"])
def test_old_word_file_is_read(ending: str, tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(_RTF)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(find_office()), profile, "--headless", "--convert-to", "doc"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "a.rtf")],
        check=True,
        capture_output=True,
    )

    data = (tmp_path / "a.doc").read_bytes()

    assert texts(read(data, name=f"目录.{ending}")) == ["某市", [["1", "A"]]]
