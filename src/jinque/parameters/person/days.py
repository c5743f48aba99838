"""Days as people write them; a month alone is enough for work."""

import calendar
import re
from datetime import date

from jinque.model import Words
from jinque.parameters.person.words import load_person_words
from jinque.text import fold

FIRST_YEAR, LAST_YEAR = 1900, 2100

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?")


class UnreadError(Exception):
    """A text is not what its key wants; `wanted` says what would be right."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.wanted = Words(zh=zh, en=en)


def read_day(typed: str) -> date:
    """Return a day that is written out."""
    year, month, day = _parts(typed)
    if day is None:
        raise UnreadError("请写到日，如 2022-11-01", "write a day such as 2022-11-01")
    return _day(year, month, day)


def read_first_day(typed: str) -> date:
    """Return a day; a month alone counts from its first day."""
    year, month, day = _parts(typed)
    return _day(year, month, day or 1)


def read_last_day(typed: str) -> date | None:
    """Return a day; a month alone counts to its last day. None while it goes on (至今)."""
    if fold(typed) in map(fold, load_person_words().until_now):
        return None
    year, month, day = _parts(typed)
    first = _day(year, month, day or 1)
    return first if day else first.replace(day=calendar.monthrange(year, month)[1])


def _parts(typed: str) -> tuple[int, int, int | None]:
    found = _DAY.fullmatch(fold(typed))
    if not found:
        told = "请写成 2022-11-01 或 2022-11 这样的日期", "write a date as 2022-11-01 or 2022-11"
        raise UnreadError(*told)
    return int(found[1]), int(found[2]), int(found[3]) if found[3] else None


def _day(year: int, month: int, day: int) -> date:
    try:
        made = date(year, month, day)
    except ValueError:
        raise UnreadError("日历上没有这一天", "the calendar has no such day") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        told = f"年份应在 {FIRST_YEAR} 到 {LAST_YEAR} 之间"
        raise UnreadError(told, f"a year from {FIRST_YEAR} to {LAST_YEAR}")
    return made
