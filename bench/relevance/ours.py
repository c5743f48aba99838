"""Our own search, asked as the site and the program ask it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from jinque.model import PublishedEdition, SearchRequest
from jinque.search import build_index, find


class Ours:
    """The whole answer: hits with passages, counts of all filters, suggestions."""

    name = "Jinque"

    def __init__(self, editions: Sequence[PublishedEdition]) -> None:
        before = _resident_bytes()
        self.index = build_index(editions, {})
        find(self.index, SearchRequest(query="护士"))
        find(self.index, SearchRequest(query="hs"))
        self.size_bytes = _resident_bytes() - before

    def ask(self, query: str, limit: int) -> list[str]:
        """Return identifiers of rows, best first."""
        return [
            hit.post.id for hit in find(self.index, SearchRequest(query=query, limit=limit)).hits
        ]

    def close(self) -> None:
        """Nothing is open."""


def _resident_bytes() -> int:
    """Return what the process holds; 0 where the system does not tell."""
    status = Path("/proc/self/statm")
    if sys.platform != "linux" or not status.exists():
        return 0
    return int(status.read_text(encoding="ascii").split()[1]) * 4096
