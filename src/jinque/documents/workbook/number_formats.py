"""Numbers and dates as Excel shows them: the common parts of its number formats.

Sections and conditions, words beside a number, thousands and percents, dates, times of day and days
of the week in English and Chinese. Fractions and exponents are shown as General.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from jinque.documents.marks import UNSHOWN

Moment = date | datetime | time

GENERAL = "General"
_DAY, _HALF_DAY = 'm"月"d"日"', '上午/下午h"时"mm"分"'
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
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    45: "mm:ss",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _DAY),
    **dict.fromkeys((34, 55), _HALF_DAY),
    **dict.fromkeys((35, 56), f'{_HALF_DAY}ss"秒"'),
}
_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|[_*].|\[[^\]]*\]'
    r"|(?P<token>General|G/通用格式|AM/PM|A/P|上午/下午|a{3,4}|y+|m+|d+|h+|s+|[0#?]|\.|,|%|@)"
    r"|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"])*', re.DOTALL)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_UNSUPPORTED = re.compile(r"e[+-]|[?#0]/[?#0]", re.IGNORECASE)
_FIXED = re.compile(r"0(?:\.(0{1,15}))?_?\s*")
_LONGEST = 80
_EXACT = 1e15
_HALF_DAYS = ("am/pm", "a/p", "上午/下午")
_GENERAL_WORDS = ("general", "g/通用格式")
_LAST_SERIAL = 2_958_466
_FIRST_DAY, _FIRST_DAY_OF_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001
_CHINESE_LOCALE = re.compile(r"\[\$[^\]-]*-(?:0?804|zh-CN)[^\]]*\]", re.IGNORECASE)
_CHINESE_DIGITS = re.compile(r"\[DBNum([123])\]", re.IGNORECASE)
_WEEKDAYS = "一二三四五六日"
_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_PARTS = {"y": "year", "m": "month", "d": "day", "h": "hour", "s": "second"}
*_SIGNS, _MYRIADS = [
    "〇一二三四五六七八九十百千",
    "零壹贰叁肆伍陆柒捌玖拾佰仟",
    "０１２３４５６７８９十百千",
    "万亿",
]
_NUMERALS = {str(kind): signs[:10] for kind, signs in enumerate(_SIGNS, 1)}
_UNITS = {str(kind): (*reversed(signs[10:]), "") for kind, signs in enumerate(_SIGNS, 1)}
_LARGEST_NUMERAL = 10**12

Token = tuple[bool, str]
"""Whether it stands for a part of the value, and its letters."""


def builtin(identifier: int) -> str:
    """Return the format that Excel knows by number, as its Chinese edition shows it."""
    return _BUILTIN.get(identifier, GENERAL)


@cache
def tokens_of(section: str) -> tuple[Token, ...]:
    """Return the pieces of one section of a format."""
    found: list[Token] = []
    for piece in _PIECE.finditer(section[:_LONGEST]):
        if piece["token"]:
            found.append((True, piece["token"].lower()))
        else:
            literal = piece["quoted"] or piece["escaped"] or piece["plain"] or ""
            found.append((False, literal))
    return tuple(found)


@cache
def _sections(code: str) -> tuple[str, ...]:
    """Return the sections of a format: positive, negative, zero and text, as far as given."""
    found: list[str] = []
    place = 0
    while place <= len(code):
        section = _SECTION.match(code, place)
        end = section.end() if section else place
        found.append(code[place:end])
        place = end + 1
    return tuple(found)


def show_number(value: float, code: str, *, counts_from_1904: bool = False) -> str:
    """Return a number as the cell shows it.

    Args:
        value: the stored number.
        code: the cell's number format; a fraction or exponent in it is shown as General. One that
            shows nothing gives a mark.
        counts_from_1904: where days begin, for a number whose format is one of dates.
    """
    decimals = _decimals(code)
    if decimals is not None and abs(value) < _EXACT:
        return f"{value:.{decimals}f}"
    section, is_signed = _section_for(value, code)
    if section is None or abs(value) >= _EXACT or _UNSUPPORTED.search(section):
        return general(value)
    tokens = tokens_of(section)
    if any(is_value and _is_dated(letters) for is_value, letters in tokens):
        moment = _moment(value, counts_from_1904=counts_from_1904)
        return general(value) if moment is None else show_date(moment, section)
    sign = "-" if value < 0 and not is_signed else ""
    return _shown(abs(value), tokens, sign, section)


def show_words(text: str, code: str) -> str:
    """Return words in a cell whose format puts others beside them (`"GX-"@`)."""
    section = next((one for one in reversed(_sections(code)) if "@" in one), None)
    if section is None:
        return text
    return "".join(
        text if is_value and letters == "@" else letters
        for is_value, letters in tokens_of(section)
        if not is_value or letters == "@"
    )


def changes_words(code: str) -> bool:
    """Tell whether a format changes how words look, and not only numbers."""
    return "@" in code and show_words("", code).strip() != ""


def _shown(value: float, tokens: Sequence[Token], sign: str, section: str) -> str:
    if any(is_value and letters in _GENERAL_WORDS for is_value, letters in tokens):
        number, kind = general(value), _kind_of_digits(section)
        if kind:
            whole, point, decimals = number.partition(".")
            is_counted = whole.isdecimal() and "e" not in decimals
            number = (
                chinese_number(int(whole), kind) + point + in_numerals(decimals, kind)
                if is_counted
                else number
            )
        words = [number if is_value else letters for is_value, letters in tokens]
        return sign + "".join(words)
    if any(is_value and letters in "0#?" for is_value, letters in tokens):
        return sign + in_numerals(_fill(value, tuple(tokens)), _kind_of_digits(section))
    words = ["" if is_value else letters for is_value, letters in tokens]
    return "".join(words) or UNSHOWN


def _section_for(value: float, code: str) -> tuple[str | None, bool]:
    """Return the section that shows a number, and whether its own words tell the sign."""
    sections = [one for one in _sections(code) if "@" not in one] or [code]
    conditions = [_CONDITION.search(one) for one in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _holds(value, condition[1], float(condition[2])):
                return section, False
        return None, False
    if len(sections) == 1:
        plain = re.sub(r"\[[^\]]*\]", "", sections[0])
        return (sections[0] if plain.strip() else None), False
    place = 1 if value < 0 else 2 if value == 0 and len(sections) > 2 else 0  # noqa: PLR2004
    return sections[place], place == 1


def _holds(value: float, sign: str, bound: float) -> bool:
    if sign == "<>":
        return value != bound
    is_equal = "=" in sign and value == bound
    return is_equal or ("<" in sign and value < bound) or (">" in sign and value > bound)


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


def _kind_of_digits(section: str) -> str:
    """Return which Chinese digits a format asks for: `1`, `2` or `3`; none for others."""
    found = _CHINESE_DIGITS.search(section)
    return found[1] if found else ""


def in_numerals(text: str, kind: str) -> str:
    """Return digits one by one in the numerals of `[DBNum1]`, `[DBNum2]` or `[DBNum3]`."""
    return text.translate(str.maketrans("0123456789", _NUMERALS[kind])) if kind else text


def chinese_number(value: int, kind: str = "1") -> str:
    """Return a number below a billion thousand as `[DBNum1]General` shows it (10 is 一十).

    Args:
        value: not negative.
        kind: `2` for the capitals of cheques, `3` for full-width digits with units.
    """
    digits, units = _NUMERALS[kind], _UNITS[kind]
    if value == 0 or value >= _LARGEST_NUMERAL:
        return in_numerals(str(value), kind)
    words, is_zero_due = "", False
    for size, myriad in ((10**8, _MYRIADS[1]), (10**4, _MYRIADS[0]), (1, "")):
        group = value // size % 10**4
        for place, unit in zip((1000, 100, 10, 1), units, strict=True):
            digit = group // place % 10
            if digit:
                words += (digits[0] if is_zero_due and words else "") + digits[digit] + unit
            is_zero_due = digit == 0
        words += myriad if group else ""
        is_zero_due = is_zero_due and bool(words)
    return words


def _fill(value: float, tokens: tuple[Token, ...]) -> str:
    """Put the digits of a number into the places of a format, from the right."""
    tokens, value = _scaled(tokens, value)
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


def _scaled(tokens: tuple[Token, ...], value: float) -> tuple[tuple[Token, ...], float]:
    """Take away the commas behind the last place, each of which divides by a thousand."""
    last = max(i for i, (is_value, letters) in enumerate(tokens) if is_value and letters in "0#?")
    commas = 0
    while last + 1 + commas < len(tokens) and tokens[last + 1 + commas] == (True, ","):
        commas += 1
    return (*tokens[: last + 1], *tokens[last + 1 + commas :]), value / 1000**commas


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


def _is_dated(letters: str) -> bool:
    return letters[0] in _PARTS or letters in ("aaa", "aaaa", *_HALF_DAYS)


def _moment(value: float, *, counts_from_1904: bool) -> datetime | None:
    """Return the moment that a number of days stands for; None outside Excel's calendar."""
    if not 0 <= value < _LAST_SERIAL:
        return None
    first = _FIRST_DAY_OF_1904 if counts_from_1904 else _FIRST_DAY
    return first + timedelta(seconds=round(value * 86_400))


def show_date(value: Moment, code: str | None) -> str:
    """Return a date or time as the cell shows it; without a known format as `2020/1/31`."""
    section = _sections(code or "")[0]
    tokens = tokens_of(section)
    if any(is_value and _is_dated(letters) for is_value, letters in tokens):
        is_chinese = _CHINESE_LOCALE.search(section) is not None
        has_halves = any(is_value and letters in _HALF_DAYS for is_value, letters in tokens)
        clock = _Clock(
            value,
            is_chinese=is_chinese,
            has_halves=has_halves,
            digits=_kind_of_digits(section),
        )
        return "".join(clock.piece(tokens, place) for place in range(len(tokens))).strip()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return f"{value.year}/{value.month}/{value.day}"


@dataclass(frozen=True, slots=True)
class _Clock:
    """A moment, and how a format wants it shown."""

    value: Moment
    is_chinese: bool
    has_halves: bool
    digits: str

    def piece(self, tokens: Sequence[Token], place: int) -> str:
        """Return one piece; `m` behind hours or before seconds means minutes."""
        is_value, letters = tokens[place]
        if not is_value or not _is_dated(letters):
            return "" if letters == "@" and is_value else letters
        if letters in _HALF_DAYS:
            return self._half(letters)
        if letters in ("aaa", "aaaa") or (letters[0] == "d" and len(letters) > 2):  # noqa: PLR2004
            return self._weekday(letters)
        if letters[0] == "m" and _is_minute(tokens, place):
            return self._digits(getattr(self.value, "minute", 0), letters)
        if letters[0] == "m" and len(letters) > 2:  # noqa: PLR2004
            return self._month(letters)
        return self._digits(getattr(self.value, _PARTS[letters[0]], 0), letters)

    def _half(self, letters: str) -> str:
        first, _, second = letters.upper().partition("/")
        return first if getattr(self.value, "hour", 0) < 12 else second  # noqa: PLR2004

    def _weekday(self, letters: str) -> str:
        if isinstance(self.value, time):
            return ""
        day = self.value.weekday()
        if letters[0] == "a" or self.is_chinese:
            short = "周" if letters == "ddd" else ""
            return ("星期" if len(letters) > 3 else short) + _WEEKDAYS[day]  # noqa: PLR2004
        name = _ENGLISH_WEEKDAYS[day]
        return name if len(letters) > 3 else name[:3]  # noqa: PLR2004

    def _month(self, letters: str) -> str:
        if isinstance(self.value, time):
            return ""
        month = self.value.month
        if self.is_chinese:
            return f"{month}月"
        name = _MONTHS[month - 1]
        return {3: name[:3], 5: name[:1]}.get(len(letters), name)

    def _digits(self, number: int, letters: str) -> str:
        if letters[0] == "y":
            shown = str(number) if len(letters) > 2 else f"{number % 100:02d}"  # noqa: PLR2004
            return in_numerals(shown, self.digits)
        if letters[0] == "h" and self.has_halves:
            number = number % 12 or 12
        if self.digits == "1":
            return chinese_number(number).removeprefix("一" if 10 <= number < 20 else "\0")  # noqa: PLR2004
        if self.digits:
            return chinese_number(number, self.digits)
        return f"{number:02d}" if len(letters) == 2 else str(number)  # noqa: PLR2004


def _is_minute(tokens: Sequence[Token], place: int) -> bool:
    before = [letters for is_value, letters in tokens[:place] if is_value and letters[0] in _PARTS]
    behind = [letters for is_value, letters in tokens[place + 1 :] if is_value]
    follows = next((letters for letters in behind if letters[0] in _PARTS), "")
    return bool(before and before[-1][0] in "hs") or follows.startswith("s")
