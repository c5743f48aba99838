"""Numbers that Word prints but does not store: list items, numbered headings, serial columns."""

import re
from dataclasses import dataclass, field

from lxml import etree

from jinque.documents.word.names import LEVEL, NUMBERS, STYLE, VALUE, number, w
from jinque.documents.word.numerals import numeral
from jinque.documents.word.styles import Styles, list_and_level

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
