"""A ranking of codes as an answer that says what to do and why.

Many titles at once, as columns: what an engine of tables takes, without the evidence.

Probabilities, as fitted on the open part of the gold set.

Free titles to codes.

What can be a title at all.

What is decided for a title, in short.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from jinque.classification import load_classification
from jinque.coding.kept import lexicon_and_scorer
from jinque.coding.lexicon import NO_CODE, CleanTitle, Known, clean, simplify
from jinque.coding.likeness import Context, Ranked, Ranking, Scorer, pairs_of
from jinque.errors import InvalidOptionError
from jinque.locale import Sentence, say
from jinque.model import (
    CodeCandidate,
    CodedTitle,
    CodeEvidence,
    CodingOutcome,
    EvidenceKind,
    Level,
    Occupation,
    TitleRequest,
)
from jinque.parameters import Calibration, load_calibration
from jinque.text import fold

_LEAST, _MOST = 1e-6, 1 - 1e-6
_CLASS_LEVELS = 3


def probability_of_first(first: Ranked, calibration: Calibration) -> float:
    """Return how likely the first code is right."""
    if first.is_exact:
        if first.own < calibration.own_from:
            return calibration.several * first.share
        kept = calibration.borne_out if first.is_borne_out else calibration.exact
        return kept * first.share
    odds = (
        calibration.constant
        + calibration.likeness * first.texts[0][1]
        + calibration.share * log_odds(first.share)
    )
    return min(1 / (1 + math.exp(-odds)), calibration.borne_out)


def probabilities(ranked: Sequence[Ranked], calibration: Calibration) -> tuple[float, ...]:
    """Return how likely each code is right, in order; their sum is at most 1."""
    if not ranked:
        return ()
    first = probability_of_first(ranked[0], calibration)
    others = max(1 - ranked[0].share, _LEAST)
    rest = (1 - first) * calibration.rest
    return (first, *(min(first, rest * each.share / others) for each in ranked[1:]))


def log_odds(share: float) -> float:
    """Return the log odds of a share, kept finite."""
    kept = min(max(share, _LEAST), _MOST)
    return math.log(kept / (1 - kept))


def class_shares(ranked: Sequence[Ranked]) -> dict[str, float]:
    """Return the share of each class, summed over the codes in it and the class itself."""
    shares: dict[str, float] = {}
    for each in ranked:
        segments = each.code.split("-") if each.code else []
        for depth in range(1, min(len(segments), _CLASS_LEVELS) + 1):
            code = "-".join(segments[:depth])
            shares[code] = shares.get(code, 0.0) + each.share
    return shares


class Verdict(NamedTuple):
    """The answer for one title without candidates and evidence.

    Attributes:
        outcome: None for a title that is empty or too long to be one.
        code: of the first candidate; None where none came near.
        name: official name of `code`.
        probability: that `code` is right, 0 to 1.
        at_least: as in `CodedTitle`.
        no_code_probability: that no national code fits.
    """

    outcome: CodingOutcome | None
    code: str | None
    name: str | None
    probability: float | None
    at_least: str | None
    no_code_probability: float | None


MOST_CANDIDATES = 5
_MOST_EVIDENCE = 2
_NOTHING_LEFT = 0.9
"""Probability that a title of nothing but pay and benefits has no code."""


class Answering:
    """Puts candidates, evidence and outcome together.

    Args:
        lexicon: the texts, in the order of the ranking's places.
        by_code: the classification.
        calibration: with the probabilities from which an outcome is certain enough.
    """

    def __init__(
        self,
        lexicon: Sequence[Known],
        by_code: Mapping[str, Occupation],
        calibration: Calibration,
    ) -> None:
        self._lexicon = lexicon
        self._by_code = by_code
        self._calibration = calibration

    def answer(
        self,
        request: TitleRequest,
        title: CleanTitle,
        ranked: Sequence[Ranked],
        chances: Sequence[float],
        context: Context,
    ) -> CodedTitle:
        """Return the answer for one title."""
        paired = tuple(zip(ranked, chances, strict=True))
        likeliest = islice((pair for pair in paired if pair[0].code), MOST_CANDIDATES)
        candidates = tuple(self._candidate(each, chance, context) for each, chance in likeliest)
        outcome, no_code = self._outcome(title, paired)
        return CodedTitle(
            request=request,
            outcome=outcome,
            candidates=candidates,
            at_least=None if outcome is CodingOutcome.CODED else self._agreed(ranked),
            no_code_probability=no_code,
            notices=tuple(_notices(title, candidates)),
        )

    def verdict(
        self, title: CleanTitle, ranked: Sequence[Ranked], chances: Sequence[float]
    ) -> Verdict:
        """Return the same decision without candidates."""
        paired = tuple(zip(ranked, chances, strict=True))
        outcome, no_code = self._outcome(title, paired)
        first, chance = next((pair for pair in paired if pair[0].code), (None, None))
        code = first.code if first else None
        name = self._by_code[code].name if code else None
        at_least = None if outcome is CodingOutcome.CODED else self._agreed(ranked)
        return Verdict(outcome, code, name, chance, at_least, no_code)

    def _outcome(
        self, title: CleanTitle, paired: Sequence[tuple[Ranked, float]]
    ) -> tuple[CodingOutcome, float]:
        """Return what is to be done, and the probability that there is no code."""
        no_code = next((chance for each, chance in paired if each.code == NO_CODE), 0.0)
        no_code = no_code if title.bare else _NOTHING_LEFT
        first, chance = next((pair for pair in paired if pair[0].code), (None, 0.0))
        if no_code >= max(self._calibration.no_code_from, chance):
            return CodingOutcome.NO_NATIONAL_CODE, no_code
        # A class is no code of a title: it is told as what the candidates have in common.
        is_occupation = first is not None and self._by_code[first.code].level is Level.OCCUPATION
        is_near = (
            first is not None
            and is_occupation
            and first.texts[0][1] >= self._calibration.least_likeness
        )
        is_sure = is_near and chance >= self._calibration.coded_from
        return (CodingOutcome.CODED if is_sure else CodingOutcome.REVIEW), no_code

    def _agreed(self, ranked: Sequence[Ranked]) -> str | None:
        shares = class_shares(ranked)
        agreed = [code for code, share in shares.items() if share >= self._calibration.class_from]
        known = [code for code in agreed if code in self._by_code]
        return max(known, key=len, default=None)

    def _candidate(self, ranked: Ranked, chance: float, context: Context) -> CodeCandidate:
        entry = self._by_code[ranked.code]
        return CodeCandidate(
            code=entry.code,
            name=entry.name,
            level=entry.level,
            probability=chance,
            evidence=tuple(self._evidence(ranked, context)),
        )

    def _evidence(self, ranked: Ranked, context: Context) -> Iterator[CodeEvidence]:
        for place, likeness in ranked.texts[:_MOST_EVIDENCE]:
            known = self._lexicon[place]
            yield CodeEvidence(kind=known.kind, text=known.text, likeness=min(likeness, 1.0))
        shared = context.shared(ranked.code)
        if shared:
            yield CodeEvidence(
                kind=EvidenceKind.DESCRIPTION,
                text="、".join(shared),
                likeness=context.share(ranked.code),
            )


def _notices(title: CleanTitle, candidates: Sequence[CodeCandidate]) -> Iterator[Sentence]:
    if not title.bare:
        yield say("Without pay, benefits and advertising words no title is left.")
    elif title.bare != title.whole:
        yield say("Looked up as “{bare}”.", bare=title.bare)
    if len(title.parts) > 1:
        yield say(
            "Several jobs are named; the first, “{parts}”, counts most.", parts=title.parts[0]
        )
    if title.bare and not candidates:
        yield say("No name comes near.")


LONGEST_TITLE = 200
"""Characters; the longest official name has 24."""


def title_fault(title: str) -> Sentence | None:
    """Return why a text cannot be a title; None where it can."""
    if not title.strip():
        return say("The title is empty.")
    if len(title) > LONGEST_TITLE:
        return say(
            "The title has {n} characters; {longest_title} are the most.",
            n=len(title),
            longest_title=LONGEST_TITLE,
        )
    return None


def check_title(title: str) -> None:
    """Refuse a text that cannot be a title.

    Raises:
        InvalidOptionError: it is empty or longer than `LONGEST_TITLE`.
    """
    fault = title_fault(title)
    if fault:
        raise InvalidOptionError(
            fault,
            where=title[:20],
            hint=say("Give the name of the job alone, and the duties as its --description."),
        )


_EDITION = "2022"


class Coder:
    """Codes titles to the 2022 edition; holds the lexicon and its index.

    Args:
        lexicon: the texts by which codes are known.
        scorers: opinions on likeness, each over the lexicon in its order; their mean counts.
        calibration: fitted with these scorers and this lexicon.
    """

    def __init__(
        self, lexicon: Sequence[Known], scorers: Sequence[Scorer], calibration: Calibration
    ) -> None:
        self.lexicon = tuple(lexicon)
        self._scorers = tuple(scorers)
        self._calibration = calibration
        self._ranking = Ranking(self.lexicon, calibration.sharpness)
        by_code = load_classification(_EDITION).by_code
        self._answering = Answering(self.lexicon, by_code, calibration)
        self._pairs = {code: pairs_of(entry.name) for code, entry in by_code.items()}

    def code(self, request: TitleRequest) -> CodedTitle:
        """Return the codes that a title may mean.

        Raises:
            InvalidOptionError: the title is empty or too long to be one.
        """
        check_title(request.title)
        title = clean(request.title)
        context = Context(request.description, self._pairs)
        ranked = self.rank(request, title, context) if title.bare else ()
        return self._answering.answer(
            request, title, ranked, probabilities(ranked, self._calibration), context
        )

    def verdict(self, request: TitleRequest) -> Verdict:
        """Return what `code` decides for a title that can be one, without candidates."""
        title = clean(request.title)
        ranked = self.rank(request, title) if title.bare else ()
        return self._answering.verdict(title, ranked, probabilities(ranked, self._calibration))

    def code_all(self, requests: Iterable[TitleRequest]) -> Iterator[CodedTitle]:
        """Yield the answers in order; the same request is worked out once.

        Raises:
            InvalidOptionError: a title is empty or too long to be one.
        """
        known: dict[TitleRequest, CodedTitle] = {}
        for request in requests:
            if request not in known:
                known[request] = self.code(request)
            yield known[request]

    def code_sound(self, requests: Iterable[TitleRequest]) -> tuple[CodedTitle | None, ...]:
        """Return the answers in order; None for a title that is empty or too long to be one."""
        given = tuple(requests)
        sound = self.code_all(each for each in given if not title_fault(each.title))
        return tuple(None if title_fault(each.title) else next(sound) for each in given)

    def rank(
        self,
        request: TitleRequest,
        title: CleanTitle,
        context: Context | None = None,
        *,
        hide_exact: bool = False,
    ) -> tuple[Ranked, ...]:
        """Return the codes that anything speaks for, best first.

        Args:
            request: with the industry.
            title: its title, cleaned.
            context: None for the request's own.
            hide_exact: rank as if no text were the very title, to measure likeness alone.
        """
        exact = self._ranking.exact(title)
        industries = [simplify(fold(each)) for each in request.industry.split("、") if each]
        opinions = [scorer.likeness(title, industries) for scorer in self._scorers]
        likeness = sum(opinions[1:], opinions[0]) / len(opinions)
        context = context or Context(request.description, self._pairs)
        if hide_exact:
            likeness[list(exact)] = 0
            exact = ()
        return self._ranking.rank(title, likeness, exact, context)


@cache
def load_coder() -> Coder:
    """Return the coder of the built-in lexicon, opened from what is kept of it."""
    lexicon, scorer = lexicon_and_scorer()
    return Coder(lexicon, (scorer,), load_calibration())


_UNUSABLE = Verdict(None, None, None, None, None, None)


def verdicts(coder: Coder, requests: Iterable[TitleRequest]) -> list[Verdict]:
    """Return what `Coder.code_sound` answers in short, in order; each request is decided once."""
    known: dict[TitleRequest, Verdict] = {}
    found = []
    for request in requests:
        verdict = known.get(request)
        if verdict is None:
            is_sound = not title_fault(request.title)
            verdict = known[request] = coder.verdict(request) if is_sound else _UNUSABLE
        found.append(verdict)
    return found
