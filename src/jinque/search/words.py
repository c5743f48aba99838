"""A query as typed becomes words; a row matches when it holds all of them."""

import re
from dataclasses import dataclass

from jinque.search.tokens import Token, fold, tokenise

# What people put between words besides blanks. Marks that belong to codes and Latin names
# (`-`, `.`, `+`, `#`, `/`) are left to the tokens.
_BETWEEN_WORDS = re.compile(r"[\s,;:!?()\[\]{}<>|\"'、。《》〈〉【】“”‘’…·~]+")
_CODE_BEGINNING = re.compile(r"\d+(?:-\d+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a query: tokens that must stand side by side.

    Attributes:
        typed: the word, folded to half width and lower case.
        tokens: folded tokens; never empty.
        is_open: the last token matches whatever begins with it: a single Chinese character
            begins a pair, `2-02` begins an occupation code.
    """

    typed: str
    tokens: tuple[str, ...]
    is_open: bool

    def places(self, tokens: list[Token]) -> list[tuple[int, int]]:
        """Return the character spans in which the word stands in a tokenised text."""
        size = len(self.tokens)
        windows = (tokens[first : first + size] for first in range(len(tokens) - size + 1))
        return [(found[0].start, self._end(found)) for found in windows if self._is(found)]

    def _is(self, found: list[Token]) -> bool:
        last, wanted = found[-1].text, self.tokens[-1]
        begins = tuple(token.text for token in found[:-1]) == self.tokens[:-1]
        return begins and (last.startswith(wanted) if self.is_open else last == wanted)

    def _end(self, found: list[Token]) -> int:
        return found[-1].start + len(self.tokens[-1]) if self.is_open else found[-1].end


def read_words(query: str) -> tuple[Word, ...]:
    """Return the distinct words of a query in typed order; none for punctuation alone."""
    words: dict[tuple[str, ...], Word] = {}
    for piece in _BETWEEN_WORDS.split(fold(query)):
        tokens = _wanted(tokenise(piece))
        if tokens:
            texts = tuple(token.text for token in tokens)
            is_open = tokens[-1].is_tail or (
                len(texts) == 1 and _CODE_BEGINNING.fullmatch(texts[0]) is not None
            )
            words.setdefault(texts, Word(typed=piece, tokens=texts, is_open=is_open))
    return tuple(words.values())


def _wanted(tokens: list[Token]) -> list[Token]:
    """Leave out the last character of a run that ends the word: in a row the run may go on."""
    is_in_a_pair = len(tokens) > 1 and tokens[-2].end == tokens[-1].end
    return tokens[:-1] if is_in_a_pair else tokens
