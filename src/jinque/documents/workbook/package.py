"""The parts of an xlsx file, and a copy of it that calamine may unpack without a limit."""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass

from lxml import etree

from jinque.documents.archive import Archive, damaged
from jinque.documents.markup import parse_part
from jinque.documents.source import Source
from jinque.documents.workbook.number_formats import GENERAL, builtin

_WORKBOOK = "xl/workbook.xml"
_WORKSHEET = "worksheet"
_STYLES = "styles"
_NEEDED = (".xml", ".rels")
_LARGE_COUNT = re.compile(rb"""(ount\s*=\s*["'])[^"']{6,}""")
_UNNEEDED = ("xl/media/", "xl/drawings/", "xl/charts/", "xl/embeddings/", "xl/externalLinks/")


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
        self._related = self._relations()

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

    def _relations(self) -> dict[str, tuple[str, str]]:
        """Return the last word of the type, and the part, by identifier."""
        folder, name = posixpath.split(_WORKBOOK)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        if part not in self._parts:
            raise damaged(self._source.name)
        return {
            one.get("Id") or "": (
                posixpath.basename(one.get("Type") or ""),
                posixpath.normpath(posixpath.join("/", folder, one.get("Target") or "")).lstrip(
                    "/"
                ),
            )
            for one in self._root(part)
        }
