"""What the styles of a document say of its paragraphs, inherited styles followed."""

from collections.abc import Iterator

from lxml import etree

from jinque.documents.word.names import (
    NUMBERS,
    PARAGRAPH_PROPERTIES,
    VALUE,
    number,
    w,
)

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
