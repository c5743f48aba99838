"""The one function of this package, and the notes and notices that go with a document.

The body of a Word document: paragraphs, tables and what stands inside them.

The words of a paragraph, tracked changes read as accepted.
"""

from collections.abc import Iterator

from lxml import etree

from jinque.documents.archive import damaged
from jinque.documents.flattening import Flattener, pour
from jinque.documents.grid import Item, SpannedCell, SpannedTable
from jinque.documents.source import Budget, Source
from jinque.documents.word.parts import (
    ALTERNATIVES,
    BREAK,
    CELL,
    CELL_PROPERTIES,
    CHANGES,
    CHOICE,
    CONTROL,
    DELETIONS,
    FALLBACK,
    GALLERY,
    IDENTIFIER,
    MARKS,
    NOTE_REFERENCES,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PICTURE,
    ROW,
    ROW_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    STYLE,
    SYMBOL,
    SYMBOLS,
    TABLE,
    TEXT_BOX,
    TEXTS,
    TYPE,
    UNREAD,
    VALUE,
    Numbering,
    Styles,
    WordPackage,
    is_on,
    number,
    properties_of,
    w,
)
from jinque.locale import say
from jinque.model import Document

_VANISH = w("vanish")
_CHARACTER, _FONT_CODE = w("char"), "F0"
_PRIVATE = 0xF000


class ParagraphReader:
    """Reads paragraph after paragraph in printed order, since numbers count on.

    Attributes:
        boxes: text boxes anchored in the paragraphs read so far, until they are taken.
        references: kind and identifier of the notes referred to, until they are taken.
        hidden: how many runs of words are formatted as hidden; they are left out.
        pictures: how many pictures stand in the text.
    """

    def __init__(self, numbering: Numbering, styles: Styles) -> None:
        self._numbering = numbering
        self._styles = styles
        self.boxes: list[etree._Element] = []
        self.references: list[tuple[str, str]] = []
        self.hidden = 0
        self.pictures = 0

    def read(self, paragraph: etree._Element) -> str:
        """Return the words with the number that Word prints in front of them.

        A line of a table of contents is empty: it repeats a heading that follows.
        """
        pieces: list[str] = []
        self._walk(paragraph, pieces)
        properties = properties_of(paragraph, PARAGRAPH_PROPERTIES)
        if properties is None:
            return "".join(pieces).strip()
        style = properties.find(STYLE)
        if style is not None and style.get(VALUE) in self._styles.contents:
            return ""
        return self._numbering.label(properties) + "".join(pieces).strip()

    def _walk(self, element: etree._Element, pieces: list[str]) -> None:
        for child in element:
            tag = child.tag
            if tag in TEXTS:
                pieces.append(child.text or "")
            elif tag in UNREAD:
                continue
            elif tag in MARKS:
                pieces.append(MARKS[tag])
            elif tag == RUN:
                self._run(child, pieces)
            elif len(child) or tag in _LEAVES:
                self._other(child, pieces)

    def _run(self, run: etree._Element, pieces: list[str]) -> None:
        properties = properties_of(run, RUN_PROPERTIES)
        vanish = properties.find(_VANISH) if properties is not None else None
        if vanish is None or not is_on(vanish.get(VALUE)):
            self._walk(run, pieces)
        else:
            self.hidden += 1

    def _other(self, element: etree._Element, pieces: list[str]) -> None:
        tag = element.tag
        if tag == BREAK:
            pieces.append("" if element.get(TYPE) in ("page", "column") else "\n")
        elif tag == SYMBOL:
            pieces.append(_symbol(element.get(_CHARACTER) or ""))
        elif tag in NOTE_REFERENCES:
            self.references.append((NOTE_REFERENCES[tag], element.get(IDENTIFIER) or ""))
        elif tag == PICTURE:
            self.pictures += 1
        elif tag == TEXT_BOX:
            self.boxes.append(element)
        elif tag == ALTERNATIVES:
            self._walk(alternative(element), pieces)
        else:
            self._walk(element, pieces)


_LEAVES = frozenset((BREAK, SYMBOL, PICTURE, *NOTE_REFERENCES))


def alternative(element: etree._Element) -> etree._Element:
    """Return the one of several equal contents that is to be read."""
    for tag in (CHOICE, FALLBACK):
        found = element.find(tag)
        if found is not None:
            return found
    return element


def _symbol(code: str) -> str:
    """Return a character of a symbol font: the star and the ticks, others as they are coded."""
    known = SYMBOLS.get(code.upper())
    if known:
        return known
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


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


_NOTE = "注"
_NOTE_PARTS = {"footnotes": w("footnote"), "endnotes": w("endnote")}


def read_docx(source: Source) -> Document:
    """Read a Word document as it prints with all changes accepted.

    A footnote stands as a paragraph of its own (`注1：…`) behind the paragraph or table that
    refers to it. Headers, footers, comments and a table of contents are left out.

    Raises:
        NotReadableError: the file is damaged.
        EncryptedSourceError: a part is locked.
        EmptySourceError: it prints no words.
        LimitError: it exceeds the budget.
    """
    package = WordPackage(source)
    body = package.main().find(w("body"))
    if body is None:
        raise damaged(source.name)
    changes = sum(1 for _ in body.iter(*CHANGES))
    styles = Styles(package.related("styles"))
    words = ParagraphReader(Numbering(package.related("numbering"), styles), styles)
    reader = BodyReader(words, source.budget, is_tracked=changes > 0)
    flattener = Flattener(source)
    pour(_with_notes(reader, words, body, _notes(package)), flattener, source.budget)
    _report(flattener, words, changes)
    return flattener.document("docx")


def _notes(package: WordPackage) -> dict[tuple[str, str], etree._Element]:
    found = {}
    for kind, tag in _NOTE_PARTS.items():
        root = package.related(kind)
        for note in root.iterfind(tag) if root is not None else ():
            found[kind, note.get(IDENTIFIER) or ""] = note
    return found


def _with_notes(
    reader: BodyReader,
    words: ParagraphReader,
    body: etree._Element,
    notes: dict[tuple[str, str], etree._Element],
) -> Iterator[Item]:
    """Yield the body with each footnote behind the block that refers to it, numbered anew."""
    count = 0
    for item in reader.items(body):
        yield item
        references, words.references = words.references, []
        for reference in references:
            note = notes.pop(reference, None)
            text = "\n".join(_lines(reader, note)) if note is not None else ""
            if text:
                count += 1
                yield text if text.startswith(_NOTE) else f"{_NOTE}{count}：{text}"


def _lines(reader: BodyReader, note: etree._Element) -> Iterator[str]:
    for item in reader.items(note, depth=1):
        if isinstance(item, str) and item:
            yield item


def _report(flattener: Flattener, words: ParagraphReader, changes: int) -> None:
    if changes:
        flattener.notice(
            "tracked_changes",
            message=say(
                "The file holds {changes:d} tracked changes; it is read as if all were accepted.",
                changes=changes,
            ),
        )
    if words.hidden:
        flattener.notice(
            "hidden_text",
            message=say(
                "{hidden:d} pieces of text are formatted as hidden; they are not read.",
                hidden=words.hidden,
            ),
        )
    if words.pictures:
        flattener.notice(
            "pictures_not_read",
            message=say(
                "The file holds {pictures:d} pictures; words inside them are not read.",
                pictures=words.pictures,
            ),
        )
