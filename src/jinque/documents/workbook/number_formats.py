"""Numbers as Excel shows them: the common parts of its number formats."""

import re
from functools import cache

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
