"""A draft: what was read from a file, not yet published, with all that is open about it."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.catalogue import Edition
from jinque.model.issue import Report
from jinque.model.related import RelatedEdition
from jinque.model.review_decision import Decision
from jinque.model.review_issue import DraftIssue, Extract


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
