"""Bytes to text: the encodings in which Chinese office programs write.

The encoding of a web page: its byte order mark, what it declares, or what decodes it.
"""

import codecs
import re

from jinque.errors import NotReadableError
from jinque.locale import say

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\v")
_PRIVATE_USE = frozenset(map(chr, range(0xE000, 0xF900)))
_LARGEST_STRANGE_SHARE = 0.001
_PRIVATE_ALWAYS, _LARGEST_PRIVATE_SHARE = 3, 0.1
_DOS_END = "\x1a"
"""Ends a text file of DOS, dBase and FoxPro; what stands behind it is no text."""


def decode(data: bytes, where: str = "") -> tuple[str, str]:
    """Return the text with newlines as line breaks, and the encoding that decoded it.

    UTF-8, UTF-16 (with or without a byte order mark) and GB18030 (with GBK and GB2312 in it)
    are told apart by their marks and by what decodes without a fault.

    Raises:
        NotReadableError: no encoding decodes them to text.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = text.rstrip("\x00").rstrip(_DOS_END)
        if _is_text(text):
            text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
            return text, encoding.removesuffix("-sig")
    raise NotReadableError(
        say("The file is not text, or its encoding is not recognised."),
        where=where,
        hint=say("Save it as text in UTF-8 or GB18030 and try again."),
    )


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return (encoding,)
    if b"\x00" not in data:
        return ("utf-8", "gb18030", *_unmarked_utf16(data))
    return _unmarked_utf16(data)


def _unmarked_utf16(data: bytes) -> tuple[str, ...]:
    """Guess the byte order from line feeds, which every text of several lines holds."""
    little, big = data.count(b"\n\x00"), data.count(b"\x00\n")
    return ("utf-16-le", "utf-16-be") if little >= big else ("utf-16-be", "utf-16-le")


def _is_text(text: str) -> bool:
    """Tell text from bytes that merely decode: few control characters, few of private use.

    A few private use characters are no doubt of a short text: names of people and places hold them.
    """
    sample = text[:100_000]
    controls = sum(ord(character) in _CONTROL for character in sample)
    private = sum(character in _PRIVATE_USE for character in sample)
    allowed = len(sample) * _LARGEST_STRANGE_SHARE
    few = private <= min(_PRIVATE_ALWAYS, len(sample) * _LARGEST_PRIVATE_SHARE)
    return controls + (0 if few else private) <= allowed


_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""")
_HEAD = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030"}
"""Pages that declare the old sets use characters of the new one; browsers read them so, too."""


def decode_page(data: bytes, where: str) -> tuple[str, str]:
    """Return the page's text and the encoding that decoded it.

    A declaration that does not decode the bytes is wrong, and is not followed.

    Raises:
        NotReadableError: no encoding decodes the bytes to text.
    """
    found = _DECLARED.search(data[:_HEAD].lower())
    if found and not data.startswith(_MARKS):
        name = found[1].decode("ascii", "replace")
        encoding = _WIDER.get(name, name)
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    return decode(data, where)
