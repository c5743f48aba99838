"""What a reader makes of a file: blocks, tables and cells, each with its place."""

from dataclasses import dataclass

from jinque.locale import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a file that is not plain text shows a thing; what does not apply is None.

    Attributes:
        page: page of a PDF, counted from 1.
        sheet: name of a worksheet.
        table: table in the file (in the sheet of a workbook), counted from 1.
        row: row of the table, counted from 1; in a workbook the row of the sheet.
        column: column of the table, counted from 1; in a workbook the column of the sheet.
    """

    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A place in a source.

    Attributes:
        line_start: first line, counted from 1.
        line_end: last line, inclusive.
        start: offset of the first character in the document's text, counted from 0.
        end: offset behind the last character.
        place: page, sheet, table, row and column; None for plain text, whose lines say it all.
    """

    line_start: int
    line_end: int
    start: int
    end: int
    place: Place | None = None

    def __post_init__(self) -> None:
        if not (1 <= self.line_start <= self.line_end and 0 <= self.start <= self.end):
            raise ValueError(f"impossible span: {self!r}")

    def to(self, last: "Span") -> "Span":
        """Return the span from the beginning of this one to the end of `last`, at this place."""
        return Span(
            line_start=self.line_start,
            line_end=last.line_end,
            start=self.start,
            end=last.end,
            place=self.place,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a row.

    Attributes:
        text: the cell's words without marks of the export format and without outer blanks;
            a line break inside the cell stands as a newline.
        span: the cell's own characters in the document's text.
        is_carried_down: a merged cell that begins in a row above covers this one; `text` and
            `span` are those of its beginning.
        is_carried_across: the same, from a column further left.
    """

    text: str
    span: Span
    is_carried_down: bool = False
    is_carried_across: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells from left to right; a glued or cut row may hold fewer than its table has columns."""

    cells: tuple[Cell, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows that stand together, header rows among them wherever they are printed."""

    rows: tuple[Row, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of text outside any table, without marks of the export format."""

    text: str
    span: Span


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingNotice:
    """What the file holds otherwise than it shows, for a person to judge (a hidden row, say).

    Attributes:
        code: stable name, listed in docs/reference/formats.md.
        message: what was found and how it was read.
        span: the words it is about; None where it is about the whole file.
    """

    code: str
    message: Sentence
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as read: its text and the blocks in it, in printed order.

    Attributes:
        source_sha256: checksum of the bytes, in lower-case hexadecimal.
        text: the text that every span points into, line breaks as newlines: the decoded file
            itself, or for other formats its paragraphs and rows in printed order, one a line,
            cells separated by tabs.
        encoding: the encoding that decoded a text file; the name of any other format.
        blocks: paragraphs and tables in printed order.
        notices: what the reader noticed, in printed order.
    """

    source_sha256: str
    text: str
    encoding: str
    blocks: tuple[Block, ...]
    notices: tuple[ReadingNotice, ...] = ()

    def slice(self, span: Span) -> str:
        """Return the raw characters that `span` covers, marks and blanks included."""
        return self.text[span.start : span.end]
