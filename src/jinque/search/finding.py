"""A search from request to answer."""

from collections.abc import Sequence

from jinque.errors import InvalidOptionError
from jinque.model import Kind, SearchAnswer, SearchHit, SearchRequest
from jinque.search.filters import row_numbers, row_set
from jinque.search.index import Index, IndexedRow
from jinque.search.passages import passages
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
    scores = _scores(index, request.query, words)
    matching = row_set(list(scores))
    passing = _passing(index, request)
    found = sorted(row_numbers(matching & passing), key=lambda number: -scores[number])
    page = found[request.offset : request.offset + request.limit]
    return SearchAnswer(
        request=request,
        total=len(found),
        searched=len(index.rows),
        hits=tuple(_hit(index.rows[number], scores[number], words) for number in page),
        facets=index.filters.facets(request, matching),
        suggestions=() if found else _suggestions(index, words, passing),
    )


def _scores(index: Index, query: str, words: Sequence[Word]) -> dict[int, float]:
    if words:
        return index.engine.scores(words, "".join(fold(query).split()))
    return {} if query.strip() else dict.fromkeys(range(len(index.rows)), 0.0)


def _passing(index: Index, request: SearchRequest) -> int:
    """Return the set of rows that pass all filters."""
    passing = index.filters.everything
    for rows in index.filters.selected(request).values():
        passing &= rows
    return passing


def _hit(row: IndexedRow, score: float, words: Sequence[Word]) -> SearchHit:
    return SearchHit(
        post=row.post,
        edition_title=row.title,
        place=row.place,
        score=score,
        passages=passages(row, words) if words else (),
    )


def _suggestions(index: Index, words: Sequence[Word], passing: int) -> tuple[str, ...]:
    def finds(some: Sequence[Word]) -> bool:
        return bool(row_set(list(index.engine.scores(some, ""))) & passing)

    names = dict.fromkeys(index.rows[number].post.name for number in row_numbers(passing))
    return suggest(words, list(names), finds) if words else ()


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
