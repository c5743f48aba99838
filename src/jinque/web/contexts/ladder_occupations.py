"""The occupations of a ladder's table, to search."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from jinque import api
from jinque.model.title_table import TableRow
from jinque.web.contexts.cards import EditionCard
from jinque.web.contexts.ladder import book_of
from jinque.web.contexts.ladder_rules import RuleView
from jinque.web.contexts.ladder_table import MappingView, NearView, near_rows
from jinque.web.contexts.lists import Filter, Option, Paging

PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderOccupationsContext:
    """What `/ladder/occupations` shows.

    Attributes:
        filters: `series`, as printed.
        total: rows that match.
        of: rows of the table.
        near: listed names like the words looked for; only where no name holds them.
        note: the rule on what the table does not list.
    """

    edition: EditionCard
    query: str
    filters: tuple[Filter, ...]
    rows: tuple[MappingView, ...]
    total: int
    of: int
    paging: Paging
    near: tuple[NearView, ...]
    note: RuleView


def ladder_occupations_context(
    workspace: api.Workspace, place: str, query: str, series: str, page: int
) -> LadderOccupationsContext:
    """Gather the rows whose name holds the words and whose series are those printed.

    A name that is the words comes first, the others follow in printed order.

    Raises:
        UnknownPageError: there are no rules for the place.
        InvalidOptionError: there is no such page.
    """
    book = book_of(workspace, place)
    rows = tuple(book.rows.values())
    named = [row for row in rows if _folded(query) in _folded(row.name)]
    named.sort(key=lambda row: _folded(row.name) != _folded(query))
    found = [row for row in named if not series or row.printed == series]
    paging = Paging.of(len(found), page, PER_PAGE)
    shown = found[paging.offset : paging.offset + PER_PAGE]
    return LadderOccupationsContext(
        edition=EditionCard.of(api.edition(workspace, book.ladder.edition_id).summary),
        query=query,
        filters=(_series_filter(named, series),),
        rows=tuple(MappingView.of(row) for row in shown),
        total=len(found),
        of=len(rows),
        paging=paging,
        near=() if named else near_rows(query, rows),
        note=RuleView.of(book.cited[book.ladder.table.note_rule]),
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().replace(" ", "")


def _series_filter(rows: Iterable[TableRow], chosen: str) -> Filter:
    counts = Counter(row.printed for row in rows)
    options = tuple(
        Option(value=value, count=count, is_chosen=value == chosen)
        for value, count in counts.most_common()
    )
    return Filter(name="series", chosen=(chosen,) if chosen else (), options=options)
