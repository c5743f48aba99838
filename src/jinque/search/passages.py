"""Where a row matched: the printed text around the words, cut into runs."""

from collections.abc import Iterator, Sequence

from jinque.model import Passage
from jinque.search.rows import IndexedRow, context, names, searchable_cells
from jinque.search.tokens import fold, tokenise
from jinque.search.words import Word

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
    for field, text in (("code", row.post.code or ""), *searchable_cells(row.post)):
        missing -= _add(found, field, text, words)
    for name in row.other_names:
        missing -= _add(found, "other_name", name, [word for word in words if word in missing])
    for field, text in context(row):
        missing -= _add(found, field, text, [word for word in words if word in missing])
    if spelt and not found:
        found.append(Passage(field="initials", runs=("", spelt, "")))
    return tuple(found[:_MOST])


def _add(found: list[Passage], field: str, text: str, words: Sequence[Word]) -> set[Word]:
    """Append the passage of a text that holds words, and return those words."""
    folded = fold(text) if words else ""
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
