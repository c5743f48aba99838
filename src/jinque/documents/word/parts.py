"""Names of the elements and attributes of WordprocessingML that matter for reading.

Numbers that Word prints but does not store: list items, numbered headings, serial columns.

The ways in which Word writes the number of a list item.

The parts of a docx file, found by their relationships.

What the styles of a document say of its paragraphs, inherited styles followed.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from jinque.documents.archive import Archive, damaged, parse_part
from jinque.documents.source import Source

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
SYMBOLS = {"F0AB": "★", "F0AA": "★", "F0FC": "√", "F0FE": "√", "F0A8": "□", "F06F": "□"}
"""Characters of the font Wingdings, by code."""


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


_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LAST_CIRCLED = 20


def numeral(number: int, style: str) -> str:
    """Return `number` as Word prints it.

    Args:
        number: counted from 0.
        style: the value of `numFmt`; one that is not known is printed in Arabic digits.
    """
    return _STYLES.get(style, str)(number)


def _chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """Return a Chinese numeral below ten thousand; larger ones in Arabic digits."""
    printed = str(number)
    if len(printed) > len(units) + 1 or number == 0:
        return printed if number else digits[0]
    words = ""
    for place, character in enumerate(reversed(printed)):
        digit = int(character)
        unit = units[place - 1] if place and digit else ""
        zero = "零" if not digit and words and words[0] != "零" else ""
        words = (digits[digit] + unit if digit else zero) + words
    ten = digits[1] + units[0]
    return words.removeprefix(digits[1]) if words.startswith(ten) and digits is _DIGITS else words


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words += letters * min(number // value, 1000)
        number %= value
    return words


def _letters(number: int) -> str:
    """Return a, b … z, aa, bb …: the letter repeats."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 1000) if number else ""


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= _LAST_CIRCLED else str(number)


def _stem(number: int) -> str:
    return _STEMS[(number - 1) % len(_STEMS)]


_STYLES: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda number: f"{number:02d}",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ideographTraditional": _stem,
    "chineseLegalSimplified": lambda number: _chinese(number, _LEGAL_DIGITS, "拾佰仟"),
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "ideographDigital",
        ),
        _chinese,
    ),
}


_MOST_ANCESTORS = 12
_CONTENTS = "toc "


class Styles:
    """Paragraph styles by identifier.

    Attributes:
        numbers: style -> list and level of its paragraphs; styles without a list are left out.
        contents: styles of the lines of a table of contents, which repeat what follows.
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
        self.contents = frozenset(one for one, name in names.items() if name.startswith(_CONTENTS))
        for identifier in self._parents:
            ancestor = next((one for one in self._line(identifier) if one in own), None)
            if ancestor is not None:
                self.numbers[identifier] = (own[ancestor][0], own[ancestor][1] or 0)

    def _line(self, identifier: str) -> Iterator[str]:
        for _ in range(_MOST_ANCESTORS):
            yield identifier
            identifier = self._parents.get(identifier, "")


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
        self._main = self._targets("").get(_MAIN_TYPE, _MAIN)
        if self._main not in self._archive:
            raise damaged(source.name)
        self._related = self._targets(self._main)

    def main(self) -> etree._Element:
        """Return the root of the document's own part."""
        return self._parse(self._main)

    def related(self, kind: str) -> etree._Element | None:
        """Return the root of another part, such as `footnotes`; None where there is none."""
        name = self._related.get(kind)
        return self._parse(name) if name and name in self._archive else None

    def _parse(self, name: str) -> etree._Element:
        data = self._archive.unpack(name).replace(STRICT, TRANSITIONAL)
        return parse_part(data, self._source)

    def _targets(self, part: str) -> dict[str, str]:
        """Return the names of the parts that `part` refers to, by the last word of their type."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._archive:
            return {}
        root = parse_part(self._archive.unpack(relations), self._source)
        return {
            posixpath.basename(one.get("Type") or ""): _resolve(folder, one.get("Target") or "")
            for one in reversed(root)
            if one.get("TargetMode") != "External"
        }


def _resolve(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
