"""Words and cells of a web page as a browser takes them."""

import re

from lxml import etree

from jinque.documents.content import SpannedCell

_WIDE = "\u2e80-\u9fff\uff00-\uffef\u2014\u2018-\u201d"
_WRAP = re.compile(rf"(?<=[{_WIDE}])[ \t]*[\r\n]\s*(?=[{_WIDE}])")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NUMBER = re.compile(r"\s*(\d{1,5})")
_LAST_ROW = 65_534


def words_of(text: str) -> str:
    """Return text as a browser shows it: blanks run together, wraps inside Chinese gone."""
    if "\n" in text or "\r" in text:
        text = _WRAP.sub("", text)
    return _BLANKS.sub(" ", text).strip()


def spanned_cell(element: etree._Element) -> SpannedCell:
    """Return an empty cell that reaches as far as the element says; 0 rows mean all that follow."""
    down, across = element.get("rowspan"), element.get("colspan")
    return SpannedCell(
        across=max(1, _number(across, 1)) if across else 1,
        down=_number(down, 1) or _LAST_ROW if down else 1,
    )


def _number(printed: str, otherwise: int) -> int:
    found = _NUMBER.match(printed)
    return int(found[1]) if found else otherwise
