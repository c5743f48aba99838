"""Names of the elements and attributes of WordprocessingML that matter for reading."""

from lxml import etree

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
