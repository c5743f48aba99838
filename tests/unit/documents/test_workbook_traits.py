"""Workbooks with habits of offices: errors, formulas, pictures, strikes, formats, references."""

import io
import re
import zipfile
from datetime import datetime

import pytest
import xlsxwriter

from jinque.documents import read
from jinque.documents.workbook.number_formats import show_date, show_number
from jinque.model import Document
from tests.said import zh
from tests.unit.documents.made_files import codes, marks, only_table, packed, texts

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def _sheet(rows: str, styles: str = "", strings: str = "", book: str = "") -> Document:
    """Return a workbook of one sheet whose XML is given, as read."""
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
        f'Type="{_R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_R}">{book}<sheets>'
        '<sheet name="目录" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
        f'<Relationship Id="r1" Type="{_R}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_R}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r3" Type="{_R}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">'
        f"<sheetData>{rows}</sheetData></worksheet>",
    }
    return read(packed(parts), name="某市.xlsx")


def _row(number: int, *cells: str) -> str:
    made = "".join(
        one
        if one.startswith("<")
        else f'<c r="{letter}{number}" t="inlineStr"><is><t>{one}</t></is></c>'
        for letter, one in zip("ABCDEF", cells, strict=False)
    )
    return f'<row r="{number}">{made}</row>'


_HEAD = _row(1, "岗位名称", "职业代码", "人数")


def test_errors_formulas_pictures_and_blanks_are_different_things() -> None:
    document = _sheet(
        _HEAD
        + _row(2, "电工", '<c r="B2" t="e"><f>X()</f><v>#N/A</v></c>', '<c r="C2"><f>1+1</f></c>')
        + _row(
            3,
            "焊工",
            '<c r="B3" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
        )
        + _row(4, "车工", '<c r="B4" t="str"><f>IF(1,"")</f><v></v></c>', '<c r="C4"><v>3</v></c>')
    )

    rows = only_table(document).rows
    assert [cell.text for row in rows[1:] for cell in row.cells] == [
        *("电工", "#N/A", ""),
        *("焊工", "", ""),
        *("车工", "", "3"),
    ]
    assert [(notice.code, notice.span) for notice in document.notices] == [
        ("formula_error", rows[1].cells[1].span),
        ("formula_not_computed", rows[1].cells[2].span),
        ("pictures_not_read", rows[2].cells[1].span),
    ]


def test_formulas_outside_the_used_part_are_told() -> None:
    document = _sheet(
        _row(1, "岗位名称", "学历") + _row(2, "电工", "大专", '<c r="C2"><f>1</f></c>')
    )

    assert codes(document) == ["formula_not_computed"]


def _styles(fonts: str, *formats: str) -> str:
    return f"<fonts><font/>{fonts}</fonts><cellXfs><xf/>{''.join(formats)}</cellXfs>"


def test_struck_cells_and_runs_are_no_part_of_the_value() -> None:
    styles = _styles("<font><strike/></font>", '<xf fontId="1"/>')
    rich = (
        "<si><r><rPr><strike/><sz val='11'/></rPr><t>高中</t></r><r><t>大专</t></r></si>"
        "<si><t>电工</t></si>"
    )
    document = _sheet(
        _row(1, "序号", "岗位名称", "学历")
        + _row(2, "1", '<c r="B2" t="s"><v>1</v></c>', '<c r="C2" t="s"><v>0</v></c>')
        + _row(
            3,
            *(
                f'<c r="{letter}3" s="1" t="inlineStr"><is><t>{word}</t></is></c>'
                for letter, word in zip("ABC", ("2", "焊工", "中专"), strict=True)
            ),
        ),
        styles,
        rich,
    )

    rows = only_table(document).rows
    assert [[cell.text for cell in row.cells] for row in rows[1:]] == [
        ["1", "电工", "大专"],
        ["2", "焊工", "中专"],
    ]
    assert [(notice.code, notice.span) for notice in document.notices] == [
        ("struck_text", rows[1].cells[2].span),
        ("struck_text", rows[2].span),
    ]


def test_reading_aids_are_left_out() -> None:
    strings = '<si><t>电工</t><rPh sb="0" eb="2"><t>dian gong</t></rPh></si>'
    document = _sheet(
        _row(1, "岗位名称", "学历") + _row(2, '<c r="A2" t="s"><v>0</v></c>', "大专"), "", strings
    )

    assert texts(document) == [[["岗位名称", "学历"], ["电工", "大专"]]]


def test_rows_and_cells_without_references_are_numbered() -> None:
    styles = '<numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts>' + _styles(
        "", '<xf numFmtId="164"/>'
    )
    document = _sheet(
        '<row><c t="inlineStr"><is><t>岗位名称</t></is></c>'
        '<c t="inlineStr"><is><t>专业代码</t></is></c></row>'
        '<row hidden="1"><c t="inlineStr"><is><t>电工</t></is></c><c s="1"><v>835</v></c></row>'
        '<row r="4"><c t="inlineStr"><is><t>焊工</t></is></c><c r="B4" s="1"><v>802</v></c></row>',
        styles,
    )

    assert ["电工", "0835"] in [row for block in texts(document) for row in block]
    assert ["焊工", "0802"] in [row for block in texts(document) for row in block]
    assert codes(document) == ["rows_hidden"]


def test_words_centred_across_blank_cells_are_one_cell() -> None:
    styles = _styles("", '<xf><alignment horizontal="centerContinuous"/></xf>')
    centred = '<c r="{0}" s="1" t="inlineStr"><is><t>{1}</t></is></c>'
    document = _sheet(
        _row(1, centred.format("A1", "某市目录"), '<c r="B1" s="1"/>', '<c r="C1" s="1"/>')
        + _row(2, "岗位名称", centred.format("B2", "要求"), '<c r="C2" s="1"/>')
        + _row(3, '<c r="A3"/>', "学历", "能力")
        + _row(4, "电工", "大专", "检修"),
        styles,
    )

    title, head = texts(document)
    assert title == "某市目录"
    assert head[0] == ["岗位名称", "要求", "要求"]
    assert marks(only_table(document))[0] == [".", ".", "a"]


def test_a_blank_column_that_only_spaces_does_not_end_a_table() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        rows = (
            ("序号", "行业", "", "岗位名称"),
            ("1", "渔业", "", "网工"),
            ("2", "渔业", "", "船工"),
        )
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    document = read(made.getvalue(), name="某市.xlsx")

    assert texts(document) == [[list(row) for row in rows]]


def test_comments_text_boxes_and_pictures_of_a_sheet_are_told() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet("目录")
        sheet.write_row(0, 0, ("岗位名称", "学历"))
        sheet.write_row(1, 0, ("电工", "大专"))
        sheet.write_comment("A2", "拟删")
        sheet.insert_textbox(4, 4, "另有三个岗位见附件")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=目录!$A$1:$A$2"})
        sheet.insert_chart("H2", chart)
    document = read(made.getvalue(), name="某市.xlsx")

    assert sorted(codes(document)) == ["comments_not_read", "part_not_read", "part_not_read"]
    said = "".join(zh(notice.message) for notice in document.notices)
    assert "另有三个岗位见附件" in said
    assert "图表" in said
    comment = next(one for one in document.notices if one.code == "comments_not_read")
    assert comment.span == only_table(document).rows[1].cells[0].span


def test_whole_columns_merged_and_days_from_1904() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"date_1904": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("岗位名称", "日期", "备注"))
        sheet.write(1, 0, "电工")
        dated = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_datetime(1, 1, datetime(2025, 3, 1), dated)  # noqa: DTZ001
        weekday = book.add_format({"num_format": "[$-804]aaaa"})
        sheet.write_number(1, 2, 44_984 - 1_462, weekday)
    data = made.getvalue()
    archive = zipfile.ZipFile(io.BytesIO(data))
    part = "xl/worksheets/sheet1.xml"
    merged = re.sub(
        rb"</sheetData>",
        b'</sheetData><mergeCells count="1"><mergeCell ref="F1:F1048576"/></mergeCells>',
        archive.read(part),
    )
    document = read(
        packed({one: merged if one == part else archive.read(one) for one in archive.namelist()}),
        name="某市.xlsx",
    )

    assert texts(document)[0][1] == ["电工", "2025-03-01", "星期一"]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (3, 'General"人"', "3人"),
        (3, 'G/通用格式"人"', "3人"),
        (12, '"GX-"General', "GX-12"),
        (-3, '0;"负"0', "负3"),
        (0, '0;-0;"无"', "无"),
        (1, '[=1]"是";[=0]"否";General', "是"),
        (0, '[=1]"是";[=0]"否";General', "否"),
        (5, '[>=4]"★★★★★";[>=2]"★★★";"★"', "★★★★★"),
        (2, '[>=4]"★★★★★";[>=2]"★★★";"★"', "★★★"),
        (1, '[>=4]"★★★★★";[>=2]"★★★";"★"', "★"),
        (123_456, '0!.0,"万"', "12.3万"),
        (1_234_567, "#,##0,", "1,235"),
        (12_345, "#,##0;-#,##0", "12,345"),
        (0.87, "0%", "87%"),
        (15, "[DBNum1]General", "一十五"),
        (15, "[DBNum2][$-804]General", "壹拾伍"),
        (3, '[DBNum2][$-804]G/通用格式"人"', "叁人"),
        (105, "[DBNum1][$-804]General", "一百〇五"),
        (12_345, "[DBNum2]General", "壹万贰仟叁佰肆拾伍"),
        (10_005, "[DBNum1]General", "一万〇五"),
        (100_000, "[DBNum1]General", "一十万"),
        (100_010_000, "[DBNum1]General", "一亿〇一万"),
        (0, "[DBNum2]General", "零"),
        (1.5, "[DBNum1]General", "一.五"),
        (23, "[DBNum3]General", "２十３"),
        (2023, "[DBNum1]0", "二〇二三"),
        (2023, '[DBNum2]0"年"', "贰零贰叁年"),
        (44_927.75, '上午/下午h"时"mm"分";@', "下午6时00分"),
        (44_927.75, "[$-804]aaaa;@", "星期日"),
    ],
)
def test_numbers_are_shown_with_their_words(value: float, code: str, shown: str) -> None:
    assert show_number(value, code) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("h:mm AM/PM", "6:05 PM"),
        ("mm:ss", "05:09"),
        ('yyyy"年"m"月"d"日" aaa', "2023年11月12日 日"),
        ("ddd", "Sun"),
        ("dddd", "Sunday"),
        ("[$-804]dddd", "星期日"),
        ("[$-804]ddd", "周日"),
        ("mmmm d", "November 12"),
        ('[DBNum1]yyyy"年"m"月"d"日"', "二〇二三年十一月十二日"),
        ('[DBNum2]yyyy"年"m"月"d"日"', "贰零贰叁年壹拾壹月壹拾贰日"),
    ],
)
def test_moments_are_shown_with_their_words(code: str, shown: str) -> None:
    assert show_date(datetime(2023, 11, 12, 18, 5, 9), code) == shown  # noqa: DTZ001


def test_a_number_that_its_format_does_not_show_is_told() -> None:
    styles = '<numFmts><numFmt numFmtId="164" formatCode="0;-0;;@"/></numFmts>' + _styles(
        "", '<xf numFmtId="164"/>'
    )
    document = _sheet(_HEAD + _row(2, "电工", "6-29-03-07", '<c r="C2" s="1"><v>0</v></c>'), styles)

    assert only_table(document).rows[1].cells[2].text == ""
    assert codes(document) == ["hidden_text"]


def test_words_that_a_format_puts_beside_words_are_shown() -> None:
    styles = '<numFmts><numFmt numFmtId="164" formatCode="&quot;GX-&quot;@"/></numFmts>' + _styles(
        "", '<xf numFmtId="164"/>'
    )
    cell = '<c r="B2" s="1" t="inlineStr"><is><t>A7</t></is></c>'
    document = _sheet(_HEAD + _row(2, "电工", cell, '<c r="C2"><v>1</v></c>'), styles)

    assert only_table(document).rows[1].cells[1].text == "GX-A7"
