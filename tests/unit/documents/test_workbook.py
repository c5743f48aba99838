import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from jinque.documents import read
from jinque.errors import EmptySourceError, NotReadableError, TooManyCellsError
from jinque.model import Document, Place, Table
from tests.said import zh
from tests.unit.documents.made_files import codes, marks, only_table, packed, texts, with_parts

_XLS = Path(__file__).parent / "data" / "skilled-trades.xls"
_OLD_FORMATS = Path(__file__).parent / "data" / "formats-and-hidden-rows.xls"


Write = Callable[[Workbook, Worksheet], None]


def _workbook(write: Write) -> bytes:
    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True})
    write(book, book.add_worksheet())
    book.close()
    return made.getvalue()


def _sheet(*rows: tuple[object, ...], corner: tuple[int, int] = (0, 0)) -> bytes:
    def write(_: Workbook, sheet: Worksheet) -> None:
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(corner[0] + number, corner[1] + column, value)

    return _workbook(write)


def _read(write: Write) -> Document:
    return read(_workbook(write), name="某市.xlsx")


def test_title_above_and_note_below_are_paragraphs() -> None:
    data = _sheet(
        ("某市紧缺人才目录",), ("序号", "岗位名称"), (1, "电工"), (2, "焊工"), ("注：须持证。",)
    )

    assert texts(read(data)) == [
        "某市紧缺人才目录",
        [["序号", "岗位名称"], ["1", "电工"], ["2", "焊工"]],
        "注：须持证。",
    ]


def test_places_are_those_of_the_sheet() -> None:
    table = only_table(read(_sheet(("序号", "岗位名称"), (1, "电工"), corner=(4, 2))))

    assert table.span.place == Place(sheet="Sheet1", table=1)
    assert table.rows[1].span.place == Place(sheet="Sheet1", table=1, row=6)
    assert table.rows[1].cells[1].span.place == Place(sheet="Sheet1", table=1, row=6, column=4)


def test_blank_row_separates_tables_and_keeps_their_columns() -> None:
    head, body = ("序号", "岗位名称", "备注"), (1, "电工", None)
    data = _sheet(head, (1, "车工", "甲"), (), body, (2, "焊工", None))

    assert texts(read(data)) == [
        [list(head), ["1", "车工", "甲"]],
        [["1", "电工", ""], ["2", "焊工", ""]],
    ]


def test_blank_column_separates_tables_side_by_side() -> None:
    data = _sheet(
        ("序号", "岗位名称", None, "序号", "岗位名称"),
        (1, "电工", None, 3, "车工"),
        (2, "焊工"),
    )

    assert texts(read(data)) == [
        [["序号", "岗位名称"], ["1", "电工"], ["2", "焊工"]],
        [["序号", "岗位名称"], ["3", "车工"], ["", ""]],
    ]


def test_column_that_is_blank_below_its_heading_separates_nothing() -> None:
    data = _sheet(("序号", "备注", "岗位名称"), (1, None, "电工"), (), (2, None, "焊工"))

    assert texts(read(data)) == [
        [["序号", "备注", "岗位名称"], ["1", "", "电工"]],
        [["2", "", "焊工"]],
    ]


def test_title_across_two_tables_separates_those_above_from_those_below() -> None:
    def write(_: Workbook, sheet: Worksheet) -> None:
        for top in (0, 3):
            for left in (0, 3):
                sheet.write_row(top, left, ["序号", "岗位名称"])
                sheet.write_row(top + 1, left, [1, f"甲{top}{left}"])
        sheet.merge_range(2, 0, 2, 4, "二、乙产业")

    assert texts(_read(write)) == [
        [["序号", "岗位名称"], ["1", "甲00"]],
        [["序号", "岗位名称"], ["1", "甲03"]],
        "二、乙产业",
        [["序号", "岗位名称"], ["1", "甲30"]],
        [["序号", "岗位名称"], ["1", "甲33"]],
    ]


def test_merged_ranges_are_repeated_with_marks() -> None:
    def write(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["序号", "行业", "岗位名称"])
        sheet.write_column(1, 0, [1, 2])
        sheet.merge_range(1, 1, 2, 1, "机械")
        sheet.write_column(1, 2, ["电工", "焊工"])
        sheet.merge_range(3, 0, 3, 2, "二、化工")
        sheet.write_row(4, 0, [1, "化工", "司炉"])

    table = only_table(_read(write))
    assert marks(table) == [
        [".", ".", "."],
        [".", ".", "."],
        [".", "d", "."],
        [".", "a", "a"],
        [".", ".", "."],
    ]
    assert table.rows[2].cells[1].text == "机械"


def test_numbers_are_shown_as_their_formats_show_them() -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        formats = ["0.0", "0.00%", "000", "#,##0.00", "0-00-00-00", 'yyyy"年"m"月"', "m/d", "@"]
        values = [12, 0.305, 7, 12345.6, 2020713, date(2020, 1, 31), date(2020, 1, 31), 3]
        sheet.write_row(0, 0, ["甲", "乙"] * 4)
        for column, (code, value) in enumerate(zip(formats, values, strict=True)):
            sheet.write(1, column, value, book.add_format({"num_format": code}))

    rows = texts(_read(write))[0]
    assert rows[1] == [
        *("12.0", "30.50%", "007", "12,345.60", "2-02-07-13", "2020年1月", "1/31", "3"),
    ]


def test_values_without_a_format_are_plain() -> None:
    assert texts(read(_sheet(("甲", "乙", "丙", "丁"), (1.0, 0.8968, True, " 文字\r\n二 ")))) == [
        [["甲", "乙", "丙", "丁"], ["1", "0.8968", "TRUE", "文字\n二"]]
    ]


def test_formula_is_read_as_its_last_result() -> None:
    def write(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["甲", "乙"])
        sheet.write_formula(1, 0, "=1+1", None, 2)
        sheet.write_formula(1, 1, '=WEBSERVICE("http://example.org")', None, "旧值")

    assert texts(_read(write))[0][1] == ["2", "旧值"]


def test_code_that_excel_took_for_a_date_is_read_as_shown_and_reported() -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["职业编号", "岗位名称"])
        sheet.write_column(1, 0, ["2-02-07-13", "4-08-05-04"])
        sheet.write(3, 0, date(2002, 2, 10), book.add_format({"num_format": 14}))
        sheet.write_column(1, 1, ["甲", "乙", "丙"])

    document = _read(write)
    [notice] = document.notices
    assert notice.code == "code_stored_as_date"
    assert "“2-02-10”" in zh(notice.message)
    assert notice.span is not None
    assert document.slice(notice.span) == "2002/2/10"


def test_date_in_a_column_of_dates_is_only_read() -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["发布日期", "岗位名称"])
        sheet.write(1, 0, date(2002, 2, 10), book.add_format({"num_format": 14}))
        sheet.write(1, 1, "甲")

    assert codes(_read(write)) == []


def test_hidden_rows_and_columns_are_read_and_reported() -> None:
    def write(_: Workbook, sheet: Worksheet) -> None:
        for row in range(6):
            sheet.write_row(row, 0, [row or "序号", "岗位名称", "甲"])
        for row in (2, 3, 5):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})

    document = _read(write)
    assert codes(document) == ["rows_hidden", "rows_hidden", "columns_hidden"]
    assert "第 3–4 行" in zh(document.notices[0].message)
    assert "第 6 行" in zh(document.notices[1].message)
    assert len(only_table(document).rows) == 6


def test_hidden_sheet_is_not_read_but_reported() -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["序号", "岗位名称"])
        other = book.add_worksheet("旧版")
        other.write(0, 0, "作废")
        other.hide()

    document = _read(write)
    assert codes(document) == ["sheet_hidden"]
    assert "旧版" in zh(document.notices[0].message)
    assert "作废" not in document.text


def test_sheet_that_begins_with_a_table_is_headed_by_its_name() -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["序号", "岗位名称"])
        named = book.add_worksheet("一、电气产业")
        named.write_row(0, 0, ["序号", "岗位名称"])
        titled = book.add_worksheet("二、鞋业")
        titled.write(0, 0, "二、鞋业产业")
        titled.write_row(1, 0, ["序号", "岗位名称"])

    rows = [["序号", "岗位名称"]]
    assert texts(_read(write)) == [rows, "一、电气产业", rows, "二、鞋业产业", rows]


def test_old_workbook_is_read_with_its_merged_cells() -> None:
    document = read(_XLS, name="目录.xls")

    [table] = [block for block in document.blocks if isinstance(block, Table)]
    assert document.encoding == "xls"
    assert len(table.rows) == 59
    assert marks(table)[1:4] == [["."] * 7, [".", "d", *["."] * 5], [".", "d", *["."] * 5]]


def test_old_workbook_shows_numbers_as_formatted_and_reports_what_it_hides() -> None:
    document = read(_OLD_FORMATS, name="目录.xls")

    assert texts(document)[0][1:] == [
        ["1", "2-02-07-13", "甲", "12.0"],
        ["2", "4-08-05-04", "乙", "9.8"],
        ["3", "2002/2/10", "丙", "10.0"],
        ["4", "2-02-07-13", "丁", "7.5"],
    ]
    assert codes(document) == [
        "rows_hidden",
        "columns_hidden",
        "code_stored_as_date",
        "sheet_hidden",
    ]


def test_errors_strikes_and_centring_of_an_old_workbook_are_told() -> None:
    document = read(_OLD_FORMATS.with_name("habits.xls"))

    assert texts(document) == [
        "某市紧缺人才目录",
        [
            ["序号", "岗位名称", "人数"],
            ["1", "电工", "#N/A"],
            ["2", "焊工", "5"],
            ["3", "车工", ""],
            ["4", "钳工", "#DIV/0!"],
        ],
    ]
    assert sorted(codes(document)) == ["formula_error"] * 2 + ["struck_text"] * 2


def test_blank_workbook_is_refused() -> None:
    with pytest.raises(EmptySourceError):
        read(_sheet())


def test_cells_scattered_over_the_whole_sheet_are_refused_before_memory_is_taken() -> None:
    def write(_: Workbook, sheet: Worksheet) -> None:
        sheet.write(0, 0, "甲")
        sheet.write(1_048_575, 16_383, "乙")

    with pytest.raises(TooManyCellsError):
        _read(write)


def test_declared_counts_are_not_believed() -> None:
    data = _sheet(("序号", "岗位名称"), (1, "电工"))
    lying = with_parts(data, lambda part: part.replace(b'count="2"', b'count="99999999999"'))

    assert lying != data
    assert texts(read(lying)) == texts(read(data))


def test_damaged_workbook_is_refused() -> None:
    data = _sheet(("序号", "岗位名称"), (1, "电工"))

    with pytest.raises(NotReadableError):
        read(with_parts(data, lambda part: part[: len(part) // 2]))
    with pytest.raises(NotReadableError):
        read(packed({"[Content_Types].xml": "<a/>", "xl/styles.xml": "<a/>"}))
    with pytest.raises(NotReadableError):
        read(_XLS.read_bytes()[:6000])
