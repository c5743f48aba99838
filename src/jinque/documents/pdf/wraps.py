"""Lines that were wrapped for want of room: put together again, with or without a blank."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from typing import Protocol

from jinque.text import read_ordinal

# In sizes of the type:
_WIDEST_LETTER = 0.95
_MARK = _CHARACTER = 1.0
_TOLERANCE = 0.3
_BLANK_AND_CHARACTER = 1.6
_NOT_FIRST = "，。、；：）》”！？,.;:)"
_SURELY_CUT = 0.6
_ENDS = "。；;"
_LEAST_SEEN = 3
_WORD = re.compile(r"[A-Za-z0-9.+#%/_-]+")
_MOSTLY = 0.9
BLANK_BEHIND = 100.0
"""Room behind a line that ends with a blank: more than any line can have."""


class Printed(Protocol):
    """The lines of a text, and what each leaves free at the right."""

    lines: list[str]
    rooms: list[float]


def cuts_words(texts: Iterable[Printed]) -> bool:
    """Tell whether a line may end inside a Latin word, other than one too long for a line.

    It may where the program prints the blanks at which it wraps lines, so that one can be told
    from a cut, and where less room is left in front of each word than another letter needs.
    """
    seen: list[tuple[float, float]] = []
    for text in texts:
        for (above, below), room in zip(pairwise(text.lines), text.rooms, strict=False):
            if room >= BLANK_BEHIND:
                return True
            if above and below[:1].isalpha() and below[:1].isascii():
                seen.append((room, _needed(below)))
    if len(seen) < _LEAST_SEEN:
        return all(room < _SURELY_CUT for room, _ in seen)
    return sum(room < needed for room, needed in seen) >= _MOSTLY * len(seen)


def whole_lines(lines: Sequence[str], rooms: Sequence[float], *, is_cut: bool) -> list[str]:
    """Return the lines of a text, those joined that were wrapped for want of room.

    Where that is not certain, as behind a sentence or between Latin words, the line stays.

    Args:
        lines: as printed.
        rooms: what each leaves free at the right.
        is_cut: whether lines may end inside words; see `cuts_words`.
    """
    joined = list(lines[:1])
    for line, room in zip(lines[1:], rooms, strict=False):
        glue = _glue(joined[-1], line, room, is_cut=is_cut)
        if glue is None:
            joined.append(line)
        else:
            joined[-1] += glue + line
    return joined


def _glue(above: str, below: str, room: float, *, is_cut: bool) -> str | None:
    """Return what stood between two lines before they were wrapped; None if they may not be one."""
    if _is_letter(above[-1:]) and _is_letter(below[:1]):
        is_inside = is_cut or _WORD.fullmatch(above) is not None
        return "" if is_inside and room < _needed(below) else None
    if 0 <= room - BLANK_BEHIND < _BLANK_AND_CHARACTER:
        return " "
    if above[-1:] in _ENDS or read_ordinal(below) or _is_letter(below[:1]):
        return None
    return "" if room < _needed(below) + _TOLERANCE else None


def _needed(line: str) -> float:
    """Return the room for the first character of a line and the marks that may not begin one."""
    marks = takewhile(lambda letter: letter in _NOT_FIRST, line[1:])
    width = _WIDEST_LETTER if _is_letter(line[:1]) else _CHARACTER
    return width + _MARK * len(list(marks))


def _is_letter(text: str) -> bool:
    return text.isascii() and text.isalnum()
