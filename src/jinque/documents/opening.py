"""The one way in: bytes or a path become a `Document`, within budgets.

Bytes from a path, each way to fail in words of its own.
"""

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from jinque.documents.archive import only_member
from jinque.documents.characters import private_in, standard
from jinque.documents.dbf import read_dbf
from jinque.documents.encoding import decode
from jinque.documents.formats import Format, recognise
from jinque.documents.html import read_html
from jinque.documents.libreoffice import convert
from jinque.documents.marks import odd_characters
from jinque.documents.plain_text import read_blocks, read_delimited
from jinque.documents.refusals import EMPTY_ARCHIVE
from jinque.documents.source import Budget, Limits, Progress, Source
from jinque.documents.text_tables import is_ragged, read_text_tables
from jinque.documents.web_archive import read_web_archive
from jinque.errors import (
    EmptySourceError,
    FolderGivenError,
    MachineError,
    SourceNotFoundError,
    SourceTooLargeError,
)
from jinque.locale import say
from jinque.model import Block, Document, ReadingNotice, Span, Table

_LARGEST = Limits().file_bytes


def load(path: Path) -> bytes:
    """Return the bytes of a file within the budget of 32 MiB.

    Raises:
        SourceNotFoundError: nothing stands at the path.
        FolderGivenError: the path is a folder.
        SourceTooLargeError: the file is larger; it is not read.
        MachineError: the system refuses to read it.
    """
    try:
        if path.is_dir():
            raise _folder(path)
        check_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise _not_found(path) from None
    except OSError as fault:
        raise _refused(path, fault) from fault


def check_size(size: int, where: str) -> None:
    """Compare the size of a file with the budget.

    Raises:
        SourceTooLargeError: it is larger.
    """
    if size > _LARGEST:
        raise SourceTooLargeError(
            say(
                "The file has {size:.0f} MiB; the limit is {largest} MiB.",
                size=size / 2**20,
                largest=_LARGEST // 2**20,
            ),
            where=where,
            hint=say(
                "A catalogue is usually below 5 MiB; check the choice of file, or remove "
                "the pictures in it."
            ),
        )


def _folder(path: Path) -> FolderGivenError:
    return FolderGivenError(
        say("A folder was given where one file is needed."),
        where=str(path),
        hint=say("Name the files in the folder one by one."),
    )


def _not_found(path: Path) -> SourceNotFoundError:
    return SourceNotFoundError(
        say("There is no such file."),
        where=str(path),
        hint=say("Check the path and the name, extension included."),
    )


def _refused(path: Path, fault: OSError) -> MachineError:
    return MachineError(
        say("The system refuses to read the file: {strerror}.", strerror=fault.strerror),
        where=str(path),
        hint=say("Check the file's permissions, or copy it elsewhere and try again."),
    )


def read(source: Path | bytes, *, name: str = "", progress: Progress | None = None) -> Document:
    """Read a file of any supported format (docs/reference/formats.md) into blocks.

    The contents decide the format; the name only tells tables in plain text from text exports.

    Args:
        source: a path, or the bytes themselves.
        name: what to call the bytes in messages; the path's own name by default.
        progress: called every thousand rows with the rows read and how many there are, 0 where
            that is not known; of a PDF after every page with the pages.

    Raises:
        SourceNotFoundError: nothing stands at the path.
        FolderGivenError: the path is a folder.
        SourceTooLargeError: more than 32 MiB; the file is not read.
        EmptySourceError: no bytes, or only blanks.
        UnsupportedFormatError: the bytes are of a format that is not read.
        EncryptedSourceError: they are locked with a password.
        ScannedSourceError: they are a PDF or an OFD of pictures.
        ArchiveOfSeveralError: an archive holds several files that could be read.
        NotReadableError: they are damaged, or no encoding decodes them.
        LimitError: they exceed a limit that protects the machine.
        OfficeMissingError: the format needs LibreOffice, which is not installed.
        MachineError: the system refuses to read the file.
    """
    where = name or (source.name if isinstance(source, Path) else "")
    data = load(source) if isinstance(source, Path) else source
    check_size(len(data), where)
    return document_of(data, where, Budget(Limits(), where, progress))


def document_of(data: bytes, where: str, budget: Budget) -> Document:
    """Read bytes within a budget; raises what `read` raises."""
    if not data.strip():
        raise _empty(where)
    sha256 = hashlib.sha256(data).hexdigest()
    source = Source(data=data, name=where, sha256=sha256, budget=budget, inner=_inner)
    with _without_collection():
        kind = recognise(source)
        if kind is Format.ZIP:
            source = only_member(source)
            kind = recognise(source)
        if kind is Format.ZIP:
            raise EMPTY_ARCHIVE.error(source.name)
        return _READERS[kind](source)


def _inner(source: Source) -> Document:
    """Read a file that is a part of another; raises what `read` raises."""
    if not source.data.strip():
        raise _empty(source.name)
    kind = recognise(source)
    if kind is Format.ZIP:
        raise EMPTY_ARCHIVE.error(source.name)
    return _READERS[kind](source)


def _text(source: Source) -> Document:
    raw, encoding = decode(source.data, source.name)
    if not raw.strip():
        raise _empty(source.name)
    source.budget.check_lines(raw)
    text, _ = standard(raw)
    blocks = read_text_tables(text) or read_blocks(text)
    unclear = (_UNCLEAR,) if "\t" in text and is_ragged(text) and not _has_table(blocks) else ()
    return Document(
        source_sha256=source.sha256,
        text=text,
        encoding=encoding,
        blocks=blocks,
        notices=(*unclear, *(_odd_lines(raw) if private_in(raw) else ())),
    )


_UNCLEAR = ReadingNotice(
    code="text_table_unclear",
    message=say(
        "The rows of the table in the text have different numbers of cells, wrapped over "
        "lines; which words belong to which cell is not certain, so it is not read as a "
        "table. Ingest the Word, Excel or web file that it was copied from."
    ),
)


def _has_table(blocks: Iterable[Block]) -> bool:
    return any(isinstance(block, Table) for block in blocks)


def _odd_lines(raw: str) -> Iterator[ReadingNotice]:
    """Tell the private use characters of a text by the line in which they stand."""
    start = 0
    for number, line in enumerate(raw.split("\n"), 1):
        text, moved = standard(line)
        span = Span(line_start=number, line_end=number, start=start, end=start + len(line))
        for found in odd_characters(text, moved, None):
            yield ReadingNotice(code=found.code, message=found.message, span=span)
        start += len(line) + 1


# A reader is loaded when a file of its format is met: most commands open none.


def _docx(source: Source) -> Document:
    from jinque.documents.word import read_docx

    return read_docx(source)


def _workbook(source: Source) -> Document:
    from jinque.documents.workbook import read_workbook

    return read_workbook(source)


def _pdf(source: Source) -> Document:
    from jinque.documents.pdf import read_pdf

    return read_pdf(source)


def _ofd(source: Source) -> Document:
    from jinque.documents.ofd import read_ofd

    return read_ofd(source)


def _as_docx(kind: str) -> Callable[[Source], Document]:
    return lambda source: _docx(replace(source, data=convert(source, kind, "docx")))


def _as_xlsx(kind: str) -> Callable[[Source], Document]:
    return lambda source: _workbook(replace(source, data=convert(source, kind, "xlsx")))


_READERS: dict[Format, Callable[[Source], Document]] = {
    Format.TEXT: _text,
    Format.CSV: read_delimited,
    Format.TSV: lambda source: read_delimited(source, "\t"),
    Format.HTML: read_html,
    Format.DOCX: _docx,
    Format.WORKBOOK: _workbook,
    Format.PDF: _pdf,
    Format.OFD: _ofd,
    Format.DOC: _as_docx("doc"),
    Format.RTF: _as_docx("rtf"),
    Format.ODT: _as_docx("odt"),
    Format.ODS: _as_xlsx("ods"),
    Format.WORD_XML: _as_docx("word.xml"),
    Format.EXCEL_XML: _as_xlsx("excel.xml"),
    Format.UOF_TEXT: _as_docx("uot"),
    Format.UOF_SHEET: _as_xlsx("uos"),
    Format.EXCEL_95: _as_xlsx("xls"),
    Format.EXCEL_4: _as_xlsx("xl4"),
    Format.WEB_ARCHIVE: read_web_archive,
    Format.DBF: read_dbf,
}


@contextmanager
def _without_collection() -> Iterator[None]:
    """Pause the search for reference cycles: a million cells hold none, and it doubles the time.

    Freezing and thawing calls what was made old, so that the first search behind is a short one.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def _empty(where: str) -> EmptySourceError:
    return EmptySourceError(
        say("The file holds no text."),
        where=where,
        hint=say("Check that the export succeeded and choose the file again."),
    )
