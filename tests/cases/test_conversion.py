"""A made-up catalogue of 2016: 60 rows with ten traps, as a table of each kind."""

import csv
import io
import zipfile
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from jinque import api
from jinque.errors import (
    InvalidOptionError,
    LimitError,
    NothingFoundError,
    SourceNotFoundError,
    UnsupportedFormatError,
)
from jinque.model import ConversionStatus, Sureness
from tests.said import zh

with (Path(__file__).parent / "catalogue_2016.csv").open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file))
HEADINGS = ("序号", "职业编码（2015年版）", "岗位名称", "职业名称", "紧缺程度")
BODY = [
    (str(n), row["code"], f"某公司{n}号岗", row["name"], "★★★") for n, row in enumerate(ROWS, 1)
]
ADDED = ("换码结果", "把握", "2022年版编码", "2022年版名称", "依据", "供选")
_CONVERTED = [row["code_2022"] for row in ROWS]
_SURE = {"certain": "确定", "unconfirmed": "未经证实", "undecided": "未定"}


def _csv(path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("某市2016年紧缺职业目录",), HEADINGS, *BODY])
    return path


def _xlsx(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for number, row in enumerate((("某市2016年紧缺职业目录",), HEADINGS, *BODY)):
            page.write_row(number, 0, row)
    return path


def _sheets(data: bytes) -> dict[str, list[list[str]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        name: [list(map(str, row)) for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def _parquet(path: Path) -> Path:
    columns = dict(zip(HEADINGS, zip(*BODY, strict=True), strict=True))
    pq.write_table(pa.table({name: list(values) for name, values in columns.items()}), path)
    return path


def test_the_catalogue_has_sixty_rows_of_which_eight_are_left() -> None:
    assert len(ROWS) == 60
    assert Counter(row["sureness"] for row in ROWS)["undecided"] == 8


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['code']} {row['name']}")
def test_a_row_becomes_what_the_lists_say(row: dict[str, str]) -> None:
    [found] = api.convert([(row["code"], row["name"])], "2022")

    assert (found.status, found.sureness) == (row["status"], row["sureness"])
    assert (found.entry.code if found.entry else "") == row["code_2022"]
    assert set(row["proposed"].split()) <= {each.code for each in found.proposed}
    assert zh(found.reason)


def test_a_workbook_keeps_its_rows_and_lists_what_was_left(tmp_path: Path) -> None:
    target = tmp_path / "新.xlsx"
    table = api.convert_file(_xlsx(tmp_path / "旧.xlsx"), target, "2022")
    sheets = _sheets(target.read_bytes())
    title, headings, *rows = sheets["换码结果"]

    assert (table.rows, table.undecided, table.code_heading) == (60, 8, HEADINGS[1])
    assert table.name_heading == "职业名称"
    assert title[0] == "某市2016年紧缺职业目录"
    assert headings == [*HEADINGS, *ADDED]
    assert [tuple(row[:5]) for row in rows] == BODY
    assert [row[7] for row in rows] == _CONVERTED
    assert [row[6] for row in rows] == [_SURE[row["sureness"]] for row in ROWS]
    assert [row[1] for row in sheets["未换码"]][1:] == [
        row["code"] for row in ROWS if not row["code_2022"]
    ]


def test_csv_has_the_same_answers(tmp_path: Path) -> None:
    target = tmp_path / "新.csv"
    api.convert_file(_csv(tmp_path / "旧.csv"), target, "2022")
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))

    assert [row[7] for row in rows[2:]] == _CONVERTED


def test_parquet_has_the_same_answers_in_columns_of_its_own(tmp_path: Path) -> None:
    target = tmp_path / "新.parquet"
    table = api.convert_file(_parquet(tmp_path / "旧.parquet"), target, "2022")
    found = pq.read_table(target)

    assert found.column_names[:5] == list(HEADINGS)
    assert found["converted_code"].to_pylist() == [code or None for code in _CONVERTED]
    assert found["converted_status"].to_pylist() == [row["status"] for row in ROWS]
    assert (table.rows, table.undecided, table.name_heading) == (60, 8, "职业名称")


def test_counts_hold_every_row_once(tmp_path: Path) -> None:
    table = api.convert_file(_csv(tmp_path / "旧.csv"), tmp_path / "新.csv", "2022")

    assert {status.value: count for status, count in table.counts.items() if count} == Counter(
        row["status"] for row in ROWS
    )
    assert table.unconfirmed == sum(row["sureness"] == "unconfirmed" for row in ROWS)
    assert [each.number for each in table.left] == [
        n for n, row in enumerate(ROWS, 1) if not row["code_2022"]
    ]


def test_back_to_2015_gives_what_was_printed_where_that_is_certain(tmp_path: Path) -> None:
    there = tmp_path / "there.csv"
    with there.open("w", encoding="utf-8", newline="") as file:
        rows = [(row["code_2022"], row["name"]) for row in ROWS if row["status"] == "recoded"]
        csv.writer(file).writerows([("职业编码", "职业名称"), *rows])
    back = tmp_path / "back.csv"
    api.convert_file(there, back, "2015")
    found = list(csv.reader(io.StringIO(back.read_text(encoding="utf-8-sig"))))[1:]

    assert [row[4] for row in found] == [
        "2-07-04-00" if row["name"] == "公 证 员" else row["code"]
        for row in ROWS
        if row["status"] == "recoded"
    ]


def test_bytes_of_a_table_become_a_workbook_in_either_language(tmp_path: Path) -> None:
    data = _csv(tmp_path / "旧.csv").read_bytes()
    sheets = _sheets(api.convert_table(data, "旧.csv", "2022", "en"))

    assert list(sheets) == ["converted", "left"]
    assert sheets["converted"][1][5] == "result"


def test_a_table_without_names_leaves_codes_of_two_occupations(tmp_path: Path) -> None:
    source = tmp_path / "codes.csv"
    source.write_text("代码\n2-07-03-00\n2-02-10-03\n2-02-10-09\n", encoding="utf-8")
    table = api.convert_file(source, tmp_path / "out.csv", "2022")

    assert table.name_heading is None
    assert table.counts[ConversionStatus.AMBIGUOUS] == 1
    assert (table.undecided, table.unconfirmed) == (1, 2)


def test_a_cell_that_would_be_a_formula_stays_a_text(tmp_path: Path) -> None:
    source = tmp_path / "codes.csv"
    source.write_text('职业编码,职业名称\n2-07-03-00,"=HYPERLINK(""x"")"\n', encoding="utf-8")
    target = tmp_path / "out.xlsx"
    api.convert_file(source, target, "2022")
    with zipfile.ZipFile(target) as parts:
        pages = [parts.read(name) for name in parts.namelist() if "/sheet" in name]

    assert pages
    assert [page for page in pages if b"<f>" in page] == []


def test_what_cannot_be_converted_is_refused_with_what_to_do(tmp_path: Path) -> None:
    source = _csv(tmp_path / "旧.csv")
    other = tmp_path / "other.csv"
    other.write_text("甲,乙\n1,2\n", encoding="utf-8")

    with pytest.raises(InvalidOptionError):
        api.convert_file(source, tmp_path / "x.csv", "1999")
    with pytest.raises(UnsupportedFormatError):
        api.convert_file(source, tmp_path / "x.docx", "2022")
    with pytest.raises(UnsupportedFormatError):
        api.convert_file(source, tmp_path / "x.parquet", "2022")
    with pytest.raises(SourceNotFoundError):
        api.convert_file(tmp_path / "none.parquet", tmp_path / "x.parquet", "2022")
    with pytest.raises(NothingFoundError) as fault:
        api.convert_file(other, tmp_path / "x.csv", "2022")
    assert "职业编码" in zh(fault.value.hint)
    rows = "".join(["职业编码\n", *["2-07-03-00\n"] * (api.MOST_CODES_IN_TABLE + 1)]).encode()
    with pytest.raises(LimitError):
        api.convert_table(rows, "many.csv", "2022")


def test_every_sureness_and_status_has_words() -> None:
    assert set(api.CONVERSION_STATUSES) == set(ConversionStatus)
    assert set(api.CONVERSION_SURENESS) == set(Sureness)
