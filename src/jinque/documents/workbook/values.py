"""Values as calamine gives them, in the words that the cell shows."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from jinque.documents.workbook.dates import Moment, show_date
from jinque.documents.workbook.number_formats import general, show_number

Value = str | float | bool | date | datetime | time | timedelta

Codes = Mapping[tuple[int, int], str]
"""Number formats by row and column of the sheet, counted from 1."""


class SheetWords:
    """Turns the rows of a sheet into words, equal words kept once.

    Attributes:
        dates: row and column, counted from 1, of the cells that store a date or time.
    """

    def __init__(self, codes: Codes) -> None:
        """Take the number formats, where they are known."""
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
        return show(value, self._codes.get((row, column)))


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
