"""Tables for people as a workbook or as CSV: every text stays a text, the same bytes every time."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import xlsxwriter

from jinque.dataset.columns import BYTE_ORDER_MARK, record, safe_text

Value = str | int | float | date | None

_WIDTH = 16
_LAST_ROW = 10_000
_SETTINGS = {
    # No part of the workbook reaches the disk on its way.
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
# A workbook says when it was made; a day of its own would make every one another.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table.

    Attributes:
        name: at most 31 characters, without marks that Excel refuses.
        widths: of the columns, in digits of the standard font; those not named are 16 wide.
        choices: column, counted from 0 -> the words that a spreadsheet offers in its cells.
        dates: columns, counted from 0, that are typed as days.
    """

    name: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[Value]]
    widths: tuple[int, ...] = ()
    choices: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    dates: tuple[int, ...] = ()


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """Return an .xlsx workbook; texts are never run as formulas, days are days."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _SETTINGS)
    book.set_properties({"created": _MADE})
    heading = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#EEF2F6"})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, heading, words, day)
    book.close()
    return buffer.getvalue()


def sheet_csv(sheet: Sheet) -> Iterator[str]:
    """Yield the headings and the rows as records of a CSV file, safe to open in a spreadsheet."""
    yield BYTE_ORDER_MARK + record(sheet.headings)
    for row in sheet.rows:
        yield record([safe_text("" if value is None else str(value)) for value in row])


def _write(
    page: xlsxwriter.worksheet.Worksheet,
    sheet: Sheet,
    heading: xlsxwriter.format.Format,
    words: xlsxwriter.format.Format,
    day: xlsxwriter.format.Format,
) -> None:
    for column, name in enumerate(sheet.headings):
        width = sheet.widths[column] if column < len(sheet.widths) else _WIDTH
        page.set_column(column, column, width, day if column in sheet.dates else words)
        page.write_string(0, column, name, heading)
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(number, column, value, day)
            elif isinstance(value, int | float):
                page.write_number(number, column, value, words)
            elif value:
                page.write_string(number, column, value, words)
    for column, choices in sheet.choices.items():
        rule = {"validate": "list", "source": list(choices), "error_type": "warning"}
        page.data_validation(1, column, _LAST_ROW, column, rule)
    page.freeze_panes(1, 0)
