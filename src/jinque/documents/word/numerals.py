"""The ways in which Word writes the number of a list item."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
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
_LAST_CIRCLED = 20


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


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words += letters * min(number // value, 1000)
        number %= value
    return words


def _letters(number: int) -> str:
    """Return a, b … z, aa, bb …: the letter repeats."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 1000) if number else ""


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= _LAST_CIRCLED else str(number)


def _stem(number: int) -> str:
    return _STEMS[(number - 1) % len(_STEMS)]


_STYLES: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda number: f"{number:02d}",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ideographTraditional": _stem,
    "chineseLegalSimplified": lambda number: _chinese(number, _LEGAL_DIGITS, "拾佰仟"),
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "ideographDigital",
        ),
        _chinese,
    ),
}
