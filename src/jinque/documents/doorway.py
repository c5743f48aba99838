"""The one way in: bytes or a path become a `Document`, within budgets."""

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from jinque.documents.budget import Budget, Progress
from jinque.documents.delimited import read_delimited
from jinque.documents.encoding import decode
from jinque.documents.files import check_size, load
from jinque.documents.formats import Format, recognise
from jinque.documents.limits import Limits
from jinque.documents.office import convert
from jinque.documents.packed import only_member
from jinque.documents.pdf import read_pdf
from jinque.documents.refusals import EMPTY_ARCHIVE
from jinque.documents.source import Source
from jinque.documents.text_export import read_blocks
from jinque.documents.web_page import read_html
from jinque.documents.word import read_docx
from jinque.documents.workbook import read_workbook
from jinque.errors import EmptySourceError
from jinque.model import Document


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
        ScannedSourceError: they are a PDF of pictures.
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
    source = Source(data=data, name=where, sha256=sha256, budget=budget)
    with _without_collection():
        kind = recognise(source)
        if kind is Format.ZIP:
            source = only_member(source)
            kind = recognise(source)
        if kind is Format.ZIP:
            raise EMPTY_ARCHIVE.error(source.name)
        return _READERS[kind](source)


def _text(source: Source) -> Document:
    text, encoding = decode(source.data, source.name)
    if not text.strip():
        raise _empty(source.name)
    source.budget.check_lines(text)
    return Document(
        source_sha256=source.sha256, text=text, encoding=encoding, blocks=read_blocks(text)
    )


def _as_docx(kind: str) -> Callable[[Source], Document]:
    return lambda source: read_docx(replace(source, data=convert(source, kind, "docx")))


def _as_xlsx(kind: str) -> Callable[[Source], Document]:
    return lambda source: read_workbook(replace(source, data=convert(source, kind, "xlsx")))


_READERS: dict[Format, Callable[[Source], Document]] = {
    Format.TEXT: _text,
    Format.CSV: read_delimited,
    Format.TSV: lambda source: read_delimited(source, "\t"),
    Format.HTML: read_html,
    Format.DOCX: read_docx,
    Format.WORKBOOK: read_workbook,
    Format.PDF: read_pdf,
    Format.DOC: _as_docx("doc"),
    Format.RTF: _as_docx("rtf"),
    Format.ODT: _as_docx("odt"),
    Format.ODS: _as_xlsx("ods"),
    Format.WORD_XML: _as_docx("word.xml"),
    Format.EXCEL_XML: _as_xlsx("excel.xml"),
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
        "文件里没有文字。",
        "The file holds no text.",
        where=where,
        hint_zh="请确认导出是否成功，再选择文件。",
        hint_en="Check that the export succeeded and choose the file again.",
    )
