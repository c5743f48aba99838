"""From likeness to codes: what speaks for each code, and how much."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import exp
from typing import NamedTuple

import numpy as np

from jinque.coding.cleaning import CleanTitle
from jinque.coding.context import Context
from jinque.coding.heads import Heads
from jinque.coding.index import Floats
from jinque.coding.lexicon import Known

_MOST_TEXTS = 24
_LEAST_OF_BEST = 0.2
"""Texts less alike than this part of the best one count as nothing; chosen on train and dev."""
_EXACT = 2.0
"""Likeness of the very title: beyond that of any text that is merely alike."""


class Ranked(NamedTuple):
    """A code with what speaks for it.

    Attributes:
        share: of all that speaks for any code, 0 to 1.
        texts: place in the lexicon -> likeness, most alike first.
        is_exact: a text of the code is the very title.
        is_borne_out: besides, an official text says so, or the code comes first by likeness
            alone, the very title hidden.
    """

    code: str
    share: float
    texts: tuple[tuple[int, float], ...]
    is_exact: bool = False
    is_borne_out: bool = False


class Ranking:
    """Turns likeness into a ranking of codes.

    Args:
        lexicon: the texts, in the order of the likeness.
        sharpness: how much more a text counts that is a little more alike.
    """

    def __init__(self, lexicon: Sequence[Known], sharpness: float) -> None:
        self._lexicon = lexicon
        self._codes = [known.code for known in lexicon]
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
        near = _nearest(likeness)
        spelt = dict.fromkeys(exact, _EXACT)
        factor = self._factors(title, context)
        alone = self._weights({p: near[p] for p in near if p not in spelt}, factor)
        weights = defaultdict(float, alone)
        for code, weight in self._weights(spelt, factor).items():
            weights[code] += weight
        borne_out = {self._codes[place] for place in exact if self._lexicon[place].is_official}
        borne_out.add(max(alone, key=alone.__getitem__, default=""))
        exact_codes = {self._codes[place] for place in exact}
        texts = self._texts({**near, **spelt})
        total = sum(weights.values())
        return tuple(
            Ranked(code, weight / total, texts[code], code in exact_codes, code in borne_out)
            for code, weight in sorted(weights.items(), key=lambda each: (-each[1], each[0]))
        )

    def _factors(self, title: CleanTitle, context: Context) -> Callable[[str], float]:
        """Return what speaks for a code apart from its texts: the title's end, the description."""
        kind = self._heads.favour(title.cores[0])
        if not context.description:
            return lambda code: exp(kind(code))
        return lambda code: exp(self._sharpness * context.favour(code) + kind(code))

    def _weights(
        self, near: Mapping[int, float], factor: Callable[[str], float]
    ) -> dict[str, float]:
        sums: dict[str, float] = defaultdict(float)
        for place, alike in near.items():
            sums[self._codes[place]] += exp(self._sharpness * alike)
        return {code: spoken * factor(code) for code, spoken in sums.items()}

    def _texts(self, near: Mapping[int, float]) -> dict[str, tuple[tuple[int, float], ...]]:
        texts: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, alike in sorted(near.items(), key=lambda text: (-text[1], text[0])):
            texts[self._codes[place]].append((place, alike))
        return {code: tuple(each) for code, each in texts.items()}


def _nearest(likeness: Floats) -> dict[int, float]:
    best = likeness.max()
    if best <= 0:
        return {}
    places = np.flatnonzero(likeness >= best * _LEAST_OF_BEST)
    if len(places) > _MOST_TEXTS:
        least = np.partition(likeness[places], -_MOST_TEXTS)[-_MOST_TEXTS]
        places = places[likeness[places] >= least][:_MOST_TEXTS]
    return dict(zip(places.tolist(), likeness[places].tolist(), strict=True))
