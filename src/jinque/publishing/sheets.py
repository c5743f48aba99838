"""An edition as a workbook and as a web page that stands alone."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from io import BytesIO

import xlsxwriter

from jinque.parameters.publishing import load_print_words
from jinque.publishing.printing import Print, Table
from jinque.publishing.word import body_font

_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_WIDEST = 60
_FIRST_WIDE = 0x2E80
_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

_STYLE = """
body { font-family: "Noto Serif CJK SC", "Songti SC", SimSun, serif; margin: 2rem auto;
  max-width: 70rem; padding: 0 1rem; line-height: 1.6; color: #111; background: #fff }
h1, .fact { text-align: center } table { border-collapse: collapse; width: 100%;
  margin-bottom: 2rem } th, td { border: 1px solid #555; padding: .3rem .5rem; text-align: left;
  vertical-align: top } thead { display: table-header-group } tr { break-inside: avoid }
.wide { overflow-x: auto } .remark { border: 2px solid #a00; padding: .5rem; text-align: center }
@media print { body { margin: 0; max-width: none } }
"""


def edition_workbook(edition: Print) -> bytes:
    """Return an edition as a workbook of one sheet; every cell is a text."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, _SETTINGS)
    book.set_properties({"title": edition.title, "created": _MADE})
    base = {"font_name": body_font(), "valign": "top", "text_wrap": True}
    title = book.add_format(
        {**base, "bold": True, "font_size": 16, "align": "center", "text_wrap": False}
    )
    head = book.add_format({**base, "bold": True, "border": 1, "bg_color": "#EEF2F6"})
    cell = book.add_format({**base, "border": 1})
    line = book.add_format({**base, "text_wrap": False})
    page = book.add_worksheet(load_print_words().sheet)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    width = max((len(each.headings) for each in edition.tables), default=1)
    styles = {"title": title, "line": line, "head": head, "cell": cell}
    for row, (style, cells) in enumerate(_lines(edition)):
        for column, text in enumerate(cells):
            page.write_string(row, column, text, styles[style])
    for column in range(width):
        page.set_column(column, column, _width(edition, column))
    book.close()
    return buffer.getvalue()


def _lines(edition: Print) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the rows of the sheet from above, each with its style."""
    yield "title", (edition.title,)
    for fact in (*edition.facts, *filter(None, (edition.remark,))):
        yield "line", (fact,)
    for table in edition.tables:
        for text in table.path:
            yield "line", (text,)
        yield "head", table.headings
        for row in table.rows:
            yield "cell", row
    for note in edition.notes:
        yield "line", (note,)


def _width(edition: Print, column: int) -> int:
    """Return the width that the longest line of a column needs, a Chinese character being two."""
    texts = (
        cells[column]
        for table in edition.tables
        for cells in (table.headings, *table.rows)
        if column < len(cells)
    )
    lines = (line for text in texts for line in text.split("\n"))
    longest = max((sum(1 + (ord(c) >= _FIRST_WIDE) for c in line) for line in lines), default=8)
    return min(_WIDEST, max(6, longest + 2))


def edition_page(edition: Print) -> bytes:
    """Return an edition as a web page that needs no other file."""
    return "".join(_page(edition)).encode()


def _page(edition: Print) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(edition.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    yield f"<h1>{escape(edition.title)}</h1>\n"
    if edition.remark:
        yield f'<p class="remark">{escape(edition.remark)}</p>\n'
    for fact in edition.facts:
        yield f'<p class="fact">{escape(fact)}</p>\n'
    for table in edition.tables:
        for place, text in enumerate(table.path, start=2):
            yield f"<h{place}>{escape(text)}</h{place}>\n"
        yield from _table(table)
    for note in edition.notes:
        yield f"<p>{escape(note)}</p>\n"
    yield "</body>\n</html>\n"


def _table(table: Table) -> Iterator[str]:
    yield '<div class="wide"><table>\n<thead><tr>'
    yield "".join(f'<th scope="col">{escape(each)}</th>' for each in table.headings)
    yield "</tr></thead>\n<tbody>\n"
    for row in table.rows:
        yield "<tr>" + "".join(f"<td>{_cell(each)}</td>" for each in row) + "</tr>\n"
    yield "</tbody>\n</table></div>\n"


def _cell(text: str) -> str:
    return escape(text).replace("\n", "<br>")
