"""The one function of this package."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinque.documents.flattening import Flattener
from jinque.documents.sheet import Sheet
from jinque.documents.sheet_blocks import SheetPourer
from jinque.documents.source import Source
from jinque.documents.workbook.new_workbook import NewWorkbook
from jinque.documents.workbook.notices import notice_dates, notice_hidden, notice_hidden_sheet
from jinque.documents.workbook.old_records import OldSheet, old_sheet_records
from jinque.documents.workbook.old_workbook import old_sheets
from jinque.documents.workbook.package import WorkbookPackage
from jinque.documents.workbook.scan import NOTHING_HIDDEN, Hidden, WorksheetScan
from jinque.documents.workbook.sheet_values import SheetValues
from jinque.documents.workbook.values import Codes, SheetWords
from jinque.model import Document

_DEFAULT_NAME = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.IGNORECASE)
_PACKED = b"PK"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tab:
    """A visible worksheet, and what is known of it beside its values."""

    values: SheetValues
    hidden: Hidden = NOTHING_HIDDEN
    codes: Codes = field(default_factory=dict)


def read_workbook(source: Source) -> Document:
    """Read the visible sheets of a workbook (xlsx or xls), formulas as they were last computed.

    A sheet that begins with a table is headed by its name, where there are several sheets.

    Raises:
        NotReadableError: the file is damaged.
        EncryptedSourceError: it needs a password.
        EmptySourceError: no visible cell holds words.
        LimitError: it exceeds the budget.
    """
    flattener = Flattener(source)
    is_packed = source.data.startswith(_PACKED)
    hidden: list[str] = []
    tabs = _new_tabs(source, hidden) if is_packed else _old_tabs(source, hidden)
    waiting = list(tabs)
    is_one = len(waiting) == 1
    while waiting:
        _pour(waiting.pop(0), source, flattener, is_one=is_one)
    for name in hidden:
        notice_hidden_sheet(flattener, name)
    return flattener.document("xlsx" if is_packed else "xls")


def _old_tabs(source: Source, hidden: list[str]) -> Iterator[_Tab]:
    sheets = list(old_sheets(source))
    records = old_sheet_records(source.data)
    if len(records) != len(sheets):
        records = [OldSheet() for _ in sheets]
    for sheet, record in zip(sheets, records, strict=True):
        if isinstance(sheet, str):
            hidden.append(sheet)
        else:
            yield _Tab(values=sheet, hidden=record.hidden, codes=record.codes)


def _new_tabs(source: Source, hidden: list[str]) -> Iterator[_Tab]:
    package = WorkbookPackage(source)
    formats = package.formats()
    shown = [sheet for sheet in package.sheets() if not sheet.is_hidden]
    hidden += [sheet.name for sheet in package.sheets() if sheet.is_hidden]
    scans = [WorksheetScan(package.xml(sheet.part)) for sheet in shown]
    for scan in scans:
        scan.check_extent(source.budget, source.name)
    book = NewWorkbook(package.stored(), source.name)
    for sheet, scan in zip(shown, scans, strict=True):
        styled = scan.styled(set(formats)).items()
        codes = {place: formats[style] for place, style in styled}
        yield _Tab(values=book.sheet(sheet.name), hidden=scan.hidden(), codes=codes)


def _pour(tab: _Tab, source: Source, flattener: Flattener, *, is_one: bool) -> None:
    values = tab.values
    source.budget.take_cells(values.height * values.width)
    source.budget.expect(values.height)
    words = SheetWords(tab.codes)
    rows = []
    for number, row in enumerate(values.rows, values.row):
        source.budget.take_row()
        rows.append(words.row(number, row, values.column))
    if not rows:
        return
    sheet = Sheet(name=values.name, rows=rows, row=values.row, column=values.column)
    sheet.cover(values.merges, source.budget)
    pourer = SheetPourer(sheet, flattener)
    pourer.pour(None if is_one or _DEFAULT_NAME.fullmatch(values.name) else values.name)
    notice_hidden(flattener, values.name, tab.hidden, pourer.tables)
    notice_dates(flattener, words.dates, pourer.tables)
