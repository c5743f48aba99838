"""Binds every ladder to the edition that holds its words."""

from collections.abc import Callable, Collection

from jinque.bridge import Rulebook, open_rulebook
from jinque.classification import load_classification
from jinque.model import PublishedEdition
from jinque.parameters import load_ladders


def open_rulebooks(
    held: Collection[str], published: Callable[[str], PublishedEdition]
) -> tuple[Rulebook, ...]:
    """Return the rules of every ladder whose edition is held, in the order of their files.

    Args:
        held: identifiers of editions.
        published: gives the newest version of one of them.

    Raises:
        InvalidCorpusError: an edition does not hold a rule's words where the rule says.
    """
    tree = load_classification()
    return tuple(
        open_rulebook(ladder, published(ladder.edition_id).edition, tree)
        for ladder in load_ladders()
        if ladder.edition_id in held
    )
