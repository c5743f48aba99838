from datetime import date

import pytest

from jinque import documents
from jinque.dataset import Sheet, sheet_csv, workbook_bytes
from jinque.locale import Translator
from jinque.model import Table

FORMULAS = ["=1+1", "+1", "@SUM(A1)", "-1+1"]


def _sheet(*values: str | int | date | None) -> Sheet:
    return Sheet(name="表", headings=("甲", "乙"), rows=[(value, "乙") for value in values])


def _first_column(data: bytes) -> list[str]:
    document = documents.read(data, name="t.xlsx")
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [row.cells[0].text for table in tables for row in table.rows]


def test_texts_that_look_like_formulas_stay_texts() -> None:
    assert _first_column(workbook_bytes([_sheet(*FORMULAS)], Translator("zh"))) == ["甲", *FORMULAS]


def test_days_and_numbers_are_read_back() -> None:
    data = workbook_bytes([_sheet(date(2022, 11, 1), 756, None)], Translator("zh"))

    assert _first_column(data) == ["甲", "2022-11-01", "756", ""]


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert workbook_bytes([_sheet("一")], Translator("zh")) == workbook_bytes(
        [_sheet("一")], Translator("zh")
    )


@pytest.mark.parametrize("text", FORMULAS)
def test_a_csv_file_marks_what_a_spreadsheet_would_run(text: str) -> None:
    assert list(sheet_csv(_sheet(text), Translator("zh")))[1] == f"'{text},乙\r\n"


def test_a_csv_file_leaves_empty_what_is_not_there() -> None:
    assert list(sheet_csv(_sheet(None, date(2022, 11, 1)), Translator("zh")))[1:] == [
        ",乙\r\n",
        "2022-11-01,乙\r\n",
    ]
