"""Header rows that a table repeats on each page: furniture, or the beginning of something new."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jinque.documents.pdf.table import TableRow


def runs_on(tables: Iterable[Sequence[TableRow]]) -> bool | None:
    """Tell whether tables are merely printed on below their page breaks; None if none tells.

    Where a number runs on below the break, they are. Below two lists side by side it does not: the
    next page has the next part of both. Of several breaks most decide.
    """
    verdicts = [verdict for rows in tables for verdict in _verdicts(rows)]
    return sum(verdicts) * 2 > len(verdicts) if verdicts else None


def with_heads(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return the rows of a table with the repeated header rows, which begin something new.

    A title, which is one cell across all columns, is never repeated.
    """
    kept: list[TableRow] = []
    for row in rows:
        kept += [head for head in row.heads if not all(head.shape()[1:])]
        kept.append(row)
    return kept


def _verdicts(rows: Sequence[TableRow]) -> Iterator[bool]:
    """Yield for each break above which a column has a number whether one goes on below it."""
    for above, row in pairwise(rows):
        pairs = zip(above.words(), row.words(), strict=True) if row.heads else ()
        steps = [int(two) - int(one) for one, two in pairs if one.isdecimal() and two.isdecimal()]
        if steps:
            yield 1 in steps
