"""Rows found, with their scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

_DECIMALS = 4
"""To which scores are rounded, so that sums of the same parts in another order are equal."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranked:
    """Numbers of rows, each once and in any order, and beside each its score."""

    numbers: Numbers
    scores: NDArray[np.float64]

    @classmethod
    def of(cls, numbers: Sequence[int | float | None], scores: Sequence[float]) -> Self:
        """Make it of plain numbers; scores are rounded."""
        exact = np.array(scores, dtype=np.float64)
        return cls(
            numbers=np.array(numbers, dtype=np.int64), scores=exact.round(decimals=_DECIMALS)
        )

    @classmethod
    def alike(cls, numbers: Numbers, score: float) -> Self:
        """Give rows one score; of numbers that stand twice one is kept."""
        distinct = np.unique(numbers)
        return cls(numbers=distinct, scores=np.full(distinct.size, score))

    def __len__(self) -> int:
        return self.numbers.size

    def joined(self, other: Self) -> Self:
        """Return these rows and, behind them, those of `other` that are not among them."""
        if not len(other):
            return self
        new = np.isin(other.numbers, self.numbers, invert=True)
        return type(self)(
            numbers=np.concatenate([self.numbers, other.numbers[new]]),
            scores=np.concatenate([self.scores, other.scores[new]]),
        )

    def only(self, kept: NDArray[np.bool_]) -> Self:
        """Return the rows at the places that are true."""
        return type(self)(numbers=self.numbers[kept], scores=self.scores[kept])

    def page(self, offset: int, limit: int) -> list[tuple[int, float]]:
        """Return numbers and scores by falling score, equals by rising number."""
        end = min(offset + limit, len(self))
        if offset >= end:
            return []
        least = -np.partition(-self.scores, end - 1)[end - 1]
        near = self.only(self.scores >= least)
        order = np.lexsort((near.numbers, -near.scores))[offset:end]
        numbers, scores = near.numbers[order].tolist(), near.scores[order].tolist()
        return list(zip(numbers, scores, strict=True))
