"""Prints with XlsxWriter, which the product does not use to read."""

import io
import re
from collections.abc import Iterable

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tests.rendering.page import Block, Grid, Pair

_NUMBER = re.compile(r"(?:0|[1-9]\d*)(?:\.(\d+))?")


def print_xlsx(blocks: Iterable[Block], *, is_typed: bool = False) -> bytes:
    """Return a workbook of one sheet; a blank row stands below each table.

    Args:
        blocks: what to print.
        is_typed: store numbers as numbers, with the decimals that are printed.
    """
    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True})
    _Printer(book, book.add_worksheet(), is_typed=is_typed).print(blocks)
    book.close()
    return made.getvalue()


class _Printer:
    def __init__(self, book: Workbook, sheet: Worksheet, *, is_typed: bool) -> None:
        self._book = book
        self._sheet = sheet
        self._is_typed = is_typed
        self._row = 0
        self._formats: dict[int, Format] = {}

    def print(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, str):
                self._sheet.write_string(self._row, 0, block)
                self._row += 1
            elif isinstance(block, Pair):
                self._grid(block.left, 0)
                self._grid(block.right, block.left.width + 1)
                self._row += max(len(block.left.rows), len(block.right.rows)) + 1
            else:
                self._grid(block, 0)
                self._row += len(block.rows) + 1

    def _grid(self, grid: Grid, first_column: int) -> None:
        for place, offset, slot in grid.places():
            row, column = self._row + place, first_column + offset
            if slot.across > 1 or slot.down > 1:
                last = (row + slot.down - 1, column + slot.across - 1)
                self._sheet.merge_range(row, column, *last, "")
            self._write(row, column, slot.text)

    def _write(self, row: int, column: int, text: str) -> None:
        number = _NUMBER.fullmatch(text) if self._is_typed else None
        if number:
            self._sheet.write_number(row, column, float(text), self._format(len(number[1] or "")))
        else:
            self._sheet.write_string(row, column, text)

    def _format(self, decimals: int) -> Format:
        if decimals not in self._formats:
            code = "0." + "0" * decimals if decimals else "0"
            self._formats[decimals] = self._book.add_format({"num_format": code})
        return self._formats[decimals]
