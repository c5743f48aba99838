"""The files of an edition, made from one draft; the same draft gives the same bytes."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from jinque.documents import read
from jinque.documents.libreoffice import convert, find_office
from jinque.documents.source import Budget, Source
from jinque.locale import Sentence, say
from jinque.model import Paragraph
from jinque.parameters.publishing import load_print_words
from jinque.publishing.printing import Print
from jinque.publishing.sheets import edition_page, edition_workbook
from jinque.publishing.word import body_font, edition_docx
from jinque.text import drop_blanks

Progress = Callable[[str, int, int], None]
_DAY = re.compile(rb"/(CreationDate|ModDate)\s*\(D:\d{14}[^)]*\)")
_ID = re.compile(rb"/ID\s*\[\s*<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*\]")
_CHECKSUM = re.compile(rb"/DocChecksum\s*/[0-9A-Fa-f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What was made, and what could not be.

    Attributes:
        made: name -> bytes.
        notes: which file is missing and why, which font stands for which.
    """

    made: dict[str, bytes]
    notes: tuple[Sentence, ...]


def edition_files(edition: Print, stem: str, progress: Progress | None = None) -> Files:
    """Make Word file, PDF, workbook and page; without LibreOffice the PDF is named as missing.

    Args:
        edition: what is printed.
        stem: beginning of each name.
        progress: called with `word`, `pdf`, `sheets`, the steps done and how many there are.
    """
    tell = progress or (lambda _name, _done, _of: None)
    notes: list[Sentence] = []
    fonts = load_print_words().fonts
    if body_font() not in fonts:
        notes.append(
            say(
                "This machine has no font of GB/T 9704 ({wanted}); the files are set in {font}.",
                wanted=fonts[0],
                font=body_font(),
            )
        )
    tell("word", 0, 3)
    word = edition_docx(edition)
    made = {}
    tell("pdf", 1, 3)
    if find_office() is None:
        notes.append(
            say(
                "{file} is missing: LibreOffice, which makes it, is not installed.",
                file=f"{stem}.pdf",
            )
        )
    else:
        pages = pages_of(edition, pdf_of(word))
        if pages:
            word = edition_docx(edition, pages)
        made[f"{stem}.pdf"] = pdf_of(word)
    tell("sheets", 2, 3)
    made |= {
        f"{stem}.docx": word,
        f"{stem}.xlsx": edition_workbook(edition),
        f"{stem}.html": edition_page(edition),
    }
    return Files(made=made, notes=tuple(notes))


def pdf_of(word: bytes) -> bytes:
    """Return a Word file of ours as PDF by LibreOffice, without the day on which it was made.

    Raises:
        OfficeMissingError: LibreOffice is not installed.
        TooSlowError: it took too long and was stopped.
    """
    source = Source(data=word, name="edition.docx", sha256="", budget=Budget())
    return _undated(convert(source, "docx", "pdf"))


def _undated(pdf: bytes) -> bytes:
    """Put fixed values of the same length where a PDF says when it was made and which it is."""
    pdf = _DAY.sub(
        lambda found: _same_length(found[0], rb"/%s(D:20000101000000Z" % found[1], b")"), pdf
    )
    pdf = _ID.sub(lambda found: re.sub(rb"[0-9A-Fa-f]", b"0", found[0]), pdf)
    return _CHECKSUM.sub(lambda found: b"/DocChecksum /" + b"0" * (len(found[0]) - 14), pdf)


def _same_length(old: bytes, start: bytes, end: bytes) -> bytes:
    # A PDF names its parts by their place, so that nothing may move.
    return start[: len(old) - 1].ljust(len(old) - 1, b" ") + end


def pages_of(edition: Print, pdf: bytes) -> tuple[int, ...]:
    """Return the page of each heading in a PDF; empty where one of them was not found."""
    seen: dict[str, list[int]] = {}
    for block in read(pdf, name="edition.pdf").blocks:
        if isinstance(block, Paragraph) and block.span.place is not None:
            seen.setdefault(drop_blanks(block.text), []).append(block.span.place.page or 0)
    found: list[int] = []
    for heading in (each for table in edition.tables for each in table.path):
        last = found[-1] if found else 1
        page = next((n for n in seen.get(drop_blanks(heading), ()) if n >= last), None)
        if page is None:
            return ()
        found.append(page)
    return tuple(found)
