"""Tables of the open data as CSV, Parquet and sheets of a workbook."""

import csv
import io
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from jinque.dataset.opendata.field import MISSING_WORDS, Field, Filled, Missing, Value
from jinque.dataset.workbook import Sheet
from jinque.dataset.workbook import Value as SheetValue

LIST_SEPARATOR = "；"
_ARROW = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "list": pa.list_(pa.string()),
}
_LARGEST_SHEET_TEXT = 32_767
"""Characters: what a cell of a workbook holds."""


def csv_bytes(filled: Filled) -> bytes:
    """Return a table as CSV: UTF-8 without a byte order mark, LF, missing values as symbols.

    It is for programs and holds every text as it is; a spreadsheet should open the workbook.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    names = [field.name for field in filled.table.fields]
    writer.writerow(names)
    writer.writerows([_csv_value(row[name]) for name in names] for row in filled.rows)
    return buffer.getvalue().encode()


def parquet_bytes(filled: Filled) -> bytes:
    """Return a table as Parquet, typed; a missing value is null.

    A column `X_missing` beside a column X with nulls says why each is missing, by the names of
    `Missing` in small letters.
    """
    columns: dict[str, pa.Array] = {}
    for field in filled.table.fields:
        values = [row[field.name] for row in filled.rows]
        columns[field.name] = pa.array([_arrow_value(each) for each in values], _ARROW[field.type])
        if any(isinstance(each, Missing) for each in values):
            reasons = [each.name.lower() if isinstance(each, Missing) else None for each in values]
            columns[f"{field.name}_missing"] = pa.array(reasons, pa.string())
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink, compression="zstd")
    return sink.getvalue()


def sheet(filled: Filled) -> Sheet:
    """Return a table as a sheet; headings in Chinese, missing values in words."""
    fields = filled.table.fields
    return Sheet(
        name=filled.table.title.zh[:20].replace("（", " ").replace("；", " ").replace("）", ""),
        headings=tuple(field.title.zh for field in fields),
        rows=[[_sheet_value(row[field.name]) for field in fields] for row in filled.rows],
    )


def dictionary_sheet(tables: Sequence[Filled]) -> Sheet:
    """Return the data dictionary: every column of every table, then why a value is missing."""
    rows: list[tuple[str, ...]] = [
        (each.table.name, each.table.title.zh, *_described(field))
        for each in tables
        for field in each.table.fields
    ]
    rows += [
        ("—", "缺失值", symbol.value, words.zh, words.en, "", "")
        for symbol, words in MISSING_WORDS.items()
    ]
    headings = ("表", "表名", "栏", "中文名", "含义（英文）", "类型", "单位")
    return Sheet(name="数据字典", headings=headings, rows=rows, widths=(14, 24, 20, 24, 48, 10, 18))


def _described(field: Field) -> tuple[str, ...]:
    return field.name, field.title.zh, field.title.en, field.type, field.unit


def _csv_value(value: Value) -> str:
    if isinstance(value, Missing):
        return value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(value)
    return repr(value) if isinstance(value, float) else str(value)


def _arrow_value(value: Value) -> object:
    if isinstance(value, Missing):
        return None
    return list(value) if isinstance(value, tuple) else value


def _sheet_value(value: Value) -> SheetValue:
    if isinstance(value, Missing):
        return MISSING_WORDS[value].zh.partition("：")[0]
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return value
    return _csv_value(value)[:_LARGEST_SHEET_TEXT]
