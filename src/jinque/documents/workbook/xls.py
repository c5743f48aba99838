"""What the records of an xls file say beside the values: formats, strikes, errors, hidden rows.

Only what changes how a value looks is read; a damaged record ends the search, not the reading.

The sheets of an xls file, read by a process of its own.
"""

import json
import math
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from jinque.documents.archive import damaged, locked, stream
from jinque.documents.source import Source
from jinque.documents.workbook import xls_worker
from jinque.documents.workbook.number_formats import GENERAL, Moment, builtin
from jinque.documents.workbook.values import SheetValues, Value
from jinque.documents.workbook.xlsx import Hidden
from jinque.errors import JinqueError

_SHEET, _FONT, _FORMAT, _STYLE = 0x85, 0x31, 0x41E, 0xE0
_ROW, _COLUMNS = 0x208, 0x7D
_NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS, _FORMULA = 0x203, 0x27E, 0xBD, 0x06
_SHARED_WORDS, _WORDS, _RICH_WORDS, _BLANK, _BLANKS = 0xFD, 0x204, 0xD6, 0x201, 0xBE
_TRUTH = 0x205
_WORD_CELLS = (_SHARED_WORDS, _WORDS, _RICH_WORDS, _BLANK)
_IS_STRUCK, _ALIGNMENT, _ACROSS = 0x08, 0x07, 6
_NO_FONT = 4  # a number that Excel leaves out when it counts fonts
_NO_NUMBER, _ERROR_RESULT = 0xFFFF, 2
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_END = 0x0A
_HEAD = struct.Struct("<HH")
_CELL = struct.Struct("<HHH")
_IS_WIDE = 0x01
_ROW_HIDDEN, _COLUMNS_HIDDEN = 0x20, 0x01
_WORKSHEET = 0


@dataclass(slots=True)
class OldSheet:
    """What one worksheet says; rows and columns counted from 1.

    Attributes:
        codes: number formats of cells.
        rows: those that are hidden.
        columns: first and last of each run of hidden ones.
        struck: cells whose words are struck through.
        across: cells whose words are centred over the blank ones to their right.
        errors: what cells show that came to no value.
    """

    codes: dict[tuple[int, int], str] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    columns: list[tuple[int, int]] = field(default_factory=list)
    struck: list[tuple[int, int]] = field(default_factory=list)
    across: list[tuple[int, int]] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def hidden(self) -> Hidden:
        """The hidden rows and columns."""
        return Hidden(rows=tuple(self.rows), columns=tuple(self.columns))


def old_sheet_records(data: bytes) -> list[OldSheet]:
    """Return one entry for each sheet in the order of the tabs; none where they cannot be read."""
    book = stream(data, "Workbook")
    found: list[OldSheet] = []
    try:
        formats = _Formats()
        places = []
        for kind, record in _records(book, 0):
            if kind == _SHEET and record[5] == _WORKSHEET:
                places.append(struct.unpack_from("<I", record)[0])
            else:
                formats.learn(kind, record)
        found += [_read_sheet(book, place, formats) for place in places]
    except (struct.error, IndexError, UnicodeDecodeError):
        return []
    return found


class _Formats:
    """Number formats by the style that cells refer to."""

    def __init__(self) -> None:
        self._own: dict[int, str] = {}
        self._styles: list[int] = []
        self._fonts: list[bool] = []
        self._looks: list[tuple[int, bool]] = []

    def learn(self, kind: int, record: bytes) -> None:
        if kind == _FORMAT:
            identifier, length, flags = struct.unpack_from("<HHB", record)
            encoding, width = ("utf-16-le", 2) if flags & _IS_WIDE else ("latin-1", 1)
            self._own[identifier] = record[5 : 5 + length * width].decode(encoding)
        elif kind == _STYLE:
            font, code, _, alignment = struct.unpack_from("<HHHB", record)
            self._styles.append(code)
            self._looks.append((font, alignment & _ALIGNMENT == _ACROSS))
        elif kind == _FONT:
            self._fonts.append(bool(struct.unpack_from("<H", record, 2)[0] & _IS_STRUCK))

    def struck(self) -> frozenset[int]:
        """Return the styles whose font is struck through."""
        fonts = [*self._fonts[:_NO_FONT], False, *self._fonts[_NO_FONT:]]
        return frozenset(
            style
            for style, (font, _) in enumerate(self._looks)
            if font < len(fonts) and fonts[font]
        )

    def across(self) -> frozenset[int]:
        """Return the styles that centre words across blank cells."""
        return frozenset(style for style, (_, is_across) in enumerate(self._looks) if is_across)

    def codes(self) -> dict[int, str]:
        shown = enumerate(self._own.get(one, builtin(one)) for one in self._styles)
        return {style: code for style, code in shown if code not in (GENERAL, "@")}


def _records(book: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of the records from a place up to the end of that part."""
    while place + _HEAD.size <= len(book):
        kind, size = _HEAD.unpack_from(book, place)
        place += _HEAD.size
        if kind == _END:
            return
        yield kind, book[place : place + size]
        place += size


def _read_sheet(book: bytes, place: int, formats: _Formats) -> OldSheet:
    sheet = OldSheet()
    codes, struck, across = formats.codes(), formats.struck(), formats.across()
    for kind, record in _records(book, place):
        if kind == _ROW and struct.unpack_from("<H", record, 12)[0] & _ROW_HIDDEN:
            sheet.rows.append(struct.unpack_from("<H", record)[0] + 1)
        elif kind == _COLUMNS and struct.unpack_from("<H", record, 8)[0] & _COLUMNS_HIDDEN:
            first, last = struct.unpack_from("<HH", record)
            sheet.columns.append((first + 1, last + 1))
        else:
            numbers = [*_numbers(kind, record)]
            for row, column, style in (*numbers, *_others(kind, record)):
                cell = row + 1, column + 1
                if style in codes and numbers:
                    sheet.codes[cell] = codes[style]
                sheet.struck += [cell] if style in struck else []
                sheet.across += [cell] if style in across else []
            _learn_error(sheet, kind, record)
    return sheet


def _others(kind: int, record: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield row, column and style of the cells without a number, counted from 0."""
    if kind in _WORD_CELLS:
        yield _CELL.unpack_from(record)
    elif kind == _BLANKS:
        row, first = struct.unpack_from("<HH", record)
        for number, (style,) in enumerate(struct.iter_unpack("<H", record[4:-2])):
            yield row, first + number, style


def _learn_error(sheet: OldSheet, kind: int, record: bytes) -> None:
    """Take the error of a cell, stored or come to by a formula."""
    if kind == _TRUTH and record[7]:
        error = record[6]
    elif kind == _FORMULA and struct.unpack_from("<H", record, 12)[0] == _NO_NUMBER:
        if record[6] != _ERROR_RESULT:
            return
        error = record[8]
    else:
        return
    row, column, _ = _CELL.unpack_from(record)
    sheet.errors[row + 1, column + 1] = _ERRORS.get(error, "#N/A")


def _numbers(kind: int, record: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield row, column and style of the numbers that a record holds, counted from 0."""
    if kind in (_NUMBER, _SHORT_NUMBER, _FORMULA):
        yield _CELL.unpack_from(record)
    elif kind == _SHORT_NUMBERS:
        row, first = struct.unpack_from("<HH", record)
        for number, (style, _) in enumerate(struct.iter_unpack("<HI", record[4:-2])):
            yield row, first + number, style


_MEMORY = 2**30
_MOMENTS: dict[str, Callable[[str], Moment]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


def old_sheets(source: Source) -> Iterator[SheetValues | str]:
    """Yield the visible worksheets in the order of their tabs, and the names of hidden ones.

    Raises:
        EncryptedSourceError: the workbook needs a password.
        TooManyCellsError, TooSlowError: it exceeds the budget.
        NotReadableError: it is damaged, or so made that reading it takes a gigabyte.
    """
    limits = source.budget.limits
    seconds = math.ceil(limits.seconds)
    arguments = (str(limits.cells), str(seconds), str(_MEMORY))
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed command of our own
            (sys.executable, "-I", xls_worker.__file__, *arguments),
            input=source.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        ).stdout.splitlines()
    except subprocess.TimeoutExpired:
        answer = []
    source.budget.check_time()
    if not answer or answer[-1] != b"null":
        raise _fault(answer[-1] if answer else b"", source)
    for line in answer[:-1]:
        yield _sheet_of(json.loads(line))


def _fault(reason: bytes, source: Source) -> JinqueError:
    if reason == b'"cells"':
        source.budget.take_cells(source.budget.limits.cells + 1)
    return locked(source.name) if reason == b'"locked"' else damaged(source.name)


def _sheet_of(line: dict[str, Any]) -> SheetValues | str:
    if line["is_hidden"]:
        return str(line["name"])
    rows = [[_value(value) for value in row] for row in line["rows"]]
    return SheetValues(
        name=line["name"],
        row=line["start"][0] + 1,
        column=line["start"][1] + 1,
        height=len(rows),
        width=len(rows[0]) if rows else 0,
        rows=rows,
        merges=tuple((*first, *last) for first, last in line["merges"]),
    )


def _value(value: Any) -> Value:  # noqa: ANN401 - as JSON holds it
    if not isinstance(value, dict):
        plain: Value = value
        return plain
    [(kind, words)] = value.items()
    return timedelta(seconds=words) if kind == "timedelta" else _MOMENTS[kind](words)
