"""What the XML of a worksheet says beside the values of its cells, found without a tree of it."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from jinque.documents.budget import Budget
from jinque.errors import TooManyCellsError

_LARGEST_AREA = 8_000_000
"""Cells between the outermost ones, blank ones too: calamine takes 32 bytes for each."""

_REFERENCE = rb"""[^>]*?\sr\s*=\s*["']"""
_FAR = rb"(?:[A-Za-z]{2}|[A-Za-z]?(?:[3-9]\d{5}|\d{7}))"
"""Beyond column Z or row 299,999; inside, the area is harmless."""

_UNUSUAL = re.compile(rb'<c(?:(?! r=")[\s/>]| r="' + _FAR + rb")")
"""A cell that is far, or not written as all office programs write it."""

_ATTRIBUTE = rb"""\s%s\s*=\s*["']([^"']*)"""
_NO_WORDS = rb"""(?![^>]*\st\s*=\s*["'](?:s|str|inlineStr)["'])"""
_PLACED = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']""")
_STYLED = re.compile(rb"""\ss\s*=\s*["'](\d{1,6})["']""")
_LETTERS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What a worksheet hides.

    Attributes:
        rows: numbers of hidden rows, counted from 1.
        columns: first and last number of runs of hidden columns, counted from 1.
    """

    rows: tuple[int, ...]
    columns: tuple[tuple[int, int], ...]


NOTHING_HIDDEN = Hidden(rows=(), columns=())


class WorksheetScan:
    """Looks for single things in the bytes of a worksheet."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml

    @cached_property
    def _tag(self) -> bytes:
        """The beginning of a tag; prefixes are looked for only where there are any."""
        has_prefix = b":c" in self._xml or b":row" in self._xml
        return rb"<(?:[\w.-]+:)?" if has_prefix else b"<"

    def check_extent(self, budget: Budget, where: str) -> None:
        """Refuse a sheet before memory is taken for all places between its outermost cells.

        Raises:
            TooManyCellsError: there are too many, or too many cells.
        """
        prefixed = self._xml.count(b":c")
        cells = self._xml.count(b"<c") + prefixed
        if cells > budget.limits.cells:
            budget.take_cells(cells)
        if not prefixed and not _UNUSUAL.search(self._xml):
            return
        pattern = self._tag + rb"(?:c|row)\b" + _REFERENCE + rb"([A-Za-z]{0,3})(\d{0,9})"
        places = {(found[1], found[2]) for found in re.finditer(pattern, self._xml)}
        rows = max((int(row or b"0") for _, row in places), default=0)
        columns = max((_column(letters) for letters, _ in places), default=0)
        if rows * columns > _LARGEST_AREA:
            raise TooManyCellsError(
                f"工作表的单元格散布在 {rows} 行、{columns} 列，范围过大。",
                f"The cells of a worksheet are scattered over {rows} rows and {columns} columns.",
                where=where,
                hint_zh="请删去表格以外的内容，另存后再导入。",
                hint_en="Delete what stands outside its tables and save it anew.",
            )

    def hidden(self) -> Hidden:
        """Return what the sheet hides."""
        if b"hidden" not in self._xml:
            return NOTHING_HIDDEN
        rows = [int(row) for tag in self._hidden_tags(rb"row") if (row := _value(tag, rb"r"))]
        columns = [
            (int(first), int(last))
            for tag in self._hidden_tags(rb"col")
            if (first := _value(tag, rb"min")) and (last := _value(tag, rb"max"))
        ]
        return Hidden(rows=tuple(rows), columns=tuple(columns))

    def styled(self, styles: set[int]) -> dict[tuple[int, int], int]:
        """Return row and column (from 1) and style of the cells that have one of these styles.

        Cells that hold words are left out: a format changes how numbers look.
        """
        if not styles:
            return {}
        numbers = b"|".join(b"%d" % style for style in sorted(styles))
        style = rb"""[^>]*?\ss\s*=\s*["'](?:""" + numbers + rb""")["'][^>]*>"""
        pattern = self._tag + rb"c\b" + _NO_WORDS + style
        cells = {}
        for tag in re.findall(pattern, self._xml):
            place = _PLACED.search(tag)
            number = _STYLED.search(tag)
            if place and number:
                cells[int(place[2]), _column(place[1])] = int(number[1])
        return cells

    def _hidden_tags(self, name: bytes) -> list[bytes]:
        pattern = self._tag + name + rb"""\b[^>]*\shidden\s*=\s*["'](?:1|true)["'][^>]*>"""
        found: list[bytes] = re.findall(pattern, self._xml)
        return found


def _value(tag: bytes, attribute: bytes) -> str:
    """Return the digits of an attribute; empty for anything else."""
    found = re.search(_ATTRIBUTE % attribute, tag)
    text = found[1][:9].decode("ascii", "replace") if found else ""
    return text if text.isdecimal() and text.isascii() else ""


@cache
def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + letter - ord("A") + 1
    return number
