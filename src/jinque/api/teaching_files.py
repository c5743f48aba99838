"""The text of a curriculum out of a file."""

import hashlib
from pathlib import Path

from jinque import documents
from jinque.documents.budget import Budget
from jinque.documents.formats import Format, recognise
from jinque.documents.source import Source
from jinque.errors import UnsupportedFormatError

_QUICK = (Format.TEXT, Format.DOCX, Format.PDF)


def curriculum_text(data: bytes, name: str) -> str:
    """Return the text of a curriculum that a visitor sends: plain text, .docx or PDF.

    The contents decide and not the name, so that nobody makes a server convert other formats.

    Raises:
        UnsupportedFormatError: it is of another format.
        JinqueError: it cannot be read; what `documents.read` raises.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    source = Source(data=data, name=name, sha256=sha256, budget=Budget(where=name))
    if recognise(source) not in _QUICK:
        raise UnsupportedFormatError(
            "这个文件不是纯文本、.docx 或 PDF。",
            "The file is neither plain text nor .docx nor PDF.",
            where=name,
            hint_zh="请另存为这几种之一，或粘贴文本。",
            hint_en="Save it as one of these, or paste its text.",
        )
    return documents.read(data, name=name).text


def curriculum_file(path: Path) -> str:
    """Return the text of a curriculum at a path, of any format that is read.

    Raises:
        JinqueError: it cannot be read; what `documents.read` raises.
    """
    return documents.read(path).text
