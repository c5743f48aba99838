"""A text in which words are looked for letter by letter."""

import re
import unicodedata
from functools import lru_cache

from jinque.model.curriculum import TextQuote

_AROUND = 20
_MOST_PATTERNS = 4096
_BETWEEN = r"[\s\-_/]*"
_LOOSE = re.compile(_BETWEEN.removesuffix("*") + "+")


class Text:
    """A text folded for looking up, each sign with its place in the original.

    Width and case do not matter, nor do blanks, hyphens and line wraps inside a word; a Latin
    word is found as a whole word only.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        folded: list[str] = []
        self._places: list[int] = []
        for place, sign in enumerate(original):
            same = unicodedata.normalize("NFKC", sign).casefold()
            folded.append(same)
            self._places.extend([place] * len(same))
        self._folded = "".join(folded)
        self._tight = _LOOSE.sub("", self._folded)

    @property
    def characters(self) -> int:
        """How many signs it has, blanks left out."""
        return sum(not sign.isspace() for sign in self.original)

    def find(self, words: str) -> TextQuote | None:
        """Return the first place of some words; None where they do not stand in the text."""
        wanted = _LOOSE.sub("", unicodedata.normalize("NFKC", words).casefold())
        if not wanted or wanted not in self._tight:
            return None
        hit = _pattern(wanted).search(self._folded)
        if hit is None:
            return None
        return self._quote(self._places[hit.start()], self._places[hit.end() - 1] + 1)

    def _quote(self, start: int, end: int) -> TextQuote:
        before = self.original[max(0, start - _AROUND) : start].rpartition("\n")[2]
        after = self.original[end : end + _AROUND].partition("\n")[0]
        hit = self.original[start:end]
        return TextQuote(before=before, hit=hit, after=after)


@lru_cache(_MOST_PATTERNS)
def _pattern(wanted: str) -> re.Pattern[str]:
    inside = _BETWEEN.join(re.escape(sign) for sign in wanted)
    before = r"(?<![a-z0-9])" if _is_latin(wanted[0]) else ""
    after = r"(?![a-z0-9]|\+|#)" if _is_latin(wanted[-1]) else ""
    return re.compile(before + inside + after)


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
