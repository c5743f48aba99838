"""The index of a record: its rows, the engine over their words, the values of their filters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinque.model import EditionSummary, Post, PublishedEdition
from jinque.search.engine import Engine, Entry
from jinque.search.filters import Filters, row_values
from jinque.search.tokens import fold, terms

# Cells that hold what the index keeps in fields of their own.
_IDENTITY_ROLES = {"serial", "code", "name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedRow:
    """A row with what its edition says of it."""

    post: Post
    edition: EditionSummary

    @property
    def place(self) -> str | None:
        """The place of the edition, None when the document does not state one."""
        return self.edition.metadata.place.value

    @property
    def title(self) -> str:
        """The title of the edition; its identifier when the document lost the title."""
        return self.edition.metadata.title.value or self.edition.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Everything a search needs, in memory and never changed; a new record needs a new index.

    Attributes:
        rows: rows of all editions, in the order of the editions and within them as printed.
    """

    rows: tuple[IndexedRow, ...]
    engine: Engine
    filters: Filters


def build_index(editions: Sequence[PublishedEdition]) -> Index:
    """Index the rows of `editions`; results of one rank keep the order given here."""
    rows = tuple(
        IndexedRow(post=post, edition=published.summary)
        for published in editions
        for post in published.edition.posts
    )
    return Index(
        rows=rows,
        engine=Engine([_entry(row) for row in rows]),
        filters=Filters([row_values(row.post, row.place) for row in rows]),
    )


def names(post: Post) -> tuple[str, ...]:
    """Return the name as printed, and without marks and inner blanks where that differs."""
    return tuple(dict.fromkeys((post.name_printed, post.name)))


def context(row: IndexedRow) -> Iterator[tuple[str, str]]:
    """Yield what surrounds a row, as (`section`, `notes`, `place` or `title`; printed text)."""
    yield "section", " › ".join(heading for heading in row.post.section if heading)
    for note in row.post.notes:
        yield "notes", note
    yield "place", " ".join(filter(None, (row.place, row.post.region)))
    yield "title", row.edition.metadata.title.value or ""


def searchable_cells(post: Post) -> Iterator[tuple[str, str]]:
    """Yield (heading, text) of each printed cell but serial, code and name."""
    for cell in post.cells:
        if cell.role not in _IDENTITY_ROLES and cell.text:
            yield cell.heading, cell.text


def _entry(row: IndexedRow) -> Entry:
    post = row.post
    return Entry(
        whole_name="".join(fold(post.name).split()),
        name=[terms(text) for text in (*names(post), post.code) if text],
        text=[terms(text) for _, text in searchable_cells(post)],
        context=[terms(text) for _, text in context(row) if text],
    )
