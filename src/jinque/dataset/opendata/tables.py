"""The open data of a record: every table with its rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from jinque.dataset.opendata import schema_derived as derived
from jinque.dataset.opendata import schema_printed as printed
from jinque.dataset.opendata.field import Filled, Row
from jinque.dataset.opendata.post_rows import cell_rows, post_rows
from jinque.dataset.opendata.rows import (
    clause_rows,
    edition_row,
    issue_rows,
    link_rows,
    occupation_rows,
)
from jinque.model import Edition, PublishedEdition


def tables(editions: Sequence[PublishedEdition], criteria: Iterable[Row]) -> tuple[Filled, ...]:
    """Return the tables of the open data the printed ones first.

    Args:
        editions: in the order that the tables are to have.
        criteria: rows of the table `criteria`, which need the reading of requirements.
    """
    return (
        Filled(table=printed.EDITIONS, rows=[edition_row(each) for each in editions]),
        Filled(table=printed.POSTS, rows=list(_all(editions, post_rows))),
        Filled(table=printed.CELLS, rows=list(_all(editions, cell_rows))),
        Filled(table=printed.CLAUSES, rows=list(_all(editions, clause_rows))),
        Filled(table=derived.CRITERIA, rows=list(criteria)),
        Filled(table=derived.LINKS, rows=list(_all(editions, link_rows))),
        Filled(table=derived.ISSUES, rows=[row for each in editions for row in issue_rows(each)]),
        Filled(table=derived.OCCUPATIONS, rows=list(occupation_rows())),
    )


def _all(
    editions: Sequence[PublishedEdition], rows: Callable[[Edition], Iterator[Row]]
) -> Iterator[Row]:
    return (row for each in editions for row in rows(each.edition))
