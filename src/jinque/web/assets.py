"""Style sheet, script and icon, sent from our own host."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}


@cache
def asset(name: str) -> tuple[bytes, str] | None:
    """Return the bytes and media type of a file that pages refer to; None for any other name."""
    folder = files("jinque.web") / "static"
    if name not in {entry.name for entry in folder.iterdir()}:
        return None
    return (folder / name).read_bytes(), MEDIA_TYPES["." + name.rpartition(".")[2]]


@cache
def release() -> str:
    """Return a short tag that changes with any file a page is made of."""
    package = files("jinque.web")
    digest = hashlib.sha256()
    for folder in ("static", "templates", "words"):
        for entry in _files_in(package / folder):
            digest.update(entry.read_bytes())
    return digest.hexdigest()[:12]


def _files_in(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _files_in(entry)
        else:
            yield entry
