"""The sheets of an xlsx file through calamine, from a copy whose size is known."""

import io
from collections.abc import Callable
from itertools import islice
from typing import TypeVar

from python_calamine import CalamineError, CalamineWorkbook

from jinque.documents.archive import damaged
from jinque.documents.workbook.sheet_values import SheetValues

_Result = TypeVar("_Result")


class NewWorkbook:
    """An open workbook."""

    def __init__(self, data: io.BytesIO, where: str) -> None:
        """Open it.

        Raises:
            NotReadableError: it is damaged.
        """
        self._where = where
        self._book = self._guarded(lambda: CalamineWorkbook.from_filelike(data))

    def sheet(self, name: str) -> SheetValues:
        """Return a sheet by name.

        Raises:
            NotReadableError: it is damaged.
        """
        sheet = self._guarded(lambda: self._book.get_sheet_by_name(name))
        row, column = sheet.start or (0, 0)
        return SheetValues(
            name=name,
            row=row + 1,
            column=column + 1,
            height=sheet.height,
            width=sheet.width,
            rows=islice(sheet.iter_rows(), row, None),
            merges=tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ()),
        )

    def _guarded(self, call: Callable[[], _Result]) -> _Result:
        """Return what a call gives; a panic of the parser is a damaged file like any other."""
        try:
            return call()
        except (CalamineError, OSError, ValueError, OverflowError) as fault:
            raise damaged(self._where) from fault
        except BaseException as fault:
            if type(fault).__name__ != "PanicException":
                raise
            raise damaged(self._where) from fault
