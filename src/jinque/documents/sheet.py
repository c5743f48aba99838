"""A sheet of cells on its way to blocks, whatever file it came from.

Where the tables of a sheet stand: blank rows and columns separate them.

A band is a run of rows without a blank one. Its columns are cut at blank ones only where its first
row looks like headings, or where the band above was cut in the same way: below a page break a
column may be blank by chance. Words that stand alone above or below a table are paragraphs.

The blocks of a sheet, in printed order.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jinque.documents.flattening import Flattener
from jinque.documents.grid import Carried, Entry
from jinque.documents.source import Budget
from jinque.model import Place, Table

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column of a merged range, counted from 0."""


@dataclass(slots=True, kw_only=True)
class Sheet:
    """The used part of a sheet.

    Attributes:
        name: as on its tab; None for a file that has no sheets.
        rows: words of each cell without outer blanks, all rows of one length.
        row: row of the sheet in which the used part begins, counted from 1.
        column: the same for the column.
        covered: row -> column -> where the merged cell begins, for the places it covers.
    """

    name: str | None
    rows: list[list[str]]
    row: int = 1
    column: int = 1
    covered: dict[int, dict[int, Carried]] = field(default_factory=dict)

    def cover(self, merges: Sequence[Merge], budget: Budget) -> None:
        """Learn the merged ranges; one whose first cell is blank only decorates.

        Args:
            merges: in rows and columns of the sheet, counted from 0.
            budget: counts the places covered.

        Raises:
            TooManyCellsError: the ranges cover more places than the budget holds.
        """
        height, width = len(self.rows), len(self.rows[0]) if self.rows else 0
        for merge in merges:
            top, left = merge[0] - self.row + 1, merge[1] - self.column + 1
            bottom = min(merge[2] - self.row + 1, height - 1)
            right = min(merge[3] - self.column + 1, width - 1)
            is_inside = 0 <= top <= bottom and 0 <= left <= right
            if is_inside and self.rows[top][left]:
                budget.take_cells((bottom - top + 1) * (right - left + 1))
                self._cover(top, left, bottom, right)

    def _cover(self, top: int, left: int, bottom: int, right: int) -> None:
        for row in range(top, bottom + 1):
            places = self.covered.setdefault(row, {})
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    places[column] = Carried(top, left, is_down=row > top, is_across=column > left)

    def filled(self, row: int) -> set[int]:
        """Return the columns in which a row shows words, those carried down included."""
        own = {column for column, text in enumerate(self.rows[row]) if text}
        return own | self.covered.get(row, {}).keys()

    def single(self, row: int) -> int | None:
        """Return the column of the only cell that a row shows; None when it shows others.

        A cell merged across is one cell; a row below the beginning of a merged cell shows that
        cell as well, and so has no single one unless it has no other.
        """
        own = [column for column, text in enumerate(self.rows[row]) if text]
        down = [one for one in self.covered.get(row, {}).values() if one.is_down]
        return own[0] if len(own) == 1 and not down else None

    def reach(self, row: int, column: int) -> int:
        """Return the last column that the cell beginning there covers."""
        places = self.covered.get(row, {})
        last = column
        while (carried := places.get(last + 1)) and carried.column == column:
            last += 1
        return last


_NUMBERS = re.compile(r"[\d★\s.,/%+\-–—]+")
_SENTENCE = re.compile("[:：。；]")
_LEAST_SHARE = 0.6
_LEAST_ROWS, _WIDEST_SPACE = 3, 2

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
    return _without_spacers(sheet, rows, tuple(_runs(sorted(used))))


def _without_spacers(sheet: Sheet, rows: range, runs: tuple[Columns, ...]) -> tuple[Columns, ...]:
    """Join runs of columns that a blank column only spaces.

    Tables side by side repeat headings, or end in different rows; the parts of one table do
    neither.
    """
    joined = [runs[0]]
    for run in runs[1:]:
        before = joined[-1]
        if _is_spaced(sheet, rows, before, run):
            joined[-1] = (before[0], run[1])
        else:
            joined.append(run)
    return tuple(joined)


def _is_spaced(sheet: Sheet, rows: range, before: Columns, run: Columns) -> bool:
    heads = [
        {text for text in sheet.rows[rows.start][first : last + 1] if text}
        for first, last in (before, run)
    ]
    if len(rows) < _LEAST_ROWS or heads[0] & heads[1] or run[0] - before[1] > _WIDEST_SPACE + 1:
        return False
    filled = [sheet.filled(row) for row in rows if sheet.single(row) is None]
    return all(
        any(first <= column <= last for column in one)
        for one in filled
        for first, last in (before, run)
    )


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


class SheetPourer:
    """Hands the paragraphs and tables of a sheet on.

    Attributes:
        tables: the tables handed on so far.
    """

    def __init__(self, sheet: Sheet, flattener: Flattener) -> None:
        self.tables: list[Table] = []
        self._sheet = sheet
        self._flattener = flattener
        self._columns: tuple[Columns, ...] = ()

    def pour(self, title: str | None = None) -> None:
        """Go through the sheet from top to bottom; of tables side by side the left one is first.

        Args:
            title: printed above the first table, unless a line above it holds these words; None
                for nothing.
        """
        for number, band in enumerate(bands(self._sheet)):
            above, body, below = trim(self._sheet, band)
            self._paragraphs(above)
            said = "".join(text for row in above for text in self._sheet.rows[row])
            if title and number == 0 and title not in said:
                self._flattener.paragraph(title, Place(sheet=self._sheet.name))
            if body:
                self._columns = split_columns(self._sheet, body, self._columns)
                self._tables(body)
            self._paragraphs(below)

    def _tables(self, rows: range) -> None:
        """Take the tables of a band; a title printed across several of them separates them."""
        begin = rows.start
        for row in rows if len(self._columns) > 1 else ():
            if self._is_across_tables(row):
                self._side_by_side(range(begin, row))
                self._paragraphs(range(row, row + 1))
                begin = row + 1
        self._side_by_side(range(begin, rows.stop))

    def _is_across_tables(self, row: int) -> bool:
        column = self._sheet.single(row)
        if column is None:
            return False
        last = self._sheet.reach(row, column)
        return not any(first <= column and last <= end for first, end in self._columns)

    def _side_by_side(self, rows: range) -> None:
        for first, last in self._columns if rows else ():
            corner = Place(
                sheet=self._sheet.name,
                row=self._sheet.row + rows.start,
                column=self._sheet.column + first,
            )
            table = self._flattener.table(self._rows(rows, first, last), corner)
            if table:
                self.tables.append(table)

    def _rows(self, rows: range, first: int, last: int) -> Iterator[list[Entry]]:
        covered = self._sheet.covered
        for row in rows:
            entries: list[Entry] = list(self._sheet.rows[row][first : last + 1])
            for column, carried in covered.get(row, {}).items():
                if first <= column <= last:
                    is_inside = carried.row >= rows.start and carried.column >= first
                    entries[column - first] = (
                        _moved(carried, rows.start, first) if is_inside else ""
                    )
            yield entries

    def _paragraphs(self, rows: range) -> None:
        for row in rows:
            column = self._sheet.single(row) or 0
            place = Place(
                sheet=self._sheet.name,
                row=self._sheet.row + row,
                column=self._sheet.column + column,
            )
            self._flattener.paragraph(self._sheet.rows[row][column], place)


def _moved(carried: Carried, top: int, left: int) -> Carried:
    return Carried(carried.row - top, carried.column - left, carried.is_down, carried.is_across)
