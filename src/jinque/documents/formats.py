"""Which format a file has: by its contents; its name decides only between kinds of plain text."""

import re
from collections.abc import Callable
from enum import Enum, auto
from pathlib import PurePath

from jinque.documents import archive as compound
from jinque.documents import refusals
from jinque.documents.archive import Archive, damaged, locked
from jinque.documents.dbf import is_dbf
from jinque.documents.source import Source
from jinque.documents.web_archive import is_web_archive


class Format(Enum):
    """The formats that are read, and those that LibreOffice turns into one of them."""

    TEXT = auto()
    CSV = auto()
    TSV = auto()
    HTML = auto()
    DOCX = auto()
    WORKBOOK = auto()
    PDF = auto()
    OFD = auto()
    ZIP = auto()
    DOC = auto()
    RTF = auto()
    ODT = auto()
    ODS = auto()
    WORD_XML = auto()
    EXCEL_XML = auto()
    UOF_TEXT = auto()
    UOF_SHEET = auto()
    EXCEL_95 = auto()
    EXCEL_4 = auto()
    WEB_ARCHIVE = auto()
    DBF = auto()


_EXCEL_4 = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
"""How a sheet of Excel 2, 3 and 4 begins, which stands in no container."""
_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_LOOKED_AT = 4096
_PDF_BEGINS_WITHIN = 1024
_HTML_NAMES = (".htm", ".html", ".xhtml")
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_OFFICE_XML = (
    (b"urn:schemas-microsoft-com:office:spreadsheet", Format.EXCEL_XML),
    (b"http://schemas.microsoft.com/office/word/2003/wordml", Format.WORD_XML),
)
_UOF_SHEETS = (b"vnd.uof.spreadsheet", "<uof:电子表格".encode())
_OPEN_DOCUMENTS = (
    (b"application/vnd.oasis.opendocument.text", Format.ODT),
    (b"application/vnd.oasis.opendocument.spreadsheet", Format.ODS),
)


def recognise(source: Source) -> Format:
    """Return the format of a file.

    Raises:
        UnsupportedFormatError: it is known and not read.
        EncryptedSourceError: it needs a password.
        NotReadableError: it claims to be packed, but is damaged.
    """
    data = source.data
    if data.startswith(_PACKED):
        return _packed(source)
    if data.startswith(compound.SIGNATURE):
        return _compound(source)
    for is_so, kind in _TOLD_BY_BEGINNING:
        if is_so(data):
            return kind
    refusals.refuse(data, source.name)
    return _plain(data, PurePath(source.name).suffix.lower())


def _is_pdf(data: bytes) -> bool:
    """Tell a PDF by its first bytes, before which some programs leave others."""
    begin = data.find(b"%PDF-", 0, _PDF_BEGINS_WITHIN)
    return begin == 0 or (begin > 0 and b"%%EOF" in data[-_PDF_BEGINS_WITHIN:])


_TOLD_BY_BEGINNING: tuple[tuple[Callable[[bytes], bool], Format], ...] = (
    (lambda data: data.startswith(_EXCEL_4), Format.EXCEL_4),
    (_is_pdf, Format.PDF),
    (lambda data: is_web_archive(data[:_LOOKED_AT]), Format.WEB_ARCHIVE),
    (is_dbf, Format.DBF),
)


def _packed(source: Source) -> Format:
    archive = Archive(source)
    tops = {name.partition("/")[0] for name in archive.names}
    if "OFD.xml" in archive:
        return Format.OFD
    if "[Content_Types].xml" in archive:
        if "ppt" in tops:
            raise refusals.PRESENTATION.error(source.name)
        if "xl/workbook.bin" in archive:
            raise refusals.BINARY_WORKBOOK.error(source.name)
        if tops & {"word", "xl"}:
            return Format.WORKBOOK if "xl" in tops else Format.DOCX
    if {"uof.xml", "content.xml"} <= {name.lower() for name in archive.names}:
        raise refusals.UOF_PACKED.error(source.name)
    if "mimetype" in archive and "content.xml" in archive:
        declared = archive.unpack("mimetype", first=_LOOKED_AT)
        return next(
            (kind for name, kind in _OPEN_DOCUMENTS if declared.startswith(name)), Format.ZIP
        )
    return Format.ZIP


def _compound(source: Source) -> Format:
    names = compound.root_names(source.data)
    if "EncryptedPackage" in names:
        raise locked(source.name)
    if "WordDocument" in names:
        return Format.DOC
    if "Workbook" in names:
        return Format.WORKBOOK
    if "Book" in names:
        return Format.EXCEL_95
    raise refusals.UNKNOWN_COMPOUND.error(source.name) if names else damaged(source.name)


def _plain(data: bytes, suffix: str) -> Format:
    head = data[:_LOOKED_AT]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"{\\rtf"):
        return Format.RTF
    if head.lstrip().startswith(b"<") and b"schemas.uof.org" in head:
        is_sheet = any(mark in head for mark in _UOF_SHEETS)
        return Format.UOF_SHEET if is_sheet else Format.UOF_TEXT
    for mark, kind in _OFFICE_XML:
        if head.lstrip().startswith(b"<?xml") and mark in head:
            return kind
    if _MARKUP.match(head) or (suffix in _HTML_NAMES and b"<" in head):
        return Format.HTML
    return {".csv": Format.CSV, ".tsv": Format.TSV}.get(suffix, Format.TEXT)
