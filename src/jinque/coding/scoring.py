"""How like a title is to every text of the lexicon; more than one opinion may be asked."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from jinque.coding.cleaning import CleanTitle
from jinque.coding.grams import grams
from jinque.coding.index import Floats, GramIndex, Parts

_WHOLE_SHARE = 0.3
_BRACKET_SHARE = 0.4
_INDUSTRY_SHARE = 0.3
_MOST_INDUSTRIES = 3


class Scorer(Protocol):
    """An opinion on likeness; an embedding model is added by writing one more."""

    def likeness(self, title: CleanTitle, industries: Sequence[str]) -> Floats:
        """Return the likeness of every text of the lexicon, in its order, 0 to 1."""
        ...


class GramScorer:
    """Likeness by shared characters, pairs and triples.

    Args:
        texts: the folded texts of the lexicon.
        parts: what is compared; characters, pairs and triples unless told otherwise.
    """

    def __init__(self, texts: Sequence[str], parts: Parts = grams) -> None:
        self._parts = parts
        self._index = GramIndex(texts, parts)

    def likeness(self, title: CleanTitle, industries: Sequence[str]) -> Floats:
        """Return the likeness of every text.

        The core of the title counts in full, its ranks and brackets less. An industry counts
        where there are at most three: a longer list says nothing about the work.
        """
        core = title.cores[-1]
        query: Counter[str] = Counter(self._parts(core))
        if title.bare != core:
            self._add(query, title.bare, _WHOLE_SHARE)
        if title.inside:
            self._add(query, title.inside, _BRACKET_SHARE)
        if len(industries) <= _MOST_INDUSTRIES:
            for industry in industries:
                self._add(query, industry, _INDUSTRY_SHARE / len(industries))
        return self._index.search(query)

    def _add(self, query: Counter[str], text: str, share: float) -> None:
        for part in self._parts(text):
            query[part] += share  # type: ignore[assignment]
