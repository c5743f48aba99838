"""Design weights and bootstrap weights of respondents, and the grid that makes sums exact."""

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jinque.errors import InvalidOptionError
from jinque.locale import say
from jinque.shortage.statistics import Floats, Ints

_MANTISSA_BITS = 53
_MARGIN_BITS = 4
"""A draw may weigh more than the sample; sixteen times as much still sums exactly."""
_LARGEST_SLICE = 8_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """Employers of one layer of the frame.

    Attributes:
        name: of it.
        population: employers in it (N), a number and neither a share nor a factor.
        respondents: those that answered (n).
    """

    name: str
    population: int
    respondents: int

    def __post_init__(self) -> None:
        if not 1 <= self.respondents <= self.population:
            raise InvalidOptionError(
                say(
                    "Stratum “{name}” has {respondents} respondents of {population}.",
                    name=self.name,
                    respondents=self.respondents,
                    population=self.population,
                ),
                where=self.name,
                hint=say("The population is the number of all employers in it."),
            )
        if self.respondents == 1 < self.population:
            raise InvalidOptionError(
                say(
                    "Stratum “{name}” has one respondent of {population}: no error can be "
                    "estimated.",
                    name=self.name,
                    population=self.population,
                ),
                where=self.name,
                hint=say("Collapse it with a like stratum in the frame, and say so."),
            )

    @property
    def is_whole(self) -> bool:
        """Every employer of it answered: it stands still in every draw."""
        return self.respondents == self.population


def factors(counts: Floats | Ints, stratum: Stratum) -> Floats:
    """Return what the weight of a respondent is multiplied by in a draw.

    `1 - l + l n / (n - 1) k` with `l = sqrt(1 - n / N)`, for k of n - 1 draws from n.

    Args:
        counts: how often it was drawn (k), any shape.
        stratum: with at least two respondents, or whole.

    Source:
        J. N. K. Rao and C. F. J. Wu, Resampling inference with complex survey data, JASA 83
        (1988), 231-241, with n - 1 draws.
    """
    if stratum.is_whole:
        return np.ones_like(counts, dtype=np.float64)
    n = stratum.respondents
    part = math.sqrt(1 - n / stratum.population)
    made = counts * (part * (n / (n - 1)))
    made += 1 - part
    return np.asarray(made)


class Weights:
    """Weights of all respondents, first of the sample, then of each draw.

    Args:
        strata: by number.
        members: for each stratum its respondents, in the order of their identifiers.
        base: (respondents,) design weights.
        seed: of the draws; every stratum has a stream of its own, by its name.
        grid: weights are multiples of it.
    """

    def __init__(
        self, strata: list[Stratum], members: list[Ints], base: Floats, seed: int, grid: float
    ) -> None:
        self._strata, self._members, self._seed, self._grid = strata, members, seed, grid
        self.base = np.rint(base / grid) * grid

    def slices(self, draws: int) -> Iterator[tuple[int, Floats]]:
        """Yield the number of the first column and weights (respondents, columns).

        Column 0 is the sample, 1 to `draws` are the draws; the same numbers however they are cut.
        """
        streams = [np.random.Generator(np.random.PCG64(self._key(s))) for s in self._strata]
        width = max(1, min(256, _LARGEST_SLICE // max(1, len(self.base))))
        yield 0, self.base[:, None].copy()
        for first in range(1, draws + 1, width):
            columns = min(width, draws + 1 - first)
            yield first, self._slice(streams, columns)

    def _slice(self, streams: list[np.random.Generator], columns: int) -> Floats:
        made = np.empty((len(self.base), columns))
        for stratum, members, stream in zip(self._strata, self._members, streams, strict=True):
            base = self.base[members][:, None]
            if stratum.is_whole:
                made[members] = base
                continue
            n = stratum.respondents
            drawn = stream.integers(0, n, size=(columns, n - 1), dtype=np.int64)
            drawn += np.arange(columns)[:, None] * n
            counts = np.bincount(drawn.ravel(), minlength=columns * n).reshape(columns, n).T
            drawn_weights = factors(counts, stratum)
            drawn_weights *= base / self._grid
            np.rint(drawn_weights, out=drawn_weights)
            drawn_weights *= self._grid
            made[members] = drawn_weights
        return made

    def _key(self, stratum: Stratum) -> int:
        name = f"{self._seed}\n{stratum.name}".encode()
        return int.from_bytes(hashlib.sha256(name).digest()[:16], "big")


def grid_of(largest_sum: float, value_bits: int) -> float:
    """Return the finest grid on which sums of weight times value carry no error of rounding.

    Sums of floats depend on their order; sums of multiples of one power of two below 2^53 of it
    do not. So neither rows, nor slices, nor processes, nor the machine change a digit.

    Args:
        largest_sum: of weight times value, in the sample.
        value_bits: binary digits behind the point of the values; 0 for whole numbers.
    """
    top = math.ceil(math.log2(max(1.0, largest_sum))) + _MARGIN_BITS
    return 2.0 ** (top + value_bits - _MANTISSA_BITS)
