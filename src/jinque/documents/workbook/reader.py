"""The one function of this package.

What a workbook holds otherwise than it shows.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jinque.documents.flattening import Flattener
from jinque.documents.marks import COMMENT, ERROR, FORMULA, PICTURE, struck
from jinque.documents.sheet import Merge, Sheet, SheetPourer
from jinque.documents.source import Source
from jinque.documents.workbook.cells import Place
from jinque.documents.workbook.inventory import NOTHING_BESIDE, Beside, tell_beside
from jinque.documents.workbook.number_formats import Moment, changes_words, show_words
from jinque.documents.workbook.values import (
    Codes,
    SheetValues,
    SheetWords,
    is_code,
    typed_code,
)
from jinque.documents.workbook.xls import OldSheet, old_sheet_records, old_sheets
from jinque.documents.workbook.xlsx import (
    NOTHING_HIDDEN,
    Hidden,
    NewWorkbook,
    WorkbookPackage,
    WorksheetScan,
)
from jinque.locale import say
from jinque.model import Cell, Document, Table

_MOST_RUNS = 20


def notice_hidden_sheet(flattener: Flattener, name: str) -> None:
    """Say that a sheet was not read."""
    flattener.notice(
        "sheet_hidden",
        message=say(
            "The sheet “{name}” is hidden and not read; unhide it if it belongs to the catalogue.",
            name=name,
        ),
    )


def notice_hidden(flattener: Flattener, name: str, hidden: Hidden, tables: Sequence[Table]) -> None:
    """Say which rows and columns that were read the sheet does not show."""
    rows = {row.span.place.row: row for table in tables for row in table.rows if row.span.place}
    runs = list(_runs([number for number in hidden.rows if number in rows]))
    for first, last in runs[:_MOST_RUNS]:
        span = rows[first].span.to(rows[last].span)
        flattener.notice(
            "rows_hidden",
            message=say(
                "Hidden in “{name}”, but read all the same: rows {range}.",
                name=name,
                range=_range(first, last),
            ),
            span=span,
        )
    if len(runs) > _MOST_RUNS:
        flattener.notice(
            "rows_hidden",
            message=say(
                "“{name}” has {n:d} more runs of hidden rows; they were read.",
                name=name,
                n=len(runs) - _MOST_RUNS,
            ),
        )
    for first, last in hidden.columns if tables else ():
        flattener.notice(
            "columns_hidden",
            message=say(
                "Hidden in “{name}”, but read all the same: columns {range}.",
                name=name,
                range=_range(first, last),
            ),
        )


def notice_dates(
    flattener: Flattener, dates: Mapping[tuple[int, int], Moment], tables: Sequence[Table]
) -> None:
    """Say which cells are dates in a column of codes.

    Args:
        flattener: takes the notices.
        dates: row and column of the sheet, counted from 1, and the date stored there.
        tables: the tables of the sheet.
    """
    for table in tables if dates else ():
        for cells in zip(*(row.cells for row in table.rows), strict=True):
            if any(is_code(cell.text) for cell in cells):
                _notice_column(flattener, dates, cells)


def _notice_column(
    flattener: Flattener, dates: Mapping[tuple[int, int], Moment], cells: Sequence[Cell]
) -> None:
    for cell in cells:
        place = cell.span.place
        date = dates.get((place.row or 0, place.column or 0)) if place else None
        if date is not None and not cell.is_carried_down:
            typed = typed_code(date)
            flattener.notice(
                "code_stored_as_date",
                message=say(
                    "“{text}” is stored as a date in a column of codes; probably “{typed}” "
                    "was typed and Excel took it for a date. It is read as shown.",
                    text=cell.text,
                    typed=typed,
                ),
                span=cell.span,
            )


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of consecutive numbers."""
    ordered = sorted(set(numbers))
    begin = 0
    for place in range(1, len(ordered) + 1):
        if place == len(ordered) or ordered[place] != ordered[place - 1] + 1:
            yield ordered[begin], ordered[place - 1]
            begin = place


_DEFAULT_NAME = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.IGNORECASE)
_PACKED = b"PK"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tab:
    """A visible worksheet, and what is known of it beside its values."""

    values: SheetValues
    hidden: Hidden = NOTHING_HIDDEN
    codes: Codes = field(default_factory=dict)
    word_codes: Codes = field(default_factory=dict)
    marks: Mapping[Place, str] = field(default_factory=dict)
    struck: Collection[Place] = ()
    across: Collection[Place] = ()
    beside: Beside = NOTHING_BESIDE
    counts_from_1904: bool = False


def read_workbook(source: Source) -> Document:
    """Read the visible sheets of a workbook (xlsx or xls), formulas as they were last computed.

    Where there are several sheets, the name of each stands above its first table, unless a line
    above it says it already.

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
            yield _Tab(
                values=sheet,
                hidden=record.hidden,
                codes=record.codes,
                marks={place: f"{words}{ERROR}" for place, words in record.errors.items()},
                struck=record.struck,
                across=record.across,
            )


def _new_tabs(source: Source, hidden: list[str]) -> Iterator[_Tab]:
    package = WorkbookPackage(source)
    formats, looks = package.formats(), package.looks()
    shown = [sheet for sheet in package.sheets() if not sheet.is_hidden]
    hidden += [sheet.name for sheet in package.sheets() if sheet.is_hidden]
    scans = [WorksheetScan(package.xml(sheet.part)) for sheet in shown]
    for scan in scans:
        scan.check_extent(source.budget, source.name)
    book = NewWorkbook(package.stored(), source.name)
    for sheet, scan in zip(shown, scans, strict=True):
        styled = scan.styled(set(formats)).items()
        codes = {place: formats[style] for place, style in styled}
        found = package.beside(sheet.part)
        marks = package.marks(sheet.part)
        marks.update({place: marks.get(place, "") + COMMENT for place in found.comments})
        dressed = scan.styled(
            [*filter(lambda one: changes_words(formats[one]), formats)], with_words=True
        )
        yield _Tab(
            values=book.sheet(sheet.name),
            hidden=scan.hidden(),
            codes=codes,
            word_codes={
                place: formats[style] for place, style in dressed.items() if place not in codes
            },
            marks=marks,
            struck=scan.styled(looks.struck, with_words=True),
            across=scan.styled(looks.across, with_words=True),
            beside=found,
            counts_from_1904=package.counts_from_1904,
        )


def _mark(sheet: Sheet, tab: _Tab) -> int:
    """Put marks into the cells that hold something other than plain words.

    Returns:
        How many formulas without a stored value lie outside the used part of the sheet.
    """
    for place, code in tab.word_codes.items():
        _change(sheet, place, lambda words: words and show_words(words, code))  # noqa: B023
    for place in tab.struck:
        _change(sheet, place, struck)
    outside = 0
    for place, mark in tab.marks.items():
        is_instead = PICTURE in mark or FORMULA in mark
        is_inside = _change(sheet, place, lambda words: mark if is_instead else words + mark)  # noqa: B023
        outside += not is_inside and FORMULA in mark
    return outside


def _change(sheet: Sheet, place: Place, change: Callable[[str], str]) -> bool:
    row, column = place[0] - sheet.row, place[1] - sheet.column
    is_inside = 0 <= row < len(sheet.rows) and 0 <= column < len(sheet.rows[row])
    if is_inside:
        sheet.rows[row][column] = change(sheet.rows[row][column])
    return is_inside


def _centred(sheet: Sheet, across: Collection[Place]) -> Iterator[Merge]:
    """Yield the ranges over which words are centred: the blank cells behind them look the same."""
    for row, column in sorted(across):
        place, first = row - sheet.row, column - sheet.column
        if not (0 <= place < len(sheet.rows) and 0 <= first < len(sheet.rows[place])):
            continue
        words = sheet.rows[place]
        last = first
        while (
            words[first]
            and last + 1 < len(words)
            and not words[last + 1]
            and (row, sheet.column + last + 1) in across
        ):
            last += 1
        if last > first:
            yield row - 1, column - 1, row - 1, sheet.column + last - 1


def _pour(tab: _Tab, source: Source, flattener: Flattener, *, is_one: bool) -> None:
    values = tab.values
    source.budget.take_cells(values.height * values.width)
    source.budget.expect(values.height)
    words = SheetWords(tab.codes, counts_from_1904=tab.counts_from_1904)
    rows = []
    for number, row in enumerate(values.rows, values.row):
        source.budget.take_row()
        rows.append(words.row(number, row, values.column))
    tell_beside(flattener, values.name, tab.beside)
    sheet = Sheet(name=values.name, rows=rows, row=values.row, column=values.column)
    outside = _mark(sheet, tab)
    if outside:
        flattener.notice(
            "formula_not_computed",
            message=say(
                "“{name}” holds {outside:d} more formulas whose results are not stored.",
                name=values.name,
                outside=outside,
            ),
        )
    if not rows:
        return
    sheet.cover([*values.merges, *_centred(sheet, tab.across)], source.budget)
    pourer = SheetPourer(sheet, flattener)
    pourer.pour(None if is_one or _DEFAULT_NAME.fullmatch(values.name) else values.name)
    notice_hidden(flattener, values.name, tab.hidden, pourer.tables)
    notice_dates(flattener, words.dates, pourer.tables)
