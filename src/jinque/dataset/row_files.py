"""Rows of any editions as files."""

from collections.abc import Sequence

from jinque.dataset.columns import flat, post_columns, records
from jinque.dataset.rows import row_dict
from jinque.dataset.workbook import Sheet, workbook_bytes
from jinque.model import Post


def rows_csv(posts: Sequence[Post]) -> bytes:
    """Return rows as `to_csv` writes those of one edition; a cell that a row lacks is empty."""
    table = [flat(row_dict(post)) for post in posts]
    return "".join(records(post_columns(table), table)).encode()


def rows_workbook(posts: Sequence[Post]) -> bytes:
    """Return the rows of `rows_csv` as an .xlsx workbook of one sheet; every value is a text."""
    table = [flat(row_dict(post), safe=str) for post in posts]
    columns = post_columns(table)
    values = [[row.get(column, "") for column in columns] for row in table]
    return workbook_bytes([Sheet(name="rows", headings=columns, rows=values)])
