"""Catalogue › Edition › Section › Post › Clause."""

from dataclasses import dataclass

from jinque.model.metadata import Citation, Metadata, Status
from jinque.model.post import GivenRole, Link, Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A paragraph of a regulation under its number.

    Attributes:
        id: edition and reference: `zhejiang-2022-77:三（二）1（1）`, with `#2` for a second
            paragraph under the same reference.
        order: position in the edition, from 1.
        section: title of the part, then the headings above the clause.
        ref: number of the clause, brackets as printed; empty for text before the first number.
        text: the words, a sentence cut by a page break joined.
    """

    id: str
    order: int
    edition_id: str
    section: tuple[str, ...]
    ref: str
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or preliminary remark.

    Attributes:
        text: the words without export marks.
        section: last heading of the section it binds; None when it binds the whole edition.
    """

    text: str
    section: str | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A run of rows under one heading.

    Attributes:
        path: headings from outermost to innermost; None for one that the export lost.
        status: stated when the innermost heading is printed before its rows, inferred when a
            later heading tells it.
        is_open_list: the list ends with 等, so it names examples.
        rows: how many rows stand in it.
    """

    path: tuple[str | None, ...]
    status: Status
    is_open_list: bool
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One dated issue of a catalogue as read from one source; immutable once published.

    Attributes:
        links: how each post and title mapping stands to the national classification, in the
            order of `posts`; entries of running lists have none.
        follows: the edition whose next one this is; None where nobody said so.
        given_roles: columns whose meaning a person settled.
    """

    id: str
    source_sha256: str
    source_name: str
    metadata: Metadata
    headings: tuple[str, ...]
    sections: tuple[Section, ...]
    posts: tuple[Post, ...]
    clauses: tuple[Clause, ...]
    notes: tuple[Note, ...]
    links: tuple[Link, ...] = ()
    follows: str | None = None
    given_roles: tuple[GivenRole, ...] = ()
