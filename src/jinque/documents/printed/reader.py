"""Printed pages with a text layer become documents.

Pages become paragraphs and tables in the order in which they are read.

Running headers, footers and page numbers: what each page repeats around its text.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from jinque.documents.flattening import Flattener
from jinque.documents.printed.lines import (
    Line,
    Margins,
    cuts_words,
    lines_of,
    margins_of,
    paragraphs_of,
)
from jinque.documents.printed.page import Bar, Frame, Page
from jinque.documents.printed.process import Engine, pages_of
from jinque.documents.printed.tables import (
    OpenTable,
    begin,
    carry_over,
    entries_of,
    rejoined,
    rows_of,
    runs_on,
    texts_of,
    with_heads,
)
from jinque.documents.printed.unruled import split_run, table_of
from jinque.documents.source import Budget, Source
from jinque.locale import joined, say
from jinque.model import Place

_MARGIN = 0.1  # of the page's height
_GAP = 1.8  # between furniture and text, in sizes of the type
_SAME_HEIGHT = 4.0  # points
_LEAST_PAGES = 2
_LEAST_SHARE = 0.4  # odd and even pages may differ
_MOST_LINES = 6
_MOST_PIECES = 2  # a line of more is the header row of a table
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-—–―·•\s]*(?:第\s*)?[\dIVXivx]{1,4}(?:\s*页)?[-—–―·•\s]*"
    r"(?:[/／,，、]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―·•\s]*"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands that may be furniture."""

    is_top: bool
    line: Line

    @property
    def key(self) -> tuple[bool, str]:
        return self.is_top, _DIGITS.sub("#", self.line.text)


def without_furniture(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the lines of each page that belong to its text.

    A line in the upper or lower margin is furniture when it is a page number, or when two pages
    in five print it at the same height, numbers in it not compared. One of several pieces that
    also stands elsewhere is the header row of a table.

    Args:
        pages: the pages.
        lines: the lines of each.
    """
    places = [list(_places(page, own)) for page, own in zip(pages, lines, strict=True)]
    repeated = _repeated(places) - _headers(lines, places)
    kept = []
    for own, candidates in zip(lines, places, strict=True):
        dropped = {
            id(place.line)
            for place in candidates
            if _is_page_number(place.line) or id(place.line) in repeated
        }
        kept.append([line for line in own if id(line) not in dropped])
    return kept


def _is_page_number(line: Line) -> bool:
    """Tell whether a line is a page number, or several, as left and in the middle."""
    texts = [piece.text for piece in line.pieces]
    return any(all(map(_PAGE_NUMBER.fullmatch, parts)) for parts in (texts, [line.text]))


def _places(page: Page, lines: list[Line]) -> Iterator[_Place]:
    """Yield the lines in the margins that a gap parts from the text."""
    tops = [frame.top for frame in page.frames]
    bottoms = [frame.bottom for frame in page.frames]
    upper = _block(lines, min(tops, default=page.height), is_top=True)
    lower = _block(lines[::-1], max(bottoms, default=0.0), is_top=False)
    for line in upper:
        if line.base <= _MARGIN * page.height:
            yield _Place(True, line)  # noqa: FBT003
    for line in lower:
        if line.base >= (1 - _MARGIN) * page.height:
            yield _Place(False, line)  # noqa: FBT003


def _block(lines: list[Line], edge: float, *, is_top: bool) -> list[Line]:
    """Return the outermost lines up to the first gap; none if they look like a header row.

    Args:
        lines: from the edge of the page inwards.
        edge: where the nearest ruled table begins.
        is_top: whether they stand at the top.
    """
    block: list[Line] = []
    for line in lines:
        is_beyond = line.base > edge if is_top else line.base < edge
        if is_beyond or (block and abs(line.base - block[-1].base) > _GAP * line.size):
            break
        block.append(line)
        if len(block) > _MOST_LINES:  # no gap: only the outermost line can be a page number
            del block[1:]
            break
    return [] if any(len(line.pieces) > _MOST_PIECES for line in block) else block


def _headers(lines: Sequence[list[Line]], places: Sequence[Sequence[_Place]]) -> set[int]:
    """Return the identities of the lines in the margins that also stand in the text of a page."""
    marginal = {id(place.line) for own in places for place in own}
    body = {line.text for own in lines for line in own if id(line) not in marginal}
    several = (place.line for own in places for place in own if len(place.line.pieces) > 1)
    return {id(line) for line in several if line.text in body}


def _repeated(places: Sequence[Sequence[_Place]]) -> set[int]:
    """Return the identities of the lines that enough pages print at the same height."""
    found: dict[tuple[bool, str], list[Line]] = defaultdict(list)
    for candidates in places:
        for place in candidates:
            found[place.key].append(place.line)
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(places))
    return {
        id(line)
        for lines in found.values()
        for line in lines
        if sum(abs(line.base - other.base) <= _SAME_HEIGHT for other in lines) >= least
    }


PrintedBlock = OpenTable | list[Line]
"""A table, or the lines of a paragraph."""

_Framed = tuple[int, Frame]


def blocks_of(pages: Sequence[Page]) -> Iterator[PrintedBlock]:
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
) -> Iterator[PrintedBlock]:
    """Yield the paragraphs and unruled tables among lines that no ruled table parts."""
    parts = split_run(lines)
    for is_line, run in groupby(parts, key=lambda part: isinstance(part, Line)):
        if is_line:
            own = [part for part in run if isinstance(part, Line)]
            yield from paragraphs_of(own, margins)
        else:
            yield from (table_of(*part, bars) for part in run if not isinstance(part, Line))


_MOST_STRANGERS = 0.3
_MOST_STAMPED = 40  # characters of page numbers and the like that programs print over a scan


def flatten_pages(source: Source, engine: Engine, data: bytes) -> Flattener:
    """Return what was read of a file that has a text layer, for its reader to finish.

    Args:
        source: the file.
        engine: what opens it.
        data: what the reading process is given.

    Raises:
        ScannedSourceError: its pages are pictures, or its fonts name no characters.
        EncryptedSourceError: a password is needed to read it.
        NotReadableError: it is damaged, or so made that the engine fails.
        EmptySourceError: its pages are empty.
        LimitError: it exceeds a limit that protects the machine.
    """
    pages = []
    for page in pages_of(source, engine, data):
        pages.append(page)
        source.budget.tell(page.number, page.of)
    _check(pages, engine, source.name)
    blocks = []
    for block in blocks_of(pages):
        source.budget.check_time()
        blocks.append(block)
    flattener = Flattener(source)
    _add(blocks, flattener, source.budget)
    _notice(pages, flattener)
    return flattener


def _add(blocks: Sequence[PrintedBlock], flattener: Flattener, budget: Budget) -> None:
    """Append the blocks; what one table does not tell of the program, all of them may."""
    tables = [block for block in blocks if isinstance(block, OpenTable)]
    carry_over(table.rows for table in tables)
    for table in tables:
        table.rows = rejoined(table.rows)
    is_cut = cuts_words(texts_of(row for table in tables for row in table.rows))
    all_run_on = runs_on(table.rows for table in tables)
    for block in blocks:
        if isinstance(block, OpenTable):
            own = runs_on([block.rows])
            is_run_on = all_run_on if own is None else own
            rows = block.rows if is_run_on else with_heads(block.rows)
            for row in rows:
                budget.take_row()
                budget.take_cells(len(row.places))
            corner = Place(page=rows[0].page, row=1, column=1)
            entries = entries_of(rows, is_cut=is_cut)
            flattener.table(entries, corner, pages=[row.page for row in rows])
        else:
            text = "\n".join(line.text for line in block)
            flattener.paragraph(text, Place(page=block[0].page))


def _check(pages: Sequence[Page], engine: Engine, where: str) -> None:
    if pages and all(page.is_damaged for page in pages):
        raise engine.fault("damaged", where)
    glyphs = sum(page.glyphs for page in pages)
    is_worded = any(page.glyphs > _MOST_STAMPED for page in pages)
    if any(page.is_picture for page in pages) and not is_worded:
        raise engine.fault("scanned", where)
    if sum(page.strangers for page in pages) > _MOST_STRANGERS * glyphs:
        raise engine.fault("strange", where)


def _notice(pages: Sequence[Page], flattener: Flattener) -> None:
    pictures = [
        str(page.number) for page in pages if page.is_picture and page.glyphs <= _MOST_STAMPED
    ]
    damaged = [str(page.number) for page in pages if page.is_damaged]
    slanted = [str(page.number) for page in pages if page.slanted]
    if pictures:
        flattener.notice(
            "page_without_text",
            message=say(
                "Pages {pictures} are pictures without text and were not read.",
                pictures=joined(pictures),
            ),
        )
    if damaged:
        flattener.notice(
            "page_damaged",
            message=say("Pages {damaged} are damaged and were not read.", damaged=joined(damaged)),
        )
    if slanted:
        flattener.notice(
            "slanted_text_left_out",
            message=say(
                "Pages {slanted} have slanted text, as watermarks are; it was not read.",
                slanted=joined(slanted),
            ),
        )
