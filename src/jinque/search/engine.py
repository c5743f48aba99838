"""The full-text engine: three fields of tokens for each row, in memory or in a folder.

Rows found, with their scores.
"""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Self
from weakref import finalize

import numpy as np
import tantivy
from numpy.typing import NDArray

from jinque.search.entries import Entry
from jinque.search.words import Word

_DECIMALS = 4
"""To which scores are rounded, so that sums of the same parts in another order are equal."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranked:
    """Numbers of rows, each once and in any order, and beside each its score."""

    numbers: Numbers
    scores: NDArray[np.float64]

    @classmethod
    def of(cls, numbers: Sequence[int | float | None], scores: Sequence[float]) -> Self:
        """Make it of plain numbers; scores are rounded."""
        exact = np.array(scores, dtype=np.float64)
        return cls(
            numbers=np.array(numbers, dtype=np.int64), scores=exact.round(decimals=_DECIMALS)
        )

    @classmethod
    def alike(cls, numbers: Numbers, score: float) -> Self:
        """Give rows one score; of numbers that stand twice one is kept."""
        distinct = np.unique(numbers)
        return cls(numbers=distinct, scores=np.full(distinct.size, score))

    def __len__(self) -> int:
        return self.numbers.size

    def joined(self, other: Self) -> Self:
        """Return these rows and, behind them, those of `other` that are not among them."""
        if not len(other):
            return self
        new = np.isin(other.numbers, self.numbers, invert=True)
        return type(self)(
            numbers=np.concatenate([self.numbers, other.numbers[new]]),
            scores=np.concatenate([self.scores, other.scores[new]]),
        )

    def only(self, kept: NDArray[np.bool_]) -> Self:
        """Return the rows at the places that are true."""
        return type(self)(numbers=self.numbers[kept], scores=self.scores[kept])

    def page(self, offset: int, limit: int) -> list[tuple[int, float]]:
        """Return numbers and scores by falling score, equals by rising number."""
        end = min(offset + limit, len(self))
        if offset >= end:
            return []
        least = -np.partition(-self.scores, end - 1)[end - 1]
        near = self.only(self.scores >= least)
        order = np.lexsort((near.numbers, -near.scores))[offset:end]
        numbers, scores = near.numbers[order].tolist(), near.scores[order].tolist()
        return list(zip(numbers, scores, strict=True))


# How much a match in a field counts. A row that carries the words in its name comes before one
# whose occupation is also called so, that before one that mentions them, and that before one whose
# section, note or place does: these are of many rows at once and say nothing of which comes first.
WEIGHTS = {"name": 12.0, "other_name": 3.0, "text": 1.0}
CONTEXT_SCORE = 0.1
WHOLE_NAME_WEIGHT = 40.0

_ANALYZER = "tokens"
_REGEX_MARKS = re.compile(r"[.+]")
_HEAP_BYTES = 15_000_000
_LARGEST_RANGE = 8_192
_WIDE_RANGES = ((0x2E80, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_SECOND_CHARACTERS = tuple(
    f"[{chr(first)}-{chr(min(first + _LARGEST_RANGE - 1, end))}]"
    for begin, end in _WIDE_RANGES
    for first in range(begin, end + 1, _LARGEST_RANGE)
)
"""Ranges of the characters of Chinese runs, each smaller than what the library expands."""


class Engine:
    """An index of entries, numbered as they were given; safe to read from several threads.

    Args:
        folder: where it lies; None means in memory, empty at first.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._schema = _schema()
        if folder is not None and not os.access(folder, os.W_OK):
            folder = self._linked(folder)
        self._index = tantivy.Index(self._schema, path=str(folder) if folder else None)
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer(_ANALYZER, analyzer)

    def _linked(self, folder: Path) -> Path:
        """Return a folder of links: to open an index a lock has to be written beside it."""
        place = Path(mkdtemp(prefix="jinque-"))
        finalize(self, rmtree, place, ignore_errors=True)
        for each in folder.iterdir():
            if each.suffix != ".lock":
                (place / each.name).symlink_to(each.absolute())
        return place

    def add(self, entries: Iterable[Entry], first: int = 0) -> None:
        """Add a segment.

        Scores rest on counts over all segments, and so are the same however many there are.

        Args:
            entries: those to add.
            first: number of the first of them.
        """
        writer = self._index.writer(_HEAP_BYTES, 1)
        for number, entry in enumerate(entries, first):
            writer.add_document(_document(number, entry))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def ranked(self, words: Sequence[Word], whole: str) -> Ranked:
        """Return the entries that hold all words, each with its score above 0.

        Args:
            words: at least one.
            whole: the folded query without blanks; an entry of just this name comes first.
        """
        return self._found(self._query(words, whole))

    def holds(self, words: Sequence[Word]) -> bool:
        """Tell whether any entry holds all words."""
        query = self._query(words, "")
        return bool(self._index.searcher().search(query, limit=1, count=False).hits)

    def named(self, word: Word) -> Ranked:
        """Return the entries that carry a word in their name."""
        return self._found(self._in_field(word, "name"))

    def _found(self, query: tantivy.Query) -> Ranked:
        searcher = self._index.searcher()
        hits = searcher.search(query, limit=max(1, searcher.num_docs), count=False).hits
        numbers = searcher.fast_field_values("number", [address for _, address in hits])
        return Ranked.of(numbers, [score for score, _ in hits])

    def _query(self, words: Sequence[Word], whole: str) -> tantivy.Query:
        parts = [(tantivy.Occur.Must, self._any_field(word)) for word in words]
        exact = tantivy.Query.term_query(self._schema, "whole_name", whole)
        parts.append((tantivy.Occur.Should, _weighted(exact, WHOLE_NAME_WEIGHT)))
        return tantivy.Query.boolean_query(parts)

    def _any_field(self, word: Word) -> tantivy.Query:
        anywhere = [
            _weighted(self._in_field(word, field), weight) for field, weight in WEIGHTS.items()
        ]
        around = tantivy.Query.const_score_query(self._in_field(word, "context"), CONTEXT_SCORE)
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, query) for query in (*anywhere, around)]
        )

    def _in_field(self, word: Word, field: str) -> tantivy.Query:
        *before, last = word.tokens
        if word.is_open and before:
            return self._open_phrase(before, last, field)
        if word.is_open:
            return tantivy.Query.regex_query(self._schema, field, f"{_literally(last)}.*")
        if before:
            return tantivy.Query.phrase_query(self._schema, field, [*word.tokens])
        return tantivy.Query.term_query(self._schema, field, last)

    def _open_phrase(self, before: Sequence[str], last: str, field: str) -> tantivy.Query:
        """Return the entries where tokens stand before a pair that begins with a character.

        The library expands an open end to 20,000 terms at most, and raises beyond. Second
        characters are therefore asked for in ranges that are smaller.
        """
        fixed = [_literally(token) for token in before]
        ends = [_literally(last), *(f"{_literally(last)}{each}" for each in _SECOND_CHARACTERS)]
        phrases = [
            tantivy.Query.regex_phrase_query(self._schema, field, [*fixed, end]) for end in ends
        ]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in phrases])


def _literally(token: str) -> str:
    return _REGEX_MARKS.sub(r"\\\g<0>", token)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", fast=True)
    builder.add_text_field("whole_name", tokenizer_name="raw", index_option="basic")
    for field in (*WEIGHTS, "context"):
        builder.add_text_field(field, tokenizer_name=_ANALYZER)
    return builder.build()


def _document(number: int, entry: Entry) -> tantivy.Document:
    return tantivy.Document(
        number=number,
        whole_name=entry.whole_name,
        name=entry.name,
        other_name=entry.other_name,
        text=entry.text,
        context=entry.context,
    )


def _weighted(query: tantivy.Query, weight: float) -> tantivy.Query:
    return tantivy.Query.boost_query(query, weight)
