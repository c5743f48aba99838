"""Packed files (zip, docx, xlsx): every part is unpacked in memory and within the budget.

The streams of a compound file, which is what old Office and WPS files are.

XML parts of office files, parsed without entities, declarations of types and the network.

The one file of interest in a zip archive, read as if it had come by itself.
"""

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import PurePosixPath

import olefile
from lxml import etree

from jinque.documents import refusals
from jinque.documents.source import Source
from jinque.errors import (
    ArchiveOfSeveralError,
    CompressionRatioError,
    EncryptedSourceError,
    NotReadableError,
    TooDeepError,
    TooManyEntriesError,
    UnpackedTooLargeError,
)
from jinque.locale import say

_SMALL = 2**20
"""Parts below one MiB may grow as they like: they are harmless, and blanks pack well."""

_UTF8_NAME = 0x800
_IS_ENCRYPTED = 0x1
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    KeyError,
    OverflowError,
    MemoryError,
)


class Archive:
    """The parts of a packed file by name; nothing is ever written to a disk."""

    def __init__(self, source: Source) -> None:
        """Read the table of contents.

        Raises:
            NotReadableError: it is damaged.
            TooManyEntriesError: it is too long.
        """
        self._source = source
        self._limits = source.budget.limits
        self._unpacked = 0
        try:
            self._file = zipfile.ZipFile(io.BytesIO(source.data))
            entries = self._file.infolist()
            self._entries = {_name(one): one for one in entries if not one.is_dir()}
        except _FAULTS as fault:
            raise damaged(self._source.name) from fault
        if len(entries) > self._limits.entries:
            raise TooManyEntriesError(
                say(
                    "The archive holds {n} files; the limit is {entries}.",
                    n=len(entries),
                    entries=self._limits.entries,
                ),
                where=source.name,
                hint=say("Pack only the files to be ingested."),
            )

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the parts in the order of the archive, folders left out."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def unpack(self, name: str, *, first: int | None = None) -> bytes:
        """Return a part, or its first bytes.

        Args:
            name: one of `names`.
            first: how many bytes; None for all.

        Raises:
            EncryptedSourceError: the part is locked.
            UnpackedTooLargeError, CompressionRatioError: it exceeds the budget.
            NotReadableError: it is damaged or missing.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise damaged(self._source.name)
        if entry.flag_bits & _IS_ENCRYPTED:
            raise locked(self._source.name)
        size = entry.file_size if first is None else min(first, entry.file_size)
        self._check(size, entry.compress_size)
        try:
            with self._file.open(entry) as part:
                return part.read(size)
        except _FAULTS as fault:
            raise damaged(self._source.name) from fault

    def _check(self, size: int, packed: int) -> None:
        """Refuse by the declared size; no more than that is ever unpacked."""
        self._source.budget.check_time()
        self._unpacked += size
        if self._unpacked > self._limits.unpacked_bytes:
            largest = self._limits.unpacked_bytes // 2**20
            raise UnpackedTooLargeError(
                say("Unpacked, the file is larger than {largest} MiB.", largest=largest),
                where=self._source.name,
                hint=say("Check the file; unpacked, a catalogue is usually below 20 MiB."),
            )
        if size > _SMALL and size > packed * self._limits.ratio:
            raise CompressionRatioError(
                say(
                    "A part grows more than {ratio}-fold, as in a decompression bomb.",
                    ratio=self._limits.ratio,
                ),
                where=self._source.name,
                hint=say("Open it in its own program, check it and save it anew."),
            )


def damaged(where: str) -> NotReadableError:
    """Return the error for a packed file whose structure is broken."""
    return NotReadableError(
        say("The file is damaged, or not of the format that it claims."),
        where=where,
        hint=say("Open it in its own program and save it anew, or download it again."),
    )


def locked(where: str) -> EncryptedSourceError:
    """Return the error for a file that needs a password."""
    return EncryptedSourceError(
        say("The file is locked with a password."),
        where=where,
        hint=say("Remove the password in its own program, save the file and ingest that."),
    )


def _name(entry: zipfile.ZipInfo) -> str:
    """Return the name as its maker meant it: Chinese Windows writes GBK and does not say so."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return entry.filename


SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MOST_STREAM_BYTES = 256 * 1024 * 1024


def root_names(data: bytes) -> frozenset[str]:
    """Return the names of the streams and storages at the root; none from a damaged file."""
    opened = _open_compound(data)
    return frozenset(path[0] for path in opened.listdir(storages=True)) if opened else frozenset()


def stream(data: bytes, name: str) -> bytes:
    """Return a stream at the root; nothing where it is missing or damaged."""
    opened = _open_compound(data)
    if opened is None:
        return b""
    try:
        if opened.get_size(name) > _MOST_STREAM_BYTES:
            return b""
        content: bytes = opened.openstream(name).read()
    except (OSError, ValueError, IndexError, struct.error):
        return b""
    return content


def _open_compound(data: bytes) -> olefile.OleFileIO | None:
    """Open the directory; olefile stops at a circle of sectors and raises where one is missing."""
    try:
        return olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_FATAL)
    except (OSError, ValueError, IndexError, struct.error, MemoryError, RecursionError):
        return None


def parse_part(data: bytes, source: Source) -> etree._Element:
    """Return the root of a part.

    Raises:
        NotReadableError: the part is no XML, or declares a document type, which no office
            program does.
        TooManyElementsError: it is too large to be held as a tree.
        TooDeepError: its elements are nested more than 256 deep.
    """
    source.budget.check_elements(data, source.budget.limits.elements)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as fault:
        if "depth" in str(fault):
            raise _too_deep(source.name) from fault
        raise damaged(source.name) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(source.name)
    return root


def _too_deep(where: str) -> TooDeepError:
    return TooDeepError(
        say("The structure of the file is nested too deeply."),
        where=where,
        hint=say("Open it in its own program and copy its tables to a new file."),
    )


_SUFFIXES = (
    "txt csv tsv htm html docx docm xlsx xlsm xls doc wps et rtf odt ods xml pdf ofd "
    "dbf mht mhtml uot uos"
)
_READABLE = frozenset(f".{suffix}" for suffix in _SUFFIXES.split())
_MOST_NAMED = 8


def only_member(source: Source) -> Source:
    """Return the only member of a kind that is read; it keeps the checksum of the archive.

    Nothing is written to a disk, so that no path in the archive can lead anywhere.

    Raises:
        ArchiveOfSeveralError: there are several, named in the message.
        UnsupportedFormatError: there is none.
        LimitError: the member exceeds the budget.
    """
    archive = Archive(source)
    names = [name for name in archive.names if _is_of_interest(name)]
    if not names:
        raise refusals.EMPTY_ARCHIVE.error(source.name)
    if len(names) > 1:
        shown = "、".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
        raise ArchiveOfSeveralError(
            say(
                "The archive holds {n} files that can be read: {shown}.", n=len(names), shown=shown
            ),
            where=source.name,
            hint=say("Unpack it and ingest them one by one; each becomes an edition."),
        )
    return replace(source, data=archive.unpack(names[0]), name=f"{source.name}/{names[0]}")


def _is_of_interest(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    parts = [part for part in path.parts if part != ".."]
    is_hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in parts)
    return path.suffix.lower() in _READABLE and not is_hidden
