"""Headers in tables without lines: common headings above several others, titles above headers."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from jinque.documents.pdf.table import Covered, TableRow

_ROWS = 2


def join_headers(pages: Sequence[Sequence[TableRow]]) -> None:
    """Merge the cells of a header of two rows, wherever pages repeat it.

    It stands at the top. Its lower row leaves blank what the upper one names, except below the
    common headings, each of which stands somewhere above at least two others.
    """
    header = [row.words() for row in pages[0][:_ROWS]]
    if len(header) < _ROWS or any(map(str.isdecimal, (*header[0], *header[1]))):
        return
    groups = list(_groups(header[1]))
    named = [column for column, word in enumerate(header[1]) if not word]
    if not groups or not all(header[0][column] for column in named):
        return
    if all(len(one) > 1 and sum(bool(header[0][c]) for c in one) == 1 for one in groups):
        for rows in pages:
            if [row.words() for row in rows[:_ROWS]] == header:
                _merge(rows[0], rows[1], groups, named)


def _merge(
    upper: TableRow, lower: TableRow, groups: Iterable[Sequence[int]], named: Iterable[int]
) -> None:
    for column in named:
        text = upper.text_at(column)
        text.rows = _ROWS
        lower.places[column] = Covered(text, is_down=True, is_across=False)
    for group in groups:
        [text] = [text for column in group if (text := upper.text_at(column)).lines]
        upper.places[group[0]] = text
        for column in group[1:]:
            upper.places[column] = Covered(text, is_down=False, is_across=True)


def _groups(lower: Sequence[str]) -> Iterator[list[int]]:
    """Yield the columns below each common heading."""
    for is_below, run in groupby(range(len(lower)), key=lambda column: bool(lower[column])):
        if is_below:
            yield list(run)


def widen_titles(rows: Sequence[TableRow]) -> None:
    """Let a title above a header that is printed anew stand across all columns."""
    header = rows[0].words()
    for row, below in pairwise(rows[1:]):
        if below.words() == header and sum(map(bool, row.words())) == 1:
            columns = range(len(row.places))
            [text] = [text for column in columns if (text := row.text_at(column)).lines]
            covered = Covered(text, is_down=False, is_across=True)
            row.places[:] = [text, *[covered] * (len(columns) - 1)]
