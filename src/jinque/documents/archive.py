"""Packed files (zip, docx, xlsx): every part is unpacked in memory and within the budget.

The streams of a compound file, which is what old Office and WPS files are.

XML parts of office files, parsed without entities, declarations of types and the network.

The one file of interest in a zip archive, read as if it had come by itself.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

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
                f"压缩包里有 {len(entries)} 个文件，上限是 {self._limits.entries} 个。",
                f"The archive holds {len(entries)} files; the limit is {self._limits.entries}.",
                where=source.name,
                hint_zh="请只压缩需要导入的文件。",
                hint_en="Pack only the files to be ingested.",
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
                f"解压后超过 {largest} MiB。",
                f"Unpacked, the file is larger than {largest} MiB.",
                where=self._source.name,
                hint_zh="请确认文件；正常的目录文件解压后通常不到 20 MiB。",
                hint_en="Check the file; unpacked, a catalogue is usually below 20 MiB.",
            )
        if size > _SMALL and size > packed * self._limits.ratio:
            raise CompressionRatioError(
                f"压缩比超过 {self._limits.ratio} 倍，疑为压缩炸弹。",
                f"A part grows more than {self._limits.ratio}-fold, as in a decompression bomb.",
                where=self._source.name,
                hint_zh="请在原软件里打开确认，另存后再导入。",
                hint_en="Open it in its own program, check it and save it anew.",
            )


def damaged(where: str) -> NotReadableError:
    """Return the error for a packed file whose structure is broken."""
    return NotReadableError(
        "文件已损坏，或者不是它所声称的格式。",
        "The file is damaged, or not of the format that it claims.",
        where=where,
        hint_zh="请在原软件里打开确认，另存后再导入；或重新下载。",
        hint_en="Open it in its own program and save it anew, or download it again.",
    )


def locked(where: str) -> EncryptedSourceError:
    """Return the error for a file that needs a password."""
    return EncryptedSourceError(
        "文件设有密码，无法读取。",
        "The file is locked with a password.",
        where=where,
        hint_zh="请在原软件里取消密码，另存后再导入。",
        hint_en="Remove the password in its own program, save the file and ingest that.",
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

_ENTRY = 128
_PIECE = 64
_LAST_SECTOR = 0xFFFF_FFF0
_SECTOR_SIZES = {9: 512, 12: 4096}
_WORD = struct.Struct("<I")
_FIRST_TABLES = struct.Struct("<109I")
_TREE = struct.Struct("<III")
_PLACE = struct.Struct("<II")
_COMPOUND_FAULTS = (struct.error, IndexError, UnicodeDecodeError, KeyError)


def root_names(data: bytes) -> frozenset[str]:
    """Return the names of the streams and storages at the root; none from a damaged file."""
    try:
        return frozenset(_File(data).root)
    except _COMPOUND_FAULTS:
        return frozenset()


def stream(data: bytes, name: str) -> bytes:
    """Return a stream at the root; nothing where it is missing or damaged."""
    try:
        return _File(data).stream(name)
    except _COMPOUND_FAULTS:
        return b""


class _File:
    """The table of sectors and the directory; raises what `struct` and indexing raise."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = _SECTOR_SIZES[struct.unpack_from("<H", data, 30)[0]]
        self._smallest = _WORD.unpack_from(data, 56)[0]
        table = b"".join(map(self._sector, self._table_sectors()))
        self._next = [following for (following,) in _WORD.iter_unpack(table)]
        self._directory = self._chain(_WORD.unpack_from(data, 48)[0])
        self.root = dict(self._root_entries())

    def stream(self, name: str) -> bytes:
        begin = self.root[name] * _ENTRY
        first, size = _PLACE.unpack_from(self._directory, begin + 116)
        return self._small(first)[:size] if size < self._smallest else self._chain(first)[:size]

    def _small(self, piece: int) -> bytes:
        """Return a small stream: pieces of one large stream, with a table of their own."""
        pieces = self._chain(_PLACE.unpack_from(self._directory, 116)[0])
        table = self._chain(_WORD.unpack_from(self._data, 60)[0])
        following = [word for (word,) in _WORD.iter_unpack(table)]
        found: list[bytes] = []
        while piece < _LAST_SECTOR and len(found) < len(following):
            found.append(pieces[piece * _PIECE : (piece + 1) * _PIECE])
            piece = following[piece]
        return b"".join(found)

    def _sector(self, number: int) -> bytes:
        sector = self._data[(number + 1) * self._size : (number + 2) * self._size]
        return sector[: len(sector) // _WORD.size * _WORD.size]

    def _table_sectors(self) -> Iterator[int]:
        """Yield the sectors of the table: 109 are named in the header, more in sectors of names."""
        names = list(_FIRST_TABLES.unpack_from(self._data, 76))
        more = _WORD.unpack_from(self._data, 68)[0]
        seen: set[int] = set()
        while more < _LAST_SECTOR and more not in seen:
            seen.add(more)
            words = [word for (word,) in _WORD.iter_unpack(self._sector(more))]
            names += words[:-1]
            more = words[-1]
        yield from (name for name in names if name < _LAST_SECTOR)

    def _chain(self, sector: int) -> bytes:
        sectors: list[int] = []
        most = len(self._data) // self._size
        while sector < _LAST_SECTOR and len(sectors) <= most:
            sectors.append(sector)
            sector = self._next[sector]
        return b"".join(
            self._data[(one + 1) * self._size : (one + 2) * self._size] for one in sectors
        )

    def _root_entries(self) -> Iterator[tuple[str, int]]:
        """Yield name and number of each entry in the tree below the root."""
        waiting = [_TREE.unpack_from(self._directory, 68)[2]]
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            begin = number * _ENTRY
            if number in seen or begin + _ENTRY > len(self._directory):
                continue
            seen.add(number)
            length = min(struct.unpack_from("<H", self._directory, begin + 64)[0], 64)
            name = self._directory[begin : begin + length].decode("utf-16-le").rstrip("\0")
            yield name, number
            waiting += _TREE.unpack_from(self._directory, begin + 68)[:2]


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
        "文件的结构嵌套过深。",
        "The structure of the file is nested too deeply.",
        where=where,
        hint_zh="请在原软件里打开确认，把表格复制到新文件再导入。",
        hint_en="Open it in its own program and copy its tables to a new file.",
    )


_SUFFIXES = "txt csv tsv htm html docx docm xlsx xlsm xls doc wps et rtf odt ods xml pdf"
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
            f"压缩包里有 {len(names)} 个可读的文件：{shown}。",
            f"The archive holds {len(names)} files that can be read: {shown}.",
            where=source.name,
            hint_zh="请解压后逐个导入，每个文件成为一个版本。",
            hint_en="Unpack it and ingest them one by one; each becomes an edition.",
        )
    return replace(source, data=archive.unpack(names[0]), name=f"{source.name}/{names[0]}")


def _is_of_interest(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    parts = [part for part in path.parts if part != ".."]
    is_hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in parts)
    return path.suffix.lower() in _READABLE and not is_hidden
