"""The elements of a web page, walked once, become lines and tables.

Words and cells of a web page as a browser takes them.

Web pages: words in the order of the page, tables with spanning cells; nothing is fetched.
"""

import re

from lxml import etree

from jinque.documents.encoding import decode_page
from jinque.documents.flattening import Flattener, pour
from jinque.documents.grid import Item, SpannedCell, SpannedTable
from jinque.documents.source import Budget, Source
from jinque.errors import NotReadableError, TooDeepError
from jinque.locale import say
from jinque.model import Document

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


_UNSHOWN = frozenset(
    ("head", "script", "style", "template", "noscript", "iframe", "object", "select", "textarea")
)
_BLOCK_NAMES = """
address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table caption
tbody thead tfoot tr td th ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CELLS = frozenset(("td", "th"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class PageBuilder:
    """Keeps what is open while the elements pass.

    Attributes:
        content: what the page shows.
        hidden: how many elements with words are set not to be shown; they are left out.
    """

    def __init__(self, budget: Budget) -> None:
        self.content: list[Item] = []
        self.hidden = 0
        self._budget = budget
        self._containers: list[list[Item]] = [self.content]
        self._tables: list[SpannedTable] = []
        self._lines: list[str] = []
        self._pieces: list[str] = []

    def walk(self, root: etree._Element) -> None:
        """Take the elements below `root` in the order of the page."""
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            is_shown = self._is_shown(element)
            if event == "end":
                if is_shown:
                    self._end(str(element.tag))
                self._say(element.tail)
            elif is_shown:
                tag = str(element.tag)
                self._start(tag, element)
                self._say(element.text)
                if tag == "tr" and self._tables and self._take_plain_row(element):
                    walker.skip_subtree()
            else:
                self.hidden += self._is_shown_without_style(element)
                walker.skip_subtree()
        self._flush()

    def _is_shown(self, element: etree._Element) -> bool:
        style = element.get("style")
        is_hidden = element.get("hidden") is not None or (style and _HIDDEN.search(style))
        return not is_hidden and element.tag not in _UNSHOWN

    def _is_shown_without_style(self, element: etree._Element) -> bool:
        """Tell whether an element that is not shown would otherwise show words."""
        return element.tag not in _UNSHOWN and any(text.strip() for text in element.itertext())

    def _start(self, tag: str, element: etree._Element) -> None:
        if tag == "br":
            self._end_line()
        elif tag in _BLOCKS:
            self._flush()
        if tag == "table":
            self._tables.append(SpannedTable())
            self._budget.check_depth(len(self._tables))
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in _CELLS and self._tables:
            self._open_cell(element)

    def _take_plain_row(self, row: etree._Element) -> bool:
        """Take a row whose cells hold nothing but words, as most do; False leaves it untaken."""
        cells = []
        for element in row:
            has_more = len(element) or (element.tail and not element.tail.isspace())
            if has_more or element.tag not in _CELLS or not self._is_shown(element):
                return False
            cell = spanned_cell(element)
            text = words_of(element.text or "")
            if text:
                cell.content.append(text)
            cells.append(cell)
        self._tables[-1].rows[-1] += cells
        return True

    def _open_cell(self, element: etree._Element) -> None:
        cell = spanned_cell(element)
        rows = self._tables[-1].rows
        if not rows:
            rows.append([])
        rows[-1].append(cell)
        self._containers.append(cell.content)

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        if tag == "table":
            self._containers[-1].append(self._tables.pop())
        elif tag in _CELLS and self._tables:
            self._containers.pop()

    def _say(self, text: str | None) -> None:
        """Take words; blanks in front of the first ones of a line say nothing."""
        if text and (self._pieces or not text.isspace()):
            self._pieces.append(text)

    def _end_line(self) -> None:
        if self._pieces:
            self._lines.append(words_of("".join(self._pieces)))
            self._pieces.clear()

    def _flush(self) -> None:
        """End a paragraph; its lines were separated by line break elements."""
        if not (self._pieces or self._lines):
            return
        self._end_line()
        text = "\n".join(filter(None, self._lines))
        self._lines.clear()
        if text:
            self._containers[-1].append(text)


def read_html(source: Source) -> Document:
    """Read a page as it shows itself without scripts.

    Raises:
        NotReadableError: no encoding decodes it, or it holds no element.
        EmptySourceError: it shows no words.
        LimitError: it exceeds the budget.
    """
    text, _ = decode_page(source.data, source.name)
    builder = PageBuilder(source.budget)
    builder.walk(_root(text, source))
    flattener = Flattener(source)
    pour(builder.content, flattener, source.budget)
    if builder.hidden:
        flattener.notice(
            "hidden_text",
            message=say(
                "{hidden:d} pieces of the page are set not to be shown; they are not read.",
                hidden=builder.hidden,
            ),
        )
    return flattener.document("html")


def _root(text: str, source: Source) -> etree._Element:
    markup = text.replace("\x00", "").encode()
    source.budget.check_elements(markup, source.budget.limits.page_elements)
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(markup, parser)
    except (etree.LxmlError, ValueError) as fault:
        raise _unreadable(source.name) from fault
    if any("depth" in entry.message for entry in parser.error_log):
        raise TooDeepError(
            say("The elements of the page are nested too deeply."),
            where=source.name,
            hint=say("Open it in a browser and copy its tables to Word or Excel."),
        )
    if root is None:
        raise _unreadable(source.name)
    return root


def _unreadable(where: str) -> NotReadableError:
    return NotReadableError(
        say("The page cannot be parsed."),
        where=where,
        hint=say("Open it in a browser, check what it shows and save it anew."),
    )
