"""A number that is known only between two ends, and how it stands to what is demanded."""

from collections.abc import Iterable
from dataclasses import dataclass

from jinque.model.finding import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The least and the most that a number can be.

    Attributes:
        low: proved.
        high: not ruled out; None where nothing limits it.
    """

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.high is not None and self.high < self.low:
            raise ValueError(f"bounds cross: {self.low} > {self.high}")

    def reach(self, needed: int) -> Outcome:
        """Tell whether the number is at least `needed`."""
        if self.low >= needed:
            return Outcome.MET
        return Outcome.NOT_MET if self.high is not None and self.high < needed else Outcome.UNKNOWN


def largest(several: Iterable[Bounds]) -> Bounds:
    """Return the bounds of the largest of several numbers, which are not negative.

    It reaches what any of them reaches; of none at all it is nought.
    """
    bounds = [*several, Bounds(low=0, high=0)]
    highs = [each.high for each in bounds]
    known = [high for high in highs if high is not None]
    return Bounds(
        low=max(each.low for each in bounds),
        high=max(known) if len(known) == len(highs) else None,
    )
