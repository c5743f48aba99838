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
from jinque.search.index import (
    FindRow,
    Index,
    Part,
    held_editions,
    index_in_memory,
    open_index,
    write_index,
)
from jinque.store import Record

_DIGITS = 24
_PART = "part-"
_MOST_KEPT = 8
"""Indexes of earlier revisions that stay, to begin the next one with."""
_OLD_S = 3600
"""Seconds for which any folder is left to those who may just be opening it."""


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
    with suppress(OSError, ValueError):
        _write(folder, record, summaries)
        return open_index(folder, find)
    return index_in_memory([_part(record, each) for each in summaries], find)


def folder_of(record: Record, revision: str) -> Path:
    """Return where the index of a revision lies, or is to lie."""
    place = sha256(record.database.place.encode()).hexdigest()
    home = user_cache_path("jinque", appauthor=False) / "index" / place[:_DIGITS]
    return home / f"{revision[:_DIGITS]}-{maker()[:_DIGITS]}"


def _part(record: Record, summary: EditionSummary) -> Part:
    rows = unpack_rows(record.entries(summary))
    return Part(edition_id=summary.id, version=summary.version, rows=rows)


def _write(folder: Path, record: Record, summaries: Sequence[EditionSummary]) -> None:
    """Write an index to its place, unless somebody else did meanwhile; take old ones away.

    What an earlier revision's index holds is taken over; only editions behind it are added.
    """
    home = folder.parent
    home.mkdir(parents=True, exist_ok=True)
    with _locked(home / "lock"):
        if _is_whole(folder):
            return
        part = Path(tempfile.mkdtemp(prefix=_PART, dir=home))
        try:
            base, held = _largest_base(folder, summaries)
            write_index(part, [_part(record, each) for each in summaries[held:]], base)
            shutil.rmtree(folder, ignore_errors=True)
            part.rename(folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        _tidy(home, folder)


def _largest_base(folder: Path, summaries: Sequence[EditionSummary]) -> tuple[Path | None, int]:
    """Return the index beside `folder` that holds most of the first editions, and no others.

    Returns:
        Where it lies and how many it holds; None and 0 where there is none.
    """
    wanted = tuple((each.id, each.version) for each in summaries)
    best, most = None, 0
    maker_part = folder.name.rpartition("-")[2]
    for each in _others(folder)[:_MOST_KEPT]:
        with suppress(OSError, ValueError):
            if each.name.endswith(f"-{maker_part}"):
                held = held_editions(each)
                if len(held) > most and held == wanted[: len(held)]:
                    best, most = each, len(held)
    return best, most


def _others(folder: Path) -> list[Path]:
    """Return the indexes beside one, the newest first."""
    beside = (each for each in folder.parent.iterdir() if each.is_dir() and each != folder)
    aged = []
    for each in beside:
        with suppress(OSError):
            if not each.name.startswith(_PART):
                aged.append((each.stat().st_mtime, each))
    return [each for _, each in sorted(aged, reverse=True)]


def _is_whole(folder: Path) -> bool:
    try:
        open_index(folder, _nowhere)
    except (OSError, ValueError):
        return False
    return True


def _nowhere(edition_id: str, version: int, place: int) -> tuple[Post, EditionSummary]:
    raise LookupError(f"{edition_id} {version} {place}")


def _tidy(home: Path, current: Path) -> None:
    """Take away what nobody asks for any more: parts left by a fault, and all but some indexes."""
    now = time.time()
    left = [each for each in home.iterdir() if each.name.startswith(_PART)]
    for each in (*_others(current)[_MOST_KEPT:], *left):
        with suppress(OSError):
            if each.stat().st_mtime < now - _OLD_S:
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
