"""Long JSON texts as the record keeps them: compressed a piece at a time, in letters.

An edition of 200,000 rows is half a gigabyte of JSON, of which no more than a piece is ever held.
What an earlier version of this program wrote is plain JSON and is read as it stands.
"""

import zlib
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Iterable, Iterator
from dataclasses import fields

import msgspec

from jinque.model import Edition, Report

_LEVEL = 3
_PLAIN = "{"
_ITEMS_AT_ONCE = 1000


class DamagedTextError(ValueError):
    """A text is neither JSON nor packed by `pack`."""


def pack(pieces: Iterable[bytes]) -> str:
    """Return the pieces of a JSON text compressed, in letters that every database keeps."""
    packer = zlib.compressobj(_LEVEL)
    packed = bytearray()
    for piece in pieces:
        packed += packer.compress(piece)
    packed += packer.flush()
    return b64encode(packed).decode("ascii")


def unpack(text: str) -> bytes:
    """Return the JSON text that was packed.

    Raises:
        DamagedTextError: the text is of neither kind.
    """
    if text.startswith(_PLAIN):
        return text.encode()
    try:
        return zlib.decompress(b64decode(text, validate=True))
    except (zlib.error, NoBase64, ValueError) as fault:
        raise DamagedTextError(str(fault)) from fault


def json_pieces(value: Edition | Report) -> Iterator[tuple[str, bytes]]:
    """Yield the JSON text of `value` in pieces, each with the field that it belongs to."""
    lead = "{"
    for field in fields(value):
        yield field.name, f'{lead}"{field.name}":'.encode()
        yield from ((field.name, piece) for piece in _pieces(getattr(value, field.name)))
        lead = ","
    yield "", b"}"


def _pieces(value: object) -> Iterator[bytes]:
    if not isinstance(value, tuple) or len(value) <= _ITEMS_AT_ONCE:
        yield msgspec.json.encode(value)
        return
    for first in range(0, len(value), _ITEMS_AT_ONCE):
        items = msgspec.json.encode(value[first : first + _ITEMS_AT_ONCE])
        yield (b"," if first else b"[") + items[1:-1]
    yield b"]"
