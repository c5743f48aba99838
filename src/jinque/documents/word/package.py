"""The parts of a docx file, found by their relationships."""

import posixpath

from lxml import etree

from jinque.documents.archive import Archive, damaged
from jinque.documents.markup import parse_part
from jinque.documents.source import Source
from jinque.documents.word.names import STRICT, TRANSITIONAL

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
