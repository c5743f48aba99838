"""The canonical text of an office file, and the blocks whose spans point into it.

Each paragraph is a line, each row of a table is a line with tabs between its cells; a line break
inside a cell stays. A merged cell stands where it begins; the places that it covers are empty in
the text, and in the table they repeat its words with a mark.

From the content of a page to blocks: tables that only lay out a page are unwrapped.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from jinque.documents.grid import Entry, Item, SpannedTable, TableCells, lay_grid, row_text
from jinque.documents.marks import Found, is_marked, settle_row, settle_words
from jinque.documents.source import Budget, Source
from jinque.errors import EmptySourceError
from jinque.locale import Sentence, Words, say, sentences
from jinque.model import Block, Document, Paragraph, Place, ReadingNotice, Row, Span, Table
from jinque.text import join_wrapped, read_ordinal

_MOST_OF_A_CODE = 60
"""Notices of one code that name their place; the rest is told as a number."""

_MOST_REASONS = 3


class Flattener:
    """Takes what a reader finds, in printed order, and makes the document of it."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._blocks: list[Block] = []
        self._notices: list[ReadingNotice] = []
        self._offset = 0
        self._line = 1
        self._tables: dict[str | None, int] = {}
        self._told: Counter[str] = Counter()

    def paragraph(self, text: str, place: Place | None = None) -> None:
        """Append a paragraph; blank ones are left out, lines that it wraps over are joined."""
        text, found = settle_words(text)
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if lines:
            self._source.budget.take_row()
            raw = "\n".join(lines)
            span = self._span(raw, place)
            self._append(raw)
            self._blocks.append(Paragraph(text=join_wrapped(lines), span=span))
            self._tell(found, span)
        else:
            self._tell(found, None)

    def table(
        self,
        rows: Iterable[Sequence[Entry]],
        corner: Place,
        pages: Sequence[int | None] | None = None,
    ) -> Table | None:
        """Append a table; one without any words is counted, but left out.

        Args:
            rows: cells of each row; a place covered names where its cell begins.
            corner: sheet, and the row and column of the first cell, counted from 1.
            pages: page on which each row begins; None where the format knows no pages.
        """
        number = self._tables[corner.sheet] = self._tables.get(corner.sheet, 0) + 1
        kept = list(rows)
        if not any(entry for row in kept for entry in row if isinstance(entry, str)):
            return None
        cells = TableCells(corner.sheet, number, corner.row or 1, corner.column or 1)
        made = tuple(
            self._row(row, cells, page)
            for row, page in zip(kept, pages or repeat(None), strict=False)
        )
        span = made[0].span.to(made[-1].span)
        table = Table(rows=made, span=replace(span, place=Place(sheet=corner.sheet, table=number)))
        self._blocks.append(table)
        return table

    def notice(self, code: str, *, message: Sentence, span: Span | None = None) -> None:
        """Note something that the file holds otherwise than it shows."""
        self._told[code] += span is not None
        if self._told[code] > _MOST_OF_A_CODE and span is not None:
            return
        self._notices.append(ReadingNotice(code=code, message=message, span=span))

    def document(self, encoding: str) -> Document:
        """Return the document.

        Args:
            encoding: name of the format, or the encoding that decoded a text file.

        Raises:
            EmptySourceError: no words were found.
        """
        if not self._blocks:
            raise self._empty()
        for code, count in self._told.items():
            if count > _MOST_OF_A_CODE:
                self._notices.append(_more(code, count - _MOST_OF_A_CODE))
        return Document(
            source_sha256=self._source.sha256,
            text="\n".join(self._pieces) + "\n",
            encoding=encoding,
            blocks=tuple(self._blocks),
            notices=tuple(self._notices),
        )

    def _row(self, entries: Sequence[Entry], cells: TableCells, page: int | None) -> Row:
        text = row_text(entries)
        found: list[Found] = []
        if is_marked(text):
            entries, found = settle_row(entries)
            text = row_text(entries)
        row = cells.lay(entries, text, line=self._line, offset=self._offset, page=page)
        self._append(text)
        for one in found:
            self._tell([one], row.span if one.column is None else row.cells[one.column].span)
        return row

    def _tell(self, found: Sequence[Found], span: Span | None) -> None:
        for one in found:
            self.notice(one.code, message=one.message, span=span)

    def _empty(self) -> EmptySourceError:
        """Return the refusal of a file without words, with what was found instead of them."""
        said = [notice.message for notice in self._notices]
        return EmptySourceError(
            sentences((say("The file holds no text."), *said[:_MOST_REASONS])),
            where=self._source.name,
            hint=say(
                "If it holds pictures or scans, recognise their text first, or ask the "
                "publisher for a version with text."
            ),
        )

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._offset += len(text) + 1
        self._line += text.count("\n") + 1

    def _span(self, text: str, place: Place | None) -> Span:
        return Span(
            line_start=self._line,
            line_end=self._line + text.count("\n"),
            start=self._offset,
            end=self._offset + len(text),
            place=place,
        )


def _more(code: str, count: int) -> ReadingNotice:
    zh = f"另有 {count} 处同样的情况，未逐一列出。"
    return ReadingNotice(code=code, message=Words(zh=zh, en=f"{count} more of the same kind."))


_SENTENCE_ENDS = "。；：！？"
_CORNER = Place(row=1, column=1)


def pour(content: Iterable[Item], flattener: Flattener, budget: Budget) -> None:
    """Hand paragraphs and tables on in printed order.

    A table lays out a page when it has one column, or when most of its words stand in tables
    inside it; its cells are then read one after the other, from left to right.
    """
    for item in content:
        if isinstance(item, str):
            for text in _paragraphs(item):
                flattener.paragraph(text)
        elif _lays_out(item):
            for row in item.rows:
                for cell in row:
                    pour(cell.content, flattener, budget)
        else:
            flattener.table(lay_grid(item, budget), _CORNER)


def _paragraphs(text: str) -> Iterator[str]:
    """Cut a paragraph at line breaks behind a sentence and in front of an ordinal.

    Other breaks wrap a long title or separate its second line, and stay.
    """
    held: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        if held and (read_ordinal(line) or held[-1][-1] in _SENTENCE_ENDS):
            yield "\n".join(held)
            held = []
        held.append(line)
    if held:
        yield "\n".join(held)


def _lays_out(table: SpannedTable) -> bool:
    if all(len(row) <= 1 for row in table.rows):
        return True
    inside = sum(
        _size(item)
        for row in table.rows
        for cell in row
        for item in cell.content
        if isinstance(item, SpannedTable)
    )
    return inside > 0 and 2 * inside >= _size(table)


def _size(item: Item) -> int:
    """Count the characters of a paragraph or of a table with everything in it."""
    if isinstance(item, str):
        return len(item)
    return sum(_size(inner) for row in item.rows for cell in row for inner in cell.content)
