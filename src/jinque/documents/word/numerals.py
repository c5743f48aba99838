"""The ways in which Word writes the number of a list item.

The names are those of `ST_NumberFormat` (ECMA-376 part 1, 17.18.59). Chinese offices use a dozen of
them; a style that is not known is printed in Arabic digits.
"""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL_LEGAL_DIGITS = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_HUNDRED = 100
_LAST_ENCLOSED = 20
_LAST_IDEOGRAPH = 10
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_BY_DIGIT = str.maketrans("0123456789", _DIGITS)


def numeral(number: int, style: str) -> str:
    """Return `number` as Word prints it.

    Args:
        number: counted from 0.
        style: the value of `numFmt`; one that is not known is printed in Arabic digits.
    """
    return _STYLES.get(style, str)(number)


def _chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """Return a Chinese numeral below ten thousand; larger ones in Arabic digits."""
    printed = str(number)
    if len(printed) > len(units) + 1 or number == 0:
        return printed if number else digits[0]
    words = ""
    for place, character in enumerate(reversed(printed)):
        digit = int(character)
        unit = units[place - 1] if place and digit else ""
        zero = "零" if not digit and words and words[0] != "零" else ""
        words = (digits[digit] + unit if digit else zero) + words
    ten = digits[1] + units[0]
    return words.removeprefix(digits[1]) if words.startswith(ten) and digits is _DIGITS else words


def _counted(number: int) -> str:
    """Return 十一 for 11, and from a hundred on digit by digit (一〇一), as the standard has it."""
    return _chinese(number) if number < _HUNDRED else _by_digit(number)


def _by_digit(number: int) -> str:
    return str(number).translate(_BY_DIGIT)


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words += letters * min(number // value, 1000)
        number %= value
    return words


def _letters(number: int) -> str:
    """Return a, b … z, aa, bb …: the letter repeats."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 1000) if number else ""


def _enclosed(first: int, last: int = _LAST_ENCLOSED) -> Callable[[int], str]:
    """Return a style whose signs stand in a row in Unicode, the first of them for one."""
    return lambda number: chr(first + number - 1) if 1 <= number <= last else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _sixty(number: int) -> str:
    """Return 甲子, 乙丑 … as the cycle of sixty goes."""
    return _cycle(_STEMS)(number) + _cycle(_BRANCHES)(number)


_STYLES: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "numberInDash": lambda number: f"- {number} -",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "decimalEnclosedCircle": _enclosed(0x2460),
    "decimalEnclosedCircleChinese": _enclosed(0x2460),
    "decimalEnclosedParen": _enclosed(0x2474),
    "decimalEnclosedFullstop": _enclosed(0x2488),
    "ideographEnclosedCircle": _enclosed(0x3280, _LAST_IDEOGRAPH),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sixty,
    "chineseLegalSimplified": lambda number: _chinese(number, _LEGAL_DIGITS, "拾佰仟"),
    "ideographLegalTraditional": lambda number: _chinese(
        number, _TRADITIONAL_LEGAL_DIGITS, "拾佰仟"
    ),
    **dict.fromkeys(("chineseCounting", "taiwaneseCounting"), _counted),
    **dict.fromkeys(
        ("chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"), _chinese
    ),
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _by_digit
    ),
}
