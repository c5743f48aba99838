"""What is open about a draft, each doubt with its place in the source."""

from dataclasses import dataclass

from jinque.model.answer import SourceLine
from jinque.model.document import Place
from jinque.model.issue import Issue, Severity
from jinque.model.review_decision import Decision

COLUMN_QUESTIONS = frozenset({"column_unknown", "column_ambiguous", "column_uncertain"})
"""Codes of issues that ask what a column is."""

QUESTIONS = COLUMN_QUESTIONS | {"edition_related"}
"""Codes of issues that ask something; unsettled they hold a publication up, as errors do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractCell:
    """A cell of the row that an issue is about.

    Attributes:
        is_marked: the issue names this cell.
    """

    heading: str
    role: str | None
    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The place of an issue as the source shows it.

    Attributes:
        place: page, sheet, table and row; None in plain text.
        lines: the place's lines with up to three on either side, cells separated by tabs; empty
            where nothing printed shows it.
        cells: the cells of its row; empty where it is not about one row.
    """

    place: Place | None
    lines: tuple[SourceLine, ...]
    cells: tuple[ExtractCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftIssue:
    """An issue and what became of it.

    Attributes:
        key: names it within the draft; the same as long as place, code and words are the same.
        is_blocking: an error or a question: while open, nothing can be published.
        settled_by: the decision that let the printed words stand, or said what the column is;
            None while there is none.
        extract: its place in the source.
    """

    key: str
    issue: Issue
    is_blocking: bool
    settled_by: Decision | None
    extract: Extract

    @property
    def is_open(self) -> bool:
        """Whether it waits for a person; what is only worth knowing waits for nobody."""
        is_doubt = self.is_blocking or self.issue.severity is not Severity.INFO
        return self.settled_by is None and is_doubt


def blocks(issue: Issue) -> bool:
    """Tell whether an issue holds up a publication until somebody settles it."""
    return issue.severity is Severity.ERROR or issue.code in QUESTIONS
