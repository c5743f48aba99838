"""The list of all editions."""

from dataclasses import dataclass

from jinque import api
from jinque.web.contexts.cards import EditionCard


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguesContext:
    """What `/catalogues` shows."""

    editions: tuple[EditionCard, ...]
    total: int


def catalogues_context(workspace: api.Workspace) -> CataloguesContext:
    """Gather all editions, built-in ones first."""
    cards = tuple(EditionCard.of(edition) for edition in api.catalogues(workspace))
    return CataloguesContext(editions=cards, total=len(cards))
