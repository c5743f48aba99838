"""The rows of an edition and the texts of a row that are indexed."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinque.model import EditionSummary, Link, Post, PublishedEdition
from jinque.search.other_names import other_names

# Cells that hold what the index keeps in fields of their own.
_IDENTITY_ROLES = {"serial", "code", "name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedRow:
    """A row with what its edition says of it.

    Attributes:
        link: how it stands to the classification; None for an entry of a running list.
        other_names: what its occupation is called elsewhere.
    """

    post: Post
    edition: EditionSummary
    link: Link | None
    other_names: tuple[str, ...]

    @property
    def place(self) -> str | None:
        """The place of the edition, None when the document does not state one."""
        return self.edition.metadata.place.value

    @property
    def title(self) -> str:
        """The title of the edition; its identifier when the document lost the title."""
        return self.edition.metadata.title.value or self.edition.id


def indexed(published: PublishedEdition) -> Iterator[IndexedRow]:
    """Yield the rows of an edition in printed order."""
    links = {link.post_id: link for link in published.edition.links}
    for post in published.edition.posts:
        link = links.get(post.id)
        names = other_names(post.name, link)
        yield IndexedRow(post=post, edition=published.summary, link=link, other_names=names)


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
