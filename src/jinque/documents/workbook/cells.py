"""The XML of worksheets and strings, made plain before calamine reads it.

calamine gives values only: an error, a formula that nobody computed, a picture in a cell and a
truly blank cell are all the same to it, and it joins struck words and reading aids to the others.
What would be lost so is written into the copy as a mark, which the flattener turns into a notice.
"""

import re
from collections.abc import Callable, Iterator

from jinque.documents.marks import ERROR, FORMULA, PICTURE, STRUCK, STRUCK_END

_TAG = re.compile(rb"<((?:[\w.-]+:)?)(row|c)(?=[\s/>])((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>")
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})["']""")
_CELL = re.compile(
    rb"<((?:[\w.-]+:)?)c(?=[\s>])((?:[^>\"']|\"[^\"]*\"|'[^']*')*)(?<!/)>(.*?)</\1c\s*>", re.DOTALL
)
_ERROR_TYPE = re.compile(rb"""(\st\s*=\s*["'])e(["'])""")
_STRING_TYPE = re.compile(rb"""\st\s*=\s*["']str["']""")
_RICH = re.compile(rb"""\svm\s*=\s*["'](\d{1,9})["']""")
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_VALUE = re.compile(rb"<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]+)<")
_WORDS = re.compile(rb"<(?:[\w.-]+:)?t(?:\s[^>]*)?>[^<]")
_WPS_PICTURE = b"DISPIMG("
_RUN = re.compile(rb"<((?:[\w.-]+:)?)r>(.*?)</\1r>", re.DOTALL)
_STRIKE = re.compile(rb"""<(?:[\w.-]+:)?strike(?:\s+val\s*=\s*["'](?:1|true)["'])?\s*/>""")
_RUN_WORDS = re.compile(rb"(<(?:[\w.-]+:)?t(?:\s[^>]*)?>)([^<]*)(<)")
_READING_AID = re.compile(rb"<((?:[\w.-]+:)?)rPh[\s>].*?</\1rPh\s*>", re.DOTALL)
_LETTERS = 26
_MARKED = rb"\g<1>" + STRUCK.encode() + rb"\g<2>" + STRUCK_END.encode() + rb"\g<3>"

Place = tuple[int, int]
"""Row and column, counted from 1."""


def with_references(xml: bytes) -> bytes:
    """Give every row and cell its number, as a reader counts those that have none.

    Excel and the standard allow both to be left out: a row then follows the one before, a cell
    the one to its left.
    """
    if not _lacks_reference(xml):
        return xml
    row = column = 0

    def numbered(found: re.Match[bytes]) -> bytes:
        nonlocal row, column
        prefix, name, attributes, end = found.groups()
        reference = _REFERENCE.search(attributes)
        if name == b"row":
            row, column = int(reference[2]) if reference else row + 1, 0
            own = b"%d" % row
        else:
            column = column_number(reference[1]) if reference else column + 1
            own = _letters(column) + b"%d" % row
        if reference:
            return found[0]
        return b'<%s%s r="%s"%s%s>' % (prefix, name, own, attributes, end)

    return _TAG.sub(numbered, xml)


def _lacks_reference(xml: bytes) -> bool:
    if not re.search(rb"<(?:[\w.-]+:)?(?:row|c)(?:(?! r=[\"'])[\s/>])", xml):
        return False
    return any(not _REFERENCE.search(found[3]) for found in _TAG.finditer(xml))


def plain_strings(xml: bytes) -> bytes:
    """Leave out reading aids above characters, and mark the runs that are struck through."""
    if b"rPh" in xml:
        xml = _READING_AID.sub(b"", xml)
    if b"strike" in xml:
        xml = _RUN.sub(_marked_run, xml)
    return xml


def _marked_run(run: re.Match[bytes]) -> bytes:
    return _RUN_WORDS.sub(_MARKED, run[0]) if _STRIKE.search(run[2]) else run[0]


def with_errors_as_words(
    xml: bytes, is_picture: Callable[[int], bool]
) -> tuple[bytes, dict[Place, str]]:
    """Return the XML in which errors are words, and the marks of cells that hold no plain value.

    Args:
        xml: a worksheet whose cells all have references.
        is_picture: tells by the number of its rich value whether a cell holds a picture, which
            older programs are shown as `#VALUE!`.
    """
    marks: dict[Place, str] = {}
    has_errors = _ERROR_TYPE.search(xml) is not None
    has_formulas = _FORMULA.search(xml) is not None
    if not (has_errors or has_formulas or _WPS_PICTURE in xml):
        return xml, marks
    for place, attributes, inside in _cells(xml):
        mark = _mark_of(attributes, inside, is_picture)
        if mark:
            marks[place] = mark
    if has_errors:
        xml = _CELL.sub(_error_as_words, xml)
    return xml, marks


def _cells(xml: bytes) -> Iterator[tuple[Place, bytes, bytes]]:
    for found in _CELL.finditer(xml):
        reference = _REFERENCE.search(found[2])
        if reference:
            place = int(reference[2]), column_number(reference[1])
            yield place, found[2], found[3]


def _mark_of(attributes: bytes, inside: bytes, is_picture: Callable[[int], bool]) -> str:
    if _WPS_PICTURE in inside:
        return PICTURE
    if _ERROR_TYPE.search(attributes):
        rich = _RICH.search(attributes)
        return PICTURE if rich and is_picture(int(rich[1])) else ERROR
    is_formula = _FORMULA.search(inside) is not None
    has_value = _VALUE.search(inside) or _WORDS.search(inside) or _STRING_TYPE.search(attributes)
    return FORMULA if is_formula and not has_value else ""


def _error_as_words(cell: re.Match[bytes]) -> bytes:
    if not _ERROR_TYPE.search(cell[2]):
        return cell[0]
    prefix, attributes = cell[1], _ERROR_TYPE.sub(rb"\g<1>str\g<2>", cell[2])
    return b"<%sc%s>%s</%sc>" % (prefix, attributes, cell[3], prefix)


def column_number(letters: bytes) -> int:
    """Return the number of a column, counted from 1."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + letter - ord("A") + 1
    return number


def _letters(column: int) -> bytes:
    letters = b""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = bytes((ord("A") + rest,)) + letters
    return letters
