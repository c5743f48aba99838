"""The streams of a compound file, which is what old Office and WPS files are."""

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENTRY = 128
_PIECE = 64
_LAST_SECTOR = 0xFFFF_FFF0
_SECTOR_SIZES = {9: 512, 12: 4096}
_WORD = struct.Struct("<I")
_FIRST_TABLES = struct.Struct("<109I")
_TREE = struct.Struct("<III")
_PLACE = struct.Struct("<II")
_FAULTS = (struct.error, IndexError, UnicodeDecodeError, KeyError)


def root_names(data: bytes) -> frozenset[str]:
    """Return the names of the streams and storages at the root; none from a damaged file."""
    try:
        return frozenset(_File(data).root)
    except _FAULTS:
        return frozenset()


def stream(data: bytes, name: str) -> bytes:
    """Return a stream at the root; nothing where it is missing or damaged."""
    try:
        return _File(data).stream(name)
    except _FAULTS:
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
