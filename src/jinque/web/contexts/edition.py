"""One edition: its facts, its sections, its rows."""

from dataclasses import dataclass
from typing import cast

from jinque import api
from jinque.model import Edition, PublishedEdition, Section, Severity
from jinque.web.contexts.cards import EditionCard, Row, ScaleView
from jinque.web.contexts.corrected import corrected_cells
from jinque.web.contexts.lists import Filter, Paging
from jinque.web.contexts.row_filters import RowFilters, holding, offered

ROWS_PER_PAGE = 50
FIRST_ISSUES = 5
FORMATS = ("jsonl", "csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the rows: heading as printed, and what it was recognised as (None: nothing)."""

    heading: str
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A footnote; `section` is the heading it binds, None for the whole edition."""

    text: str
    section: str | None
    line_start: int
    line_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file of all rows of one kind."""

    format: str
    kind: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionContext:
    """What `/editions/{id}` shows.

    Attributes:
        total: rows that the filters let through.
        of: rows of the edition.
        issues: at most five, those first that may mislead most.
        columns: in printed order; the cells of a row stand under their headings.
        corrections: values that an office put in place of printed ones, by row and heading.
    """

    edition: EditionCard
    scale: ScaleView | None
    sections: tuple[Section, ...]
    notes: tuple[NoteView, ...]
    issues: tuple[Row, ...]
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...]
    rows: tuple[Row, ...]
    corrections: dict[str, dict[str, str]]
    total: int
    of: int
    paging: Paging
    downloads: tuple[Download, ...]


def edition_context(
    workspace: api.Workspace, edition_id: str, filters: RowFilters, page: int
) -> EditionContext:
    """Gather an edition and one page of its rows.

    Raises:
        UnknownEditionError: no edition is called so.
        InvalidOptionError: the list has no such page.
    """
    published = api.edition(workspace, edition_id)
    edition = published.edition
    held = holding(edition.posts, filters)
    paging = Paging.of(len(held), page, ROWS_PER_PAGE)
    shown = held[paging.offset : paging.offset + ROWS_PER_PAGE]
    return EditionContext(
        edition=EditionCard.of(published.summary),
        scale=ScaleView.of(edition.metadata.scale),
        sections=edition.sections,
        notes=_notes(edition),
        issues=_first_issues(published),
        columns=_columns(edition),
        filters=offered(edition.posts, filters),
        rows=tuple(api.row_dict(post) for post in shown),
        corrections={post.id: found for post in shown if (found := corrected_cells(post))},
        total=len(held),
        of=len(edition.posts),
        paging=paging,
        downloads=_downloads(published),
    )


def _columns(edition: Edition) -> tuple[Column, ...]:
    """Return the columns under the keys that cells have in rows, where none is printed twice."""
    roles: dict[str, str | None] = {}
    for post in edition.posts:
        keys = cast("dict[str, str]", api.row_dict(post)["cells"])
        roles |= dict(zip(keys, (cell.role for cell in post.cells), strict=True))
    return tuple(Column(heading=heading, role=role) for heading, role in roles.items())


def _first_issues(published: PublishedEdition) -> tuple[Row, ...]:
    rank = list(Severity).index
    issues = sorted(published.report.issues, key=lambda issue: rank(issue.severity))
    return tuple(api.issue_dict(issue) for issue in issues[:FIRST_ISSUES])


def _notes(edition: Edition) -> tuple[NoteView, ...]:
    return tuple(
        NoteView(
            text=note.text,
            section=note.section,
            line_start=note.citation.span.line_start,
            line_end=note.citation.span.line_end,
        )
        for note in edition.notes
    )


def _downloads(published: PublishedEdition) -> tuple[Download, ...]:
    base = f"/editions/{published.summary.id}/export"
    return tuple(
        Download(format=form, kind=kind, href=f"{base}?format={form}&kind={kind}")
        for kind in published.summary.counts
        for form in FORMATS
    )
