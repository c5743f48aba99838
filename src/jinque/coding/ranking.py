"""From likeness to codes: what speaks for each code, and how much."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from jinque.coding.cleaning import CleanTitle
from jinque.coding.context import Context
from jinque.coding.heads import Heads
from jinque.coding.index import Floats
from jinque.coding.lexicon import Known

_MOST_TEXTS = 24
_LEAST_OF_BEST = 0.4
"""Texts less alike than this part of the best one count as nothing."""
_EXACT = 2.0
"""Likeness of the very title: beyond that of any text that is merely alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A code with what speaks for it.

    Attributes:
        share: of all that speaks for any code, 0 to 1.
        texts: place in the lexicon -> likeness, most alike first.
        is_exact: a text of the code is the very title.
    """

    code: str
    share: float
    texts: tuple[tuple[int, float], ...]
    is_exact: bool


class Ranking:
    """Turns likeness into a ranking of codes.

    Args:
        lexicon: the texts, in the order of the likeness.
        sharpness: how much more a text counts that is a little more alike.
    """

    def __init__(self, lexicon: Sequence[Known], sharpness: float) -> None:
        self._lexicon = lexicon
        self._sharpness = sharpness
        self._heads = Heads(lexicon)
        self._exact: dict[str, list[int]] = defaultdict(list)
        for place, known in enumerate(lexicon):
            self._exact[known.folded].append(place)

    def exact(self, title: CleanTitle) -> tuple[int, ...]:
        """Return the texts that are the title, in the least shortened form that any text has."""
        for form in (title.whole, title.bare, *title.cores, *title.parts[1:]):
            if form in self._exact:
                return tuple(self._exact[form])
        return ()

    def rank(
        self, title: CleanTitle, likeness: Floats, exact: Sequence[int], context: Context
    ) -> tuple[Ranked, ...]:
        """Return the codes that anything speaks for, best first, ties by code."""
        kind = self._heads.favour(title.cores[0])
        nearest = _nearest(likeness)
        nearest.update(dict.fromkeys(exact, _EXACT))
        texts: dict[str, list[tuple[int, float]]] = defaultdict(list)
        weights: dict[str, float] = defaultdict(float)
        for place, alike in nearest.items():
            code = self._lexicon[place].code
            texts[code].append((place, alike))
            weights[code] += exp(self._sharpness * (alike + context.favour(code)) + kind(code))
        total = sum(weights.values())
        exact_codes = {self._lexicon[place].code for place in exact}
        ranked = (
            Ranked(
                code=code,
                share=weight / total,
                texts=tuple(sorted(texts[code], key=lambda text: (-text[1], text[0]))),
                is_exact=code in exact_codes,
            )
            for code, weight in weights.items()
        )
        return tuple(sorted(ranked, key=lambda each: (-each.share, each.code)))


def _nearest(likeness: Floats) -> dict[int, float]:
    best = likeness.max()
    if best <= 0:
        return {}
    places = np.flatnonzero(likeness >= best * _LEAST_OF_BEST)
    if len(places) > _MOST_TEXTS:
        order = np.argsort(-likeness[places], kind="stable")
        places = places[order[:_MOST_TEXTS]]
    return dict(zip(places.tolist(), likeness[places].tolist(), strict=True))
