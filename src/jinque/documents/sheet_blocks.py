"""The blocks of a sheet, in printed order."""

from collections.abc import Iterator

from jinque.documents.cells import Carried, Entry
from jinque.documents.flattening import Flattener
from jinque.documents.regions import Columns, bands, split_columns, trim
from jinque.documents.sheet import Sheet
from jinque.model import Place, Table


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
            title: printed above a sheet that begins with a table; None for nothing.
        """
        for number, band in enumerate(bands(self._sheet)):
            above, body, below = trim(self._sheet, band)
            if title and number == 0 and not above:
                self._flattener.paragraph(title, Place(sheet=self._sheet.name))
            self._paragraphs(above)
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
