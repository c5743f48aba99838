"""The values of a worksheet, wherever they were read."""

from collections.abc import Iterable
from dataclasses import dataclass

from jinque.documents.sheet import Merge
from jinque.documents.workbook.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetValues:
    """The used part of a visible worksheet.

    Attributes:
        name: as on its tab.
        row: row of the sheet in which the used part begins, counted from 1.
        column: the same for the column.
        height: rows of the used part.
        width: columns of the used part.
        rows: values of each row.
        merges: merged ranges, in rows and columns of the sheet counted from 0.
    """

    name: str
    row: int
    column: int
    height: int
    width: int
    rows: Iterable[list[Value]]
    merges: tuple[Merge, ...]
