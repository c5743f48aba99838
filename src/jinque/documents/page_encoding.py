"""The encoding of a web page: its byte order mark, what it declares, or what decodes it."""

import codecs
import re

from jinque.documents.encoding import decode

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
