"""Values as calamine gives them, in the words that the cell shows.

Dates as Excel shows them, and the codes that Excel takes for dates while they are typed.

Numbers as Excel shows them: the common parts of its number formats.

The values of a worksheet, wherever they were read.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from jinque.documents.sheet import Merge

GENERAL = "General"
_BUILTIN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    45: "mm:ss",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
}
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[[^\]]*\]'
    r"|(?P<token>y+|m+|d+|h+|s+|AM/PM|[0#?]|\.|,|%)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_UNSUPPORTED = re.compile(r"e[+-]|[?#0]/[?#0]", re.IGNORECASE)
_FIXED = re.compile(r"0(?:\.(0{1,15}))?_?\s*")
_LONGEST = 80
_EXACT = 1e15

Token = tuple[bool, str]
"""Whether it stands for a part of the value, and its letters."""


def builtin(identifier: int) -> str:
    """Return the format that Excel knows by number, as its Chinese edition shows it."""
    return _BUILTIN.get(identifier, GENERAL)


@cache
def tokens_of(section: str) -> tuple[Token, ...]:
    """Return the pieces of one section of a format (sections are separated by semicolons)."""
    found: list[Token] = []
    for piece in _PIECE.finditer(section[:_LONGEST]):
        if piece["token"]:
            found.append((True, piece["token"].lower()))
        else:
            literal = piece["quoted"] or piece["escaped"] or piece["plain"] or ""
            found.append((False, literal))
    return tuple(found)


def show_number(value: float, code: str) -> str:
    """Return a number as the cell shows it.

    Args:
        value: the stored number.
        code: the cell's number format; a fraction or exponent in it is shown as General.
    """
    decimals = _decimals(code)
    if decimals is not None and abs(value) < _EXACT:
        return f"{value:.{decimals}f}"
    sections = code.split(";")
    is_second = value < 0 and len(sections) > 1
    section = sections[1] if is_second else sections[0]
    tokens = tokens_of(section)
    has_places = any(is_value and letters in "0#?" for is_value, letters in tokens)
    if not has_places or abs(value) >= _EXACT or _UNSUPPORTED.search(section):
        return general(value)
    sign = "-" if value < 0 and not is_second else ""
    return sign + _fill(abs(value), tokens)


@cache
def _decimals(code: str) -> int | None:
    """Return the decimals of the plainest formats (`0`, `0.00`); None for any other."""
    found = _FIXED.fullmatch(code)
    return len(found[1] or "") if found else None


def general(value: float) -> str:
    """Return a number without a format: whole ones without a point, 15 digits at most."""
    if abs(value) < _EXACT and value == int(value):
        return str(int(value))
    return format(value, ".15g")


def _fill(value: float, tokens: tuple[Token, ...]) -> str:
    """Put the digits of a number into the places of a format, from the right."""
    percents = sum(is_value and letters == "%" for is_value, letters in tokens)
    point = next((i for i, token in enumerate(tokens) if token == (True, ".")), len(tokens))
    places = [letters for is_value, letters in tokens[point:] if is_value and letters in "0#?"]
    whole, _, decimals = f"{value * 100**percents:.{len(places)}f}".partition(".")
    while decimals and decimals[-1] == "0" and places[len(decimals) - 1] == "#":
        decimals = decimals[:-1]
    behind = "".join(
        letters for is_value, letters in tokens[point:] if not is_value or letters == "%"
    )
    front = _whole(whole, tokens[:point])
    return front + (f".{decimals}" if decimals else "") + behind


def _whole(digits: str, tokens: tuple[Token, ...]) -> str:
    """Return the digits before the point with the literals among them (`0-00-00-00`)."""
    if (True, ",") in tokens:
        digits = f"{int(digits):,}"
    left = list(digits.lstrip("0"))
    pieces: list[str] = []
    places = [i for i, (is_value, letters) in enumerate(tokens) if is_value and letters in "0#?"]
    for i in range(len(tokens) - 1, -1, -1):
        is_value, letters = tokens[i]
        if not is_value or letters == "%":
            pieces.append(letters)
        elif i in places:
            pieces.append(left.pop() if left else "0" * (letters == "0"))
            if i == places[0]:
                pieces.extend(reversed(left))
    return "".join(reversed(pieces))


Moment = date | datetime | time

_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_PARTS = {"y": "year", "m": "month", "d": "day", "h": "hour", "s": "second"}
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


def show_date(value: Moment, code: str | None) -> str:
    """Return a date or time as the cell shows it; without a known format as `2020/1/31`."""
    shown = [_part(value, letters, before) for letters, before in _dated(code or "")]
    if any(shown):
        return "".join(shown).strip()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return f"{value.year}/{value.month}/{value.day}"


def _dated(code: str) -> list[tuple[str, str]]:
    """Return the pieces of a date format, each with the last token in front of it."""
    pieces: list[tuple[str, str]] = []
    before = ""
    for is_value, letters in tokens_of(code.split(";", maxsplit=1)[0]):
        pieces.append((letters if is_value else f"={letters}", before))
        before = letters if is_value and letters[0] in _PARTS else before
    return pieces if before else []


def _part(value: Moment, letters: str, before: str) -> str:
    """Return one piece of a shown date; `m` behind hours means minutes."""
    if letters.startswith("=") or letters[0] not in _PARTS:
        return letters.removeprefix("=")
    name = _PARTS[letters[0]]
    if letters[0] == "m" and before.startswith(("h", "s")):
        name = "minute"
    number = getattr(value, name, 0)
    if letters == "mmm" and number:
        return _MONTHS[3 * number - 3 : 3 * number]
    if letters[0] == "y":
        return str(number) if len(letters) > 2 else f"{number % 100:02d}"  # noqa: PLR2004
    return f"{number:02d}" if len(letters) == 2 else str(number)  # noqa: PLR2004


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
