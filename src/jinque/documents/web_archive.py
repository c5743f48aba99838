"""Web archives (.mht, .mhtml, also named .xls or .doc): pages in the form of one mail."""

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from jinque.documents.archive import damaged
from jinque.documents.embedded import items_of
from jinque.documents.flattening import Flattener, pour
from jinque.documents.source import Source
from jinque.errors import EmptySourceError
from jinque.model import Document

_HEADER = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]*:")
_RELATED = re.compile(
    rb"^content-type:\s*multipart/(?:related|mixed|alternative)", re.IGNORECASE | re.MULTILINE
)
_FRAMES = re.compile(r"<frameset[\s>]", re.IGNORECASE)
_TABS = re.compile(r"tabstrip\.html?$", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030"}


def is_web_archive(head: bytes) -> bool:
    """Tell a web archive by its headers, whichever of them stands first."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    return bool(_HEADER.match(head) and _RELATED.search(head)) and b"mime-version" in head.lower()


def read_web_archive(source: Source) -> Document:
    """Read the pages of a web archive in their order; the strip of tabs that Excel adds is none.

    Raises:
        NotReadableError: no page in it can be decoded.
        EmptySourceError: its pages show no words.
        LimitError: it exceeds the budget.
    """
    flattener = Flattener(source)
    pages = list(_pages(email.message_from_bytes(source.data)))
    if not pages:
        raise damaged(source.name)
    for page in pages:
        part = replace(source, data=page.encode("utf-8-sig"), name="page.html")
        try:
            document = source.inner(part) if source.inner else None
        except EmptySourceError:
            continue
        if document:
            pour(items_of(document), flattener, source.budget)
            for notice in document.notices:
                flattener.notice(notice.code, message=notice.message)
    return flattener.document("mht")


def _pages(message: Message) -> Iterator[str]:
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        if _TABS.search(part.get("Content-Location", "")):
            continue
        data = part.get_payload(decode=True)
        text = _text(data if isinstance(data, bytes) else b"", part.get_content_charset() or "")
        if text.strip() and not _FRAMES.search(text):
            yield text


def _text(data: bytes, charset: str) -> str:
    """Decode a page by what its part declares, else as the Chinese sets and UTF-8 go."""
    for encoding in (_WIDER.get(charset, charset), "utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return ""
