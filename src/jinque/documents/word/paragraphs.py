"""The words of a paragraph, tracked changes read as accepted."""

from lxml import etree

from jinque.documents.word.names import (
    ALTERNATIVES,
    BREAK,
    CHOICE,
    FALLBACK,
    IDENTIFIER,
    MARKS,
    NOTE_REFERENCES,
    PARAGRAPH_PROPERTIES,
    PICTURE,
    RUN,
    RUN_PROPERTIES,
    STYLE,
    SYMBOL,
    SYMBOLS,
    TEXT_BOX,
    TEXTS,
    TYPE,
    UNREAD,
    VALUE,
    is_on,
    properties_of,
    w,
)
from jinque.documents.word.numbering import Numbering
from jinque.documents.word.styles import Styles

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
