"""Word files with habits of offices: chunks, objects, struck words, signs, boxes, list numbers."""

import io
import zipfile

import pytest
import xlsxwriter

from jinque.documents import read
from jinque.model import Document
from tests.said import zh
from tests.unit.documents.made_files import codes, only_table, p, packed, tbl, tc, texts, word

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = ("序号", "岗位名称", "学历")


def _linked(body: str, parts: dict[str, bytes], links: str) -> Document:
    """Return a docx with further parts, and relationships to them, as read."""
    made = zipfile.ZipFile(io.BytesIO(word(body)))
    contents: dict[str, str | bytes] = {name: made.read(name) for name in made.namelist()}
    relations = "word/_rels/document.xml.rels"
    contents[relations] = made.read(relations).replace(
        b"</Relationships>", links.encode() + b"</Relationships>"
    )
    main = made.read("word/document.xml")
    contents["word/document.xml"] = main.replace(
        b"<w:document ",
        f'<w:document xmlns:r="{_R}" xmlns:o="urn:schemas-microsoft-com:office:office" '.encode(),
    )
    return read(packed({**contents, **parts}), name="某市.docx")


def _link(kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="rX" Type="{_R}/{kind}" Target="{target}"{mode}/>'


_CHUNK = (
    "<html><table><tr><th>岗位名称</th><th>学历</th></tr>"
    '<tr><td rowspan="2">电工</td><td>大专</td></tr><tr><td>本科</td></tr></table></html>'
).encode()
_CHUNK_READ = [["岗位名称", "学历"], ["电工", "大专"], ["电工", "本科"]]


@pytest.mark.parametrize(
    "body", [p("一、目录") + '<w:altChunk r:id="rX"/>', '<w:altChunk r:id="rX"/>']
)
def test_a_chunk_of_html_is_read_in_its_place(body: str) -> None:
    document = _linked(body, {"word/chunk.htm": _CHUNK}, _link("aFChunk", "chunk.htm"))

    assert texts(document)[-1] == _CHUNK_READ
    assert codes(document) == ["embedded_part_read"]
    table = only_table(document)
    assert table.rows[2].cells[0].is_carried_down


def test_a_chunk_that_is_a_docx_is_read() -> None:
    inner = word(p("第二部分") + tbl(_HEAD, ("1", "电工", "大专")))
    document = _linked(
        '<w:altChunk r:id="rX"/>' + p("完"), {"word/c.docx": inner}, _link("aFChunk", "c.docx")
    )

    assert texts(document) == ["第二部分", [[*_HEAD], ["1", "电工", "大专"]], "完"]


def test_a_chunk_that_cannot_be_read_is_told_with_the_reason() -> None:
    document = _linked(
        p("目录") + '<w:altChunk r:id="rX"/>',
        {"word/c.bin": b"\x89PNG\r\n"},
        _link("aFChunk", "c.bin"),
    )

    [notice] = document.notices
    assert notice.code == "part_not_read"
    assert "word/c.bin" in zh(notice.message)
    assert "PNG" in zh(notice.message)


def test_a_subdocument_outside_the_file_is_told() -> None:
    document = _linked(
        p("目录") + '<w:subDoc r:id="rX"/>',
        {},
        _link("subDocument", "第二章.docx", ' TargetMode="External"'),
    )

    [notice] = document.notices
    assert notice.code == "part_not_read"
    assert "第二章.docx" in zh(notice.message)


def _object(program: str) -> str:
    inside = f'<o:OLEObject Type="Embed" ProgID="{program}" r:id="rX"/>'
    return f"<w:p><w:r><w:object>{inside}</w:object></w:r></w:p>"


def _workbook() -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        for row, values in enumerate((_HEAD, ("1", "电工", "大专"))):
            sheet.write_row(row, 0, values)
    return made.getvalue()


def test_an_inserted_workbook_is_read_in_its_place() -> None:
    document = _linked(
        p("一") + _object("Excel.Sheet.12") + p("二"),
        {"word/embeddings/s.xlsx": _workbook()},
        _link("package", "embeddings/s.xlsx"),
    )

    assert texts(document) == ["一", [[*_HEAD], ["1", "电工", "大专"]], "二"]
    [notice] = document.notices
    assert notice.code == "embedded_part_read"
    assert "Excel.Sheet.12" in zh(notice.message)


def test_a_chart_and_an_object_that_nobody_reads_are_told() -> None:
    chart = _linked(p("目录"), {"word/charts/c.xml": b"<c/>"}, _link("chart", "charts/c.xml"))
    strange = _linked(
        p("目录") + _object("Package"), {"word/o.bin": b"\0\1\2"}, _link("oleObject", "o.bin")
    )

    assert codes(chart) == ["part_not_read"]
    assert codes(strange) == ["part_not_read"]


_STRUCK = "<w:r><w:rPr><w:strike/></w:rPr><w:t>高中</w:t></w:r>"


@pytest.mark.parametrize(
    "old",
    [
        _STRUCK,
        _STRUCK.replace("w:strike", "w:dstrike"),
        _STRUCK.replace("<w:strike/>", '<w:rStyle w:val="S"/>'),
    ],
)
def test_struck_words_are_no_part_of_the_value(old: str) -> None:
    cell = tc(f"<w:p>{old}<w:r><w:t>大专</w:t></w:r></w:p>")
    style = (
        '<w:style w:type="character" w:styleId="S"><w:name w:val="划去"/>'
        "<w:rPr><w:strike/></w:rPr></w:style>"
    )
    document = read(word(tbl(_HEAD, ("1", "电工", cell)), styles=style), name="某市.docx")

    assert texts(document) == [[[*_HEAD], ["1", "电工", "大专"]]]
    [notice] = document.notices
    assert notice.code == "struck_text"
    assert notice.span == only_table(document).rows[1].cells[2].span


def test_a_strike_that_is_off_strikes_nothing() -> None:
    cell = tc("<w:p><w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>大专</w:t></w:r></w:p>")
    document = read(word(tbl(_HEAD, ("1", "电工", cell))), name="某市.docx")

    assert texts(document)[0][1] == ["1", "电工", "大专"]
    assert codes(document) == []


def test_a_row_struck_as_a_whole_keeps_its_words() -> None:
    row = ("2", *(tc(f"<w:p>{_STRUCK.replace('高中', one)}</w:p>") for one in ("焊工", "中专")))
    document = read(word(tbl(_HEAD, ("1", "电工", "大专"), row)), name="某市.docx")

    assert texts(document)[0][2] == ["2", "焊工", "中专"]
    [notice] = document.notices
    assert notice.span == only_table(document).rows[2].span


def test_a_struck_paragraph_is_left_out_and_told() -> None:
    document = read(word(p("目录") + f"<w:p>{_STRUCK}</w:p>"), name="某市.docx")

    assert texts(document) == ["目录"]
    assert codes(document) == ["struck_text"]


def test_a_merge_may_begin_without_saying_so() -> None:
    merged = "<w:vMerge/>"
    document = read(
        word(
            tbl(
                ("行业", "岗位名称"),
                (tc("电力", merged), "电工"),
                (tc("", merged), "焊工"),
                (tc("养老", '<w:vMerge w:val="restart"/>'), "护理员"),
                (tc("", merged), "护士"),
            )
        ),
        name="某市.docx",
    )

    rows = texts(document)[0]
    assert [row[0] for row in rows] == ["行业", "电力", "电力", "养老", "养老"]


def _sym(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


@pytest.mark.parametrize(
    ("font", "char", "sign"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "00FE", "☑"),
        ("Wingdings", "F0A8", "□"),
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings 2", "00A3", "□"),
        ("Wingdings 2", "F0A3", "□"),
        ("Symbol", "F0A3", "≤"),
        ("Symbol", "F0B3", "≥"),
        ("宋体", "2611", "☑"),
    ],
)
def test_signs_are_those_of_their_font(font: str, char: str, sign: str) -> None:
    document = read(word(f"<w:p>{_sym(font, char)}<w:r><w:t>硕士</w:t></w:r></w:p>"), name="a.docx")

    assert texts(document) == [f"{sign}硕士"]


def test_letters_of_a_symbol_font_are_signs() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr>'
    runs = "".join(f"<w:r>{fonts}<w:t>{one}</w:t></w:r>" for one in ("R硕士", "£博士"))
    document = read(word(f"<w:p>{runs}</w:p>"), name="a.docx")

    assert texts(document) == ["☑硕士□博士"]


def test_a_sign_without_a_counterpart_is_told() -> None:
    document = read(word(f"<w:p>{_sym('Wingdings', 'F028')}<w:r><w:t>电话</w:t></w:r></w:p>"))

    assert texts(document) == ["电话"]
    assert codes(document) == ["symbol_unknown"]


def test_boxes_of_forms_are_signs() -> None:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    control = (
        f"<w:sdt {space}><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>硕士</w:t></w:r>"
    )
    old = (
        "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/>"
        "</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:t>博士</w:t></w:r>"
    )
    listed = (
        "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/>"
        "<w:listEntry w:val='高级'/><w:listEntry w:val='中级'/></w:ddList></w:ffData></w:fldChar>"
        "</w:r>"
    )
    document = read(word(f"<w:p>{control}{old}{listed}</w:p>"), name="a.docx")

    assert texts(document) == ["☑硕士□博士中级"]


def test_a_comment_and_a_picture_in_a_cell_are_told_at_it() -> None:
    comment = tc("<w:p><w:r><w:t>电工</w:t></w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>")
    picture = tc("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>")
    document = read(word(tbl(_HEAD, ("1", comment, picture))), name="某市.docx")

    cells = only_table(document).rows[1].cells
    assert [cell.text for cell in cells] == ["1", "电工", ""]
    found = {notice.code: notice.span for notice in document.notices if notice.span}
    assert found == {"comments_not_read": cells[1].span, "pictures_not_read": cells[2].span}


@pytest.mark.parametrize(
    ("style", "numbers"),
    [
        ("ideographDigital", {9: "九", 10: "一〇", 11: "一一"}),
        ("chineseCounting", {10: "十", 11: "十一"}),
        ("chineseCountingThousand", {10: "十", 12: "十二"}),
        ("decimalEnclosedParen", {1: "⑴", 12: "⑿"}),
        ("decimalFullWidth", {3: "３", 12: "１２"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("ideographZodiacTraditional", {1: "甲子", 11: "甲戌"}),
        ("ideographLegalTraditional", {3: "參", 12: "壹拾貳"}),
    ],
)
def test_list_numbers_are_those_that_word_prints(style: str, numbers: dict[int, str]) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{style}"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = "".join(p("项", listed) for _ in range(12))
    read_back = texts(read(word(body, numbering=numbering), name="a.docx"))

    assert {place: read_back[place - 1] for place in numbers} == {
        place: f"{shown}、项" for place, shown in numbers.items()
    }
