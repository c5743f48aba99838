"""Tables in plain text: values separated by commas, semicolons or tabs.

Text exports of word processors: one cell a line, or one row a line with tabs.

In the first form a cell is a line that begins with a tab, a blank line ends a row, a blank in
front of the tab begins one without such a line, and a line without a tab right behind a cell
continues it. In the second form a row is a line with tabs between its cells. In both a blank line
does not end a table, since exports leave one at every page break; a line of plain text does.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinque.documents.encoding import decode
from jinque.documents.flattening import Flattener
from jinque.documents.sheet import Sheet, SheetPourer
from jinque.documents.source import Source
from jinque.errors import NotReadableError
from jinque.locale import say
from jinque.model import Block, Cell, Document, Paragraph, Row, Span, Table

_SEPARATORS = ",\t;|，"
_LINES_LOOKED_AT = 50
_SAID = re.compile(r'"?sep=(?P<separator>[^\n"])"?[,;\t]*\n', re.IGNORECASE)
"""A first line that tells Excel the separator."""

_GUARD = re.compile(r'="((?:[^"]|"")*)"')


def unguarded(value: str) -> str:
    """Return a value without the formula around it that keeps Excel from changing a code."""
    found = _GUARD.fullmatch(value)
    return found[1].replace('""', '"').strip() if found else value


def read_delimited(source: Source, separator: str | None = None) -> Document:
    """Read values in quotation marks or without, a row a line.

    Places are those of the text as the program would show it: row and column, counted from 1.

    Args:
        source: the file.
        separator: what separates the values; None finds the one that most lines have in common.

    Raises:
        NotReadableError: the bytes are no text, or a quotation mark opens a value too long.
        EmptySourceError: no words in it.
        LimitError: it exceeds the budget.
    """
    text, encoding = decode(source.data, source.name)
    said = _SAID.match(text)
    if said:
        text, separator = text[said.end() :], said["separator"]
    rows = list(_rows(text, separator or _separator(text), source))
    width = max(map(len, rows), default=0)
    source.budget.take_cells(sum(width - len(row) for row in rows))
    padded = [row + [""] * (width - len(row)) for row in rows]
    sheet = Sheet(name=None, rows=padded, row=2 if said else 1)
    flattener = Flattener(source)
    if width:
        SheetPourer(sheet, flattener).pour()
    return flattener.document(encoding)


def _rows(text: str, separator: str, source: Source) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            source.budget.take_row()
            source.budget.take_cells(len(row))
            yield [unguarded(value.strip()) for value in row]
    except csv.Error as fault:
        raise NotReadableError(
            say(
                "Line {line_num} cannot be read as separated values: {fault}.",
                line_num=str(reader.line_num),
                fault=fault,
            ),
            where=source.name,
            hint=say("Check that the quotation marks on it are paired, or save it as .xlsx."),
        ) from fault


def _separator(text: str) -> str:
    """Return the separator with the most occurrences shared by the lines; a comma without any."""
    lines = [line for line in text.split("\n", _LINES_LOOKED_AT)[:_LINES_LOOKED_AT] if line.strip()]
    shared = {one: sorted(line.count(one) for line in lines) for one in _SEPARATORS}
    return max(_SEPARATORS, key=lambda one: shared[one][len(lines) // 2] if lines else 0)


_MARK = re.compile(r"\[bookmark: [^\]\n]*\]")
_CELL_LINE = re.compile(r"(?P<lead>[ \u3000\u00a0]*)\t(?P<text>[^\t]*)$")


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    start: int
    text: str

    def span(self, begin: int = 0, end: int | None = None) -> Span:
        stop = len(self.text) if end is None else end
        return Span(
            line_start=self.number,
            line_end=self.number,
            start=self.start + begin,
            end=self.start + stop,
        )


@dataclass(slots=True)
class _OpenTable:
    """Rows gathered so far; `is_row_open` while the next line may belong to the last row."""

    rows: list[list[Cell]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    is_row_open: bool = False

    def begin_row(self, cells: list[Cell], span: Span) -> None:
        self.rows.append(cells)
        self.spans.append(span)

    def take_row(self, cells: list[Cell], line: _Line) -> None:
        if self._is_rest_of_row(cells, line):
            self.continue_cell(cells[0])
            self.rows[-1].extend(cells[1:])
            self.spans[-1] = self.spans[-1].to(line.span())
        else:
            self.begin_row(cells, line.span())
        self.is_row_open = False

    def _is_rest_of_row(self, cells: list[Cell], line: _Line) -> bool:
        """Tell whether a wrapped cell cut the row above: numbered, short, and just filled now."""
        if not self.rows or self.spans[-1].line_end != line.number - 1:
            return False
        width, last = len(self.rows[0]), self.rows[-1]
        is_filled = len(last) < width == len(last) + len(cells) - 1
        return is_filled and last[0].text.isdecimal() and not cells[0].text.isdecimal()

    def add_cell(self, cell: Cell, span: Span) -> None:
        self.rows[-1].append(cell)
        self.spans[-1] = self.spans[-1].to(span)

    def continue_cell(self, piece: Cell) -> None:
        last = self.rows[-1][-1]
        text = f"{last.text}\n{piece.text}" if last.text else piece.text
        self.rows[-1][-1] = Cell(text=text, span=last.span.to(piece.span))
        self.spans[-1] = self.spans[-1].to(piece.span)

    def close(self) -> Table:
        rows = tuple(
            Row(cells=tuple(cells), span=span)
            for cells, span in zip(self.rows, self.spans, strict=True)
        )
        return Table(rows=rows, span=rows[0].span.to(rows[-1].span))


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs and tables of a text export in printed order."""
    return tuple(_blocks(text))


def clean(text: str) -> str:
    """Return `text` without bookmark marks and outer blanks."""
    return _MARK.sub("", text).strip()


def _blocks(text: str) -> Iterator[Block]:
    table = _OpenTable()
    for line in _lines(text):
        cell_line = _CELL_LINE.match(line.text)
        if cell_line:
            _take_cell(table, line, cell_line)
        elif "\t" in line.text:
            table.take_row(list(_split_row(line)), line)
        elif not line.text.strip():
            table.is_row_open = False
        elif table.is_row_open:
            table.continue_cell(Cell(text=clean(line.text), span=line.span()))
        else:
            if table.rows:
                yield table.close()
                table = _OpenTable()
            yield Paragraph(text=clean(line.text), span=line.span())
    if table.rows:
        yield table.close()


def _take_cell(table: _OpenTable, line: _Line, found: re.Match[str]) -> None:
    cell = Cell(text=clean(found["text"]), span=line.span(found.start("text")))
    if table.is_row_open and not found["lead"]:
        table.add_cell(cell, line.span())
    else:
        table.begin_row([cell], line.span())
    table.is_row_open = True


def _split_row(line: _Line) -> Iterator[Cell]:
    begin = 0
    for piece in line.text.split("\t"):
        end = begin + len(piece)
        yield Cell(text=clean(piece), span=line.span(begin, end))
        begin = end + 1


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        yield _Line(number=number, start=start, text=line)
        start += len(line) + 1
