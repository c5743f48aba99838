"""The engine and what it is compared with, behind one call.

All know the same lexicon: names, former names and aliases. What differs is the method.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import SGDClassifier

from jinque.coding import NO_CODE, Known, clean, load_coder
from jinque.model import CodedTitle, CodingOutcome, TitleRequest

MOST = 5
Guess = list[str]


class TitleCoder(Protocol):
    """Answers codes, most likely first; the empty one is "no national code"."""

    def guess(self, requests: Sequence[TitleRequest]) -> list[Guess]:
        """Return at most five codes for each request."""
        ...


def first_codes(codes: Iterable[str]) -> Guess:
    return list(dict.fromkeys(codes))[:MOST]


class Engine:
    """The engine of the product."""

    def __init__(self, lexicon: Sequence[Known]) -> None:
        del lexicon
        self.coder = load_coder()

    def answers(self, requests: Sequence[TitleRequest]) -> list[CodedTitle]:
        """Return the whole answers."""
        return list(self.coder.code_all(requests))

    def guess(self, requests: Sequence[TitleRequest]) -> list[Guess]:
        """Return at most five codes for each request."""
        return [codes_of(answer) for answer in self.answers(requests)]


def codes_of(answer: CodedTitle) -> Guess:
    said = [(each.probability, each.code) for each in answer.candidates]
    said.append((answer.no_code_probability, NO_CODE))
    is_none = answer.outcome is CodingOutcome.NO_NATIONAL_CODE
    ordered = sorted(said, key=lambda each: (-(is_none and not each[1]), -each[0], each[1]))
    return first_codes(code for chance, code in ordered if chance)


class Exact:
    """The title itself, folded, or nothing."""

    def __init__(self, lexicon: Sequence[Known]) -> None:
        self._codes: dict[str, list[str]] = defaultdict(list)
        for known in lexicon:
            self._codes[known.folded].append(known.code)

    def guess(self, requests: Sequence[TitleRequest]) -> list[Guess]:
        """Return at most five codes for each request."""
        return [first_codes(self._codes.get(clean(each.title).whole, ())) for each in requests]


class Bm25:
    """BM25 over characters and pairs; k1 1.2, b 0.75."""

    def __init__(self, lexicon: Sequence[Known]) -> None:
        self._lexicon = lexicon
        self._sizes = [2 * len(known.folded) for known in lexicon]
        self._mean = sum(self._sizes) / len(self._sizes)
        self._held: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, known in enumerate(lexicon):
            for gram, times in Counter(_grams(known.folded)).items():
                self._held[gram].append((place, times))

    def guess(self, requests: Sequence[TitleRequest]) -> list[Guess]:
        """Return at most five codes for each request."""
        return [self._guess(clean(each.title).bare) for each in requests]

    def _guess(self, title: str) -> Guess:
        scores: dict[int, float] = defaultdict(float)
        for gram in set(_grams(title)):
            held = self._held.get(gram, ())
            rarity = math.log(1 + (len(self._sizes) - len(held) + 0.5) / (len(held) + 0.5))
            for place, times in held:
                size = 1.2 * (0.25 + 0.75 * self._sizes[place] / self._mean)
                scores[place] += rarity * times * 2.2 / (times + size)
        best = sorted(scores, key=lambda place: (-scores[place], place))
        return first_codes(self._lexicon[place].code for place in best[:50])


class Linear:
    """TF-IDF of one to three characters and a linear classifier over all codes."""

    def __init__(self, lexicon: Sequence[Known]) -> None:
        self._vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True)
        known = self._vectors.fit_transform([each.folded for each in lexicon])
        self._model = SGDClassifier(alpha=1e-6, max_iter=8, tol=None, random_state=0)
        self._model.fit(known, [each.code for each in lexicon])

    def guess(self, requests: Sequence[TitleRequest]) -> list[Guess]:
        """Return at most five codes for each request."""
        titles = self._vectors.transform([clean(each.title).bare for each in requests])
        scores = self._model.decision_function(titles)
        best = (-scores).argsort(axis=1, kind="stable")[:, :MOST]
        return [[str(self._model.classes_[place]) for place in row] for row in best]


class Fuzzy:
    """rapidfuzz: the texts with the highest `ratio`."""

    def __init__(self, lexicon: Sequence[Known]) -> None:
        self._lexicon = lexicon
        self._texts = [known.folded for known in lexicon]

    def guess(self, requests: Sequence[TitleRequest]) -> list[Guess]:
        """Return at most five codes for each request."""
        return [self._guess(clean(each.title).bare) for each in requests]

    def _guess(self, title: str) -> Guess:
        best = process.extract(title, self._texts, scorer=fuzz.ratio, limit=40)
        return first_codes(self._lexicon[place].code for _, _, place in best)


def _grams(text: str) -> list[str]:
    return [*text, *(text[at : at + 2] for at in range(len(text) - 1))]


CODERS: dict[str, type] = {
    "engine": Engine,
    "exact match": Exact,
    "BM25": Bm25,
    "linear": Linear,
    "rapidfuzz": Fuzzy,
}
