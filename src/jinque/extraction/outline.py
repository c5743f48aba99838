"""A part in printed order: runs of rows under their headings, running lists, notes.

Which cell of a row belongs to which column.

A full row has a cell for each column. A glued or cut row has fewer: of all ways to lay its cells
under the columns in order, the one is taken that fits best what the cells look like.

What a part holds, in printed order: runs of rows, running lists, remarks, rejected rows.

Headings: what counts as one, how deep it stands, which headings stand above a row.

One file may hold several documents: parts, each under a title of its own.

Sentences that list names, such as `（一）电子信息类。包括甲、乙、丙等。` in a catalogue.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jinque.extraction.columns import Column, Settled, Survey, position
from jinque.extraction.columns.naming import looks_like
from jinque.extraction.facts import is_fact_line, is_navigation, is_office
from jinque.extraction.rows import is_aside, is_enumeration, is_furniture
from jinque.model import Block, Cell, Document, Paragraph, ReadingNotice, Row, Span, Table
from jinque.parameters import Vocabulary
from jinque.text import drop_blanks, fold, join_wrapped, read_ordinal, split_list

_FITS, _NAMED, _CONTRADICTS = 3, 1, -3


def align(row: Row, columns: Sequence[Column]) -> tuple[Cell | None, ...] | None:
    """Return one cell or None for each column; None when the row cannot be laid under them.

    Args:
        row: a body row.
        columns: the columns of its table.
    """
    cells = list(row.cells)
    while len(cells) > len(columns) and not cells[-1].text:
        cells.pop()
    if len(cells) > len(columns):
        return None
    if len(cells) == len(columns):
        return tuple(cells)
    score, places = _best_places(cells, columns)
    if score <= 0:
        return None
    laid: list[Cell | None] = [None] * len(columns)
    for place, cell in zip(places, cells, strict=True):
        laid[place] = cell
    return tuple(laid)


def _best_places(cells: Sequence[Cell], columns: Sequence[Column]) -> tuple[int, tuple[int, ...]]:
    """Return the best score and the column of each cell; of equal ways the leftmost.

    Works from the right: `best[i]` lays the cells from the i-th on under the columns seen so far.
    """
    count = len(cells)
    best: list[tuple[int, tuple[int, ...]] | None] = [None] * count + [(0, ())]
    for place in range(len(columns) - 1, -1, -1):
        for i in range(count):
            behind = best[i + 1]
            if behind is None:
                continue
            score = behind[0] + _fit(cells[i], columns[place])
            held = best[i]
            if held is None or score >= held[0]:
                best[i] = (score, (place, *behind[1]))
    found = best[0]
    return found or (0, ())


def _fit(cell: Cell, column: Column) -> int:
    """Score how well a cell fits a column; a name is worth a little by itself."""
    if not cell.text:
        return 0
    fits = {True: _FITS, False: _CONTRADICTS, None: 0}[looks_like(column.role, cell.text)]
    return fits + (_NAMED if column.role == "name" else 0)


UNNUMBERED = 9
"""Level of a heading without an ordinal: below every numbered one."""

_LONGEST = 40
_ENDS_NO_HEADING = "。；：，、！？.;:,!?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that names what follows it.

    Attributes:
        text: as printed, without blanks and export marks.
        level: 1 to 4 by the style of its ordinal, from `UNNUMBERED` on without one.
        number: its ordinal; None without one.
    """

    text: str
    level: int
    number: int | None
    span: Span


def read_heading(paragraph: Paragraph) -> Heading | None:
    """Return the paragraph as a heading, or None when it is a sentence."""
    text = drop_blanks(paragraph.text)
    if not text or len(text) > _LONGEST or text[-1] in _ENDS_NO_HEADING or "。" in text:
        return None
    ordinal = read_ordinal(text)
    return Heading(
        text=text,
        level=ordinal.level if ordinal else UNNUMBERED,
        number=ordinal.number if ordinal else None,
        span=paragraph.span,
    )


class HeadingStack:
    """The headings in force, outermost first.

    A heading ends those of its own level and below. Unnumbered headings that follow each other
    without rows between them are nested, the later one inside.
    """

    def __init__(self, base: tuple[Heading, ...] = ()) -> None:
        self._stack = list(base)
        self._nested = 0

    def push(self, heading: Heading) -> Heading:
        """Put `heading` in force; return it with the level that it has here."""
        level = heading.level
        if heading.number is None:
            level += self._nested
            self._nested += 1
        placed = Heading(text=heading.text, level=level, number=heading.number, span=heading.span)
        while self._stack and self._stack[-1].level >= level:
            self._stack.pop()
        self._stack.append(placed)
        return placed

    @property
    def innermost(self) -> str:
        """Text of the last heading; empty without one."""
        return self._stack[-1].text if self._stack else ""

    def end_run(self) -> tuple[Heading, ...]:
        """Return the headings above the rows that now follow."""
        self._nested = 0
        return tuple(self._stack)


_LEAST_ENTRIES = 3
_LONGEST_ENTRY = 24
_NOT_IN_A_LIST = "，；：,;:"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningList:
    """A sentence that lists names.

    Attributes:
        heading: the numbered words in front of the list (`（一）电子信息类`); None without.
        entries: the names in printed order.
        is_open: the list ends with a word for "and others".
    """

    heading: str | None
    entries: tuple[str, ...]
    is_open: bool
    span: Span


def read_list(paragraph: Paragraph, vocabulary: Vocabulary, above: str = "") -> RunningList | None:
    """Return the paragraph as a running list; None when it is anything else.

    A list has a heading of its own with an ordinal, stands below that of a list, or begins with a
    word for one (主要包括); its entries are like occupations, majors or qualifications. A sentence
    that merely names some is none.

    Args:
        paragraph: the line.
        vocabulary: words that lead and end lists.
        above: the heading in force.
    """
    text = drop_blanks(paragraph.text)
    heading: str | None = None
    if read_ordinal(text):
        heading, _, text = text.partition("。")
    body = text.removesuffix("。")
    if not text.endswith("。") or "。" in body or any(mark in body for mark in _NOT_IN_A_LIST):
        return None
    has_lead = body.startswith(vocabulary.list_leads)
    for lead in vocabulary.list_leads:
        body = body.removeprefix(lead)
    ending = next((end for end in vocabulary.open_list_endings if body.endswith(end)), "")
    entries = split_list(body.removesuffix(ending))
    if len(entries) < _LEAST_ENTRIES or max(map(len, entries)) > _LONGEST_ENTRY:
        return None
    is_announced = has_lead or heading or above.endswith(vocabulary.title_endings)
    is_plain = bool(has_lead and heading)
    if not is_announced or not is_enumeration(entries, is_plain=is_plain):
        return None
    return RunningList(
        heading=heading, entries=tuple(entries), is_open=bool(ending), span=paragraph.span
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedRow:
    """A body row with one cell, or None, for each column of its table."""

    cells: tuple[Cell | None, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Rows below one printed header row.

    Attributes:
        headings: headings in force, outermost first.
        is_titled: a heading is printed between these rows and the ones before.
        is_headless: their table has no header row; they stand below that of a table before it.
    """

    headings: tuple[Heading, ...]
    is_titled: bool
    is_headless: bool
    columns: tuple[Column, ...]
    rows: tuple[AlignedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRun:
    """A running list below its headings, its own heading among them."""

    headings: tuple[Heading, ...]
    entries: RunningList


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Text that is neither heading, row nor list."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A body row that could not be laid under the columns of its table.

    Attributes:
        has_columns: whether its table has a header row or stands below one.
    """

    row: Row
    has_columns: bool


Event = Segment | ListRun | Remark | Reject


_LONGEST_TITLE = 80
_LEGEND = re.compile(r"[由从][高低强弱重轻大小][到至][高低强弱重轻大小]")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A titled run of blocks.

    Attributes:
        annex: the line that calls it an annex (`附件3`); None without one.
        title: without blanks, a bracketed line below it joined; None when none is printed.
        title_span: place of the title.
        blocks: what follows the title.
    """

    annex: str | None
    title: str | None
    title_span: Span | None
    blocks: tuple[Block, ...]


def split_parts(document: Document, vocabulary: Vocabulary) -> tuple[Part, ...]:
    """Split a document at its titles.

    A title ends with a word for catalogues or rules and opens the document, follows an annex
    line, or begins a numbering anew.
    """
    blocks = document.blocks
    titles = _Titles(blocks, vocabulary)
    starts = [i for i in range(len(blocks)) if titles.begin(i)]
    parts = [
        _part(blocks, begin, end) for begin, end in pairwise([*starts, None]) if begin is not None
    ]
    lead = blocks[: starts[0]] if starts else blocks
    if lead:
        parts.insert(0, Part(annex=None, title=None, title_span=None, blocks=lead))
    return tuple(_take_annex_lines(parts, vocabulary))


def whole(document: Document) -> Part:
    """Return the document as one part without a title."""
    return Part(annex=None, title=None, title_span=None, blocks=document.blocks)


def find_part(parts: Sequence[Part], title: str) -> Part | None:
    """Return the part of that title, compared without regard to width and blanks.

    An empty title is that of what stands before the first one; of parts with one title that with
    a table is meant.
    """
    same = [part for part in parts if fold(part.title or "") == fold(title)]
    tables = (part for part in same if any(isinstance(block, Table) for block in part.blocks))
    return next(tables, same[0] if same else None)


def notices_in(part: Part, document: Document) -> tuple[ReadingNotice, ...]:
    """Return what was noticed inside a part, or of the whole file."""
    if not part.blocks:
        return ()
    begin = min(block.span.start for block in part.blocks)
    end = max(block.span.end for block in part.blocks)
    # What is noticed of a blank cell at the very end has no width: its place is the end itself.
    inside = (n for n in document.notices if n.span is None or begin <= n.span.start <= end)
    return tuple(n for n in inside if n.span is None or n.span.start < end or n.span.end == end)


_RUNNING = 3
_PAGE_NUMBER = re.compile(r"[—–―-]+\d{1,4}[—–―-]+")


def _printed_anew(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of lines that pages print anew, as a running head, but for the first."""
    places: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.span.place is not None:
            places.setdefault(drop_blanks(block.text), []).append(place)
    return frozenset(n for found in places.values() if len(found) >= _RUNNING for n in found[1:])


class _Titles:
    """Tells which blocks of a document are titles."""

    def __init__(self, blocks: Sequence[Block], vocabulary: Vocabulary) -> None:
        self._blocks = blocks
        self._vocabulary = vocabulary
        other = (place for place, one in enumerate(blocks) if not _is_annex(one, vocabulary))
        self._first = next(other, len(blocks))
        self._next_numbers = _next_numbers(blocks)
        self._anew = _printed_anew(blocks)
        ends = (place for place, one in enumerate(blocks) if self._ends_noise(one))
        self._noise = next(ends, len(blocks))

    def begin(self, index: int) -> bool:
        """Tell whether the block at `index` is a title."""
        block = self._blocks[index]
        if not isinstance(block, Paragraph):
            return False
        text = drop_blanks(block.text)
        if text in self._vocabulary.title_endings:
            # 目录 by itself stands above a table of contents.
            return False
        if index in self._anew:
            return False
        if len(text) > _LONGEST_TITLE or not _ends_like_title(text, self._vocabulary):
            return False
        if (
            index <= self._first
            or self._is_after_noise(index)
            or _is_annex(self._blocks[index - 1], self._vocabulary)
        ):
            return True
        return read_ordinal(text) is None and self._next_numbers[index] == 1

    def _is_after_noise(self, index: int) -> bool:
        """Tell whether only navigation and lines of facts stand before a block, or short lines.

        The lines of a page's own menu are short, and none is a sentence or a table of columns.
        """
        if index > self._noise or read_ordinal(drop_blanks(_text_of(self._blocks[index]))):
            return False
        return not any(self.begin(before) for before in range(index))

    def _ends_noise(self, block: Block) -> bool:
        text = drop_blanks(_text_of(block))
        is_long = len(text) > _LONGEST or "。" in text or read_ordinal(text) is not None
        return isinstance(block, Table) or is_long


def _text_of(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _ends_like_title(text: str, vocabulary: Vocabulary) -> bool:
    return _BRACKETED.sub("", text).endswith(vocabulary.title_endings)


def _is_annex(block: Block, vocabulary: Vocabulary) -> bool:
    if not isinstance(block, Paragraph):
        return False
    words = "|".join(vocabulary.annex_words)
    return bool(
        re.fullmatch(rf"(?:{words})[一二三四五六七八九十\d]*[:：]?", drop_blanks(block.text))
    )


def _next_numbers(blocks: Sequence[Block]) -> list[int | None]:
    """Return, for each block, the number of the next numbered line behind it."""
    numbers: list[int | None] = []
    number: int | None = None
    for block in reversed(blocks):
        numbers.append(number)
        ordinal = read_ordinal(block.text) if isinstance(block, Paragraph) else None
        number = ordinal.number if ordinal else number
    return numbers[::-1]


def _part(blocks: Sequence[Block], begin: int, end: int | None) -> Part:
    run = blocks[begin:end]
    head = run[0]
    title, span, rest = (
        drop_blanks(head.text) if isinstance(head, Paragraph) else "",
        head.span,
        run[1:],
    )
    if rest and isinstance(rest[0], Paragraph) and _BRACKETED.fullmatch(drop_blanks(rest[0].text)):
        title, span, rest = title + drop_blanks(rest[0].text), span.to(rest[0].span), rest[1:]
    return Part(annex=None, title=title, title_span=span, blocks=tuple(rest))


def _take_annex_lines(parts: list[Part], vocabulary: Vocabulary) -> list[Part]:
    """Move an annex line from the end of a part to the part that it heads."""
    for i in range(len(parts) - 1):
        last = parts[i].blocks[-1] if parts[i].blocks else None
        if isinstance(last, Paragraph) and _is_annex(last, vocabulary):
            parts[i] = replace(parts[i], blocks=parts[i].blocks[:-1])
            parts[i + 1] = replace(parts[i + 1], annex=drop_blanks(last.text))
    return [part for part in parts if part.blocks or part.title]


class Outliner:
    """Walks the blocks of one part once and yields its events.

    Attributes:
        rows_seen: body rows with words in them, whatever became of them.
    """

    def __init__(
        self, part: Part, base: tuple[Heading, ...], vocabulary: Vocabulary, settled: Settled
    ) -> None:
        self._part = part
        self._vocabulary = vocabulary
        self._survey = Survey(part.blocks, settled)
        self._stack = HeadingStack(base)
        self._pending: list[Heading] = []
        self._columns: tuple[Column, ...] = ()
        self._is_headless = True
        texts = {fold(_text_of(block)) for block in part.blocks}
        self._offices = sum(map(is_office, texts))
        title = fold(part.title or "")
        printed = sum(fold(_text_of(block)) == title for block in part.blocks)
        self._running_head = title if printed >= _RUNNING else ""
        self.rows_seen = 0

    def events(self) -> Iterator[Event]:
        """Yield what stands in the part, in printed order; nothing is left out."""
        for block in self._part.blocks:
            if isinstance(block, Table):
                yield from self._table(block)
            else:
                yield from self._paragraph(block)
        yield from self._unused_headings()

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Event]:
        if self._is_aside_line(paragraph.text):
            yield Remark(text=paragraph.text, span=paragraph.span)
            return
        entries = read_list(paragraph, self._vocabulary, self._stack.innermost)
        heading = read_heading(paragraph)
        if entries:
            yield self._list_run(entries)
        elif heading and not is_note(paragraph.text, self._vocabulary):
            self._pending.append(self._stack.push(heading))
        else:
            yield Remark(text=paragraph.text, span=paragraph.span)

    def _is_aside_line(self, text: str) -> bool:
        """Tell whether a line states facts of the whole edition, or belongs to a web page.

        The name of an office alone is the publisher; names of several are sections of theirs.
        """
        if is_navigation(text) or self._begins_legend(text) or self._is_of_page(fold(text)):
            return True
        return is_fact_line(text) and not (is_office(fold(text)) and self._offices > 1)

    def _is_of_page(self, text: str) -> bool:
        """Tell whether a line is the number of a page, or the title that each page prints anew."""
        is_head = bool(self._running_head) and text == self._running_head
        return is_head or bool(_PAGE_NUMBER.fullmatch(text))

    def _begins_legend(self, text: str) -> bool:
        return bool(_LEGEND.search(fold(text)))

    def _list_run(self, entries: RunningList) -> ListRun:
        ordinal = read_ordinal(entries.heading or "")
        if entries.heading and ordinal:
            own = Heading(
                text=entries.heading,
                level=ordinal.level,
                number=ordinal.number,
                span=entries.span,
            )
            self._stack.push(own)
        self._pending.clear()
        return ListRun(headings=self._stack.end_run(), entries=entries)

    def _table(self, table: Table) -> Iterator[Event]:
        is_titled, self._is_headless = bool(self._pending), True
        if self._is_other(table):
            self._columns = ()
        rows: list[AlignedRow] = []
        for row in table.rows:
            columns = self._survey.header(row)
            if columns is not None:
                yield from self._segment(rows, is_titled=is_titled)
                is_titled, self._is_headless = is_titled and not rows, False
                self._columns, rows = columns, []
            elif self._is_furniture(row):
                continue
            elif remark := self._aside(row):
                yield from self._segment(rows, is_titled=is_titled)
                is_titled, rows = is_titled and not rows, []
                yield remark
            elif aligned := self._aligned(row):
                self.rows_seen += 1
                rows.append(aligned)
            elif any(cell.text for cell in row.cells):
                self.rows_seen += 1
                yield Reject(row=row, has_columns=bool(self._columns))
        yield from self._segment(rows, is_titled=is_titled)

    def _is_other(self, table: Table) -> bool:
        """Tell whether a table of another width, under words of its own, goes on from none."""
        has_grid = table.span.place is not None and table.rows[0].span.place is not None
        is_wider = len(table.rows[0].cells) != len(self._columns)
        return bool(self._pending) and has_grid and is_wider

    def _is_furniture(self, row: Row) -> bool:
        texts = [cell.text for cell in row.cells]
        return is_furniture(texts, [column.heading for column in self._columns])

    def _aside(self, row: Row) -> Remark | None:
        """Return the note or the line of totals that a row is; None for any other row."""
        texts = [cell.text for cell in row.cells]
        if len(texts) == 1 and is_note(texts[0], self._vocabulary):
            return Remark(text=texts[0], span=row.cells[0].span)
        own = [cell for cell in row.cells if cell.text and not is_carried(cell)]
        if not own or not is_aside(texts):
            return None
        words = " ".join(join_wrapped(cell.text.split("\n")) for cell in own)
        return Remark(text=words, span=own[0].span.to(own[-1].span))

    def _aligned(self, row: Row) -> AlignedRow | None:
        cells = align(row, self._columns) if self._columns else None
        place = position(self._columns, "name")
        named = cells[place] if cells and place is not None else None
        return AlignedRow(cells=cells, span=row.span) if cells and named and named.text else None

    def _segment(self, rows: list[AlignedRow], *, is_titled: bool) -> Iterator[Segment]:
        if rows:
            self._pending.clear()
            yield Segment(
                headings=self._stack.end_run(),
                is_titled=is_titled,
                is_headless=self._is_headless,
                columns=self._columns,
                rows=tuple(rows),
            )

    def _unused_headings(self) -> Iterator[Remark]:
        for heading in self._pending:
            yield Remark(text=heading.text, span=heading.span)


def is_carried(cell: Cell) -> bool:
    """Tell whether a cell begins elsewhere."""
    return cell.is_carried_down or cell.is_carried_across


def is_note(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `text` begins with a word for a footnote and a colon."""
    folded = fold(text)
    return any(folded.startswith(fold(word) + ":") for word in vocabulary.note_words)
