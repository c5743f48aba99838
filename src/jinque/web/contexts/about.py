"""What the site is and what it is not."""

from dataclasses import dataclass

from jinque import api
from jinque.web.contexts.cards import EditionCard

# Rules of honesty, in the order in which the page states them; the words stand in the catalogues.
RULES = ("verbatim", "scales", "unknown", "not_stated", "names", "authority", "validity")


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutContext:
    """What `/about` shows: the rules by the key of their words, the sources with checksums."""

    rules: tuple[str, ...]
    editions: tuple[EditionCard, ...]


def about_context(workspace: api.Workspace) -> AboutContext:
    """Gather the page about the site."""
    cards = tuple(EditionCard.of(edition) for edition in api.catalogues(workspace))
    return AboutContext(rules=RULES, editions=cards)
