"""From evidence to a score: every occupation with its indicators, interval, label and reasons."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from jinque.classification import load_classification
from jinque.evidence.tables import Evidence
from jinque.locale import Sentence, say
from jinque.model.shortage import (
    INDICATORS,
    Ballot,
    Counted,
    IndicatorValue,
    Interval,
    Label,
    Method,
    OccupationScore,
    ReferenceScale,
    Score,
)
from jinque.shortage.explaining import Shortfall, changes, insufficiency, reasons
from jinque.shortage.indicators import SHRUNK, Indicators, indicators
from jinque.shortage.layout import Laid, lay_out
from jinque.shortage.panel import Panel, Standing, capped, standing_of
from jinque.shortage.rating import LABELS, Ratings, facts_of, points_of, rate, reference_of
from jinque.shortage.sensitivity import calibration, lines_of_silence, rank_ranges, ranks
from jinque.shortage.statistics import Floats, interval
from jinque.shortage.sums import Kernel, Sums

_NO_VOTE = say(
    "No vote can be cast: fewer than four occupations to compare with on the reference scale."
)
_MORE_OCCUPATIONS = say(
    "Ask about more occupations, or use a reference scale that there is (--reference)."
)

Summer = Callable[[Panel, int, int, bool], Sums]
"""Sums a panel: seed, draws, whether pay is a vote. Here, in a pool or on Spark alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What is known of before.

    Attributes:
        previous: the edition before, None for the first.
        listed: codes on the list in force; None where none was given.
    """

    previous: Score | None = None
    listed: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """A score with the arrays behind it, for what is asked of it next.

    Attributes:
        score: for people and programs.
        ratings: of the sample and of each draw.
        found: the indicators.
        rated: (occupations,) evidence is sufficient.
        laid: the evidence as laid out.
    """

    score: Score
    ratings: Ratings
    found: Indicators
    rated: np.ndarray
    laid: Laid


def sum_here(panel: Panel, seed: int, draws: int, with_pay: bool) -> Sums:  # noqa: FBT001 - a Summer
    """Sum in this process."""
    return Kernel(panel, seed, draws, with_pay=with_pay).sums()


def compute(  # noqa: PLR0913 - evidence, method, draws and what was before
    evidence: Evidence,
    method: Method,
    *,
    seed: int,
    draws: int,
    reference: ReferenceScale | None = None,
    history: History | None = None,
    summer: Summer = sum_here,
) -> Computed:
    """Score evidence.

    Args:
        evidence: returns, vacancies, tables.
        method: with every number it leaves open.
        seed: of the draws; the same seed and evidence give the same bytes.
        draws: 0 for none.
        reference: scale of the base edition; None makes this the base edition.
        history: what was before.
        summer: where the sums are made.

    Raises:
        InvalidOptionError: a stratum cannot be weighted, or labour-market tables are mixed.
    """
    laid = lay_out(evidence, method)
    standing = standing_of(laid.panel)
    panel, caps = capped(laid.panel, method.employer_cap)
    sums = summer(panel, seed, draws, "x7" in method.votes)
    found = indicators(panel, sums, method)
    rated = _sufficient(found, standing, method)
    scale = reference or reference_of(found, rated, evidence.facts.name, evidence.facts.quarter)
    ratings = rate(found, scale, method)
    rated &= ratings.count[:, 0] > 0
    outer = lines_of_silence(laid, panel, scale, method)
    maker = _Maker(
        panel, method, found, ratings, standing, rated, sums, history or History(), outer
    )
    score = Score(
        name=evidence.facts.name,
        quarter=evidence.facts.quarter,
        is_synthetic=evidence.facts.is_synthetic,
        is_weighted=laid.is_weighted,
        evidence_sha256=evidence.sha256,
        method=method,
        reference=scale,
        seed=seed,
        draws=draws,
        level={name: _number(each[0]) for name, each in sorted(found.level.items())},
        calibration=calibration(ratings.points[:, 0], rated, method),
        exclusions=(*laid.exclusions, *_exclusions(laid, caps, panel)),
        occupations=tuple(maker.make(at) for at in range(len(panel.codes))),
        notes=_notes(laid, scale, ratings),
    )
    return Computed(score=score, ratings=ratings, found=found, rated=rated, laid=laid)


def _sufficient(found: Indicators, standing: Standing, method: Method) -> np.ndarray:
    known = {name: ~np.isnan(found.values[name][:, 0]) for name in INDICATORS}
    broad = standing.employers >= method.employers_least
    even = (standing.kish >= method.kish_least) & (standing.largest <= method.largest_share_most)
    told = (known["x1"] | known["x2"] | known["x3"]) & (known["x4"] | known["x6"])
    return broad & even & told


class _Maker:
    """Makes the score of one occupation after the other."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that an occupation is told from
        self,
        panel: Panel,
        method: Method,
        found: Indicators,
        ratings: Ratings,
        standing: Standing,
        rated: np.ndarray,
        sums: Sums,
        history: History,
        outer: tuple[Floats, Floats] | None,
    ) -> None:
        self._panel, self._method, self._found, self._ratings = panel, method, found, ratings
        self._standing, self._rated, self._outer, self._history = standing, rated, outer, history
        self._sums = sums
        self._signs = facts_of(found, method).has_sign[:, 0]
        self._rank = ranks(ratings.index[:, 0], rated)
        self._best, self._worst = rank_ranges(ratings, rated, method)
        has_draws = ratings.index.shape[1] > 1
        self._index_ends = interval(ratings.index[:, 1:], method.coverage) if has_draws else None
        self._point_ends = interval(ratings.points[:, 1:], method.coverage) if has_draws else None
        self._names = _names()
        before = history.previous.occupations if history.previous else ()
        self._before = {each.code: each for each in before}
        pay = sums.pay[rated, 0]
        self._low_pay = (
            float(np.nanquantile(pay, method.low_pay_share)) if (~np.isnan(pay)).any() else None
        )

    def make(self, at: int) -> OccupationScore:
        code = self._panel.codes[at]
        is_rated = bool(self._rated[at])
        before = self._before.get(code)
        why, mend = self._insufficiency(at)
        if not is_rated and not why:
            why, mend = (_NO_VOTE,), (_MORE_OCCUPATIONS,)
        label = LABELS[int(self._ratings.labels[at, 0])] if is_rated else Label.INSUFFICIENT
        listed = self._history.listed
        return OccupationScore(
            code=code,
            name=self._names.get(code, ""),
            label=label,
            labels=self._labels(at) if is_rated else (Label.INSUFFICIENT,),
            index=_number(self._ratings.index[at, 0]) if is_rated else None,
            index_interval=_ends(self._index_ends, at) if is_rated else None,
            points=_number(self._ratings.points[at, 0]) if is_rated else None,
            points_interval=_ends(self._point_ends, at) if is_rated else None,
            ballots=self._ballots(at) if is_rated else (),
            indicators=tuple(self._indicator(name, at) for name in INDICATORS),
            reasons=reasons(self._ratings, at, self._method) if is_rated else why,
            changes=changes(self._ratings, at, self._method) if is_rated else mend,
            findings=self._findings(at, is_rated=is_rated),
            employers=int(self._standing.employers[at]),
            kish=_number(self._standing.kish[at]),
            largest_share=_number(self._standing.largest[at]),
            demand=_number(self._found.demand[at, 0]),
            seekers=_number(self._found.seekers[at, 0]),
            gap=_number(self._found.demand[at, 0] - self._found.seekers[at, 0]),
            rank=int(self._rank[at]) or None,
            rank_low=int(self._best[at]) or None,
            rank_high=int(self._worst[at]) or None,
            lines=self._lines(at) if is_rated else None,
            was_listed=None if listed is None else code in listed,
            previous_index=before.index if before else None,
            previous_rank=before.rank if before else None,
            has_sign=bool(self._signs[at]),
        )

    def _insufficiency(self, at: int) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
        known = {name: not np.isnan(self._found.values[name][at, 0]) for name in INDICATORS}
        short = Shortfall(
            employers=int(self._standing.employers[at]),
            kish=float(self._standing.kish[at]),
            largest=float(self._standing.largest[at]),
            has_market=known["x1"] or known["x2"] or known["x3"],
            has_trouble=known["x4"] or known["x6"],
        )
        return insufficiency(short, self._method)

    def _labels(self, at: int) -> tuple[Label, ...]:
        """Return the fewest labels that hold the declared share of the draws."""
        drawn = self._ratings.labels[at, 1:]
        if not len(drawn):
            return (LABELS[int(self._ratings.labels[at, 0])],)
        counts = np.bincount(drawn, minlength=len(LABELS))
        order = sorted(range(len(LABELS)), key=lambda label: (-counts[label], label))
        kept: list[Label] = []
        held = 0
        for label in order:
            kept.append(LABELS[label])
            held += int(counts[label])
            if held >= self._method.coverage * len(drawn) - 1e-9:
                break
        return tuple(kept)

    def _ballots(self, at: int) -> tuple[Ballot, ...]:
        cast = {n: p[at, 0] for n, p in self._ratings.votes.items() if not np.isnan(p[at, 0])}
        total = sum(self._method.votes[name] for name in cast)
        return tuple(
            Ballot(
                name=name,
                percentile=float(p),
                points=int(points_of(np.array([p]), self._method)[0]),
                weight=self._method.votes[name] * len(cast) / total,
            )
            for name, p in cast.items()
        )

    def _indicator(self, name: str, at: int) -> IndicatorValue:
        raw, value = self._found.raw[name][at, 0], self._found.values[name][at, 0]
        parents = self._found.parents.get(name) if name in SHRUNK else None
        alpha = self._found.alpha[name][at, 0] if name in self._found.alpha else np.nan
        is_drawn = parents is not None and not np.isnan(alpha)
        return IndicatorValue(
            name=name,
            raw=_number(raw),
            value=_number(value),
            percentile=_number(self._ratings.percentiles[name][at, 0]),
            employers=int(parents.employers[at]) if parents else None,
            parent=(parents.classes[at] or "全部") if parents and is_drawn else "",
            alpha=_number(alpha),
            missing=_missing(name, self._method) if np.isnan(value) else None,
        )

    def _findings(self, at: int, *, is_rated: bool) -> tuple[Sentence, ...]:
        told: list[Sentence] = []
        pay, x4 = self._sums.pay[at, 0], self._found.values["x4"][at, 0]
        is_low = self._low_pay is not None and not np.isnan(pay) and pay <= self._low_pay
        if is_rated and is_low and x4 >= self._method.long_vacancy_ratio:
            told.append(
                say(
                    "Vacancies last long while median pay is among the lowest "
                    "{low_pay_share:.0%}: a finding on pay first.",
                    low_pay_share=self._method.low_pay_share,
                )
            )
        rows = self._panel.rows
        inside = rows.occupation == at
        if (rows.is_closed_only & inside).any():
            told.append(
                say(
                    "Some employers know only closed vacancies; their unfilled share is "
                    "worked out from their places."
                )
            )
        if self._history.previous and self._panel.codes[at] not in self._before:
            told.append(say("Without history: new in this edition."))
        if self._history.listed is not None and self._panel.codes[at] in self._history.listed:
            told.append(say("On the list in force."))
        return tuple(told)

    def _lines(self, at: int) -> tuple[float | None, float | None, float | None] | None:
        if self._outer is None:
            return None
        own = _number(self._ratings.index[at, 0])
        return own, _number(self._outer[0][at]), _number(self._outer[1][at])


def _missing(name: str, method: Method) -> Sentence:
    told = {
        "x1": say("No places and seekers of one kind."),
        "x2": say("No places, seekers and staff together."),
        "x3": say("No outcomes of recruitment."),
        "x4": say("No days of vacancies, or never half of them filled."),
        "x5": say("No employer has or seeks it."),
        "x6": say("No employer told a difficulty."),
        "x7": say("No pay of a year ago."),
    }
    if name == "x7" and "x7" not in method.votes:
        return say("Not used by this method.")
    return told[name]


def _exclusions(laid: Laid, caps: int, panel: Panel) -> tuple[Counted, ...]:
    rows = panel.rows
    silent = int(
        (laid.sampled - np.array([s.respondents for s in panel.respondents.strata])).clip(0).sum()
    )
    found = (
        (say("employers drawn that did not answer"), silent),
        (
            say("employers whose places in an occupation were held at the cap"),
            caps,
        ),
        (
            say("rows that know closed vacancies only"),
            int(rows.is_closed_only.sum()),
        ),
        (
            say("rows of uncertain code, by probability"),
            int((rows.share_from > 0).sum()),
        ),
    )
    return tuple(Counted(what=what, count=count) for what, count in found if count)


def _notes(laid: Laid, scale: ReferenceScale, ratings: Ratings) -> tuple[Sentence, ...]:
    told: list[Sentence] = [
        say("Intervals show sampling error only: what a census would give, not silence or slips.")
    ]
    if not laid.is_weighted:
        told.append(
            say("Without a frame every employer counts the same: it speaks of those that answered.")
        )
    if scale.is_provisional:
        told.append(say("Until four quarters exist the reference scale is provisional."))
    uncast = [name for name, p in ratings.votes.items() if np.isnan(p[:, 0]).all()]
    told += [
        say(
            "{name}: fewer than four reference values, or no data: the vote is not cast.", name=name
        )
        for name in uncast
    ]
    return tuple(told)


def _names() -> dict[str, str]:
    return {code: entry.name for code, entry in load_classification("2022").by_code.items()}


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _ends(ends: tuple[Floats, Floats] | None, at: int) -> Interval | None:
    if ends is None or np.isnan(ends[0][at]):
        return None
    return Interval(low=float(ends[0][at]), high=float(ends[1][at]))
