"""Other queries to try when nothing matches; each of them finds something."""

from collections.abc import Callable, Sequence

from jinque.search.tokens import fold
from jinque.search.words import Word

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
    scored = {name: _likeness(wanted, _pairs(fold(name))) for name in names}
    near = [name for name, likeness in scored.items() if likeness >= _LEAST_LIKENESS]
    return sorted(near, key=lambda name: -scored[name])[:_MOST_NAMES]


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}


def _likeness(one: set[str], other: set[str]) -> float:
    """Return the Dice coefficient: 0 for nothing shared, 1 for the same pairs."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)
