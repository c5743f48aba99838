"""Blanks and line wraps, as exports leave them inside Chinese text."""

import re

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
