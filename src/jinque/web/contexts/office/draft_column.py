"""A column of a draft, and what it can be read as."""

from dataclasses import dataclass

from jinque import api
from jinque.model import Words
from jinque.model.column import ColumnReading


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChoice:
    """A value to choose, and its name for people."""

    value: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftColumn:
    """A column as recognised.

    Attributes:
        role: what it is read as; None for one that is kept and not read.
        confidence: 0 to 1; 0 without a role.
        reasons: what the role rests on, or why there is none.
        proposals: other roles that it may be given, the likeliest first.
        samples: up to three cells as printed.
        filled: rows that print something in it.
        rows: rows that have the column.
        is_given: a person settled it.
    """

    heading: str
    role: str | None
    confidence: float
    reasons: tuple[Words, ...]
    proposals: tuple[str, ...]
    samples: tuple[str, ...]
    filled: int
    rows: int
    is_given: bool

    @classmethod
    def of(cls, column: ColumnReading, given: frozenset[str]) -> "DraftColumn":
        """Flatten `column`; `given` are the headings that a person settled."""
        return cls(
            heading=column.heading,
            role=column.role,
            confidence=column.confidence,
            reasons=column.reasons,
            proposals=column.proposals,
            samples=column.samples,
            filled=column.filled,
            rows=column.rows,
            is_given=column.heading in given,
        )


def role_choices() -> tuple[RoleChoice, ...]:
    """Return what a column can be read as."""
    return tuple(RoleChoice(value=role, name=name) for role, name in api.role_names().items())
