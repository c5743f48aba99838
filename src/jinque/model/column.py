"""What a column of a catalogue was recognised as, how surely, and why."""

from dataclasses import dataclass

from jinque.model.metadata import Citation
from jinque.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnReading:
    """A printed column and the role that its heading and its cells give it.

    Attributes:
        heading: as first printed, without blanks; empty where none is printed.
        role: one of the roles of the vocabulary (`name`, `code`, …); None for a column that is
            kept as printed without a meaning.
        confidence: 0 to 1, see docs/explanation/columns.md; 0 without a role.
        reasons: what the role rests on, or why there is none.
        proposals: other roles that a person may give it, the likeliest first.
        rows: rows of the tables that have the column.
        filled: those of them that print something in it.
        samples: up to three different cells, as printed.
        citation: the heading's own cell; None where no heading is printed.
        is_settled: a person said what the column is, or that it is not read.
    """

    heading: str
    role: str | None
    confidence: float
    reasons: tuple[Words, ...] = ()
    proposals: tuple[str, ...] = ()
    rows: int = 0
    filled: int = 0
    samples: tuple[str, ...] = ()
    citation: Citation | None = None
    is_settled: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} of “{self.heading}” is not in 0 to 1")
        if self.role is None and self.confidence:
            raise ValueError(f"“{self.heading}” has no role and a confidence of {self.confidence}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRole:
    """What a person says that a column is.

    Attributes:
        heading: heading of the column; width, case, blanks and quotes do not matter.
        role: a role of the vocabulary; None says that it has no meaning here.
    """

    heading: str
    role: str | None
