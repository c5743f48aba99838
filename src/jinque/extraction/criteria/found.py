"""What a reader finds in a sentence, and the pieces of patterns that readers share."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from jinque.model.criterion import Criterion

COMMA = "，,"
"""Characters that part the clauses of a sentence and end none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A criterion and where its words stand, counted from the beginning of the text read.

    Attributes:
        doubt: code of what is not safe about a detail; None where all is.
    """

    criterion: Criterion
    start: int
    end: int
    doubt: str | None = None

    def moved(self, by: int) -> "Found":
        """Return the same, counted from a beginning that lies `by` characters earlier."""
        return replace(self, start=self.start + by, end=self.end + by)


Reader = Callable[[str], Iterator[Found]]
"""Reads one sentence; may find nothing."""


def one_of(words: Iterable[str]) -> str:
    """Return the pattern of any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def segment_start(sentence: str, place: int) -> int:
    """Return where the clause between commas begins in which `place` lies."""
    return max(sentence.rfind(mark, 0, place) for mark in COMMA) + 1
