"""A ranking of codes as an answer that says what to do and why."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from jinque.coding.calibration import class_shares
from jinque.coding.cleaning import CleanTitle
from jinque.coding.context import Context
from jinque.coding.lexicon import NO_CODE, Known
from jinque.coding.ranking import Ranked
from jinque.coding.verdict import Verdict
from jinque.model import (
    CodeCandidate,
    CodedTitle,
    CodeEvidence,
    CodingOutcome,
    EvidenceKind,
    Occupation,
    TitleRequest,
    Words,
)
from jinque.parameters import Calibration

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
        is_near = first is not None and first.texts[0][1] >= self._calibration.least_likeness
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


def _notices(title: CleanTitle, candidates: Sequence[CodeCandidate]) -> Iterator[Words]:
    if not title.bare:
        yield Words(
            zh="去掉待遇、招聘用语后，没有剩下职位名称。",
            en="Without pay, benefits and advertising words no title is left.",
        )
    elif title.bare != title.whole:
        yield Words(zh=f"按“{title.bare}”查找。", en=f"Looked up as “{title.bare}”.")
    if len(title.parts) > 1:
        yield Words(
            zh=f"写了几个职位，以第一个“{title.parts[0]}”为主。",
            en=f"Several jobs are named; the first, “{title.parts[0]}”, counts most.",
        )
    if title.bare and not candidates:
        yield Words(zh="没有找到相近的名称。", en="No name comes near.")
