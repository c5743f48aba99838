"""Names of the elements and attributes of WordprocessingML that matter for reading.

Numbers that Word prints but does not store: list items, numbered headings, serial columns.

The parts of a docx file, found by their relationships.

What the styles of a document say of its paragraphs, inherited styles followed.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from jinque.documents.archive import Archive, damaged, parse_part
from jinque.documents.source import Source
from jinque.documents.word.numerals import numeral

STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_W = f"{{{TRANSITIONAL.decode()}}}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def w(name: str) -> str:
    """Return the qualified name of an element or attribute."""
    return _W + name


PARAGRAPH, TABLE, RUN = w("p"), w("tbl"), w("r")
ROW, CELL = w("tr"), w("tc")
PARAGRAPH_PROPERTIES, RUN_PROPERTIES = w("pPr"), w("rPr")
ROW_PROPERTIES, CELL_PROPERTIES = w("trPr"), w("tcPr")
NUMBERS, STYLE = w("numPr"), w("pStyle")
VALUE, IDENTIFIER, TYPE, LEVEL = w("val"), w("id"), w("type"), w("ilvl")
TEXTS = (w("t"), _MATHS + "t")
BREAK, SYMBOL = w("br"), w("sym")
TEXT_BOX = w("txbxContent")
ALTERNATIVES = _COMPATIBILITY + "AlternateContent"
CHOICE, FALLBACK = _COMPATIBILITY + "Choice", _COMPATIBILITY + "Fallback"
PICTURE = _DRAWING + "blip"
NOTE_REFERENCES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
DELETIONS = (w("del"), w("moveFrom"))
CHANGES = (*DELETIONS, w("ins"), w("moveTo"), w("cellIns"), w("cellDel"))
CONTROL = w("sdt")
GALLERY = f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}"

PROPERTIES = (PARAGRAPH_PROPERTIES, RUN_PROPERTIES, ROW_PROPERTIES, CELL_PROPERTIES)
UNREAD = frozenset(
    (*DELETIONS, *PROPERTIES, *map(w, ("rt", "sdtPr", "instrText", "tblPr", "tblGrid", "sectPr")))
)
"""Deleted words, properties, the reading above a character, the instruction behind a field."""

MARKS = {
    w("tab"): " ",
    w("ptab"): " ",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_WINGDINGS = {
    0xAB: "★", 0xAA: "★", 0xB6: "☆", 0xFC: "√", 0xFE: "☑", 0xFD: "☒", 0xFB: "×", 0xA8: "□",
    0x6F: "□", 0x71: "□", 0x72: "□", 0x6E: "■", 0x6C: "●", 0xA1: "○", 0x9F: "•", 0x75: "◆",
    0xE0: "→", 0xD8: "➢",
}  # fmt: skip
_WINGDINGS_2 = {
    0x50: "√", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x51: "☒", 0x4F: "×", 0xA3: "□", 0x2A: "□",
    0x97: "●", 0x99: "○", 0xA2: "■",
}  # fmt: skip
_SYMBOL = {
    0xD6: "√", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xAE: "→", 0xB7: "•",
    0xB0: "°", 0xB9: "≠", 0xBB: "≈",
}  # fmt: skip
_WEBDINGS = {0x61: "√", 0x72: "×", 0x63: "□", 0x67: "■"}
SYMBOL_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {},
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
"""Signs of fonts that draw pictures in the place of letters, by the low byte of their code."""

FONTS, RUN_STYLE = w("rFonts"), w("rStyle")
FONT_NAMES = (w("ascii"), w("hAnsi"))
STRIKES = (w("strike"), w("dstrike"))
OBJECT, ALT_CHUNK, SUB_DOCUMENT = w("object"), w("altChunk"), w("subDoc")
OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
COMMENT_REFERENCE = w("commentReference")
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_LINKS = (
    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
)


FIELD_CHARACTER = w("fldChar")
_CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
_CHECKED = "{http://schemas.microsoft.com/office/word/2010/wordml}checked"
_WORD_14_VALUE = "{http://schemas.microsoft.com/office/word/2010/wordml}val"
_TICKED, _UNTICKED = "☑", "□"


def form_field(element: etree._Element) -> str | None:
    """Return what a tick box or an old list of choices shows; None for anything else.

    Word draws a ticked content control as ☒, which elsewhere means no; here it is ☑.

    Args:
        element: a content control, or the mark that begins a field.
    """
    box = element.find(f"{w('sdtPr')}/{_CHECKBOX}")
    if box is not None:
        checked = box.find(_CHECKED)
        said = "0" if checked is None else checked.get(_WORD_14_VALUE)
        return _TICKED if is_on(said) else _UNTICKED
    old = element.find(f"{w('ffData')}/{w('checkBox')}")
    if old is not None:
        state = old.find(w("checked"))
        state = old.find(w("default")) if state is None else state
        return _TICKED if state is not None and is_on(state.get(VALUE)) else _UNTICKED
    return _chosen(element.find(f"{w('ffData')}/{w('ddList')}"))


def _chosen(choices: etree._Element | None) -> str | None:
    if choices is None:
        return None
    entries = [one.get(VALUE) or "" for one in choices.iterfind(w("listEntry"))]
    result = choices.find(w("result"))
    result = choices.find(w("default")) if result is None else result
    place = number(result.get(VALUE), 0) if result is not None else 0
    return entries[place] if place < len(entries) else ""


def properties_of(element: etree._Element, tag: str) -> etree._Element | None:
    """Return the properties of an element, which are its first child if it has any."""
    if len(element) and element[0].tag == tag:
        return element[0]
    return element.find(tag) if tag == ROW_PROPERTIES else None


def is_on(value: str | None) -> bool:
    """Read a switch: an element without a value is on."""
    return value not in ("0", "false", "off")


def number(value: str | None, otherwise: int) -> int:
    """Read a whole number up to six digits; anything else gives `otherwise`."""
    is_plain = value is not None and value.isascii() and value.isdecimal() and len(value) <= 6  # noqa: PLR2004
    return int(value) if is_plain and value is not None else otherwise


_MOST_ANCESTORS = 12
_CONTENTS = "toc "


class Styles:
    """Paragraph styles by identifier.

    Attributes:
        numbers: style -> list and level of its paragraphs; styles without a list are left out.
        contents: styles of the lines of a table of contents, which repeat what follows.
        struck: styles of paragraphs and of words whose words are struck through.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self.numbers: dict[str, tuple[str | None, int]] = {}
        self._parents: dict[str, str] = {}
        own: dict[str, tuple[str | None, int | None]] = {}
        names: dict[str, str] = {}
        for style in root.iterfind(w("style")) if root is not None else ():
            identifier = style.get(w("styleId")) or ""
            self._parents[identifier] = _value(style, "basedOn")
            names[identifier] = _value(style, "name").lower()
            found = style.find(f"{PARAGRAPH_PROPERTIES}/{NUMBERS}")
            if found is not None:
                own[identifier] = list_and_level(found)
        said: dict[str, bool] = {}
        for style in root.iterfind(w("style")) if root is not None else ():
            strike = is_struck(style.find(RUN_PROPERTIES))
            if strike is not None:
                said[style.get(w("styleId")) or ""] = strike
        self.struck = frozenset(
            identifier
            for identifier in (self._parents if said else ())
            if next((said[one] for one in self._line(identifier) if one in said), False)
        )
        self.contents = frozenset(one for one, name in names.items() if name.startswith(_CONTENTS))
        for identifier in self._parents:
            ancestor = next((one for one in self._line(identifier) if one in own), None)
            if ancestor is not None:
                self.numbers[identifier] = (own[ancestor][0], own[ancestor][1] or 0)

    def _line(self, identifier: str) -> Iterator[str]:
        for _ in range(_MOST_ANCESTORS):
            yield identifier
            identifier = self._parents.get(identifier, "")


def is_struck(properties: etree._Element | None) -> bool | None:
    """Tell whether run properties strike the words through; None where they say nothing."""
    said = [] if properties is None else [one for one in properties if one.tag in STRIKES]
    return any(is_on(one.get(VALUE)) for one in said) if said else None


def list_and_level(numbers: etree._Element | None) -> tuple[str | None, int | None]:
    """Return the identifier of the list and the level that a `numPr` names, each if it does."""
    if numbers is None:
        return None, None
    level = _value(numbers, "ilvl")
    return _value(numbers, "numId") or None, number(level, 0) if level else None


def _value(element: etree._Element, name: str) -> str:
    found = element.find(w(name))
    return "" if found is None else found.get(VALUE) or ""


_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    start: int
    style: str
    pattern: str


@dataclass(slots=True, kw_only=True)
class _List:
    """One list as used; lists of the same abstract one go on counting together."""

    abstract: str
    starts: dict[int, int]
    is_begun: set[int] = field(default_factory=set)


class Numbering:
    """Counts the numbered paragraphs of a document in printed order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = styles
        if root is not None:
            self._learn(root)

    def label(self, properties: etree._Element) -> str:
        """Return what is printed in front of the next paragraph; empty where nothing is.

        Args:
            properties: the `pPr` of the paragraph.
        """
        list_id, level = self._place(properties)
        used = self._lists.get(list_id or "")
        levels = self._levels.get(used.abstract, {}) if used else {}
        if used is None or level not in levels:
            return ""
        counts = self._counts.setdefault(used.abstract, {})
        self._count(used, counts, level, levels[level].start)
        return _PLACE.sub(
            lambda found: _printed(int(found[1]) - 1, counts, levels), levels[level].pattern
        )

    def _count(self, used: _List, counts: dict[int, int], level: int, start: int) -> None:
        if level in used.starts and level not in used.is_begun:
            counts[level] = used.starts[level]
        else:
            counts[level] = counts.get(level, start - 1) + 1
        used.is_begun.add(level)
        for deeper in [deeper for deeper in counts if deeper > level]:
            del counts[deeper]

    def _place(self, properties: etree._Element) -> tuple[str | None, int]:
        """Return the list and the level of a paragraph, its own or those of its style."""
        own = properties.find(NUMBERS)
        style = properties.find(STYLE)
        list_id, level = list_and_level(own)
        inherited = self._styles.numbers.get(style.get(VALUE) or "") if style is not None else None
        if inherited:
            list_id = inherited[0] if list_id is None else list_id
            level = inherited[1] if level is None else level
        return list_id, level or 0

    def _learn(self, root: etree._Element) -> None:
        for abstract in root.iterfind(w("abstractNum")):
            levels = {number(one.get(LEVEL), 0): _level(one) for one in abstract.iterfind(w("lvl"))}
            self._levels[abstract.get(w("abstractNumId")) or ""] = levels
        for one in root.iterfind(w("num")):
            abstract_id = one.find(w("abstractNumId"))
            starts = {
                number(override.get(LEVEL), 0): number(start.get(VALUE), 1)
                for override in one.iterfind(w("lvlOverride"))
                if (start := override.find(w("startOverride"))) is not None
            }
            if abstract_id is not None:
                self._lists[one.get(w("numId")) or ""] = _List(
                    abstract=abstract_id.get(VALUE) or "", starts=starts
                )


def _printed(level: int, counts: dict[int, int], levels: dict[int, _Level]) -> str:
    if level not in levels:
        return ""
    return numeral(counts.get(level, levels[level].start), levels[level].style)


def _level(one: etree._Element) -> _Level:
    def value(name: str, otherwise: str) -> str:
        found = one.find(w(name))
        return otherwise if found is None else found.get(VALUE) or ""

    style = value("numFmt", "decimal")
    return _Level(
        start=number(value("start", "1"), 1),
        style=style,
        pattern="" if style in ("bullet", "none") else value("lvlText", ""),
    )


_MAIN = "word/document.xml"
_MAIN_TYPE = "officeDocument"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a part refers to.

    Attributes:
        kind: the last word of the relationship's type.
        part: name of the part; the address of what lies outside.
        is_external: whether it lies outside the package.
    """

    kind: str
    part: str
    is_external: bool


class WordPackage:
    """Gives the XML of a document's parts; external targets are never followed."""

    def __init__(self, source: Source) -> None:
        """Open the package.

        Raises:
            NotReadableError: it is damaged or has no main part.
            LimitError: it exceeds the budget.
        """
        self._source = source
        self._archive = Archive(source)
        self._main = next(
            (
                link.part
                for link in self._links("").values()
                if link.kind == _MAIN_TYPE and not link.is_external
            ),
            _MAIN,
        )
        if self._main not in self._archive:
            raise damaged(source.name)
        self.links = self._links(self._main)

    def main(self) -> etree._Element:
        """Return the root of the document's own part."""
        return self._parse(self._main)

    def related(self, kind: str) -> etree._Element | None:
        """Return the root of another part, such as `footnotes`; None where there is none."""
        name = next(
            (one.part for one in self.links.values() if one.kind == kind and not one.is_external),
            "",
        )
        return self._parse(name) if name in self._archive else None

    def unpack(self, link: Link) -> bytes | None:
        """Return the bytes of a part that the document refers to; None where there is none."""
        is_here = not link.is_external and link.part in self._archive
        return self._archive.unpack(link.part) if is_here else None

    def _parse(self, name: str) -> etree._Element:
        data = self._archive.unpack(name).replace(STRICT, TRANSITIONAL)
        return parse_part(data.replace(*_STRICT_LINKS), self._source)

    def _links(self, part: str) -> dict[str, Link]:
        """Return what `part` refers to, by identifier."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._archive:
            return {}
        root = parse_part(self._archive.unpack(relations), self._source)
        return {one.get("Id") or "": _link(one, folder) for one in root}


def _link(one: etree._Element, folder: str) -> Link:
    target = one.get("Target") or ""
    is_external = one.get("TargetMode") == "External"
    return Link(
        kind=posixpath.basename(one.get("Type") or ""),
        part=target if is_external else _resolve(folder, target),
        is_external=is_external,
    )


def _resolve(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
