"""Values as calamine gives them, in the words that the cell shows.

The codes that Excel takes for dates while they are typed.

The values of a worksheet, wherever they were read.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from jinque.documents.sheet import Merge
from jinque.documents.workbook.number_formats import (
    Moment,
    general,
    show_date,
    show_number,
)

_CODE = re.compile(r"\d-\d{2}(?:-\d{2}){0,3}")
_FIRST_DIGITS = range(2001, 2010)


def typed_code(value: Moment) -> str:
    """Return what was probably typed where a code became a date: 2-02-10 for 10 February 2002.

    Excel takes a single digit in front for a year of this century, and two numbers for a month
    and a day.
    """
    if isinstance(value, time):
        return ""
    if value.year in _FIRST_DIGITS:
        return f"{value.year % 10}-{value.month:02d}-{value.day:02d}"
    return f"{value.month}-{value.day:02d}"


def is_code(text: str) -> bool:
    """Tell whether `text` is digits joined by hyphens in the way of a classification code."""
    return bool(_CODE.fullmatch(text))


Value = str | float | bool | date | datetime | time | timedelta

Codes = Mapping[tuple[int, int], str]
"""Number formats by row and column of the sheet, counted from 1."""


class SheetWords:
    """Turns the rows of a sheet into words, equal words kept once.

    Attributes:
        dates: row and column, counted from 1, of the cells that store a date or time.
    """

    def __init__(self, codes: Codes, *, counts_from_1904: bool = False) -> None:
        """Take the number formats, where they are known, and where days begin."""
        self._counts_from_1904 = counts_from_1904
        self.dates: dict[tuple[int, int], Moment] = {}
        self._codes = codes
        self._seen: dict[str, str] = {}

    def row(self, number: int, values: Sequence[Value], column: int) -> list[str]:
        """Return the words of a row without outer blanks.

        Args:
            number: row of the sheet, counted from 1.
            values: the row.
            column: column of its first value, counted from 1.
        """
        once = self._seen.setdefault
        words = [
            value.strip() if isinstance(value, str) else self._words(number, place, value)
            for place, value in enumerate(values, column)
        ]
        return [once(one, one) if "\r" not in one else _with_newlines(one) for one in words]

    def _words(self, row: int, column: int, value: Value) -> str:
        if isinstance(value, Moment):
            self.dates[row, column] = value
        code = self._codes.get((row, column))
        if code and isinstance(value, int | float) and not isinstance(value, bool):
            return show_number(value, code, counts_from_1904=self._counts_from_1904).strip()
        return show(value, code)


def show(value: Value, code: str | None = None) -> str:
    """Return the words of a value.

    Args:
        value: what the cell stores, or what its formula came to when it was saved.
        code: its number format; None where it is General or not known.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return show_number(value, code) if code else general(value)
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    return show_date(value, code)


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetValues:
    """The used part of a visible worksheet.

    Attributes:
        name: as on its tab.
        row: row of the sheet in which the used part begins, counted from 1.
        column: the same for the column.
        height: rows of the used part.
        width: columns of the used part.
        rows: values of each row.
        merges: merged ranges, in rows and columns of the sheet counted from 0.
    """

    name: str
    row: int
    column: int
    height: int
    width: int
    rows: Iterable[list[Value]]
    merges: tuple[Merge, ...]
