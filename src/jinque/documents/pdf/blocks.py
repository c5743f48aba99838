"""Pages become paragraphs and tables in the order in which they are read."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from jinque.documents.pdf.furniture import without_furniture
from jinque.documents.pdf.joining import OpenTable, begin
from jinque.documents.pdf.line import Line, lines_of
from jinque.documents.pdf.margins import Margins, margins_of
from jinque.documents.pdf.page import Bar, Frame, Page
from jinque.documents.pdf.paragraphs import paragraphs_of
from jinque.documents.pdf.table import rows_of
from jinque.documents.pdf.unruled import split_run
from jinque.documents.pdf.unruled_table import table_of

PdfBlock = OpenTable | list[Line]
"""A table, or the lines of a paragraph."""

_Framed = tuple[int, Frame]


def blocks_of(pages: Sequence[Page]) -> Iterator[PdfBlock]:
    """Yield the tables and paragraphs of a document, joined over its pages."""
    lines = without_furniture(pages, [list(lines_of(page)) for page in pages])
    margins = margins_of(pages, lines)
    bars: dict[int, Sequence[Bar]] = {page.number: page.bars for page in pages}
    things = (thing for page, own in zip(pages, lines, strict=True) for thing in _things(page, own))
    for is_line, run in groupby(things, key=lambda thing: isinstance(thing, Line)):
        if is_line:
            yield from _between([line for line in run if isinstance(line, Line)], margins, bars)
        else:
            yield from _joined([framed for framed in run if not isinstance(framed, Line)])


def _things(page: Page, lines: Sequence[Line]) -> list[Line | _Framed]:
    """Return lines and ruled tables of a page in the order in which they are read."""
    things: list[tuple[float, float, Line | _Framed]] = []
    things += [(line.base, line.left, line) for line in lines]
    things += [(frame.top, frame.edges[0], (page.number, frame)) for frame in page.frames]
    things.sort(key=lambda thing: thing[:2])
    return [thing for _, _, thing in things]


def _joined(framed: Sequence[_Framed]) -> Iterator[OpenTable]:
    """Join the ruled tables that a page break cut."""
    table: OpenTable | None = None
    for page, frame in framed:
        if table and table.page + 1 == page and table.fits(frame.edges):
            table.continue_with(rows_of(frame, page), page)
            continue
        if table:
            yield table
        table = begin(frame, page)
    if table:
        yield table


def _between(
    lines: Sequence[Line], margins: Margins, bars: dict[int, Sequence[Bar]]
) -> Iterator[PdfBlock]:
    """Yield the paragraphs and unruled tables among lines that no ruled table parts."""
    parts = split_run(lines)
    for is_line, run in groupby(parts, key=lambda part: isinstance(part, Line)):
        if is_line:
            own = [part for part in run if isinstance(part, Line)]
            yield from paragraphs_of(own, margins)
        else:
            yield from (table_of(*part, bars) for part in run if not isinstance(part, Line))
