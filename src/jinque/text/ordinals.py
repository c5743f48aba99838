"""The four styles in which Chinese documents number headings and clauses."""

import re
from dataclasses import dataclass

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_STYLES = (
    re.compile(r"(?P<number>[〇一二三四五六七八九十]{1,3})、"),
    re.compile(r"[（(](?P<number>[〇一二三四五六七八九十]{1,3})[）)]"),
    re.compile(r"(?P<number>\d{1,3})(?:[.．](?!\d)|、)"),
    re.compile(r"[（(](?P<number>\d{1,3})[）)]"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """A number in front of a heading or clause.

    Attributes:
        level: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
        number: counted from 1.
        printed: the number with its brackets, as printed and without the closing mark of
            styles 1 and 3 (`三`, `（二）`, `1`, `(3)`): the parts of a clause reference.
        rest: the text behind it, without outer blanks.
    """

    level: int
    number: int
    printed: str
    rest: str


def read_ordinal(text: str) -> Ordinal | None:
    """Return the ordinal that `text` begins with, or None."""
    for level, style in enumerate(_STYLES, start=1):
        found = style.match(text)
        if found:
            printed = found["number"] if level in (1, 3) else found[0]
            rest = text[found.end() :].strip()
            return Ordinal(level=level, number=_number(found["number"]), printed=printed, rest=rest)
    return None


def strip_ordinal(text: str) -> str:
    """Return `text` without the ordinal it may begin with (`（四）卫生` -> `卫生`)."""
    ordinal = read_ordinal(text)
    return ordinal.rest if ordinal and ordinal.rest else text


def _number(printed: str) -> int:
    """Read Arabic digits, or Chinese numerals up to 99."""
    if printed.isdigit():
        return int(printed)
    tens, ten, units = printed.rpartition("十")
    return (_DIGITS[tens] if tens else 1) * 10 * bool(ten) + (_DIGITS[units] if units else 0)
