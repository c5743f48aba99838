"""A search from request to answer.

Names to choose from while a query is typed.

What a query of one word may mean besides itself: initials, and words that sound the same.

Where a row matched: the printed text around the words, cut into runs.

Other queries to try when nothing matches; each of them finds something.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from jinque.classification import find_occupations
from jinque.errors import InvalidOptionError
from jinque.locale import joined, say
from jinque.model import Kind, Passage, SearchAnswer, SearchHit, SearchRequest
from jinque.search.engine import Ranked
from jinque.search.entries import IndexedRow, context, names, searchable_cells
from jinque.search.index import Index, Rows
from jinque.search.words import (
    Word,
    alike,
    fold_token,
    letters,
    may_be_initials,
    read_words,
    respell,
    tokenise,
)

MOST = 10


def complete(index: Index, typed: str) -> tuple[str, ...]:
    """Return at most ten names of rows for the beginning of a query; none for an empty one.

    Names that begin so come first, then those that hold it, those by the first letters of their
    pinyin, and those whose occupation is also called so; equals in the order of the record.
    """
    wanted = fold_token(typed).strip()
    if not wanted:
        return ()
    names = index.printed_names.items()
    beginning = [name for name, form in names if form.startswith(wanted)]
    holding = [name for name, form in names if wanted in form]
    spelt = index.initials.beginning(wanted) if may_be_initials(wanted) else {}
    by_letters = [index.name(number) for number in sorted(spelt)]
    called = [
        name for other, own in index.called.items() if other.startswith(wanted) for name in own
    ]
    return tuple(dict.fromkeys([*beginning, *holding, *by_letters, *called]))[:MOST]


SOUND_SCORE = 0.03
INITIALS_SCORE = 0.02
OWN_NAME_SCORE = 0.005
WHOLE_NAME_SCORE = 0.003
"""Below every row that holds the word itself: a name that sounds like it; a name by its first
letters, more where it is the row's own and where no letter is left over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Rows that hold another reading of the word typed.

    Attributes:
        ranked: those rows.
        words: words that sound like the one typed.
        names: by number of the row, the name whose first letters were typed.
    """

    ranked: Ranked = field(default_factory=lambda: Ranked.of([], []))
    words: tuple[Word, ...] = ()
    names: dict[int, str] = field(default_factory=dict)


def other_readings(index: Index, words: Sequence[Word]) -> Readings:
    """Return the rows that a query of one word may mean besides; none for more words.

    Two or more letters may be the first ones of a name in pinyin. A Chinese word is also found as
    one that sounds the same in a row's name, since sources misprint (前段 for 前端).
    """
    if len(words) != 1:
        return Readings()
    typed = words[0].typed
    if may_be_initials(typed):
        names = index.initials.beginning(typed)
        scores = [_worth(index, number, name, typed) for number, name in names.items()]
        return Readings(ranked=Ranked.of(list(names), scores), names=names)
    meant = alike(words[0], index.known)
    if not meant:
        return Readings()
    numbers = np.concatenate([index.engine.named(word).numbers for word in meant])
    return Readings(ranked=Ranked.alike(numbers, SOUND_SCORE), words=meant)


def _worth(index: Index, number: int, name: str, typed: str) -> float:
    own = OWN_NAME_SCORE if name == index.name(number) else 0
    whole = WHOLE_NAME_SCORE if len(letters(name)) == len(typed) else 0
    return INITIALS_SCORE + own + whole


# A longer text is cut around its first match; these many characters are a line and a half of a
# phone and most of a line of a page.
_LONGEST = 110
_BEFORE_FIRST = 24
_CUT = "…"
_MOST = 4


def passages(
    row: IndexedRow, words: Sequence[Word], spelt: str | None = None
) -> tuple[Passage, ...]:
    """Return at most four passages of a row in which words stand: name and code first.

    What surrounds the row (section, notes, place, title) is shown only for a word that the row
    itself does not hold.

    Args:
        row: the row.
        words: those looked for.
        spelt: the name whose first letters were typed, shown where no word stands anywhere.
    """
    found: list[Passage] = []
    missing = set(words)
    for name in names(row.post):
        matched = _add(found, "name", name, words)
        missing -= matched
        if matched:
            break
    for name, text in (("code", row.post.code or ""), *searchable_cells(row.post)):
        missing -= _add(found, name, text, words)
    for name in row.other_names:
        missing -= _add(found, "other_name", name, [word for word in words if word in missing])
    for name, text in context(row):
        missing -= _add(found, name, text, [word for word in words if word in missing])
    if spelt and not found:
        found.append(Passage(field="initials", runs=("", spelt, "")))
    return tuple(found[:_MOST])


def _add(found: list[Passage], field: str, text: str, words: Sequence[Word]) -> set[Word]:
    """Append the passage of a text that holds words, and return those words."""
    folded = fold_token(text) if words else ""
    near = [word for word in words if word.tokens[0] in folded]
    tokens = tokenise(text) if near else []
    places = {word: word.places(tokens) for word in near}
    spans = sorted(span for each in places.values() for span in each)
    if spans:
        found.append(Passage(field=field, runs=_runs(text, spans)))
    return {word for word, each in places.items() if each}


def _runs(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    begin, end = _window(text, spans[0][0])
    runs = [_CUT if begin else ""]
    at = begin
    for start, stop in _merged(spans):
        if stop > end:
            break
        runs[-1] += text[at:start]
        runs += [text[start:stop], ""]
        at = stop
    runs[-1] += text[at:end] + (_CUT if end < len(text) else "")
    return tuple(runs)


def _window(text: str, first: int) -> tuple[int, int]:
    if len(text) <= _LONGEST:
        return 0, len(text)
    begin = max(0, min(first - _BEFORE_FIRST, len(text) - _LONGEST))
    return begin, begin + _LONGEST


def _merged(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, stop = spans[0]
    for next_start, next_stop in spans[1:]:
        if next_start > stop:
            yield start, stop
            start, stop = next_start, next_stop
        else:
            stop = max(stop, next_stop)
    yield start, stop


_MOST_SHORTER = 3
_MOST_NAMES = 5
_LEAST_LIKENESS = 0.25


def suggest(
    words: Sequence[Word], names: Sequence[str], finds: Callable[[Sequence[Word]], bool]
) -> tuple[str, ...]:
    """Return queries with one word fewer, then names that share pairs of characters.

    Args:
        words: the words of the query that found nothing.
        names: names of the rows that pass the filters.
        finds: tells whether rows that pass the filters hold all of some words.
    """
    shorter = [
        " ".join(word.typed for word in rest)
        for left_out in range(len(words))
        if (rest := [*words[:left_out], *words[left_out + 1 :]]) and finds(rest)
    ]
    return tuple(
        dict.fromkeys([*shorter[:_MOST_SHORTER], *_near_names([w.typed for w in words], names)])
    )


def _near_names(typed: Sequence[str], names: Sequence[str]) -> list[str]:
    wanted = {pair for word in typed for pair in _pairs(word)}
    scored = {name: _likeness(wanted, _pairs(fold_token(name))) for name in names}
    near = [name for name, likeness in scored.items() if likeness >= _LEAST_LIKENESS]
    return sorted(near, key=lambda name: -scored[name])[:_MOST_NAMES]


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}


def _likeness(one: set[str], other: set[str]) -> float:
    """Return the Dice coefficient: 0 for nothing shared, 1 for the same pairs."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)


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
        searched=index.size,
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
        whole = "".join(fold_token(query).split())
        return index.engine.ranked(words, whole).joined(other.ranked)
    return Ranked.alike(np.arange(0 if query.strip() else index.size), 0.0)


def _hit(
    index: Index, number: int, score: float, words: Sequence[Word], other: Readings
) -> SearchHit:
    row = index.row(number)
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
                say("There is no kind “{kind}”.", kind=kind),
                where="kind",
                hint=say("The kinds are: {kinds}.", kinds=joined(kinds)),
            )


def _check_range(option: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        what = say("length") if option == "query" else say("value")
        raise InvalidOptionError(
            say(
                "The {what} of {option} is {value}, not between {least} and {most}.",
                option=option,
                value=value,
                least=least,
                most=most,
                what=what,
            ),
            where=option,
            hint=say("Give a number between {least} and {most}.", least=least, most=most),
        )
