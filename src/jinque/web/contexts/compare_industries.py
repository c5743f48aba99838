"""Industries of all catalogues beside each other."""

from collections import Counter
from dataclasses import dataclass, replace

from jinque import api
from jinque.api import compare_shapes, comparison_rows
from jinque.model import Words
from jinque.model.comparison_choice import ComparisonChoice
from jinque.web.contexts.cards import Row
from jinque.web.contexts.compare import names_of
from jinque.web.contexts.lists import Filter, Option, Paging

INDUSTRIES_PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareIndustriesContext:
    """What `/compare/industries` shows.

    Attributes:
        query: part of a name; empty lets all through.
        names: short names of the catalogues that have posts, by identifier.
        filters: `edition`.
        rows: industries of this page, in the order of the catalogues and of print.
        total: industries that the filters let through.
        of: industries in all.
    """

    query: str
    names: dict[str, Words]
    filters: tuple[Filter, ...]
    rows: tuple[Row, ...]
    total: int
    of: int
    paging: Paging


def compare_industries_context(
    workspace: api.Workspace, choice: ComparisonChoice, page: int
) -> CompareIndustriesContext:
    """Gather one page of industries.

    Raises:
        InvalidOptionError: the list has no such page.
    """
    found = api.compare(workspace)
    held = comparison_rows.chosen_industries(found.industries, choice)
    anywhere = comparison_rows.chosen_industries(found.industries, replace(choice, edition=""))
    counts = Counter(row.edition.id for row in anywhere)
    paging = Paging.of(len(held), page, INDUSTRIES_PER_PAGE)
    shown = held[paging.offset : paging.offset + INDUSTRIES_PER_PAGE]
    options = tuple(
        Option(value=each, count=counts[each], is_chosen=each == choice.edition)
        for each in names_of(found)
    )
    chosen = (choice.edition,) if choice.edition else ()
    return CompareIndustriesContext(
        query=choice.words,
        names=names_of(found),
        filters=(Filter(name="edition", chosen=chosen, options=options),),
        rows=tuple(compare_shapes.industry_dict(row) for row in shown),
        total=len(held),
        of=len(found.industries),
        paging=paging,
    )
