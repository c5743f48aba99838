"""An issue of a draft beside its place in the source."""

from collections.abc import Callable
from dataclasses import dataclass

from jinque.model import Place, SourceLine, Words
from jinque.model.review import Draft
from jinque.model.review_decision import Decision
from jinque.model.review_issue import DraftIssue, ExtractCell

MOST_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftIssueView:
    """An issue, its place, and what became of it.

    Attributes:
        key: names it within the draft.
        edition_id: the catalogue of the file that it is about.
        is_open: waits for a person.
        is_blocking: an error or a question: while open, nothing can be published.
        settled_by: the decision that settled it; None without one.
        place: page, sheet, table, row and column; None in plain text.
        lines: the place's lines with up to three on either side.
        cells: the cells of its row; empty where it is not about one row.
        quote: the printed words; empty where there are none.
    """

    key: str
    edition_id: str
    code: str
    severity: str
    message: Words
    is_open: bool
    is_blocking: bool
    settled_by: Decision | None
    post_id: str | None
    section: str | None
    serial: int | None
    place: Place | None
    lines: tuple[SourceLine, ...]
    cells: tuple[ExtractCell, ...]
    quote: str

    @classmethod
    def of(cls, edition_id: str, each: DraftIssue) -> "DraftIssueView":
        """Flatten an issue of the catalogue `edition_id`."""
        return cls(
            key=each.key,
            edition_id=edition_id,
            code=each.issue.code,
            severity=each.issue.severity.value,
            message=each.issue.message,
            is_open=each.is_open,
            is_blocking=each.is_blocking,
            settled_by=each.settled_by,
            post_id=each.issue.post_id,
            section=each.issue.section,
            serial=each.issue.serial,
            place=each.extract.place,
            lines=each.extract.lines[:MOST_LINES],
            cells=each.extract.cells,
            quote=each.issue.quote,
        )


def issue_views(draft: Draft, wanted: Callable[[DraftIssue], bool]) -> tuple[DraftIssueView, ...]:
    """Return the issues that are wanted: those that hold up the publication first."""
    views = [
        DraftIssueView.of(one.edition.id, each)
        for one in draft.editions
        for each in one.issues
        if wanted(each)
    ]
    return tuple(sorted(views, key=lambda view: (not view.is_open, not view.is_blocking)))
