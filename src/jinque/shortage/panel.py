"""Evidence laid out for the kernel: respondents, rows and vacancies as arrays, in one order."""

import hashlib
from dataclasses import dataclass, replace

import numpy as np

from jinque.shortage.statistics import Floats, Ints, distinct_pairs, kish_sizes
from jinque.shortage.weights import Stratum

CAP_BITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondents:
    """Those who answered, by identifier in rising order.

    Attributes:
        ids: of them.
        stratum: number of the stratum of each.
        industry: number of the industry of each; -1 where it is not known.
        base: design weights.
        strata: by number.
    """

    ids: tuple[str, ...]
    stratum: Ints
    industry: Ints
    base: Floats
    strata: tuple[Stratum, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Answers about one occupation each, by occupation and respondent; NaN is not answered.

    Attributes:
        unit: number of the respondent whose weight counts.
        employer: number of the employer that the answer is about; of an agency, whom it supplies.
        occupation: number of the occupation.
        demand: places carried over and new.
        seekers: the same way, of the declared kind.
        staff: in post.
        filled: of the cohort, or of those closed.
        cohort: places of the cohort, or closed places.
        is_closed_only: the cohort is of closed places only.
        difficulty: 1 to 5.
        pay: annual, in 10,000 CNY.
        pay_before: a year ago.
        share_from: the row counts in a draw whose number lies from here
        share_to: to below here; 0 and 1 for a code that is sure.
        key: of that number, the same for all codes of an answer.
    """

    unit: Ints
    employer: Ints
    occupation: Ints
    demand: Floats
    seekers: Floats
    staff: Floats
    filled: Floats
    cohort: Floats
    is_closed_only: np.ndarray
    difficulty: Floats
    pay: Floats
    pay_before: Floats
    share_from: Floats
    share_to: Floats
    key: Ints

    def take(self, chosen: Ints) -> "Rows":
        """Return some rows, in the order given."""
        return Rows(**{name: getattr(self, name)[chosen] for name in self.__dataclass_fields__})


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancies:
    """Vacancies with their days, by occupation, day of their end and outcome.

    Attributes:
        entry: days open when observation began; 0 for those seen from the first day.
        end: days open when it was filled, withdrawn or last seen.
        is_filled: else it was withdrawn or is open.
        count: places of the same kind and days.
    """

    unit: Ints
    occupation: Ints
    entry: Ints
    end: Ints
    is_filled: np.ndarray
    count: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """All that a score is computed from.

    Attributes:
        codes: of the occupations, in rising order.
        stands: (occupations, industries) which industries an occupation is declared to stand in.
        market: (occupations, 2) demand and seekers of a labour-market table; None for a survey.
    """

    codes: tuple[str, ...]
    respondents: Respondents
    rows: Rows
    vacancies: Vacancies
    stands: np.ndarray
    market: Floats | None = None

    @property
    def weight(self) -> Floats:
        """The design weight of each row."""
        return self.respondents.base[self.rows.unit]

    def sure(self) -> np.ndarray:
        """Return which rows count in the sample: the likeliest code of each answer."""
        return np.asarray(self.rows.share_from == 0)


def ordered(panel: Panel) -> Panel:
    """Return the same evidence in the one order that the kernel works in."""
    rows, ends = panel.rows, panel.vacancies
    order = np.lexsort((rows.key, rows.share_from, rows.employer, rows.unit, rows.occupation))
    keys = (ends.count, ends.entry, ends.unit, ends.is_filled, ends.end, ends.occupation)
    days = np.lexsort(keys)
    taken = {name: getattr(ends, name)[days] for name in ends.__dataclass_fields__}
    return replace(panel, rows=rows.take(order), vacancies=Vacancies(**taken))


def key_of(*words: str) -> int:
    """Return a number that stands for some words, the same on every machine."""
    digest = hashlib.sha256("\n".join(words).encode()).digest()
    return int.from_bytes(digest[:7], "big")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How broad the evidence of each occupation is, judged once on the sample.

    Attributes:
        employers: with places to fill or a difficulty answered.
        kish: effective number of them.
        largest: share of one employer in raw weighted places; 0 without places.
    """

    employers: Ints
    kish: Floats
    largest: Floats


def standing_of(panel: Panel) -> Standing:
    """Judge the sample before any cap."""
    rows, count = panel.rows, len(panel.codes)
    weight = panel.weight
    counts = panel.sure() & ((np.nan_to_num(rows.demand) > 0) | ~np.isnan(rows.difficulty))
    occupation, employer, w = rows.occupation[counts], rows.employer[counts], weight[counts]
    _, which, _ = distinct_pairs(occupation, employer)
    employers = np.bincount(occupation[which], minlength=count)
    return Standing(
        employers=employers,
        kish=kish_sizes(w[which], occupation[which], count),
        largest=largest_shares(panel, np.nan_to_num(rows.demand)),
    )


def largest_shares(panel: Panel, values: Floats) -> Floats:
    """Return the largest share of one employer in the weighted sum of each occupation."""
    pairs, shares = _by_employer(panel, values)
    largest = np.zeros(len(panel.codes))
    np.maximum.at(largest, pairs[0], shares)
    return largest


def _by_employer(panel: Panel, values: Floats) -> tuple[Ints, Floats]:
    """Return (occupation, employer) pairs and the share of each in its occupation."""
    rows, count = panel.rows, len(panel.codes)
    sure = panel.sure()
    pairs, _, which = distinct_pairs(rows.occupation[sure], rows.employer[sure])
    amount = np.bincount(which, (values * panel.weight)[sure], pairs.shape[1])
    total = np.bincount(pairs[0], amount, count)
    return pairs, amount / np.where(total[pairs[0]] > 0, total[pairs[0]], 1.0)


def capped(panel: Panel, cap: float) -> tuple[Panel, int]:
    """Return the evidence with one employer's places and seekers held at a share, and how often.

    What is above is scaled down until the employer's share of what is scored is the cap; the
    factor is of the sample and the same in each draw.
    """
    rows = panel.rows
    pairs, shares = _by_employer(panel, np.nan_to_num(rows.demand))
    above = shares > cap
    if not above.any():
        return panel, 0
    # The share s of one employer becomes c when it is multiplied by c (1 - s) / (s (1 - c)).
    scale = np.where(above, cap * (1 - shares) / (np.where(above, shares, 1.0) * (1 - cap)), 1.0)
    size = int(rows.employer.max()) + 1 if len(rows.employer) else 1
    keys, wanted = pairs[0] * size + pairs[1], rows.occupation * size + rows.employer
    found = np.clip(np.searchsorted(keys, wanted), 0, len(keys) - 1)
    factor = np.where(keys[found] == wanted, scale[found], 1.0)
    unit = 2.0**-CAP_BITS
    changed = replace(
        rows,
        demand=np.where(factor < 1, np.rint(rows.demand * factor / unit) * unit, rows.demand),
        seekers=np.where(factor < 1, np.rint(rows.seekers * factor / unit) * unit, rows.seekers),
    )
    return replace(panel, rows=changed), int(above.sum())
