"""The sheets of an xlsx file through calamine, from a copy whose size is known.

The parts of an xlsx file, and a copy of it that calamine may unpack without a limit.

What the XML of a worksheet says beside the values of its cells, found without a tree of it.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import TypeVar

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from jinque.documents.archive import Archive, damaged, parse_part
from jinque.documents.source import Budget, Source
from jinque.documents.workbook.cells import (
    Place,
    column_number,
    plain_strings,
    with_errors_as_words,
    with_references,
)
from jinque.documents.workbook.inventory import Beside, beside, picture_values
from jinque.documents.workbook.number_formats import GENERAL, builtin
from jinque.documents.workbook.values import SheetValues
from jinque.errors import TooManyCellsError
from jinque.locale import say

_Result = TypeVar("_Result")


class NewWorkbook:
    """An open workbook."""

    def __init__(self, data: io.BytesIO, where: str) -> None:
        """Open it.

        Raises:
            NotReadableError: it is damaged.
        """
        self._where = where
        self._book = self._guarded(lambda: CalamineWorkbook.from_filelike(data))

    def sheet(self, name: str) -> SheetValues:
        """Return a sheet by name.

        Raises:
            NotReadableError: it is damaged.
        """
        sheet = self._guarded(lambda: self._book.get_sheet_by_name(name))
        row, column = sheet.start or (0, 0)
        return SheetValues(
            name=name,
            row=row + 1,
            column=column + 1,
            height=sheet.height,
            width=sheet.width,
            rows=islice(sheet.iter_rows(), row, None),
            merges=tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ()),
        )

    def _guarded(self, call: Callable[[], _Result]) -> _Result:
        """Return what a call gives; a panic of the parser is a damaged file like any other."""
        try:
            return call()
        except (CalamineError, OSError, ValueError, OverflowError) as fault:
            raise damaged(self._where) from fault
        except BaseException as fault:
            if type(fault).__name__ != "PanicException":
                raise
            raise damaged(self._where) from fault


_WORKBOOK = "xl/workbook.xml"
_WORKSHEET = "worksheet"
_STYLES, _STRINGS = "styles", "sharedStrings"
_BESIDE = ("comments", "threadedComment", "drawing")
_METADATA = ("xl/metadata.xml", "xl/richData/rdrichvalue.xml")
_STRUCTURES = "xl/richData/rdrichvaluestructure.xml"
_NEEDED = (".xml", ".rels")
_LARGE_COUNT = re.compile(rb"""(ount\s*=\s*["'])[^"']{6,}""")
_UNNEEDED = (
    *("xl/media/", "xl/charts/", "xl/embeddings/", "xl/externalLinks/", "xl/diagrams/"),
    *("xl/theme/", "xl/pivotCache/", "xl/printerSettings/"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """Styles of cells, by number.

    Attributes:
        struck: their words are struck through.
        across: the words of a cell are centred over the blank cells to its right.
    """

    struck: frozenset[int] = frozenset()
    across: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """A worksheet as the workbook lists it."""

    name: str
    part: str
    is_hidden: bool


class WorkbookPackage:
    """Unpacks what a reader of values needs: no macros, no external links, no pictures."""

    def __init__(self, source: Source) -> None:
        """Unpack the workbook.

        Raises:
            NotReadableError: it is damaged or has no main part.
            LimitError: it exceeds the budget.
        """
        self._source = source
        archive = Archive(source)
        if _WORKBOOK not in archive:
            raise damaged(source.name)
        self._parts = {
            name: archive.unpack(name)
            for name in archive.names
            if name.endswith(_NEEDED) and not name.startswith(_UNNEEDED)
        }
        self._related = self._relations(_WORKBOOK)
        if not self._related:
            raise damaged(source.name)
        for kind, part in self._related.values():
            if kind == _STRINGS and part in self._parts:
                self._parts[part] = plain_strings(self._parts[part])
        pictures = self._picture_values()
        self._marks: dict[str, dict[Place, str]] = {}
        for sheet in self.sheets():
            if sheet.part not in self._marks:
                xml = plain_strings(with_references(self._parts[sheet.part]))
                self._parts[sheet.part], self._marks[sheet.part] = with_errors_as_words(
                    xml, pictures.__contains__
                )

    def sheets(self) -> tuple[SheetPart, ...]:
        """Return the worksheets in the order of their tabs; chart sheets are left out."""
        found = []
        for one in self._root(_WORKBOOK).iterfind("{*}sheets/{*}sheet"):
            identifier = next((str(v) for k, v in one.items() if str(k).endswith("}id")), "")
            kind, part = self._related.get(identifier, ("", ""))
            if kind == _WORKSHEET and part in self._parts:
                is_hidden = one.get("state", "visible") != "visible"
                found.append(SheetPart(name=one.get("name") or "", part=part, is_hidden=is_hidden))
        return tuple(found)

    def xml(self, part: str) -> bytes:
        """Return the bytes of a part that `sheets` names."""
        return self._parts[part]

    def marks(self, part: str) -> dict[Place, str]:
        """Return the marks of the cells of a worksheet that hold something but plain values."""
        return self._marks[part]

    def beside(self, part: str) -> Beside:
        """Return what a worksheet shows beside its cells."""
        links = self._relations(part)
        named = [name for kind, name in links.values() if kind in _BESIDE and name in self._parts]
        drawn = {name: self._relations(name) for name in named}
        return beside(links, {name: self._root(name) for name in named}, drawn)

    def looks(self) -> Looks:
        """Return what the styles of cells say beside their number formats."""
        part = next((part for kind, part in self._related.values() if kind == _STYLES), "")
        if part not in self._parts:
            return Looks()
        root = self._root(part)
        fonts = [_is_struck_font(one) for one in root.iterfind("{*}fonts/{*}font")]
        struck, across = set(), set()
        for number, one in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
            font = one.get("fontId") or "0"
            if font.isdecimal() and int(font) < len(fonts) and fonts[int(font)]:
                struck.add(number)
            alignment = one.find("{*}alignment")
            if alignment is not None and alignment.get("horizontal") == "centerContinuous":
                across.add(number)
        return Looks(struck=frozenset(struck), across=frozenset(across))

    @property
    def counts_from_1904(self) -> bool:
        """Whether dates are counted from 1904, as old Macintosh programs do."""
        properties = self._root(_WORKBOOK).find("{*}workbookPr")
        said = properties.get("date1904") if properties is not None else None
        return said in ("1", "true")

    def formats(self) -> dict[int, str]:
        """Return the number formats other than General, by the style that cells refer to."""
        part = next((part for kind, part in self._related.values() if kind == _STYLES), "")
        if part not in self._parts:
            return {}
        root = self._root(part)
        own = {
            one.get("numFmtId"): one.get("formatCode") or GENERAL
            for one in root.iterfind("{*}numFmts/{*}numFmt")
        }
        codes = {}
        for number, one in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
            identifier = one.get("numFmtId") or "0"
            known = builtin(int(identifier)) if identifier.isdecimal() else GENERAL
            codes[number] = own.get(identifier, known)
        return {number: code for number, code in codes.items() if code not in (GENERAL, "@")}

    def stored(self) -> io.BytesIO:
        """Return the workbook packed anew without compression: what it takes is now known.

        Counts of a million and more are struck out, since calamine takes memory for as many
        entries as a part declares.
        """
        copy = io.BytesIO()
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as packed:
            for name, data in self._parts.items():
                packed.writestr(zipfile.ZipInfo(name), _LARGE_COUNT.sub(rb"\g<1>0", data))
        copy.seek(0)
        return copy

    def _root(self, part: str) -> etree._Element:
        return parse_part(self._parts[part], self._source)

    def _picture_values(self) -> frozenset[int]:
        names = (*_METADATA, _STRUCTURES)
        if not all(name in self._parts for name in names):
            return frozenset()
        return picture_values(*(self._root(name) for name in names))

    def _relations(self, of: str) -> dict[str, tuple[str, str]]:
        """Return the last word of the type, and the part, by identifier."""
        folder, name = posixpath.split(of)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        if part not in self._parts:
            return {}
        return {
            one.get("Id") or "": (
                posixpath.basename(one.get("Type") or ""),
                posixpath.normpath(posixpath.join("/", folder, one.get("Target") or "")).lstrip(
                    "/"
                ),
            )
            for one in self._root(part)
        }


def _is_struck_font(font: etree._Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val") not in ("0", "false")


_LARGEST_AREA = 8_000_000
"""Cells between the outermost ones, blank ones too: calamine takes 32 bytes for each."""

_REFERENCE = rb"""[^>]*?\sr\s*=\s*["']"""
_FAR = rb"(?:[A-Za-z]{2}|[A-Za-z]?(?:[3-9]\d{5}|\d{7}))"
"""Beyond column Z or row 299,999; inside, the area is harmless."""

_UNUSUAL = re.compile(rb'<c(?:(?! r=")[\s/>]| r="' + _FAR + rb")")
"""A cell that is far, or not written as all office programs write it."""

_ATTRIBUTE = rb"""\s%s\s*=\s*["']([^"']*)"""
_NO_WORDS = rb"""(?![^>]*\st\s*=\s*["'](?:s|str|inlineStr)["'])"""
_PLACED = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']""")
_STYLED = re.compile(rb"""\ss\s*=\s*["'](\d{1,6})["']""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What a worksheet hides.

    Attributes:
        rows: numbers of hidden rows, counted from 1.
        columns: first and last number of runs of hidden columns, counted from 1.
    """

    rows: tuple[int, ...]
    columns: tuple[tuple[int, int], ...]


NOTHING_HIDDEN = Hidden(rows=(), columns=())


class WorksheetScan:
    """Looks for single things in the bytes of a worksheet."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml

    @cached_property
    def _tag(self) -> bytes:
        """The beginning of a tag; prefixes are looked for only where there are any."""
        has_prefix = b":c" in self._xml or b":row" in self._xml
        return rb"<(?:[\w.-]+:)?" if has_prefix else b"<"

    def check_extent(self, budget: Budget, where: str) -> None:
        """Refuse a sheet before memory is taken for all places between its outermost cells.

        Raises:
            TooManyCellsError: there are too many, or too many cells.
        """
        prefixed = self._xml.count(b":c")
        cells = self._xml.count(b"<c") + prefixed
        if cells > budget.limits.cells:
            budget.take_cells(cells)
        if not prefixed and not _UNUSUAL.search(self._xml):
            return
        pattern = self._tag + rb"(?:c|row)\b" + _REFERENCE + rb"([A-Za-z]{0,3})(\d{0,9})"
        places = {(found[1], found[2]) for found in re.finditer(pattern, self._xml)}
        rows = max((int(row or b"0") for _, row in places), default=0)
        columns = max((_column(letters) for letters, _ in places), default=0)
        if rows * columns > _LARGEST_AREA:
            raise TooManyCellsError(
                say(
                    "The cells of a worksheet are scattered over {rows} rows and {columns} "
                    "columns.",
                    rows=rows,
                    columns=columns,
                ),
                where=where,
                hint=say("Delete what stands outside its tables and save it anew."),
            )

    def hidden(self) -> Hidden:
        """Return what the sheet hides."""
        if b"hidden" not in self._xml:
            return NOTHING_HIDDEN
        rows = [int(row) for tag in self._hidden_tags(rb"row") if (row := _value(tag, rb"r"))]
        columns = [
            (int(first), int(last))
            for tag in self._hidden_tags(rb"col")
            if (first := _value(tag, rb"min")) and (last := _value(tag, rb"max"))
        ]
        return Hidden(rows=tuple(rows), columns=tuple(columns))

    def styled(
        self, styles: Collection[int], *, with_words: bool = False
    ) -> dict[tuple[int, int], int]:
        """Return row and column (from 1) and style of the cells that have one of these styles.

        Args:
            styles: numbers of styles.
            with_words: whether cells that hold words count: most formats change only how numbers
                look.
        """
        if not styles:
            return {}
        numbers = b"|".join(b"%d" % style for style in sorted(styles))
        style = rb"""[^>]*?\ss\s*=\s*["'](?:""" + numbers + rb""")["'][^>]*>"""
        pattern = self._tag + rb"c\b" + (b"" if with_words else _NO_WORDS) + style
        cells = {}
        for tag in re.findall(pattern, self._xml):
            place = _PLACED.search(tag)
            number = _STYLED.search(tag)
            if place and number:
                cells[int(place[2]), _column(place[1])] = int(number[1])
        return cells

    def _hidden_tags(self, name: bytes) -> list[bytes]:
        pattern = self._tag + name + rb"""\b[^>]*\shidden\s*=\s*["'](?:1|true)["'][^>]*>"""
        found: list[bytes] = re.findall(pattern, self._xml)
        return found


def _value(tag: bytes, attribute: bytes) -> str:
    """Return the digits of an attribute; empty for anything else."""
    found = re.search(_ATTRIBUTE % attribute, tag)
    text = found[1][:9].decode("ascii", "replace") if found else ""
    return text if text.isdecimal() and text.isascii() else ""


_column = cache(column_number)
