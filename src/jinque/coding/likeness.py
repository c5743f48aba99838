"""What industry and description say about a code.

Characters and their neighbours, as the parts by which titles are compared.

What the end of a title says about the kind of work: 工程师 is not 工, and 医师 is neither.

The lexicon as weighted grams, searched by cosine.

From likeness to codes: what speaks for each code, and how much.

How like a title is to every text of the lexicon; more than one opinion may be asked.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from jinque.coding.lexicon import CleanTitle, Known, simplify
from jinque.text import fold

_PAIR = 2
_GENERAL = frozenset(
    ("工程", "程技", "技术", "术人", "人员", "专业", "业人", "服务", "务员", "制造", "造工")
)
"""Pairs that half of all names share: they say nothing about the work."""
_DESCRIPTION_FAVOUR = 0.16
_LONGEST_DESCRIPTION = 2000


@dataclass(frozen=True)
class Context:
    """The text beside a title.

    Attributes:
        description: as given.
        pairs: code -> pairs of characters of its name, with how rare each is.
    """

    description: str
    pairs: Mapping[str, Mapping[str, float]]

    def favour(self, code: str) -> float:
        """Return what the description adds to the likeness of the texts of a code."""
        return _DESCRIPTION_FAVOUR * self.share(code) if self.description else 0.0

    def share(self, code: str) -> float:
        """Return which share of a code's name the description holds, 0 to 1."""
        pairs = self.pairs.get(code, {})
        whole = sum(pairs.values())
        shared = sum(weight for pair, weight in pairs.items() if pair in self._described)
        return shared / whole if whole else 0.0

    def shared(self, code: str) -> tuple[str, ...]:
        """Return the pairs of a code's name that the description holds, in order of the name."""
        if not self.description:
            return ()
        pairs = self.pairs.get(code, {})
        return tuple(pair for pair, weight in pairs.items() if weight and pair in self._described)

    @cached_property
    def _described(self) -> frozenset[str]:
        text = simplify(fold(self.description[:_LONGEST_DESCRIPTION]))
        return frozenset(text[at : at + _PAIR] for at in range(len(text) - 1))


def pairs_of(name: str) -> dict[str, float]:
    """Return the pairs of characters of a name with how much they say, in printed order."""
    text = fold(name)
    pairs = (text[at : at + _PAIR] for at in range(len(text) - 1))
    return {pair: 0.0 if pair in _GENERAL else 1.0 for pair in pairs}


_START, _END = "^", "$"


def grams(text: str) -> Iterator[str]:
    """Yield the characters, the pairs with both ends marked, and the triples of a folded text.

    A run of Latin letters and digits is one gram besides, so that `c++` and `java` stay whole.
    """
    yield from text
    marked = f"{_START}{text}{_END}"
    for place in range(len(marked) - 1):
        yield marked[place : place + 2]
    for place in range(len(text) - 2):
        yield text[place : place + 3]


_LONGEST = 3
_PRIOR = 5.0
"""How many texts the shorter ending counts for beside the longer one."""
_LEAST = 1e-3
_WEIGHT = 0.4
"""Chosen on train and dev with the very titles hidden: 0.15 to 0.6 do equally well."""


class Heads:
    """How often each ending stands in each sub-major group of the lexicon.

    Args:
        lexicon: the texts by which codes are known.
    """

    def __init__(self, lexicon: Sequence[Known]) -> None:
        whole = Counter(_group(known.code) for known in lexicon)
        self._base = {group: count / len(lexicon) for group, count in whole.items()}
        self._held: dict[str, Counter[str]] = defaultdict(Counter)
        for known in lexicon:
            for length in range(1, _LONGEST + 1):
                self._held[known.folded[-length:]][_group(known.code)] += 1
        self._groups = {known.code: _group(known.code) for known in lexicon}
        self._totals = {ending: sum(held.values()) for ending, held in self._held.items()}

    def favour(self, title: str) -> Callable[[str], float]:
        """Return what the end of a title says for a code, as a logarithm; 0 is nothing."""
        endings = [title[-length:] for length in range(1, min(_LONGEST, len(title)) + 1)]
        known = [ending for ending in endings if ending in self._totals]
        said: dict[str, float] = {}

        def favour(code: str) -> float:
            group = self._groups[code]
            if group not in said:
                said[group] = self._say(known, group)
            return said[group]

        return favour

    def _say(self, endings: Sequence[str], group: str) -> float:
        base = chance = self._base[group]
        for ending in endings:
            held = self._held[ending].get(group, 0)
            chance = (held + _PRIOR * chance) / (self._totals[ending] + _PRIOR)
        return _WEIGHT * log(chance / base + _LEAST)


def _group(code: str) -> str:
    return "-".join(code.split("-")[:2])


Floats = NDArray[np.float64]
Parts = Callable[[str], Iterable[str]]
"""From a folded text to the parts by which it is compared."""
_LEAST_WEIGHT = 0.2
_UNKNOWN_SHARE = 0.5
_MOST_HELD = 0.2
"""A gram that more texts hold says nothing and costs most: 工, 员 and 师 alone."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Postings:
    """The texts that hold each gram, one gram behind the other.

    Attributes:
        grams: in the order of the arrays.
        ends: behind the last place of each gram.
        places: numbers of the texts.
        shares: of a gram in the likeness of each of its texts.
        weights: of each gram.
    """

    grams: Sequence[str]
    ends: NDArray[np.int64]
    places: NDArray[np.int64]
    shares: Floats
    weights: Floats


class GramIndex:
    """Which texts hold a gram, and how much it counts there.

    Args:
        postings: see `inverted`.
        count: of the texts.
    """

    def __init__(self, postings: Postings, count: int) -> None:
        self.postings = postings
        self._count = count
        self._unknown = float(np.log(1 + count)) * _UNKNOWN_SHARE
        self._at = dict(zip(postings.grams, range(len(postings.grams)), strict=True))

    def search(self, query: Mapping[str, float]) -> Floats:
        """Return the likeness of every text to a query, 0 to 1.

        A gram that no text holds counts half of the rarest one.

        Args:
            query: gram -> how often it counts.
        """
        kept = self.postings
        places, shares, length = [], [], 0.0
        for gram, times in query.items():
            at = self._at.get(gram)
            weight = self._unknown if at is None else float(kept.weights[at])
            length += (weight * times) ** 2
            if at is not None:
                held = slice(kept.ends[at - 1] if at else 0, kept.ends[at])
                places.append(kept.places[held])
                shares.append(kept.shares[held] if times == 1 else kept.shares[held] * times)
        if not places:
            return np.zeros(self._count)
        spoken = np.bincount(np.concatenate(places), np.concatenate(shares), self._count)
        return np.asarray(spoken, np.float64) / float(length**0.5)


def inverted(texts: Sequence[str], parts: Parts = grams) -> Postings:
    """Return the grams of some texts with the texts that hold them.

    Args:
        texts: folded; their order is their number.
        parts: what counts as a gram.
    """
    count = len(texts)
    counted = [Counter(parts(text)) for text in texts]
    held_by = Counter(gram for each in counted for gram in each)
    most = float(np.log(1 + count))
    weights = {n: most - float(np.log(1 + n)) + _LEAST_WEIGHT for n in set(held_by.values())}
    places: dict[str, list[int]] = defaultdict(list)
    shares: dict[str, list[float]] = defaultdict(list)
    for place, each in enumerate(counted):
        weighed = {gram: weights[held_by[gram]] * times for gram, times in each.items()}
        length = sum(weight * weight for weight in weighed.values()) ** 0.5 or 1.0
        for gram, weight in weighed.items():
            places[gram].append(place)
            shares[gram].append(weight * weights[held_by[gram]] / length)
    kept = [gram for gram, held in held_by.items() if held <= count * _MOST_HELD]
    return Postings(
        grams=kept,
        ends=np.cumsum([held_by[gram] for gram in kept], dtype=np.int64),
        places=np.array([place for gram in kept for place in places[gram]], np.int64),
        shares=np.array([share for gram in kept for share in shares[gram]], np.float64),
        weights=np.array([weights[held_by[gram]] for gram in kept], np.float64),
    )


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
        own: which share of the longer names that end with the very title has this code, 0 to 1:
            an 装配工 may be one of many trades. 1 where no such name is known.
    """

    code: str
    share: float
    texts: tuple[tuple[int, float], ...]
    is_exact: bool = False
    is_borne_out: bool = False
    own: float = 1.0


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
        self._longer = _longer_names(lexicon, self._exact)

    def exact(self, title: CleanTitle) -> tuple[int, ...]:
        """Return the texts that are the title, in the least shortened form that any text has."""
        for form in (title.whole, *title.told, title.bare, *title.cores, *title.parts[1:]):
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
        own = self._own(exact)
        texts = self._texts({**near, **spelt})
        total = sum(weights.values())
        return tuple(
            Ranked(
                code,
                weight / total,
                texts[code],
                code in exact_codes,
                code in borne_out,
                own.get(code, 1.0),
            )
            for code, weight in sorted(weights.items(), key=lambda each: (-each[1], each[0]))
        )

    def _own(self, exact: Sequence[int]) -> dict[str, float]:
        """Return the share of each code of the very title among the longer names that end so."""
        found = {}
        for place in exact:
            known = self._lexicon[place]
            held = self._longer.get(known.folded)
            if held and not known.is_official:
                found[known.code] = held[known.code] / held.total()
        return found

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


def _longer_names(lexicon: Sequence[Known], known: Collection[str]) -> dict[str, Counter[str]]:
    """Return for each text how many longer ones end with it, by their codes."""
    longer: dict[str, Counter[str]] = defaultdict(Counter)
    for each in lexicon:
        for begin in range(1, len(each.folded) - 1):
            ending = each.folded[begin:]
            if ending in known:
                longer[ending][each.code] += 1
    return longer


def _nearest(likeness: Floats) -> dict[int, float]:
    best = likeness.max()
    if best <= 0:
        return {}
    places = np.flatnonzero(likeness >= best * _LEAST_OF_BEST)
    if len(places) > _MOST_TEXTS:
        least = np.partition(likeness[places], -_MOST_TEXTS)[-_MOST_TEXTS]
        places = places[likeness[places] >= least][:_MOST_TEXTS]
    return dict(zip(places.tolist(), likeness[places].tolist(), strict=True))


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
        index: of these texts and parts, where it is made already.
    """

    def __init__(
        self, texts: Sequence[str], parts: Parts = grams, index: GramIndex | None = None
    ) -> None:
        self._parts = parts
        self.index = index or GramIndex(inverted(texts, parts), len(texts))

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
        return self.index.search(query)

    def _add(self, query: Counter[str], text: str, share: float) -> None:
        for part in self._parts(text):
            query[part] += share  # type: ignore[assignment]
