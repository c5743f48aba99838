"""The index of a record in the user's cache, shared by every process that asks.

A folder for each record, revision and version of what makes entries. It is written beside its
place under a lock, renamed into it, and never changed: whoever opens it sees all of it. Without a
cache that can be written to, the index is made in memory as often as it is needed.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from jinque.ingestion.standing import maker
from jinque.model import EditionSummary, Post
from jinque.search.entries import unpack_rows
from jinque.search.index import FindRow, Index, Part, index_in_memory, open_index, write_index
from jinque.store import Record

_DIGITS = 24
_OLD_S = 24 * 3600
"""Seconds for which a folder that nobody asks for any more is left to those who have it open."""


def kept_index(
    record: Record, revision: str, summaries: Sequence[EditionSummary], find: FindRow
) -> Index:
    """Open the index of a record, written first where it is not there yet.

    Args:
        record: where the entries are.
        revision: of the record.
        summaries: the newest versions, in the order in which results of one rank are to come.
        find: gives the row at a place of an edition.

    Raises:
        MachineError: the record fails.
    """
    folder = folder_of(record, revision)
    with suppress(OSError, ValueError):
        return open_index(folder, find)
    parts = [_part(record, each) for each in summaries]
    with suppress(OSError, ValueError):
        _write(folder, parts)
        return open_index(folder, find)
    return index_in_memory(parts, find)


def folder_of(record: Record, revision: str) -> Path:
    """Return where the index of a revision lies, or is to lie."""
    place = sha256(record.database.place.encode()).hexdigest()
    home = user_cache_path("jinque", appauthor=False) / "index" / place[:_DIGITS]
    return home / f"{revision[:_DIGITS]}-{maker()[:_DIGITS]}"


def _part(record: Record, summary: EditionSummary) -> Part:
    rows = unpack_rows(record.entries(summary))
    return Part(edition_id=summary.id, version=summary.version, rows=rows)


def _write(folder: Path, parts: Sequence[Part]) -> None:
    """Write an index to its place, unless somebody else did meanwhile; take old ones away."""
    home = folder.parent
    home.mkdir(parents=True, exist_ok=True)
    with _locked(home / "lock"):
        if _is_whole(folder):
            return
        part = Path(tempfile.mkdtemp(prefix="part-", dir=home))
        try:
            write_index(part, parts)
            shutil.rmtree(folder, ignore_errors=True)
            part.rename(folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        _tidy(home, folder)


def _is_whole(folder: Path) -> bool:
    try:
        open_index(folder, _nowhere)
    except (OSError, ValueError):
        return False
    return True


def _nowhere(edition_id: str, version: int, place: int) -> tuple[Post, EditionSummary]:
    raise LookupError(f"{edition_id} {version} {place}")


def _tidy(home: Path, current: Path) -> None:
    oldest = time.time() - _OLD_S
    for each in home.iterdir():
        with suppress(OSError):
            if each.is_dir() and each != current and each.stat().st_mtime < oldest:
                shutil.rmtree(each, ignore_errors=True)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Let one process write at a time; where files cannot be locked, several write the same."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform != "win32":
            import fcntl

            with suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
