"""Dates as Excel shows them, and the codes that Excel takes for dates while they are typed."""

import re
from datetime import date, datetime, time

from jinque.documents.workbook.number_formats import tokens_of

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
