"""The reading process: a file comes in, one line of JSON a page goes out.

An engine reads hostile bytes, that of PDF with a large library in C++. In its own process it cannot
take the program down, outstay the time limit, or take more memory than it is given. `launch.py`
starts it.
"""

import json
import sys
from collections.abc import Callable, Iterator
from typing import BinaryIO

from jinque.documents.printed.page import Page, PageLimits, to_line
from jinque.documents.printed.raw import OpenedDocument, RefusedError
from jinque.documents.printed.ruled import damaged_page, page_of


def pages_of(document: OpenedDocument, limits: PageLimits) -> Iterator[Page]:
    """Yield the pages of a document, one in memory at a time.

    Raises:
        RefusedError: a page exceeds a limit, or all together do.
    """
    of, pieces = document.pages, 0
    for index in range(of):
        raw = document.page(index)
        page = page_of(raw, index + 1, of) if raw else damaged_page(index + 1, of)
        pieces += len(page.pieces) + sum(len(frame.boxes) for frame in page.frames)
        if pieces > limits.pieces:
            raise RefusedError("pieces")
        yield page


Opener = Callable[[bytes, PageLimits], OpenedDocument]


def serve(opener: Opener, source: BinaryIO, target: BinaryIO, limits: PageLimits) -> None:
    """Write each page, and then the reason why reading ended early, or null."""
    reason: str | None = None
    try:
        for page in pages_of(opener(source.read(), limits), limits):
            target.write(to_line(page))
            target.flush()
    except RefusedError as refusal:
        reason = str(refusal)
    target.write(json.dumps({"fault": reason}).encode() + b"\n")


def run(opener: Opener, seconds: int) -> None:
    """Read the file that comes in, within the limits and so many seconds of processor time."""
    limits = PageLimits()
    _bound(seconds, limits.memory_bytes)
    serve(opener, sys.stdin.buffer, sys.stdout.buffer, limits)


def _bound(seconds: int, memory_bytes: int) -> None:
    """Bound the process where the system can, should nobody be left to end it."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
