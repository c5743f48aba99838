"""A column of a table."""

from dataclasses import dataclass

from jinque.model import Span, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column under its printed heading; an unknown one has no role and is kept.

    Attributes:
        heading: as printed, without blanks.
        role: a role of the vocabulary; None without a meaning.
        confidence: 0 to 1; 0 without a role.
        reasons: what the role rests on, or why there is none.
        proposals: other roles that a person may give it, the likeliest first.
        span: place of the heading.
        is_settled: a person said what it is, or that it is not read.
    """

    heading: str
    role: str | None
    confidence: float = 0.0
    reasons: tuple[Words, ...] = ()
    proposals: tuple[str, ...] = ()
    span: Span | None = None
    is_settled: bool = False


def position(columns: tuple[Column, ...], role: str) -> int | None:
    """Return the position of the column with that role, or None."""
    return next((i for i, column in enumerate(columns) if column.role == role), None)
