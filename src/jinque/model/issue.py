"""Faults and doubts found in data: reported with a place, never raised."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.column import ColumnReading
from jinque.model.correction import Settled
from jinque.model.document import Place
from jinque.model.words import Words


class Severity(StrEnum):
    """How much an issue may mislead a reader who does not see it."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One fault or doubt in a source.

    Attributes:
        code: stable name of the check that found it, listed in docs/reference/issues.md.
        severity: see `Severity`.
        message: what, why, and what a reader may do, in both languages.
        post_id: the post at fault; None when the issue is of a section or the whole edition.
        section: last heading of the section, without its ordinal; None for the whole edition.
        serial: the post's number within its section; None where no one post is at fault.
        line_start: first line of the place, counted from 1; None where nothing printed shows it.
        line_end: last line, inclusive.
        quote: the raw characters of that place; empty where there is none.
        place: page, sheet, table, row and column in an office file; None for plain text.
        settled: why a person let the printed words stand; None while nobody did.
    """

    code: str
    severity: Severity
    message: Words
    post_id: str | None = None
    section: str | None = None
    serial: int | None = None
    line_start: int | None = None
    line_end: int | None = None
    quote: str = ""
    place: Place | None = None
    settled: Settled | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What happened while a document was read: nothing is dropped in silence.

    Attributes:
        rows_in: body rows, list entries and clauses that the document holds for this edition.
        rows_out: posts, mappings, list items and clauses made of them.
        rows_rejected: rows that became none of these, each with an issue `row_rejected`.
        issues: in printed order, those of the whole edition first.
        columns: the columns of the edition's tables, each heading once, as first printed.
    """

    rows_in: int
    rows_out: int
    rows_rejected: int
    issues: tuple[Issue, ...]
    columns: tuple[ColumnReading, ...] = ()

    def __post_init__(self) -> None:
        if self.rows_in != self.rows_out + self.rows_rejected:
            raise ValueError(
                f"{self.rows_in} rows in, {self.rows_out} out, {self.rows_rejected} rejected"
            )
