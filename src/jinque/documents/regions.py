"""Where the tables of a sheet stand: blank rows and columns separate them.

A band is a run of rows without a blank one. Its columns are cut at blank ones only where its first
row looks like headings, or where the band above was cut in the same way: below a page break a
column may be blank by chance. Words that stand alone above or below a table are paragraphs.
"""

import re
from collections.abc import Iterator

from jinque.documents.sheet import Sheet

_NUMBERS = re.compile(r"[\d★\s.,/%+\-–—]+")
_SENTENCE = re.compile("[:：。；]")
_LEAST_SHARE = 0.6

Columns = tuple[int, int]
"""First and last column of a table, counted from 0."""


def bands(sheet: Sheet) -> Iterator[range]:
    """Yield the runs of rows between blank ones."""
    begin: int | None = None
    covered = sheet.covered
    for number, row in enumerate(sheet.rows):
        is_filled = any(row) or number in covered
        if is_filled and begin is None:
            begin = number
        elif not is_filled and begin is not None:
            yield range(begin, number)
            begin = None
    if begin is not None:
        yield range(begin, len(sheet.rows))


def trim(sheet: Sheet, rows: range) -> tuple[range, range, range]:
    """Cut a band into the paragraphs above its table, the table, the paragraphs below it."""
    begin, end = rows.start, rows.stop
    while begin < end and sheet.single(begin) is not None:
        begin += 1
    if begin < end and not _stands_above(sheet, rows, begin):
        begin = rows.start
    while end > begin and _stands_below(sheet, end - 1):
        end -= 1
    return range(rows.start, begin), range(begin, end), range(end, rows.stop)


def split_columns(sheet: Sheet, rows: range, before: tuple[Columns, ...]) -> tuple[Columns, ...]:
    """Return the columns of each table that stands in these rows, from left to right.

    Args:
        sheet: the sheet.
        rows: the rows of the tables, titles left out.
        before: the columns of the tables in the band above.
    """
    used: set[int] = set()
    width = len(sheet.rows[0])
    for row in rows:
        if len(rows) == 1 or sheet.single(row) is None:
            used |= sheet.filled(row)
        if len(used) == width:
            break
    kept = _as_before(used, before)
    if kept:
        return kept
    if not _is_heading_like(sheet, rows.start):
        return ((min(used), max(used)),)
    return tuple(_runs(sorted(used)))


def _stands_above(sheet: Sheet, rows: range, table: int) -> bool:
    """Tell whether the single cells above a row are words of their own and not cut rows."""
    singles = [(row, sheet.single(row) or 0) for row in range(rows.start, table)]
    if any(_NUMBERS.fullmatch(sheet.rows[row][column]) for row, column in singles):
        return False
    is_merged = all(sheet.reach(row, column) > column for row, column in singles)
    return is_merged or _is_heading_like(sheet, table)


def _stands_below(sheet: Sheet, row: int) -> bool:
    """Tell whether a row behind a table is a note: merged across, or a sentence."""
    column = sheet.single(row)
    if column is None:
        return False
    text = sheet.rows[row][column]
    if _NUMBERS.fullmatch(text):
        return False
    return sheet.reach(row, column) > column or bool(_SENTENCE.search(text))


def _is_heading_like(sheet: Sheet, row: int) -> bool:
    """Tell whether no cell of a row is a number, a code or stars, as a body row's serial is."""
    return not any(text and _NUMBERS.fullmatch(text) for text in sheet.rows[row])


def _as_before(used: set[int], before: tuple[Columns, ...]) -> tuple[Columns, ...]:
    """Return the tables above that go on here: all columns used are theirs, most of them used."""
    if not used <= {column for first, last in before for column in range(first, last + 1)}:
        return ()
    kept = []
    for first, last in before:
        count = sum(first <= column <= last for column in used)
        if count >= _LEAST_SHARE * (last - first + 1):
            kept.append((first, last))
        elif count:
            return ()
    return tuple(kept)


def _runs(columns: list[int]) -> Iterator[Columns]:
    first = last = columns[0]
    for column in columns[1:]:
        if column > last + 1:
            yield first, last
            first = column
        last = column
    yield first, last
