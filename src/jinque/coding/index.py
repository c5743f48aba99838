"""The lexicon as weighted grams, searched by cosine."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jinque.coding.grams import grams

Floats = NDArray[np.float64]
Parts = Callable[[str], Iterable[str]]
"""From a folded text to the parts by which it is compared."""
_LEAST_WEIGHT = 0.2
_UNKNOWN_SHARE = 0.5
_MOST_HELD = 0.2
"""A gram that more texts hold says nothing and costs most: 工, 员 and 师 alone."""


class _Posting(NamedTuple):
    """The texts that hold a gram, its share in the likeness of each, and its weight."""

    places: NDArray[np.int64]
    shares: Floats
    weight: float


class GramIndex:
    """Which texts hold a gram, and how much it counts there.

    Args:
        texts: folded; their order is their number in the answers.
        parts: what counts as a gram.
    """

    def __init__(self, texts: Sequence[str], parts: Parts = grams) -> None:
        self._count = len(texts)
        self._unknown = float(np.log(1 + self._count)) * _UNKNOWN_SHARE
        self._postings = self._invert([Counter(parts(text)) for text in texts])

    def search(self, query: Mapping[str, float]) -> Floats:
        """Return the likeness of every text to a query, 0 to 1.

        A gram that no text holds counts half of the rarest one.

        Args:
            query: gram -> how often it counts.
        """
        postings, length = [], 0.0
        for gram, times in query.items():
            posting = self._postings.get(gram)
            weight = posting.weight if posting else self._unknown
            length += (weight * times) ** 2
            if posting:
                postings.append((posting, times))
        if not postings:
            return np.zeros(self._count)
        places = np.concatenate([posting.places for posting, _ in postings])
        shares = np.concatenate(
            [each.shares if times == 1 else each.shares * times for each, times in postings]
        )
        likeness = np.asarray(np.bincount(places, shares, self._count), np.float64)
        return likeness / float(length**0.5)

    def _invert(self, counted: Sequence[Counter[str]]) -> dict[str, _Posting]:
        held_by = Counter(gram for each in counted for gram in each)
        most = float(np.log(1 + self._count))
        weights = {n: most - float(np.log(1 + n)) + _LEAST_WEIGHT for n in set(held_by.values())}
        places: dict[str, list[int]] = defaultdict(list)
        shares: dict[str, list[float]] = defaultdict(list)
        for place, each in enumerate(counted):
            weighed = {gram: weights[held_by[gram]] * times for gram, times in each.items()}
            length = sum(weight * weight for weight in weighed.values()) ** 0.5 or 1.0
            for gram, weight in weighed.items():
                places[gram].append(place)
                shares[gram].append(weight * weights[held_by[gram]] / length)
        return {
            gram: _Posting(np.array(places[gram]), np.array(shares[gram]), weights[held])
            for gram, held in held_by.items()
            if held <= self._count * _MOST_HELD
        }
