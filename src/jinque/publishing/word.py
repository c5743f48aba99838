"""An edition as a Word file by the measures of GB/T 9704: 22 lines of 28 characters on a page.

LibreOffice fills neither a table of contents nor a running head, and a grid of characters with a
negative space halves its lines (docs/explanation/what-libraries-do.md): the entries, their pages
and the head are written here, and the line is set by its spacing.
"""

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from functools import cache

from docx import Document
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from jinque.dataset.paper import speak, word_bytes
from jinque.parameters.publishing import load_print_words
from jinque.publishing.printing import Print, Table

_SPARE_FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC", "Source Han Serif SC")
_SIZE, _TITLE, _SMALL = Pt(16), Pt(22), Pt(10.5)
_LINE = Pt(28.95)
_APART = Pt(12)
# 28 characters of 16 pt on 156 mm leave a quarter of a point less for each.
_CLOSER_TWIPS = "-5"
_MOST_UPRIGHT = 6
_LONGEST_MEASURED = 60
_FIRST_WIDE = 0x2E80


@cache
def body_font() -> str:
    """Return the font of the standard where this machine has it, else one that it has."""
    have = _families()
    wanted = (*load_print_words().fonts, *_SPARE_FONTS)
    known = (each for each in wanted if each in have)
    return next(known, _SPARE_FONTS[1])


@cache
def _families() -> frozenset[str]:
    program = shutil.which("fc-list")
    if program is None:
        return frozenset()
    told = subprocess.run(  # noqa: S603 - a fixed command
        [program, ":", "family"], capture_output=True, text=True, check=False, timeout=30
    )
    return frozenset(name.strip() for line in told.stdout.splitlines() for name in line.split(","))


def edition_docx(edition: Print, pages: Sequence[int] = ()) -> bytes:
    """Return an edition as a Word file; the same edition gives the same bytes.

    Args:
        edition: what it prints.
        pages: of the headings in their order, for the contents; empty leaves them to be filled in.
    """
    file = Document()
    _set_up(file, edition)
    _line(file, edition.title, size=_TITLE, centred=True, is_bold=True)
    for fact in edition.facts:
        # Lines in the middle that stand close are read as one that was wrapped.
        _line(file, fact, centred=True).paragraph_format.space_before = _APART
    entries = [each for table in edition.tables for each in table.path]
    if entries:
        _contents(file, entries, pages)
    is_wide = any(len(each.headings) > _MOST_UPRIGHT for each in edition.tables)
    if is_wide:
        _turn(file)
    number = 0
    for table in edition.tables:
        _headings(file, table, number)
        number += len(table.path)
        _table(file, table, is_wide=is_wide)
    for note in edition.notes:
        _line(file, note)
    speak(file, "zh-CN")
    return word_bytes(file)


def _set_up(file: WordFile, edition: Print) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(20), Mm(25)
    for name in ("Normal", "Heading 1", "Heading 2", "Title"):
        _set_font(file.styles[name])
    normal = file.styles["Normal"]
    normal.font.size = _SIZE
    layout = normal.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, _LINE
    layout.space_before = layout.space_after = Pt(0)
    properties = file.core_properties
    properties.author, properties.title, properties.language = "", edition.title, "zh-CN"
    properties.comments = ""
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run(" ".join(filter(None, (edition.title, edition.remark)))).font.size = _SMALL
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("— ").font.size = _SMALL
    _field(foot, "PAGE", "1")
    foot.add_run(" —").font.size = _SMALL


def _set_font(style: ParagraphStyle) -> None:
    style.font.name = body_font()
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), body_font())
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    style.font.color.rgb = RGBColor(0, 0, 0)


def _line(
    file: WordFile, text: str, *, size: Pt = _SIZE, centred: bool = False, is_bold: bool = False
) -> Paragraph:
    line = file.add_paragraph()
    run = line.add_run(text)
    run.font.size, run.bold = size, is_bold
    if size == _SIZE:
        _closer(run._r.get_or_add_rPr())  # noqa: SLF001 - the library has no other door
    if centred:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if size == _TITLE:
        line.paragraph_format.line_spacing = Pt(2 * _LINE.pt)
    return line


def _closer(properties: BaseOxmlElement) -> None:
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), _CLOSER_TWIPS)
    properties.append(spacing)


def _contents(file: WordFile, entries: Sequence[str], pages: Sequence[int]) -> None:
    _line(file, load_print_words().contents, centred=True)
    for number, entry in enumerate(entries):
        line = _line(file, f"{entry}\t")
        stops = line.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(156), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        _field(line, f"PAGEREF {_mark(number)} \\h", str(pages[number]) if pages else "")


def _mark(number: int) -> str:
    return f"jinque_{number}"


def _field(line: Paragraph, code: str, shown: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown), ("end", "")):
        run = line.add_run()
        if kind == "":
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = text
            run._r.append(instruction)  # noqa: SLF001 - the library has no fields
        elif kind == "shown":
            run.text = text
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001 - as above


def _turn(file: WordFile) -> None:
    """Begin a part that lies on its side."""
    section = file.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    section.left_margin, section.right_margin = Mm(25), Mm(25)


def _headings(file: WordFile, table: Table, number: int) -> None:
    for place, text in enumerate(table.path):
        line = file.add_heading("", level=1 if place == 0 else 2)
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(6)
        run = line.add_run(text)
        run.font.size = _SIZE
        _bookmark(line, _mark(number + place), number + place)


def _bookmark(line: Paragraph, name: str, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    line._p.insert(1, start)  # noqa: SLF001 - the library has no bookmarks
    line._p.append(end)  # noqa: SLF001 - as above


def _table(file: WordFile, table: Table, *, is_wide: bool) -> None:
    made = file.add_table(rows=0, cols=len(table.headings))
    made.style = "Table Grid"
    made.autofit = False
    widths = column_widths_mm(table, 247 if is_wide else 156)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    _row(made, table.headings, widths, is_head=True)
    for row in table.rows:
        _row(made, row, widths)


def column_widths_mm(table: Table, total: int) -> list[float]:
    """Share the width of the page out by how much the columns hold, within bounds."""
    columns = (
        zip(table.headings, *table.rows, strict=True)
        if table.rows
        else ([h] for h in table.headings)
    )
    wanted = [max(4, min(_LONGEST_MEASURED, *(max(map(_units, cells)),))) for cells in columns]
    root = [each**0.7 for each in wanted]
    least = 12.0
    spare = total - least * len(root)
    return [least + spare * each / sum(root) for each in root]


def _units(text: str) -> int:
    lines = text.split("\n") or [""]
    return max(sum(2 if ord(each) >= _FIRST_WIDE else 1 for each in line) for line in lines)


def _row(
    made: WordTable, texts: Iterable[str], widths: Sequence[float], *, is_head: bool = False
) -> None:
    row = made.add_row()  # type: ignore[no-untyped-call]
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = Mm(width)
        for place, part in enumerate(text.split("\n")):
            line = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
            run = line.add_run(part)
            run.font.size, run.bold = _SMALL, is_head
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no other door
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
