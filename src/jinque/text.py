"""Characters: width, blanks, numerals, ordinals, lists. Knows nothing of catalogues.

Blanks and line wraps, as exports leave them inside Chinese text.

Names that a slip of the pen tells apart.

Running lists: separators count only outside brackets.

The four styles in which Chinese documents number headings and clauses.

One form for letters, digits and brackets that are printed in two widths.
"""

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz.distance import OSA

_BLANK = re.compile(r"\s+")
_BETWEEN_WIDE = re.compile(
    r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])\s+|\s+(?=[\u4e00-\u9fff])"
)


def drop_blanks(text: str) -> str:
    """Return `text` without any white space."""
    return _BLANK.sub("", text)


def tighten(text: str) -> str:
    """Return `text` without blanks beside Chinese characters; blanks between words stay."""
    return _BETWEEN_WIDE.sub("", text).strip()


def join_wrapped(lines: list[str]) -> str:
    """Join the lines of one wrapped text.

    Chinese is joined without a blank; two Latin words or numbers that a wrap separated get one.
    """
    joined = ""
    for line in (line.strip() for line in lines):
        needs_blank = bool(joined) and _is_latin(joined[-1:]) and _is_latin(line[:1])
        joined += (" " if needs_blank else "") + line
    return joined


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def is_one_edit(one: str, other: str) -> bool:
    """Tell whether two texts differ by exactly one edit.

    An edit is a character put in, left out or replaced, or two different neighbours exchanged.
    """
    return OSA.distance(one, other, score_cutoff=1) == 1


_OPENING = "（(《“[【"
_CLOSING = "）)》”]】"


def split_list(text: str, separators: str = "、") -> list[str]:
    """Return the entries of a running list, without outer blanks and without empty ones.

    A separator inside brackets or quotation marks separates nothing:
    `钳工（工具、装配）、车工` has two entries.
    """
    entries = [""]
    depth = 0
    for character in text:
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth <= 0 and character in separators:
            entries.append("")
        else:
            entries[-1] += character
    return [entry.strip() for entry in entries if entry.strip()]


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


def fold(text: str) -> str:
    """Return `text` for comparison only: compatibility form, lower case, without blanks.

    Full-width letters, digits and brackets become half-width; folding twice equals once.
    """
    folded = drop_blanks(unicodedata.normalize("NFKC", text).lower())
    return folded if folded == text else fold(folded)


_DASHES = dict.fromkeys(
    map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-"
)


def plain_dashes(text: str) -> str:
    """Return `text` with every kind of dash, hyphen and minus as the hyphen of the keyboard."""
    return text.translate(_DASHES)


__all__ = [
    "Ordinal",
    "drop_blanks",
    "fold",
    "is_one_edit",
    "join_wrapped",
    "plain_dashes",
    "read_ordinal",
    "split_list",
    "strip_ordinal",
    "tighten",
]
