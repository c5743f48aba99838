"""The shortage index: its method, an occupation's score, and what a score rests on."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.locale import Sentence

BLOCK = "block"
INDICATORS = ("x1", "x2", "x3", "x4", "x5", "x6", "x7")
VOTES = (BLOCK, "x3", "x4", "x5", "x6", "x7")


class Label(StrEnum):
    """What a score comes to; the order is from the shortest to the least short."""

    SHORT = "short"
    WATCH = "watch"
    NOT_SHORT = "not_short"
    INSUFFICIENT = "insufficient"


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """Every number that a score depends on beside its evidence (docs/reference/shortage.md).

    Attributes:
        id: name of the method.
        effective_from: first day on which an edition may declare it, ISO 8601.
        seekers: `applications` (kind b) or `persons` (kind a).
        block_from: `survey` or `market`, whence demand and seekers of x1 and x2.
        mode: `points` or `index`, what decides the label.
        votes: vote -> weight; those not named are not cast.
        weights_reason: why these weights.
        point_steps: percentiles from which a vote gives 1, 2, 3 points, inclusive.
        prior_points: value that B* is drawn towards, 0 to 3.
        prior_votes: how many votes that value counts.
        short_from: cut of B*, inclusive.
        watch_from: cut of B*, inclusive.
        index_short_from: cut of I in mode `index`, inclusive.
        index_watch_from: cut of I in mode `index`, inclusive.
        demand_share_above: x1 of kind a above which demand exceeds seekers.
        unfilled_from: x3 that is an absolute sign of shortage, inclusive.
        alpha_least: lower bound of the strength of shrinkage, in employers.
        alpha_most: upper bound of it.
        parent_employers: employers without which a parent class lends no mean.
        siblings_least: occupations without which a class lends no spread.
        employers_least: employers without which evidence is insufficient.
        kish_least: effective number of employers, likewise.
        largest_share_most: share of raw weighted places of one employer, inclusive.
        employer_cap: share of one employer in what is scored, after that gate.
        reference_values_least: distinct reference values without which a vote is not cast.
        draws_trial: bootstrap draws of a trial.
        draws_publication: bootstrap draws of a publication.
        coverage: of the intervals, 0 to 1.
        weight_step: relative change of each weight in the test of sensitivity.
        low_pay_share: lowest part of occupations by median pay.
        long_vacancy_ratio: x4 that is called long.
        disclosure_employers: least employers behind a published cell.
        disclosure_share: most that one of them may give.
        consistency_index: random index of pairwise comparisons of 3, 4, … 15 criteria.
        consistency_most: consistency ratio from which comparisons are refused.
    """

    id: str
    effective_from: str
    seekers: str
    block_from: str
    mode: str
    votes: dict[str, float]
    weights_reason: Sentence
    point_steps: tuple[float, float, float]
    prior_points: float
    prior_votes: float
    short_from: float
    watch_from: float
    index_short_from: float
    index_watch_from: float
    demand_share_above: float
    unfilled_from: float
    alpha_least: float
    alpha_most: float
    parent_employers: int
    siblings_least: int
    employers_least: int
    kish_least: float
    largest_share_most: float
    employer_cap: float
    reference_values_least: int
    draws_trial: int
    draws_publication: int
    coverage: float
    weight_step: float
    low_pay_share: float
    long_vacancy_ratio: float
    disclosure_employers: int
    disclosure_share: float
    consistency_index: tuple[float, ...]
    consistency_most: float

    def __post_init__(self) -> None:
        unknown = sorted(set(self.votes) - set(VOTES))
        if unknown:
            raise ValueError(f"no such votes: {unknown}")
        if not self.votes or min(self.votes.values()) <= 0:
            raise ValueError("every vote that is cast has a weight above 0")
        if self.seekers not in {"applications", "persons"}:
            raise ValueError(f"no such kind of seekers: {self.seekers}")
        if self.mode not in {"points", "index"}:
            raise ValueError(f"no such mode: {self.mode}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherMethod:
    """An idea of another publisher, run on our evidence.

    Attributes:
        name: always `仿…` or a plain description, never the publisher's name alone.
        has: its indicators that the evidence gives.
        lacks: those that it does not give.
        parameters: thresholds and numbers of it.
        mark: `official`, `press`, `repost`, `recalled` or `own`: how well the source is known.
    """

    id: str
    name: Sentence
    after: Sentence
    idea: Sentence
    has: tuple[str, ...]
    lacks: tuple[Sentence, ...]
    parameters: dict[str, float]
    source: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue:
    """One indicator of an occupation.

    Attributes:
        name: `x1` … `x7`.
        raw: before shrinkage; None where it is missing.
        value: as scored.
        percentile: mid-rank against the reference, 0 to 1; None where it is not ranked.
        employers: how many the value rests on; None where so few that it is not told.
        parent: class that it is drawn towards; empty for none.
        alpha: strength of that, in employers; None where there is none.
        missing: why it is missing; None where it is not.
    """

    name: str
    raw: float | None = None
    value: float | None = None
    percentile: float | None = None
    employers: int | None = None
    parent: str = ""
    alpha: float | None = None
    missing: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """A vote of an occupation.

    Attributes:
        name: `block`, `x3` … `x7`.
        percentile: 0 to 1.
        points: 0 to 3.
        weight: in the scale in which the weights of the votes cast sum to their number.
    """

    name: str
    percentile: float
    points: int
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Ends of an interval that shows the error of sampling only."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationScore:
    """What the evidence says of one occupation.

    Attributes:
        code: of the national classification.
        name: official name; empty where the list has no such code.
        label: of the sample.
        labels: the fewest labels that hold the declared share of the draws, commonest first.
        index: I, 0 to 1; None where no vote is cast.
        index_interval: None without draws.
        points: B*, 0 to 3.
        points_interval: None without draws.
        ballots: votes cast.
        indicators: x1 to x7, missing ones too.
        reasons: why the label is what it is.
        changes: what would change the label.
        findings: what a reader should know beside it (low pay, closed vacancies only).
        employers: with places to fill or a difficulty; None where it is not told.
        kish: effective number of them.
        largest_share: of raw weighted places; None where it is not told.
        demand: weighted places.
        seekers: weighted seekers of the declared kind.
        gap: demand minus seekers, not scored.
        rank: by I among the rated, 1 for the shortest.
        rank_low: best rank under changed weights.
        rank_high: worst rank under changed weights.
        lines: I if those who did not answer were as their stratum, as the shortest, as the least.
        was_listed: whether the list of last time has it; None where no list was given.
        previous_index: I of the previous edition; None for an occupation without history.
        previous_rank: rank in it.
        has_sign: there is an absolute sign of shortage, without which nothing is called short.
        suppressed: why its numbers are not published; None where they are.
    """

    code: str
    name: str
    label: Label
    labels: tuple[Label, ...]
    index: float | None
    index_interval: Interval | None
    points: float | None
    points_interval: Interval | None
    ballots: tuple[Ballot, ...]
    indicators: tuple[IndicatorValue, ...]
    reasons: tuple[Sentence, ...]
    changes: tuple[Sentence, ...] = ()
    findings: tuple[Sentence, ...] = ()
    employers: int | None
    kish: float | None
    largest_share: float | None
    demand: float | None
    seekers: float | None
    gap: float | None
    rank: int | None = None
    rank_low: int | None = None
    rank_high: int | None = None
    lines: tuple[float | None, float | None, float | None] | None = None
    was_listed: bool | None = None
    previous_index: float | None = None
    previous_rank: int | None = None
    has_sign: bool = False
    suppressed: Sentence | None = None

    @property
    def is_borderline(self) -> bool:
        """Several labels are needed to hold the declared share of the draws."""
        return len(self.labels) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Something that was left out, given elsewhere or held back, and how often."""

    what: Sentence
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceScale:
    """Values of the base edition that percentiles are taken against; frozen once it is made.

    Attributes:
        edition: name of the base edition.
        quarter: of its evidence, as `2026Q3`.
        is_provisional: four quarters do not exist yet.
        values: indicator (and `block`) -> values in rising order, of sufficient occupations.
    """

    edition: str
    quarter: str
    is_provisional: bool
    values: dict[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CutShare:
    """What a pair of cuts would call short and watch among the rated occupations."""

    short_from: float
    watch_from: float
    short: float
    watch: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """What one method says of every occupation.

    Attributes:
        ranks: occupation -> rank, 1 for the shortest; unranked ones are left out.
        labels: occupation -> label.
        has: indicators of it that there were.
        of: indicators it has at its publisher's.
    """

    method: OtherMethod
    ranks: dict[str, int]
    labels: dict[str, Label]
    has: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCell:
    """A sum of an occupation or a class that is published, or held back.

    Attributes:
        code: of an occupation or class; empty for all occupations.
        demand: weighted places, whole; None where held back.
        seekers: likewise.
        employers: behind it, in bands (`3-9`, `10-19`, …); empty where held back.
    """

    code: str
    demand: int | None
    seekers: int | None
    employers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactRow:
    """An occupation under two methods, or in two editions."""

    code: str
    name: str
    before: Label
    after: Label
    index_before: float | None
    index_after: float | None
    rank_before: int | None
    rank_after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """An edition of the index: its evidence, its method, every occupation.

    Attributes:
        name: of the evidence.
        quarter: of the evidence.
        is_synthetic: made by a generator; said wherever anything of it is shown.
        is_weighted: a frame gave the weights.
        evidence_sha256: checksum of the evidence.
        seed: of the draws.
        draws: how many.
        level: indicator -> value over all occupations, so that a boom is seen.
        calibration: shares that neighbouring cuts would give.
        exclusions: what was left out and why.
        occupations: by code.
        others: what other methods say, where they were asked for.
        is_published: what tells of single employers has been taken out.
        cells: sums by occupation and class, of a published score.
        notes: what a reader must know of the whole.
    """

    name: str
    quarter: str
    is_synthetic: bool
    is_weighted: bool
    evidence_sha256: str
    method: Method
    reference: ReferenceScale
    seed: int
    draws: int
    level: dict[str, float | None]
    calibration: tuple[CutShare, ...]
    exclusions: tuple[Counted, ...]
    occupations: tuple[OccupationScore, ...]
    others: tuple[MethodView, ...] = ()
    is_published: bool = False
    cells: tuple[PublishedCell, ...] = ()
    notes: tuple[Sentence, ...] = ()
