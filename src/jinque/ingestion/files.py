"""A file into the record."""

import hashlib
from pathlib import Path

from jinque.corpus import CorpusSource, sources
from jinque.documents import load, read
from jinque.extraction import extract, profiles_for
from jinque.ingestion.progress import Progress, tell
from jinque.model import Document, IngestAnswer, Profile
from jinque.store import Record


def ingest_file(
    record: Record, path: Path, *, edition_id: str | None = None, progress: Progress | None = None
) -> IngestAnswer:
    """Read a file and publish what is in it; see `ingest_bytes`.

    Raises:
        WrongCallError: no such file, a folder, too large, empty, of another format, or without
            anything of a catalogue in it; the record is as it was.
        MachineError: the file cannot be read, or the record fails.
    """
    return ingest_bytes(record, load(path), path.name, edition_id, progress=progress)


def ingest_bytes(
    record: Record,
    data: bytes,
    name: str,
    edition_id: str | None = None,
    *,
    progress: Progress | None = None,
) -> IngestAnswer:
    """Publish the editions in a file's bytes.

    Bytes that the record holds are read as the edition they were read as before, whatever the
    file is called now; those of a built-in source as the built-in editions.

    Args:
        record: receives one publication.
        data: the file's bytes.
        name: the file's name; a new catalogue's identifier is made of it.
        edition_id: identifier to publish under; None leaves it to the document.
        progress: called with `read`, `extract` and `publish`.

    Raises:
        WrongCallError: empty, too large, of another format, or without anything of a catalogue;
            the record is as it was.
        MachineError: the record fails.
    """
    tell(progress, "read", 0, 3)
    document = read(data, name=name)
    tell(progress, "extract", 1, 3)
    builtin = _builtin(document, edition_id)
    profiles = builtin or _profiles(record, document, name, edition_id)
    readings = extract(document, source_name=name, profiles=profiles)
    tell(progress, "publish", 2, 3)
    is_new = record.publish(
        [(reading.edition, reading.report) for reading in readings],
        source=data,
        source_name=name,
        is_builtin=bool(builtin),
    )
    tell(progress, "publish", 3, 3)
    return _answer(record, document.source_sha256, [r.edition.id for r in readings], is_new=is_new)


def _builtin(document: Document, edition_id: str | None) -> tuple[Profile, ...]:
    """Return the profiles of the built-in source with these bytes; none for another source."""
    same = (one for one in sources() if _sha256(one) == document.source_sha256)
    return tuple(
        profile
        for source in same
        for profile in source.profiles
        if edition_id in {None, profile.edition_id}
    )


def _profiles(
    record: Record, document: Document, name: str, edition_id: str | None
) -> tuple[Profile, ...]:
    held = record.editions_of_source(document.source_sha256)
    return profiles_for(
        document,
        source_name=held[0].source_name if held else name,
        edition_id=edition_id or (held[0].id if len(held) == 1 else None),
        known=tuple(profile for source in sources() for profile in source.profiles),
    )


def _answer(record: Record, sha256: str, edition_ids: list[str], *, is_new: bool) -> IngestAnswer:
    versions = {one.id: one.version for one in record.editions_of_source(sha256)}
    return IngestAnswer(
        is_new=is_new,
        source_sha256=sha256,
        editions=tuple(record.published(one, versions[one]) for one in edition_ids),
    )


def _sha256(source: CorpusSource) -> str:
    return hashlib.sha256(source.data).hexdigest()
