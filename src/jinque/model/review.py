"""A draft: what was read from a file, not yet published, with all that is open about it.

What is open about a draft, each doubt with its place in the source.
"""

from dataclasses import dataclass
from enum import StrEnum

from jinque.locale import Sentence
from jinque.model.answers import SourceLine
from jinque.model.decision import Decision, RelatedEdition
from jinque.model.document import Place
from jinque.model.edition import Edition
from jinque.model.post import Issue, Report, Severity

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedFact:
    """A fact of a row in the edition of the record and in a new reading of it.

    Attributes:
        fact: what it is called.
        before: in the edition of the record; empty where it states none.
        now: in the new reading; empty where it states none.
    """

    fact: Sentence
    before: str
    now: str

    @property
    def is_lost(self) -> bool:
        """Whether the new reading no longer states it."""
        return bool(self.before) and not self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """A row that both have, or the edition as a whole, with the facts that differ.

    Attributes:
        post_id: of the new reading; None for facts of the edition.
        name: of the post; empty for facts of the edition.
    """

    post_id: str | None
    name: str
    facts: tuple[ComparedFact, ...]


class DraftState(StrEnum):
    """Where a draft is on its way; the last two are ends."""

    OPEN = "open"
    APPROVED = "approved"
    PUBLISHED = "published"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReading:
    """One catalogue of a file as read with every correction in force.

    Attributes:
        part: which of the catalogues in the file, from 1.
        report: its columns, counts and issues.
        extracts: the place of each issue of the report, in their order.
    """

    part: int
    edition: Edition
    report: Report
    related: RelatedEdition
    extracts: tuple[Extract, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEdition:
    """A reading with what became of each of its issues.

    Attributes:
        part: which of the catalogues in the file, from 1.
        report: `report.columns` tells what the columns were recognised as.
        issues: what is asked about it, then those of the report in its order.
    """

    part: int
    edition: Edition
    report: Report
    related: RelatedEdition
    issues: tuple[DraftIssue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSummary:
    """A draft in a list; `open_issues` and `blocking` are numbers."""

    id: str
    state: DraftState
    revision: int
    source_sha256: str
    source_name: str
    created_at: str
    created_by: str
    titles: tuple[str, ...]
    rows: int
    open_issues: int
    blocking: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was read from one file and is not published.

    Attributes:
        id: begins with the checksum of the source: `3fa9c2d17b-1`.
        revision: counts the changes; a decision names the one that it was taken on.
        created_at: UTC, ISO 8601 with seconds.
        editions: one for each catalogue in the file.
        history: every decision about the source, oldest first.
        approved_by: who approved it as it stands; None when nobody did, or it changed since.
    """

    id: str
    state: DraftState
    revision: int
    source_sha256: str
    source_name: str
    created_at: str
    created_by: str
    editions: tuple[DraftEdition, ...]
    history: tuple[Decision, ...]
    approved_by: str | None

    @property
    def open_issues(self) -> tuple[DraftIssue, ...]:
        """What nobody settled yet."""
        return tuple(each for one in self.editions for each in one.issues if each.is_open)

    @property
    def blocking(self) -> tuple[DraftIssue, ...]:
        """What keeps it from being published."""
        return tuple(each for each in self.open_issues if each.is_blocking)

    def summary(self) -> DraftSummary:
        """Return the draft as it stands in a list."""
        titles = (each.edition.metadata.title.value for each in self.editions)
        return DraftSummary(
            id=self.id,
            state=self.state,
            revision=self.revision,
            source_sha256=self.source_sha256,
            source_name=self.source_name,
            created_at=self.created_at,
            created_by=self.created_by,
            titles=tuple(title for title in titles if title),
            rows=sum(each.report.rows_out for each in self.editions),
            open_issues=len(self.open_issues),
            blocking=len(self.blocking),
        )
