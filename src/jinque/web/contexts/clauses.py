"""The clauses of a regulation, as numbered text."""

from dataclasses import dataclass

from jinque import api
from jinque.web.contexts.cards import EditionCard, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseView:
    """A paragraph under its number.

    Attributes:
        clause: as the export gives it.
        level: 1 for a heading right below the part's title, 2 below that, and so on; None for a
            paragraph that heads nothing.
    """

    clause: Row
    level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausesContext:
    """What `/editions/{id}/clauses` shows; `total` counts the clauses."""

    edition: EditionCard
    clauses: tuple[ClauseView, ...]
    total: int


def clauses_context(workspace: api.Workspace, edition_id: str) -> ClausesContext:
    """Gather the clauses of an edition; none is a page that says so.

    Raises:
        UnknownEditionError: no edition is called so.
    """
    published = api.edition(workspace, edition_id)
    clauses = published.edition.clauses
    headings = {clause.section for clause in clauses}
    views = tuple(
        ClauseView(
            clause=api.clause_dict(clause),
            level=len(clause.section) if (*clause.section, clause.text) in headings else None,
        )
        for clause in clauses
    )
    card = EditionCard.of(published.summary)
    return ClausesContext(edition=card, clauses=views, total=len(views))
