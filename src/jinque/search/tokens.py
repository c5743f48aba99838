"""Text to tokens: pairs of Chinese characters, whole Latin words, whole codes.

A run of Chinese characters becomes its overlapping pairs and its last character
(`电路设计` -> 电路 路设 设计 计). Pairs that stand side by side spell the run, so a phrase of them
finds any two or more characters without a dictionary, and every single character begins a token.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from operator import add
from typing import ClassVar

_WIDE = (
    "\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_LATIN = rf"[^\W_{_WIDE}]"
_RUN = re.compile(
    rf"(?P<wide>[{_WIDE}]+)|(?P<stars>[★☆]+)"
    rf"|(?P<code>\d+(?:[-.]\d+)+(?!{_LATIN}))|(?P<word>{_LATIN}+(?:\+\+|#)?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token with its place in the printed text.

    Attributes:
        text: folded to half width and lower case.
        start: offset of its first character in the printed text.
        end: offset behind its last character.
        is_tail: the last character of a Chinese run.
    """

    text: str
    start: int
    end: int
    is_tail: bool = False


class _Folding(dict[int, str]):
    """Character -> its half-width lower-case form, filled as characters occur."""

    shared: ClassVar["_Folding"]

    def __missing__(self, character: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(character)).casefold()
        self[character] = folded
        return folded


_Folding.shared = _Folding()


def fold(text: str) -> str:
    """Return `text` in half width and lower case; blanks stay."""
    return text.translate(_Folding.shared)


def terms(text: str) -> str:
    """Return the folded tokens of `text` in order, joined by blanks."""
    parts: list[str] = []
    for run in _RUN.finditer(fold(text)):
        characters = run[0]
        if run.lastgroup == "wide":
            parts.extend(map(add, characters, characters[1:]))
            parts.append(characters[-1])
        else:
            parts.append(characters)
    return " ".join(parts)


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text`, their places counted in the text as printed."""
    places = [
        place for place, character in enumerate(text) for _ in _Folding.shared[ord(character)]
    ]
    return [
        Token(
            text=token.text,
            start=places[token.start],
            end=places[token.end - 1] + 1,
            is_tail=token.is_tail,
        )
        for token in _folded_tokens(fold(text))
    ]


def _folded_tokens(folded: str) -> Iterator[Token]:
    for run in _RUN.finditer(folded):
        if run["wide"] is None:
            yield Token(text=run[0], start=run.start(), end=run.end())
        else:
            yield from _pairs(run[0], run.start())


def _pairs(run: str, start: int) -> Iterator[Token]:
    for place in range(len(run)):
        pair = run[place : place + 2]
        yield Token(
            text=pair,
            start=start + place,
            end=start + place + len(pair),
            is_tail=len(pair) == 1,
        )
