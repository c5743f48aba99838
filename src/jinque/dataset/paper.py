"""Sheets of paper as Word files."""

import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

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

from jinque.model.paper import Grid, Line, Paper

# A file says when it was made; a day of its own would make every one another.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)

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
