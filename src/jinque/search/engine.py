"""The full-text engine: three fields of tokens for each row, held in memory."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import tantivy

from jinque.search.ranked import Ranked
from jinque.search.words import Word

# How much a match in a field counts. A row that carries the words in its name comes before one
# whose occupation is also called so, that before one that mentions them, and that before one whose
# section, note or place does: these are of many rows at once and say nothing of which comes first.
WEIGHTS = {"name": 12.0, "other_name": 3.0, "text": 1.0}
CONTEXT_SCORE = 0.1
WHOLE_NAME_WEIGHT = 40.0

_ANALYZER = "tokens"
_REGEX_MARKS = re.compile(r"[.+]")
_SMALLEST_HEAP_BYTES = 15_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the engine holds of a row; each item of a list is tokens joined by blanks.

    Attributes:
        whole_name: the folded name without blanks, to be found as a whole.
        name: name and code.
        other_name: what its occupation is called elsewhere.
        text: the printed cells; no phrase reaches from one into the next.
        context: section, notes, place and title.
    """

    whole_name: str
    name: list[str]
    other_name: list[str]
    text: list[str]
    context: list[str]


class Engine:
    """An index of entries, numbered as they were given; safe to read from several threads."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._schema = _schema()
        self._index = tantivy.Index(self._schema)
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer(_ANALYZER, analyzer)
        # One thread makes one segment, and so the same scores for the same entries.
        writer = self._index.writer(_SMALLEST_HEAP_BYTES, 1)
        for number, entry in enumerate(entries):
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
            patterns = [*map(_literally, before), f"{_literally(last)}.*"]
            return tantivy.Query.regex_phrase_query(self._schema, field, [*patterns])
        if word.is_open:
            return tantivy.Query.regex_query(self._schema, field, f"{_literally(last)}.*")
        if before:
            return tantivy.Query.phrase_query(self._schema, field, [*word.tokens])
        return tantivy.Query.term_query(self._schema, field, last)


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
