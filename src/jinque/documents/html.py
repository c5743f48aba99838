"""The elements of a web page, walked once, become lines and tables.

Words and cells of a web page as a browser takes them.

Web pages: words in the order of the page, tables with spanning cells; nothing is fetched.
"""

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from jinque.documents.encoding import decode_page
from jinque.documents.flattening import Flattener, pour
from jinque.documents.grid import (
    Carried,
    Item,
    SpannedCell,
    SpannedTable,
    cell_text,
    lay_grid,
)
from jinque.documents.marks import PICTURE, struck
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


_ELSEWHERE = {"iframe": "src", "frame": "src", "object": "data", "embed": "src"}
"""Elements whose contents are a file of their own, and the attribute that names it."""

_UNSHOWN = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "noframes",
        "select",
        "textarea",
        *_ELSEWHERE,
    ]
)
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_STRUCK_TAGS = frozenset(("s", "strike", "del"))
_STRUCK_STYLE = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_BOXES = ("checkbox", "radio")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"(?:[a-z]\w*)?\.([\w-]+)", re.IGNORECASE)
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
        parts: addresses of other files that the page shows in itself; they are not read.
    """

    def __init__(self, budget: Budget, styles: Mapping[str, str] | None = None) -> None:
        """Take the budget, and what style sheets in the page say of classes."""
        self.content: list[Item] = []
        self.hidden = 0
        self.parts: list[str] = []
        self._styles = styles or {}
        self._struck = 0
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
                    self._end(str(element.tag), element)
                self._say(element.tail)
            elif is_shown:
                tag = str(element.tag)
                self._start(tag, element)
                self._say(element.text)
                if tag == "tr" and self._tables and self._take_plain_row(element):
                    walker.skip_subtree()
            else:
                self._note_part(element)
                self.hidden += self._is_shown_without_style(element)
                walker.skip_subtree()
        self._flush()

    def _style(self, element: etree._Element) -> str:
        """Return what the element's own style and those of its classes declare."""
        style, classes = element.get("style") or "", element.get("class")
        if not (classes and self._styles):
            return style
        return ";".join([*(self._styles.get(one, "") for one in classes.split()), style])

    def _is_shown(self, element: etree._Element) -> bool:
        is_hidden = element.get("hidden") is not None or _HIDDEN.search(self._style(element))
        return not is_hidden and element.tag not in _UNSHOWN

    def _is_struck(self, element: etree._Element) -> bool:
        return element.tag in _STRUCK_TAGS or bool(_STRUCK_STYLE.search(self._style(element)))

    def _note_part(self, element: etree._Element) -> None:
        attribute = _ELSEWHERE.get(str(element.tag))
        address = element.get(attribute) if attribute else None
        if address and not address.lower().startswith(("about:", "javascript:", "data:")):
            self.parts.append(address)

    def _is_shown_without_style(self, element: etree._Element) -> bool:
        """Tell whether an element that is not shown would otherwise show words."""
        return element.tag not in _UNSHOWN and any(text.strip() for text in element.itertext())

    def _start(self, tag: str, element: etree._Element) -> None:
        if tag == "br":
            self._end_line()
        elif tag in _BLOCKS:
            self._flush()
        self._struck += self._is_struck(element)
        self._take_sign(tag, element)
        if tag == "table":
            self._tables.append(SpannedTable())
            self._budget.check_depth(len(self._tables))
        elif tag in _GROUPS and self._tables:
            self._end_group()
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in _CELLS and self._tables:
            self._open_cell(element)

    def _take_sign(self, tag: str, element: etree._Element) -> None:
        """Take what an element shows without words: a picture in a cell, a box to tick."""
        if tag == "img" and self._tables:
            self._pieces.append(PICTURE)
        elif tag == "input" and (element.get("type") or "").lower() in _BOXES:
            self._pieces.append("□" if element.get("checked") is None else "☑")

    def _take_plain_row(self, row: etree._Element) -> bool:
        """Take a row whose cells hold nothing but words, as most do; False leaves it untaken."""
        cells: list[SpannedCell] = []
        if self._struck:
            return False
        for element in row:
            has_more = len(element) or (element.tail and not element.tail.isspace())
            if has_more or element.tag not in _CELLS or not self._is_plain(element):
                return False
            cell = spanned_cell(element)
            text = words_of(element.text or "")
            if text:
                cell.content.append(text)
            cells.append(cell)
        self._tables[-1].rows[-1] += cells
        return True

    def _is_plain(self, element: etree._Element) -> bool:
        if element.get("style") is None and element.get("class") is None:
            return element.get("hidden") is None
        return self._is_shown(element) and not self._is_struck(element)

    def _end_group(self) -> None:
        self._tables[-1].groups.add(len(self._tables[-1].rows))

    def _open_cell(self, element: etree._Element) -> None:
        cell = spanned_cell(element)
        rows = self._tables[-1].rows
        if not rows:
            rows.append([])
        rows[-1].append(cell)
        self._containers.append(cell.content)

    def _end(self, tag: str, element: etree._Element) -> None:
        if tag in _BLOCKS:
            self._flush()
        self._struck -= self._is_struck(element)
        if tag in _GROUPS and self._tables:
            self._end_group()
        if tag == "table":
            self._containers[-1].append(self._tables.pop())
        elif tag in _CELLS and self._tables:
            self._containers.pop()

    def _say(self, text: str | None) -> None:
        """Take words; blanks in front of the first ones of a line say nothing."""
        if text and (self._pieces or not text.isspace()):
            self._pieces.append(struck(text) if self._struck else text)

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
    flattener = Flattener(source)
    pour_page(source, flattener)
    return flattener.document("html")


def pour_page(source: Source, flattener: Flattener) -> None:
    """Hand on what a page shows; raises what `read_html` raises but for a page without words."""
    builder = page_content(source)
    content, copies = _without_copies(builder.content)
    pour(content, flattener, source.budget)
    if builder.hidden:
        flattener.notice(
            "hidden_text",
            message=say(
                "{hidden:d} pieces of the page are set not to be shown; they are not read.",
                hidden=builder.hidden,
            ),
        )
    if copies:
        flattener.notice(
            "table_copy_left_out",
            message=say(
                "{copies:d} tables of the page repeat the rows of the one before, as "
                "components with fixed columns write them; they are not read twice.",
                copies=copies,
            ),
        )
    for address in dict.fromkeys(builder.parts):
        flattener.notice(
            "part_not_read",
            message=say(
                "The page shows another file, “{address}”, which is not read; save it by "
                "itself and ingest that.",
                address=address[:_ADDRESS],
            ),
        )


_ADDRESS = 80


def page_content(source: Source) -> PageBuilder:
    """Return what a page shows, and what it refers to."""
    text, _ = decode_page(source.data, source.name)
    root = _root(text, source)
    builder = PageBuilder(source.budget, _class_styles(root))
    builder.walk(root)
    return builder


def _class_styles(root: etree._Element) -> dict[str, str]:
    """Return the declarations of rules for single classes (`.x1`, `td.x1`), later ones behind."""
    found: dict[str, str] = {}
    for sheet in root.iter("style"):
        for selectors, declared in _RULE.findall("".join(map(str, sheet.itertext()))):
            if "line-through" not in declared and "display" not in declared:
                continue
            for selector in selectors.split(","):
                name = _CLASS.fullmatch(selector.strip())
                if name:
                    found[name[1]] = f"{found.get(name[1], '')};{declared}"
    return found


def _without_copies(content: Sequence[Item]) -> tuple[list[Item], int]:
    """Leave out tables that repeat the rows of one before them under some of its headings.

    A component with fixed columns writes them a second time, its headings often as a table of
    their own; only tables that follow each other without words between are compared.
    """
    kept: list[Item] = []
    run: list[tuple[SpannedTable, list[tuple[str, ...]]]] = []
    copies = 0
    for item in content:
        if not isinstance(item, SpannedTable):
            run.clear()
            kept.append(item)
            continue
        columns = _columns(item)
        if len(item.rows) > 1 and any(_repeats(columns, one, item, table) for table, one in run):
            copies += 1
            if kept and isinstance(kept[-1], SpannedTable) and _is_copied_head(kept[-1], run):
                kept.pop()
            continue
        for earlier in _copied_by(item, columns, run):
            copies += 1
            kept.remove(earlier)
        run.append((item, columns))
        kept.append(item)
    return kept, copies


def _copied_by(
    table: SpannedTable,
    columns: list[tuple[str, ...]],
    run: Sequence[tuple[SpannedTable, list[tuple[str, ...]]]],
) -> list[SpannedTable]:
    """Return the table in front of a wider one that repeats all its rows."""
    if not run or len(run[-1][0].rows) == 1:
        return []
    earlier, before = run[-1]
    return [earlier] if _repeats(before, columns, earlier, table) else []


def _columns(table: SpannedTable) -> list[tuple[str, ...]]:
    """Return the words of each column, a spanning cell's at each place; nothing where rows differ.

    Tables with spanning cells and many rows are not laid out for it.
    """
    if all(cell.across == cell.down == 1 for row in table.rows for cell in row):
        rows = [[cell_text(cell) for cell in row] for row in table.rows]
    elif len(table.rows) <= _MOST_LAID:
        laid = list(lay_grid(table, Budget()))
        rows = [
            [laid[one.row][one.column] if isinstance(one, Carried) else one for one in row]  # type: ignore[misc]
            for row in laid
        ]
    else:
        return []
    return list(zip(*rows, strict=False)) if len({*map(len, rows)}) == 1 else []


_MOST_LAID = 2_000


def _repeats(
    columns: list[tuple[str, ...]],
    before: list[tuple[str, ...]],
    table: SpannedTable,
    other: SpannedTable,
) -> bool:
    if not columns or len(columns) > len(before) or len(table.rows) != len(other.rows):
        return False
    rest = iter(before)
    return all(any(column == one for one in rest) for column in columns)


def _is_copied_head(
    head: SpannedTable, run: Sequence[tuple[SpannedTable, list[tuple[str, ...]]]]
) -> bool:
    """Tell whether a table of one row, the last of the run, repeats an earlier one."""
    if len(head.rows) != 1 or run[-1][0] is not head:
        return False
    return any(_repeats(run[-1][1], one, head, table) for table, one in run[:-1])


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
