"""Merged cells that a page break cut: the parts become one cell again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from jinque.documents.pdf.table import TableRow, Text


def carry_over(tables: Iterable[Sequence[TableRow]]) -> None:
    """Join the parts of merged cells at the seams of tables.

    Such a cell is the only kind that no line closes in a row that lines do close. Where a program
    closes all, one part is blank, and one at least covers several rows; or the column has merged
    cells elsewhere, in this table or in one with the same header, and no other blank ones.
    """
    alike: dict[tuple[str, ...], list[Sequence[TableRow]]] = defaultdict(list)
    for rows in tables:
        alike[rows[0].words()].append(rows)
    for group in alike.values():
        for column in range(len(group[0][0].places)):
            is_merging = _is_merging(chain(*group), column)
            for rows in group:
                _carry(rows, column, is_merging=is_merging)


def _carry(rows: Sequence[TableRow], column: int, *, is_merging: bool) -> None:
    for last, row in pairwise(rows):
        above, below = last.text_at(column), row.places[column]
        if not row.is_seam or not isinstance(below, Text):
            continue
        if any(row.openings) and not all(row.openings):
            if row.openings[column]:
                above.take(below)
        elif bool(above.lines) != bool(below.lines):
            _join(above, below, is_merging=is_merging)


def _join(above: Text, below: Text, *, is_merging: bool) -> None:
    is_rest = bool(above.lines) and (is_merging or max(above.rows, below.rows) > 1)
    if is_rest or min(above.rows, below.rows) > 1:
        above.take(below)


def _is_merging(rows: Iterable[TableRow], column: int) -> bool:
    inside = (row.places[column] for row in rows if not row.is_seam)
    texts = [place for place in inside if isinstance(place, Text)]
    return any(text.rows > 1 for text in texts) and all(text.lines for text in texts)
