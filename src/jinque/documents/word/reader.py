"""The one function of this package, and the notes and notices that go with a document.

The body of a Word document: paragraphs, tables and what stands inside them.

The words of a paragraph, tracked changes read as accepted.
"""

from collections.abc import Iterator

from lxml import etree

from jinque.documents.archive import SIGNATURE as COMPOUND
from jinque.documents.archive import damaged, stream
from jinque.documents.embedded import Embedded
from jinque.documents.flattening import Flattener, pour
from jinque.documents.grid import Item, SpannedCell, SpannedTable
from jinque.documents.marks import COMMENT, struck
from jinque.documents.marks import PICTURE as PICTURE_MARK
from jinque.documents.marks import SYMBOL as SYMBOL_MARK
from jinque.documents.source import Budget, Source
from jinque.documents.word.parts import (
    ALT_CHUNK,
    ALTERNATIVES,
    BREAK,
    CELL,
    CELL_PROPERTIES,
    CHANGES,
    CHOICE,
    COMMENT_REFERENCE,
    CONTROL,
    DELETIONS,
    FALLBACK,
    FIELD_CHARACTER,
    FONT_NAMES,
    FONTS,
    GALLERY,
    IDENTIFIER,
    LINK,
    MARKS,
    NOTE_REFERENCES,
    OBJECT,
    OLD_PICTURE,
    OLE_OBJECT,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PICTURE,
    ROW,
    ROW_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    RUN_STYLE,
    STYLE,
    SUB_DOCUMENT,
    SYMBOL,
    SYMBOL_FONTS,
    TABLE,
    TEXT_BOX,
    TEXTS,
    TYPE,
    UNREAD,
    VALUE,
    Link,
    Numbering,
    Styles,
    WordPackage,
    form_field,
    is_on,
    is_struck,
    number,
    properties_of,
    w,
)
from jinque.locale import Sentence, say
from jinque.model import Document

_VANISH = w("vanish")
_CHARACTER, _FONT = w("char"), w("font")
_LOW_BYTE, _PRIVATE = 0xFF, range(0xF000, 0xF100)
_PROGRAM = "ProgID"


class ParagraphReader:
    """Reads paragraph after paragraph in printed order, since numbers count on.

    Attributes:
        boxes: text boxes anchored in the paragraphs read so far, until they are taken.
        references: kind and identifier of the notes referred to, until they are taken.
        objects: identifier and program of the objects inserted, until they are taken.
        hidden: how many runs of words are formatted as hidden; they are left out.
        pictures: how many pictures stand in the text.
    """

    def __init__(self, numbering: Numbering, styles: Styles) -> None:
        self._numbering = numbering
        self._styles = styles
        self.boxes: list[etree._Element] = []
        self.references: list[tuple[str, str]] = []
        self.objects: list[tuple[str, str]] = []
        self._is_struck = False
        self.hidden = 0
        self.pictures = 0

    def read(self, paragraph: etree._Element) -> str:
        """Return the words with the number that Word prints in front of them.

        A line of a table of contents is empty: it repeats a heading that follows.
        """
        pieces: list[str] = []
        properties = properties_of(paragraph, PARAGRAPH_PROPERTIES)
        style = properties.find(STYLE) if properties is not None else None
        name = style.get(VALUE) if style is not None else None
        self._is_struck = name in self._styles.struck
        self._walk(paragraph, pieces)
        if properties is None:
            return "".join(pieces).strip()
        if name in self._styles.contents:
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
        if vanish is not None and is_on(vanish.get(VALUE)):
            self.hidden += 1
            return
        inside: list[str] = []
        self._walk(run, inside)
        text = "".join(inside)
        font = _symbol_font(properties)
        if font is not None:
            text = "".join(_sign(character, font) for character in text)
        pieces.append(struck(text) if self._strikes(properties) else text)

    def _strikes(self, properties: etree._Element | None) -> bool:
        own = is_struck(properties)
        if own is not None or properties is None:
            return self._is_struck if own is None else own
        style = properties.find(RUN_STYLE)
        return self._is_struck or (style is not None and style.get(VALUE) in self._styles.struck)

    def _other(self, element: etree._Element, pieces: list[str]) -> None:
        tag = element.tag
        if tag in _LEAVES:
            self._leaf(element, pieces)
        elif tag in (CONTROL, FIELD_CHARACTER) and (shown := form_field(element)) is not None:
            pieces.append(shown)
        elif tag == TEXT_BOX:
            self.boxes.append(element)
        elif tag == OBJECT:
            self.objects += [
                (one.get(LINK) or "", one.get(_PROGRAM) or "") for one in element.iter(OLE_OBJECT)
            ]
        else:
            self._walk(alternative(element) if tag == ALTERNATIVES else element, pieces)

    def _leaf(self, element: etree._Element, pieces: list[str]) -> None:
        tag = element.tag
        if tag == BREAK:
            pieces.append("" if element.get(TYPE) in ("page", "column") else "\n")
        elif tag == SYMBOL:
            pieces.append(_symbol(element.get(_CHARACTER) or "", element.get(_FONT) or ""))
        elif tag in NOTE_REFERENCES:
            self.references.append((NOTE_REFERENCES[tag], element.get(IDENTIFIER) or ""))
        elif tag == COMMENT_REFERENCE:
            pieces.append(COMMENT)
        else:
            self.pictures += 1
            pieces.append(PICTURE_MARK)


_LEAVES = frozenset((BREAK, SYMBOL, PICTURE, OLD_PICTURE, COMMENT_REFERENCE, *NOTE_REFERENCES))


def alternative(element: etree._Element) -> etree._Element:
    """Return the one of several equal contents that is to be read."""
    for tag in (CHOICE, FALLBACK):
        found = element.find(tag)
        if found is not None:
            return found
    return element


def _symbol_font(properties: etree._Element | None) -> dict[int, str] | None:
    """Return the signs of the font that words are set in; None for a font of letters."""
    fonts = properties.find(FONTS) if properties is not None else None
    names = () if fonts is None else [(fonts.get(name) or "").lower() for name in FONT_NAMES]
    return next((SYMBOL_FONTS[name] for name in names if name in SYMBOL_FONTS), None)


def _sign(character: str, font: dict[int, str]) -> str:
    """Return what a font of signs draws for a character; blanks and Chinese stay."""
    code = ord(character)
    if character.isspace() or (code > _LOW_BYTE and code not in _PRIVATE):
        return character
    return font.get(code & _LOW_BYTE, SYMBOL_MARK)


def _symbol(code: str, name: str) -> str:
    """Return the sign that `w:sym` draws: fonts of signs draw different ones for one code."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    font = SYMBOL_FONTS.get(name.lower())
    if font is not None:
        return _sign(character, font)
    return SYMBOL_MARK if ord(character) in _PRIVATE else character


_CONTENTS = "Table of Contents"
_MARK_DELETED = tuple(f"{PARAGRAPH_PROPERTIES}/{RUN_PROPERTIES}/{tag}" for tag in DELETIONS)
_GRID_BEFORE, _GRID_SPAN = w("gridBefore"), w("gridSpan")
_MERGE_DOWN, _MERGE_ACROSS, _CELL_DELETED = w("vMerge"), w("hMerge"), w("cellDel")
_RESTART = "restart"
_MOST_BEFORE = 64


class BodyReader:
    """Turns a container of blocks into lines and tables."""

    def __init__(
        self,
        paragraphs: ParagraphReader,
        budget: Budget,
        parts: "InnerParts",
        *,
        is_tracked: bool,
    ) -> None:
        """Take what the whole document shares.

        Args:
            paragraphs: reads the words.
            budget: for the depth of tables inside tables.
            parts: reads the files inside the document.
            is_tracked: whether there are tracked changes to look for.
        """
        self._paragraphs = paragraphs
        self._parts = parts
        self._budget = budget
        self._is_tracked = is_tracked

    def items(self, container: etree._Element, depth: int = 0) -> Iterator[Item]:
        """Yield what stands in a body, a cell, a text box or a note, in printed order."""
        held = ""
        for block in self._blocks(container):
            if block.tag == TABLE:
                yield self._table(block, depth + 1)
                continue
            if block.tag in (ALT_CHUNK, SUB_DOCUMENT):
                yield from self._parts.items(block.get(LINK) or "")
                continue
            held += self._paragraphs.read(block)
            if not (self._is_tracked and _is_joined_to_next(block)):
                yield held
                held = ""
            boxes, self._paragraphs.boxes = self._paragraphs.boxes, []
            for box in boxes:
                yield from self.items(box, depth + 1)
            objects, self._paragraphs.objects = self._paragraphs.objects, []
            for identifier, program in objects:
                yield from self._parts.items(identifier, program)
        yield held

    def _blocks(self, container: etree._Element) -> Iterator[etree._Element]:
        """Yield paragraphs and tables, those inside content controls among them."""
        for child in container:
            if child.tag in (PARAGRAPH, TABLE, ALT_CHUNK, SUB_DOCUMENT):
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
            cell.is_restart = one.get(VALUE) == _RESTART
            cell.is_continued = not cell.is_restart
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


_CHUNKS = {
    "aFChunk": say("an embedded chunk of another file"),
    "subDocument": say("a subdocument"),
    "package": say("an embedded object"),
    "oleObject": say("an embedded object"),
    "control": say("a control"),
    "chart": say("a chart"),
    "chartEx": say("a chart"),
    "diagramData": say("a diagram (SmartArt)"),
    "frame": say("a frame"),
}
"""Parts that show words and are files of their own, by the last word of their type."""

_PACKAGE_STREAM = "Package"


class InnerParts:
    """The files that a document holds or refers to, against those that were read."""

    def __init__(self, package: WordPackage, embedded: Embedded) -> None:
        self._package = package
        self._embedded = embedded
        self._waiting = dict.fromkeys(
            identifier for identifier, link in package.links.items() if link.kind in _CHUNKS
        )

    def items(self, identifier: str, program: str = "") -> list[Item]:
        """Return what a part shows in the place that refers to it."""
        self._waiting.pop(identifier, None)
        link = self._package.links.get(identifier)
        if link is None:
            return []
        data = self._package.unpack(link)
        if data is None:
            self._embedded.not_read(link.part, _named(link, program), _OUTSIDE)
            return []
        inside = stream(data, _PACKAGE_STREAM) if data.startswith(COMPOUND) else b""
        return self._embedded.items(inside or data, link.part, _named(link, program))

    def report_rest(self) -> None:
        """Tell what the document refers to and nobody read."""
        for identifier in self._waiting:
            link = self._package.links[identifier]
            self._embedded.not_read(link.part, _named(link, ""))


_OUTSIDE = say("it lies outside the file.")


def _named(link: Link, program: str) -> Sentence:
    message = _CHUNKS.get(link.kind, say("another file"))
    return say("{what} {program}", what=message, program=program) if program else message


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
    flattener = Flattener(source)
    parts = InnerParts(package, Embedded(source, flattener))
    reader = BodyReader(words, source.budget, parts, is_tracked=changes > 0)
    pour(_with_notes(reader, words, body, _notes(package)), flattener, source.budget)
    parts.report_rest()
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
