"""Files inside a file: an HTML chunk of a Word document, a workbook inserted as an object.

They are read by the readers that exist and stand where the file shows them. What is not read is
told, with the name of the part and the reason.
"""

from collections.abc import Iterator
from dataclasses import replace

from jinque.documents.flattening import Flattener
from jinque.documents.grid import Item, SpannedCell, SpannedTable
from jinque.documents.source import Source
from jinque.errors import EmptySourceError, JinqueError, LimitError
from jinque.locale import NOTHING, Sentence, say
from jinque.model import Cell, Document, Paragraph, Table

_DEEPEST = 2
_MOST = 40


class Embedded:
    """Reads the parts of one file that are files of their own."""

    def __init__(self, source: Source, flattener: Flattener) -> None:
        self._source = source
        self._flattener = flattener
        self._count = 0

    def items(self, data: bytes, name: str, what: Sentence) -> list[Item]:
        """Return what a part shows; nothing, and a notice, where it cannot be read.

        Args:
            data: the bytes of the part.
            name: its name in the package; the ending helps to tell formats of plain text apart.
            what: what it is.

        Raises:
            LimitError: it exceeds the budget of the whole file.
        """
        self._count += 1
        inner = self._source.inner
        if inner is None or self._source.depth >= _DEEPEST or self._count > _MOST:
            self.not_read(name, what, say("nested too deeply, or too many."))
            return []
        part = replace(self._source, data=data, name=name, depth=self._source.depth + 1)
        try:
            document = inner(part)
        except LimitError:
            raise
        except EmptySourceError:
            return []
        except JinqueError as fault:
            self.not_read(name, what, fault.message)
            return []
        self._tell(document, name, what)
        return list(items_of(document))

    def not_read(self, name: str, what: Sentence, why: Sentence = NOTHING) -> None:
        """Say that a part was not read."""
        self._flattener.notice(
            "part_not_read",
            message=say("The file holds {what} ({name}), which is not read.", name=name, what=what)
            if why == NOTHING
            else say(
                "The file holds {what} ({name}), which is not read: {why}",
                name=name,
                what=what,
                why=why,
            ),
        )

    def _tell(self, document: Document, name: str, what: Sentence) -> None:
        self._flattener.notice(
            "embedded_part_read",
            message=say(
                "The file holds {what} ({name}); all that it shows when opened is read in "
                "its place, of which the page may show a part only.",
                name=name,
                what=what,
            ),
        )
        for notice in document.notices:
            self._flattener.notice(notice.code, message=notice.message)


def items_of(document: Document) -> Iterator[Item]:
    """Turn blocks back into what a page holds before it is laid out."""
    for block in document.blocks:
        yield block.text if isinstance(block, Paragraph) else _spanned(block)


def _spanned(table: Table) -> SpannedTable:
    rows = [row.cells for row in table.rows]
    made: list[list[SpannedCell]] = []
    for number, cells in enumerate(rows):
        row: list[SpannedCell] = []
        for column, cell in enumerate(cells):
            if not (cell.is_carried_down or cell.is_carried_across):
                row.append(
                    SpannedCell(
                        content=[cell.text] if cell.text else [],
                        across=_across(cells, column),
                        down=_down(rows, number, column),
                    )
                )
        made.append(row)
    return SpannedTable(made)


def _across(cells: tuple[Cell, ...], column: int) -> int:
    last = column + 1
    while last < len(cells) and cells[last].is_carried_across and _same(cells, last, column):
        last += 1
    return last - column


def _same(cells: tuple[Cell, ...], one: int, other: int) -> bool:
    return cells[one].span == cells[other].span and not cells[one].is_carried_down


def _down(rows: list[tuple[Cell, ...]], number: int, column: int) -> int:
    last = number + 1
    span = rows[number][column].span
    while last < len(rows) and column < len(rows[last]) and _goes_on(rows[last][column], span):
        last += 1
    return last - number


def _goes_on(cell: Cell, span: object) -> bool:
    return cell.is_carried_down and cell.span == span
