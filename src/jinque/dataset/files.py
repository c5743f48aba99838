"""Writes an export to a file: whole, or not at all.

Vega-Lite specifications drawn as pictures, here on the server; nothing is fetched.

Sheets of paper as Word files.

Rows of any editions as files.

Tables for people as a workbook or as CSV: every text stays a text, the same bytes every time.
"""

import io
import json
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter
from docx import Document
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from jinque.codec import encode
from jinque.dataset.rows import (
    BYTE_ORDER_MARK,
    flat,
    post_columns,
    record,
    records,
    safe_text,
)
from jinque.errors import FolderGivenError, MachineError, SourceNotFoundError
from jinque.locale import Sentence, Translator, say
from jinque.model import Post
from jinque.model.comparison import Spec
from jinque.model.paper import Grid, Line, Paper

# Of a picture on paper: two dots for each point of the drawing.
_SCALE = 2

# No address is allowed: the numbers stand in the specification.
_NOWHERE: list[str] = []


def svg(spec: Spec) -> bytes:
    """Return an SVG whose letters are text, in the first font of its list that a reader has."""
    import vl_convert  # loads a drawing engine of some 100 MB, which few uses need

    drawn = vl_convert.vegalite_to_svg(json.dumps(spec), allowed_base_urls=_NOWHERE)
    return drawn.encode()


def png(spec: Spec) -> bytes:
    """Return a PNG; without a Chinese font on this machine its Chinese letters are boxes."""
    import vl_convert

    return vl_convert.vegalite_to_png(json.dumps(spec), scale=_SCALE, allowed_base_urls=_NOWHERE)


def save(pieces: Iterable[str], path: Path) -> None:
    """Write pieces to a file in UTF-8, line ends unchanged; raises what `save_bytes` raises."""
    save_bytes((piece.encode() for piece in pieces), path)


def save_bytes(pieces: Iterable[bytes], path: Path) -> None:
    """Write pieces to a file; a file at `path` is replaced.

    What stood there before stays until everything is written.

    Raises:
        FolderGivenError: a folder stands at the path.
        SourceNotFoundError: the folder that should hold the file does not exist.
        MachineError: the system refuses to write.
    """
    _check(path)
    try:
        _replace(pieces, path)
    except OSError as fault:
        raise MachineError(
            say("The file cannot be written: {strerror}.", strerror=fault.strerror),
            where=str(path),
            hint=say("Check permissions and free space, or choose another place."),
        ) from fault


def _replace(pieces: Iterable[bytes], path: Path) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _check(path: Path) -> None:
    if path.is_dir():
        raise FolderGivenError(
            say("A folder was given where the name of a file is needed."),
            where=str(path),
            hint=say("Add the name of the file."),
        )
    if not path.parent.is_dir():
        raise SourceNotFoundError(
            say("The folder to write to does not exist."),
            where=str(path.parent),
            hint=say("Make the folder first, or choose another place."),
        )


FONT = "Noto Sans CJK SC"
"""Installed with the program's system packages; a font that is not makes LibreOffice crawl."""

_A4 = (Mm(210), Mm(297))
_MARGIN = Mm(18)
_BODY, _SMALL = Pt(10.5), Pt(9)
_INK = RGBColor(0, 0, 0)


def paper_docx(paper: Paper) -> bytes:
    """Return a sheet as the bytes of a Word file (.docx), without an author or a trace of one."""
    file = Document()
    _set_up(file, paper)
    file.add_heading(paper.title, level=1)
    for block in paper.blocks:
        if isinstance(block, Grid):
            _write_grid(file, block)
        else:
            _write_line(file, block)
    speak(file, "en-US" if paper.language == "en" else "zh-CN")
    return word_bytes(file)


def speak(file: WordFile, language: str) -> None:
    """Say the language of a Word file where LibreOffice looks for it: in the defaults.

    The language of a style, of East Asian text or of the properties does not reach a PDF.
    """
    defaults = file.styles.element.find(qn("w:docDefaults"))
    for mark in defaults.iter(qn("w:lang")) if defaults is not None else ():
        mark.set(qn("w:val"), language)
        mark.set(qn("w:eastAsia"), "zh-CN")


def word_bytes(file: WordFile) -> bytes:
    """Return a Word file without the day on which it was packed: the same bytes every time."""
    buffer, packed = BytesIO(), BytesIO()
    file.save(buffer)
    with zipfile.ZipFile(buffer) as given, zipfile.ZipFile(packed, "w") as made:
        first = "[Content_Types].xml"
        for name in sorted(given.namelist(), key=lambda each: (each != first, each)):
            entry = zipfile.ZipInfo(name, _MADE.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, given.read(name))
    return packed.getvalue()


def _set_up(file: WordFile, paper: Paper) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = reversed(_A4) if paper.is_landscape else _A4
    if paper.is_landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    for name in ("Normal", "Heading 1", "Heading 2"):
        _set_font(file.styles[name])
    file.styles["Normal"].font.size = _BODY
    properties = file.core_properties
    properties.author, properties.title = "", paper.title
    properties.language = "en" if paper.language == "en" else "zh-CN"
    footer = section.footer.paragraphs[0]
    footer.text = paper.footer
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _shrink(footer)
    if paper.header:
        header = section.header.paragraphs[0]
        header.text = paper.header
        header.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _shrink(header)


def _set_font(style: ParagraphStyle) -> None:
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    style.font.color.rgb = _INK


def _write_line(file: WordFile, block: Line) -> None:
    if block.kind == "heading":
        file.add_heading(block.text, level=2)
        return
    line = file.add_paragraph(("☐ " if block.kind == "tick" else "") + block.text)
    line.paragraph_format.space_after = Pt(4)
    if block.kind == "strong":
        line.runs[0].bold = True
    if block.kind == "right":
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.space_after = Pt(0)
    if block.kind == "quote":
        line.paragraph_format.left_indent = Mm(6)


def _write_grid(file: WordFile, grid: Grid) -> None:
    table = file.add_table(rows=0, cols=len(grid.widths))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Mm(width)
    if grid.header:
        _repeat(_write_row(table, grid.header, grid.widths, is_bold=True))
    for row in grid.rows:
        _write_row(table, row, grid.widths)
    file.add_paragraph()


def _write_row(
    table: Table, texts: Sequence[str], widths: Sequence[int], *, is_bold: bool = False
) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = Mm(width)
        line = cell.paragraphs[0]
        line.add_run(text).bold = is_bold
        _shrink(line)
    keep = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(keep)  # noqa: SLF001 - the library has no other door
    return row


def _repeat(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - as above


def _shrink(line: Paragraph) -> None:
    for run in line.runs:
        run.font.size = _SMALL


Value = Sentence | str | int | float | date | None
"""A cell; a sentence is put into words as the file is written."""

_WIDTH = 16
_LAST_ROW = 10_000
_SETTINGS = {
    # No part of the workbook reaches the disk on its way.
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
# A workbook says when it was made; a day of its own would make every one another.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table.

    Attributes:
        name: at most 31 characters, without marks that Excel refuses.
        widths: of the columns, in digits of the standard font; those not named are 16 wide.
        choices: column, counted from 0 -> the words that a spreadsheet offers in its cells.
        dates: columns, counted from 0, that are typed as days.
    """

    name: Sentence | str
    headings: tuple[Sentence | str, ...]
    rows: Sequence[Sequence[Value]]
    widths: tuple[int, ...] = ()
    choices: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    dates: tuple[int, ...] = ()


def workbook_bytes(sheets: Sequence[Sheet], translator: Translator) -> bytes:
    """Return an .xlsx workbook in one language; texts are no formulas, days are days."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _SETTINGS)
    book.set_properties({"created": _MADE})
    heading = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#EEF2F6"})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    for sheet in sheets:
        page = book.add_worksheet(_told(sheet.name, translator))
        _write(page, sheet, translator, (heading, words, day))
    book.close()
    return buffer.getvalue()


def sheet_csv(sheet: Sheet, translator: Translator) -> Iterator[str]:
    """Yield headings and rows as records of a CSV file, safe to open in a spreadsheet."""
    yield BYTE_ORDER_MARK + record([_told(heading, translator) for heading in sheet.headings])
    for row in sheet.rows:
        yield record([safe_text(_text(value, translator)) for value in row])


def _told(words: Sentence | str, translator: Translator) -> str:
    return words if isinstance(words, str) else translator(words)


def _text(value: Value, translator: Translator) -> str:
    if isinstance(value, Sentence):
        return translator(value)
    return "" if value is None else str(value)


def _write(
    page: xlsxwriter.worksheet.Worksheet,
    sheet: Sheet,
    translator: Translator,
    formats: tuple[xlsxwriter.format.Format, ...],
) -> None:
    heading, words, day = formats
    for column, name in enumerate(sheet.headings):
        width = sheet.widths[column] if column < len(sheet.widths) else _WIDTH
        page.set_column(column, column, width, day if column in sheet.dates else words)
        page.write_string(0, column, _told(name, translator), heading)
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(number, column, value, day)
            elif isinstance(value, int | float):
                page.write_number(number, column, value, words)
            elif text := _text(value, translator):
                page.write_string(number, column, text, words)
    for column, choices in sheet.choices.items():
        rule = {"validate": "list", "source": list(choices), "error_type": "warning"}
        page.data_validation(1, column, _LAST_ROW, column, rule)
    page.freeze_panes(1, 0)


def rows_csv(posts: Sequence[Post]) -> bytes:
    """Return rows as `to_csv` writes those of one edition; a cell that a row lacks is empty."""
    table = [flat(encode(post)) for post in posts]
    return "".join(records(post_columns(table), table)).encode()


def rows_workbook(posts: Sequence[Post]) -> bytes:
    """Return the rows of `rows_csv` as an .xlsx workbook of one sheet; every value is a text."""
    table = [flat(encode(post), safe=str) for post in posts]
    columns = post_columns(table)
    values = [[row.get(column, "") for column in columns] for row in table]
    sheet = Sheet(name="rows", headings=columns, rows=values)
    return workbook_bytes([sheet], Translator("en"))
