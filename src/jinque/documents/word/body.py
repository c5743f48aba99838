"""The body of a Word document: paragraphs, tables and what stands inside them."""

from collections.abc import Iterator

from lxml import etree

from jinque.documents.budget import Budget
from jinque.documents.content import Item, SpannedCell, SpannedTable
from jinque.documents.word.names import (
    ALTERNATIVES,
    CELL,
    CELL_PROPERTIES,
    CONTROL,
    DELETIONS,
    GALLERY,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    ROW_PROPERTIES,
    RUN_PROPERTIES,
    TABLE,
    UNREAD,
    VALUE,
    number,
    properties_of,
    w,
)
from jinque.documents.word.paragraphs import ParagraphReader, alternative

_CONTENTS = "Table of Contents"
_MARK_DELETED = tuple(f"{PARAGRAPH_PROPERTIES}/{RUN_PROPERTIES}/{tag}" for tag in DELETIONS)
_GRID_BEFORE, _GRID_SPAN = w("gridBefore"), w("gridSpan")
_MERGE_DOWN, _MERGE_ACROSS, _CELL_DELETED = w("vMerge"), w("hMerge"), w("cellDel")
_RESTART = "restart"
_MOST_BEFORE = 64


class BodyReader:
    """Turns a container of blocks into lines and tables."""

    def __init__(self, paragraphs: ParagraphReader, budget: Budget, *, is_tracked: bool) -> None:
        """Take what the whole document shares.

        Args:
            paragraphs: reads the words.
            budget: for the depth of tables inside tables.
            is_tracked: whether there are tracked changes to look for.
        """
        self._paragraphs = paragraphs
        self._budget = budget
        self._is_tracked = is_tracked

    def items(self, container: etree._Element, depth: int = 0) -> Iterator[Item]:
        """Yield what stands in a body, a cell, a text box or a note, in printed order."""
        held = ""
        for block in self._blocks(container):
            if block.tag == TABLE:
                yield self._table(block, depth + 1)
                continue
            held += self._paragraphs.read(block)
            if not (self._is_tracked and _is_joined_to_next(block)):
                yield held
                held = ""
            boxes, self._paragraphs.boxes = self._paragraphs.boxes, []
            for box in boxes:
                yield from self.items(box, depth + 1)
        yield held

    def _blocks(self, container: etree._Element) -> Iterator[etree._Element]:
        """Yield paragraphs and tables, those inside content controls among them."""
        for child in container:
            if child.tag in (PARAGRAPH, TABLE):
                yield child
            elif child.tag == ALTERNATIVES:
                yield from self._blocks(alternative(child))
            elif child.tag not in UNREAD and len(child) and not _is_table_of_contents(child):
                yield from self._blocks(child)

    def _table(self, table: etree._Element, depth: int) -> SpannedTable:
        self._budget.check_depth(depth)
        self._budget.check_time()
        rows = (self._row(row, depth) for row in _inside(table, ROW))
        return SpannedTable([row for row in rows if row is not None])

    def _row(self, row: etree._Element, depth: int) -> list[SpannedCell] | None:
        """Return the cells of a row; None for a deleted one."""
        cells: list[SpannedCell] = []
        properties = properties_of(row, ROW_PROPERTIES)
        for one in properties if properties is not None else ():
            if one.tag in DELETIONS:
                return None
            if one.tag == _GRID_BEFORE:
                cells += [SpannedCell()] * min(number(one.get(VALUE), 0), _MOST_BEFORE)
        for element in _inside(row, CELL):
            cell = SpannedCell(content=[item for item in self.items(element, depth) if item])
            properties = properties_of(element, CELL_PROPERTIES)
            if properties is None or _take_properties(cell, properties, cells):
                cells.append(cell)
        return cells


def _take_properties(
    cell: SpannedCell, properties: etree._Element, before: list[SpannedCell]
) -> bool:
    """Read how far a cell reaches; False when it is deleted, or belongs to the one before."""
    is_own = True
    for one in properties:
        tag = one.tag
        if tag == _GRID_SPAN:
            cell.across = max(1, number(one.get(VALUE), 1))
        elif tag == _MERGE_DOWN:
            cell.is_continued = one.get(VALUE) != _RESTART
        elif tag == _MERGE_ACROSS and one.get(VALUE) != _RESTART and before:
            before[-1].across += cell.across
            is_own = False
        elif tag == _CELL_DELETED:
            is_own = False
    return is_own


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield rows of a table or cells of a row, through content controls around them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in UNREAD and len(child) and child.tag not in (ROW, CELL):
            yield from _inside(child, tag)


def _is_joined_to_next(paragraph: etree._Element) -> bool:
    return any(paragraph.find(path) is not None for path in _MARK_DELETED)


def _is_table_of_contents(element: etree._Element) -> bool:
    gallery = element.find(GALLERY) if element.tag == CONTROL else None
    return gallery is not None and gallery.get(VALUE) == _CONTENTS
