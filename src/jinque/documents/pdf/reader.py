"""PDF files with a text layer become documents."""

from collections.abc import Sequence

from jinque.documents.budget import Budget
from jinque.documents.flattening import Flattener
from jinque.documents.pdf.blocks import PdfBlock, blocks_of
from jinque.documents.pdf.carrying import carry_over
from jinque.documents.pdf.faults import fault
from jinque.documents.pdf.heads import runs_on, with_heads
from jinque.documents.pdf.joining import OpenTable
from jinque.documents.pdf.page import Page
from jinque.documents.pdf.process import pages_of
from jinque.documents.pdf.seams import rejoined
from jinque.documents.pdf.table import entries_of, texts_of
from jinque.documents.pdf.wraps import cuts_words
from jinque.documents.source import Source
from jinque.model import Document, Place

_MOST_STRANGERS = 0.3
_MOST_STAMPED = 40  # characters of page numbers and the like that programs print over a scan


def read_pdf(source: Source) -> Document:
    """Read a PDF that has a text layer.

    Raises:
        ScannedSourceError: its pages are pictures, or its fonts name no characters.
        EncryptedSourceError: a password is needed to read it.
        NotReadableError: it is damaged, or so made that the engine fails.
        EmptySourceError: its pages are empty.
        LimitError: it exceeds a limit that protects the machine.
    """
    pages = []
    for page in pages_of(source):
        pages.append(page)
        source.budget.tell(page.number, page.of)
    _check(pages, source.name)
    blocks = []
    for block in blocks_of(pages):
        source.budget.check_time()
        blocks.append(block)
    flattener = Flattener(source)
    _add(blocks, flattener, source.budget)
    _notice(pages, flattener)
    return flattener.document("pdf")


def _add(blocks: Sequence[PdfBlock], flattener: Flattener, budget: Budget) -> None:
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


def _check(pages: Sequence[Page], where: str) -> None:
    glyphs = sum(page.glyphs for page in pages)
    is_worded = any(page.glyphs > _MOST_STAMPED for page in pages)
    if any(page.is_picture for page in pages) and not is_worded:
        raise fault("scanned", where)
    if sum(page.strangers for page in pages) > _MOST_STRANGERS * glyphs:
        raise fault("strange", where)


def _notice(pages: Sequence[Page], flattener: Flattener) -> None:
    pictures = [
        str(page.number) for page in pages if page.is_picture and page.glyphs <= _MOST_STAMPED
    ]
    damaged = [str(page.number) for page in pages if page.is_damaged]
    slanted = [str(page.number) for page in pages if page.slanted]
    if pictures:
        flattener.notice(
            "page_without_text",
            zh=f"第 {'、'.join(pictures)} 页是图片，没有文字，未读取。",
            en=f"Pages {', '.join(pictures)} are pictures without text and were not read.",
        )
    if damaged:
        flattener.notice(
            "page_damaged",
            zh=f"第 {'、'.join(damaged)} 页已损坏，未读取。",
            en=f"Pages {', '.join(damaged)} are damaged and were not read.",
        )
    if slanted:
        flattener.notice(
            "slanted_text_left_out",
            zh=f"第 {'、'.join(slanted)} 页有斜排文字（如水印），未读取。",
            en=f"Pages {', '.join(slanted)} have slanted text, as watermarks are; it was not read.",
        )
