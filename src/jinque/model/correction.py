"""What a person decided about printed words, as a published edition tells it, without names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A value that stands in place of the printed one; the printed one stays in the cells.

    Attributes:
        field: role of the cell (`code`, `shortage`, …).
        printed: the words as printed; empty where the row prints no such cell.
        value: the value in their place; empty when the printed one is not to be used.
        decided_on: day of the decision, ISO 8601.
    """

    field: str
    printed: str
    value: str
    reason: str
    decided_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRole:
    """A column whose meaning a person settled.

    Attributes:
        heading: the heading as printed, without blanks.
        role: what the column is read as; None for a column that is kept and not read.
        decided_on: day of the decision, ISO 8601.
    """

    heading: str
    role: str | None
    reason: str
    decided_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Why an issue needs nobody's attention any more: a person let the printed words stand.

    Attributes:
        decided_on: day of the decision, ISO 8601.
    """

    reason: str
    decided_on: str
