"""A search from request to answer."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from jinque.classification import find_occupations
from jinque.errors import InvalidOptionError
from jinque.model import Kind, SearchAnswer, SearchHit, SearchRequest
from jinque.search.filters import Rows
from jinque.search.index import Index
from jinque.search.other_readings import Readings, other_readings
from jinque.search.passages import passages
from jinque.search.ranked import Ranked
from jinque.search.spelling import respell
from jinque.search.suggestions import suggest
from jinque.search.tokens import fold
from jinque.search.words import Word, read_words

LONGEST_QUERY = 200
MOST_HITS = 200
LARGEST_OFFSET = 100_000


def find(index: Index, request: SearchRequest) -> SearchAnswer:
    """Answer a search: hits by falling score, ties by edition and printed order.

    Rows that carry the words in their name come first. An empty query lists every row that
    passes the filters; one of punctuation alone finds nothing.

    Raises:
        InvalidOptionError: limit, offset, kind or length of the query out of range.
    """
    _check(request)
    words = read_words(request.query)
    other = other_readings(index, words)
    matching = _matching(index, request.query, words, other)
    if words and not len(matching):
        meant = respell(words, index.known, index.engine.holds)
        if meant is not None:
            query = " ".join(word.typed for word in meant)
            return replace(
                find(index, replace(request, query=query)), request=request, read_as=query
            )
    passing = index.filters.passing(request)
    found = matching.only(passing[matching.numbers])
    return SearchAnswer(
        request=request,
        total=len(found),
        searched=len(index.rows),
        hits=tuple(
            _hit(index, number, score, words, other)
            for number, score in found.page(request.offset, request.limit)
        ),
        facets=index.filters.facets(request, matching.numbers),
        suggestions=() if len(found) else _suggestions(index, words, passing),
        occupations=find_occupations(request.query) if words else (),
    )


def _matching(index: Index, query: str, words: Sequence[Word], other: Readings) -> Ranked:
    """Return the rows that hold all words or another reading; all rows for an empty query."""
    if words:
        whole = "".join(fold(query).split())
        return index.engine.ranked(words, whole).joined(other.ranked)
    return Ranked.alike(np.arange(0 if query.strip() else len(index.rows)), 0.0)


def _hit(
    index: Index, number: int, score: float, words: Sequence[Word], other: Readings
) -> SearchHit:
    row = index.rows[number]
    wanted = (*words, *other.words)
    return SearchHit(
        post=row.post,
        edition_title=row.title,
        place=row.place,
        score=score,
        passages=passages(row, wanted, other.names.get(number)) if words else (),
    )


def _suggestions(index: Index, words: Sequence[Word], passing: Rows) -> tuple[str, ...]:
    def finds(some: Sequence[Word]) -> bool:
        return bool(passing[index.engine.ranked(some, "").numbers].any())

    return suggest(words, index.names_of(passing), finds) if words else ()


def _check(request: SearchRequest) -> None:
    _check_range("limit", request.limit, 1, MOST_HITS)
    _check_range("offset", request.offset, 0, LARGEST_OFFSET)
    _check_range("query", len(request.query), 0, LONGEST_QUERY)
    kinds = [kind.value for kind in Kind]
    for kind in request.kinds:
        if kind not in kinds:
            raise InvalidOptionError(
                f"没有“{kind}”这一类。",
                f"There is no kind “{kind}”.",
                where="kind",
                hint_zh=f"可用的类别：{'、'.join(kinds)}。",
                hint_en=f"The kinds are: {', '.join(kinds)}.",
            )


def _check_range(option: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        what_zh, what_en = ("检索词的字数", "length") if option == "query" else ("值", "value")
        raise InvalidOptionError(
            f"{option} 的{what_zh}是 {value}，不在 {least} 到 {most} 之间。",
            f"The {what_en} of {option} is {value}, not between {least} and {most}.",
            where=option,
            hint_zh=f"请给出 {least} 到 {most} 之间的数。",
            hint_en=f"Give a number between {least} and {most}.",
        )
