"""A part in printed order: runs of rows under their headings, running lists, notes."""

from collections.abc import Iterator

from jinque.extraction.alignment import align
from jinque.extraction.columns import Column, Settled, Survey, position
from jinque.extraction.events import AlignedRow, Event, ListRun, Reject, Remark, Segment
from jinque.extraction.headings import Heading, HeadingStack, read_heading
from jinque.extraction.parts import Part
from jinque.extraction.running_lists import RunningList, read_list
from jinque.model import Paragraph, Row, Table
from jinque.parameters import Vocabulary
from jinque.text import fold, read_ordinal


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
        entries = read_list(paragraph, self._vocabulary)
        heading = read_heading(paragraph)
        if entries:
            yield self._list_run(entries)
        elif heading and not is_note(paragraph.text, self._vocabulary):
            self._pending.append(self._stack.push(heading))
        else:
            yield Remark(text=paragraph.text, span=paragraph.span)

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
        rows: list[AlignedRow] = []
        for row in table.rows:
            columns = self._survey.header(row)
            if columns is not None:
                yield from self._segment(rows, is_titled=is_titled)
                is_titled, self._is_headless = is_titled and not rows, False
                self._columns, rows = columns, []
            elif len(row.cells) == 1 and is_note(row.cells[0].text, self._vocabulary):
                yield from self._segment(rows, is_titled=is_titled)
                is_titled, rows = False, []
                yield Remark(text=row.cells[0].text, span=row.cells[0].span)
            elif aligned := self._aligned(row):
                self.rows_seen += 1
                rows.append(aligned)
            elif any(cell.text for cell in row.cells):
                self.rows_seen += 1
                yield Reject(row=row, has_columns=bool(self._columns))
        yield from self._segment(rows, is_titled=is_titled)

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


def is_note(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `text` begins with a word for a footnote and a colon."""
    folded = fold(text)
    return any(folded.startswith(fold(word) + ":") for word in vocabulary.note_words)
