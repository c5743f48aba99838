"""What is known beforehand of one catalogue: its identity, its metadata, its habits of print."""

from dataclasses import dataclass

from jinque.model.column import ColumnRole
from jinque.model.metadata import Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How one edition is found in its document and what its readers already settled.

    Attributes:
        edition_id: identifier of the edition.
        title: title of the part that holds the rows, without blanks; empty for what stands
            before the first title; None takes every part, as for a document whose title is lost.
        clause_parts: titles of further parts whose numbered text belongs to the edition as
            clauses.
        path_includes: what of a part's beginning counts as a section of its rows (`annex`,
            `title`).
        column_roles: what a person settled of columns; it goes before every other evidence.
        metadata: the facts, each with its status; None derives what the document prints.
    """

    edition_id: str
    title: str | None
    clause_parts: tuple[str, ...] = ()
    path_includes: tuple[str, ...] = ()
    column_roles: tuple[ColumnRole, ...] = ()
    metadata: Metadata | None = None
