"""DBF tables (dBASE III, FoxPro), as salary and statistics systems write them.

The code page byte is absent or wrong more often than not, so the contents decide: UTF-8 where all
decodes as such, else GB18030. Names of fields are cut at ten bytes, inside a character if need be.
"""

import codecs
import struct
from collections.abc import Iterable, Iterator

from jinque.documents.archive import damaged
from jinque.documents.flattening import Flattener
from jinque.documents.sheet import Sheet, SheetPourer
from jinque.documents.source import Source
from jinque.locale import say
from jinque.model import Document

_VERSIONS = frozenset((0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0xCB, 0xF5))
_HEAD, _FIELD, _END = 32, 32, 0x0D
_LOOKED_AT = 1000
_PAGE, _CHINESE_PAGES = 29, frozenset((0x4D, 0x7A))
_DELETED = ord("*")
_STATES = b" *"
_MEMO = frozenset("MGPBW")
_TRUE, _FALSE = "TYty", "FNfn"


def is_dbf(data: bytes) -> bool:
    """Tell a DBF by a header whose numbers agree with each other and with the size."""
    if len(data) <= _HEAD or data[0] not in _VERSIONS:
        return False
    count, head, record = struct.unpack_from("<IHH", data, 4)
    is_dated = 1 <= data[2] <= 12 and 1 <= data[3] <= 31  # noqa: PLR2004
    is_sized = head > _HEAD and record > 1 and head + count * record <= len(data) + record
    return is_dated and is_sized and _END in data[_HEAD:head]


def read_dbf(source: Source) -> Document:
    """Read the records that are not deleted, under the names of their fields.

    Raises:
        NotReadableError: the fields do not fill a record.
        LimitError: it exceeds the budget.
    """
    data = source.data
    count, head, size = struct.unpack_from("<IHH", data, 4)
    fields = list(_fields(data, head))
    if not fields or sum(length for _, _, length in fields) + 1 > size:
        raise damaged(source.name)
    encoding = _encoding(_pieces(data, fields, head))
    rows = [[_decode(name, encoding) for name, _, _ in fields]]
    deleted = 0
    for number in range(count):
        record = data[head + number * size : head + (number + 1) * size]
        if len(record) < size or record[0] not in _STATES:
            break
        source.budget.take_row()
        source.budget.take_cells(len(fields))
        if record[0] == _DELETED:
            deleted += 1
        else:
            rows.append(list(_values(record, fields, encoding)))
    flattener = Flattener(source)
    SheetPourer(Sheet(name=None, rows=rows), flattener).pour()
    _tell(flattener, fields, deleted)
    if data[_PAGE] not in _CHINESE_PAGES and any(
        not piece.isascii() for row in rows for piece in row
    ):
        flattener.notice(
            "encoding_guessed",
            message=say(
                "The file names no Chinese code page; its contents were read as {encoding}.",
                encoding=encoding,
            ),
        )
    return flattener.document(encoding)


def _fields(data: bytes, head: int) -> Iterator[tuple[bytes, str, int]]:
    place = _HEAD
    while place + _FIELD <= head and data[place] != _END:
        name = data[place : place + 11].split(b"\0")[0].rstrip()
        kind, length = chr(data[place + 11]), data[place + 16]
        yield name, kind, length + (data[place + 17] << 8 if kind == "C" else 0)
        place += _FIELD


def _encoding(pieces: Iterable[bytes]) -> str:
    """Tell UTF-8 from GB18030 by whole characters; one cut at the end of a field is no fault."""
    try:
        for piece in pieces:
            codecs.getincrementaldecoder("utf-8")().decode(piece.replace(b"\0", b" "))
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def _pieces(data: bytes, fields: list[tuple[bytes, str, int]], head: int) -> Iterator[bytes]:
    count, _, size = struct.unpack_from("<IHH", data, 4)
    yield from (name for name, _, _ in fields)
    for number in range(min(count, _LOOKED_AT)):
        place = head + number * size + 1
        for _, kind, length in fields:
            if kind == "C":
                yield data[place : place + length]
            place += length


def _decode(data: bytes, encoding: str) -> str:
    """Return words; a character cut at the end of its field is left out."""
    return data.replace(b"\0", b" ").decode(encoding, "ignore").strip()


def _values(record: bytes, fields: list[tuple[bytes, str, int]], encoding: str) -> Iterator[str]:
    place = 1
    for _, kind, length in fields:
        raw = record[place : place + length]
        place += length
        yield "" if kind in _MEMO else _shown(raw, kind, _decode(raw, encoding))


def _shown(raw: bytes, kind: str, text: str) -> str:
    if kind == "D" and len(text) == 8 and text.isdecimal():  # noqa: PLR2004
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    if kind == "L":
        return "是" if text and text in _TRUE else "否" if text and text in _FALSE else ""
    if kind == "I" and len(raw) == 4:  # noqa: PLR2004
        return str(struct.unpack("<i", raw)[0])
    return text


def _tell(flattener: Flattener, fields: list[tuple[bytes, str, int]], deleted: int) -> None:
    if deleted:
        flattener.notice(
            "records_deleted",
            message=say(
                "{deleted} records are marked as deleted; they are not read.", deleted=deleted
            ),
        )
    if any(kind in _MEMO for _, kind, _ in fields):
        flattener.notice(
            "part_not_read",
            message=say(
                "The table has memo fields, whose contents lie in another file and are not read."
            ),
        )
