"""Editions and reports as the texts that the record holds, and back.

The checksum of our own code and data, which tells whether a reading may come out otherwise.

Long JSON texts as the record keeps them: compressed a piece at a time, in letters.

An edition of 200,000 rows is half a gigabyte of JSON, of which no more than a piece is ever held.
What an earlier version of this program wrote is plain JSON and is read as it stands.

What is asked of the record; values that no row can hold find nothing.
"""

import hashlib
import zlib
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, Select, func, select

from jinque.errors import MachineError
from jinque.locale import read_words, say, write_words
from jinque.model import Edition, EditionSummary, Metadata, PublishedEdition, Report, Section
from jinque.store.tables import derived, edition, mark, source

_LEVEL = 3
_PLAIN = "{"
_ITEMS_AT_ONCE = 1000


class DamagedTextError(ValueError):
    """A text is neither JSON nor packed by `pack`."""


def pack(pieces: Iterable[bytes]) -> str:
    """Return the pieces of a JSON text compressed, in letters that every database keeps."""
    packer = zlib.compressobj(_LEVEL)
    packed = bytearray()
    for piece in pieces:
        packed += packer.compress(piece)
    packed += packer.flush()
    return b64encode(packed).decode("ascii")


def unpack(text: str) -> bytes:
    """Return the JSON text that was packed.

    Raises:
        DamagedTextError: the text is of neither kind.
    """
    if text.startswith(_PLAIN):
        return text.encode()
    try:
        return zlib.decompress(b64decode(text, validate=True))
    except (zlib.error, NoBase64, ValueError) as fault:
        raise DamagedTextError(str(fault)) from fault


def json_pieces(value: Edition | Report) -> Iterator[tuple[str, bytes]]:
    """Yield the JSON text of `value` in pieces, each with the field that it belongs to."""
    lead = "{"
    for field in fields(value):
        yield field.name, f'{lead}"{field.name}":'.encode()
        yield from ((field.name, piece) for piece in _pieces(getattr(value, field.name)))
        lead = ","
    yield "", b"}"


def _pieces(value: object) -> Iterator[bytes]:
    if not isinstance(value, tuple) or len(value) <= _ITEMS_AT_ONCE:
        yield msgspec.json.encode(value, enc_hook=write_words)
        return
    for first in range(0, len(value), _ITEMS_AT_ONCE):
        items = msgspec.json.encode(value[first : first + _ITEMS_AT_ONCE], enc_hook=write_words)
        yield (b"," if first else b"[") + items[1:-1]
    yield b"]"


_EDITION = msgspec.json.Decoder(Edition, dec_hook=read_words)
_REPORT = msgspec.json.Decoder(Report, dec_hook=read_words)
_METADATA = msgspec.json.Decoder(Metadata, dec_hook=read_words)
_SECTIONS = msgspec.json.Decoder(tuple[Section, ...], dec_hook=read_words)
_COUNTS = msgspec.json.Decoder(dict[str, int], dec_hook=read_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A reading as text.

    Attributes:
        sha256: checksum of edition and report without the source's name, since a renamed copy
            of a file says the same.
        columns: values of the columns of `edition` that depend on the reading alone.
    """

    edition_id: str
    sha256: str
    columns: Mapping[str, str]


def content_of(edition: Edition, report: Report) -> Content:
    """Encode a reading."""
    digest = hashlib.sha256()
    body, told = pack(_told(edition, digest)), pack(_told(report, digest))
    return Content(
        edition_id=edition.id,
        sha256=digest.hexdigest(),
        columns={
            "source_name": edition.source_name,
            "counts": _text(_counts(edition)),
            "issues": _text(Counter(str(issue.severity) for issue in report.issues)),
            "metadata": _text(edition.metadata),
            "sections": _text(edition.sections),
            "report": told,
            "body": body,
        },
    )


def _told(value: Edition | Report, digest: "hashlib._Hash") -> Iterator[bytes]:
    """Yield the pieces of a text, and put all but the source's name into the digest."""
    for field, piece in json_pieces(value):
        if field != "source_name":
            digest.update(piece)
        yield piece


def summary_of(row: RowMapping, reader: str = "") -> EditionSummary:
    """Decode the columns of a list.

    Args:
        row: the columns.
        reader: checksum of the code that reads sources now; empty where nobody asks.

    Raises:
        MachineError: a text of the record is damaged.
    """
    try:
        return EditionSummary(
            id=row["edition_id"],
            version=row["version"],
            published_at=row["published_at"],
            source_sha256=row["source_sha256"],
            source_name=row["source_name"],
            metadata=_METADATA.decode(row["metadata"]),
            counts=_COUNTS.decode(row["counts"]),
            issues=_COUNTS.decode(row["issues"]),
            sections=_SECTIONS.decode(row["sections"]),
            is_builtin=row["is_builtin"],
            is_read_by_older=bool(reader) and row["read_by"] != reader,
        )
    except msgspec.MsgspecError as fault:
        raise _damaged(row) from fault


def published_of(row: RowMapping, reader: str = "") -> PublishedEdition:
    """Decode a whole row; arguments as for `summary_of`.

    Raises:
        MachineError: a text of the record is damaged.
    """
    summary = summary_of(row, reader)
    try:
        edition = _EDITION.decode(unpack(row["body"]))
        report = _REPORT.decode(unpack(row["report"]))
    except (msgspec.MsgspecError, DamagedTextError) as fault:
        raise _damaged(row) from fault
    return PublishedEdition(summary=summary, edition=edition, report=report)


def _text(value: object) -> str:
    return msgspec.json.encode(value, enc_hook=write_words).decode()


def _counts(edition: Edition) -> dict[str, int]:
    counts = Counter(str(post.kind) for post in edition.posts)
    if edition.clauses:
        counts["clause"] = len(edition.clauses)
    return counts


def _damaged(row: RowMapping) -> MachineError:
    name = f"{row['edition_id']} v{row['version']}"
    return MachineError(
        say("The content of this version in the record is damaged."),
        where=name,
        hint=say("Restore a backup, or ingest its source file again."),
    )


_PACKAGE = Path(__file__).parents[1]


def code_checksum(rooms: Sequence[str], package: Path = _PACKAGE) -> str:
    """Return the checksum of every file in some rooms: modules, YAML, tables, texts.

    Args:
        rooms: packages (folders) or modules (`room.py`) in `package`.
        package: by default the installed `jinque`.

    Raises:
        ValueError: a room contributes no file, so its changes would go unseen.
    """
    digest = hashlib.sha256()
    for path in sorted(path for room in rooms for path in _files_of(package, room)):
        data = path.read_bytes()
        name = path.relative_to(package).as_posix()
        digest.update(f"{name}\n{len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def _files_of(package: Path, room: str) -> list[Path]:
    candidates = (package / f"{room}.py", *(package / room).rglob("*"))
    files = [path for path in candidates if path.is_file() and path.parent.name != "__pycache__"]
    if not files:
        raise ValueError(f"no file lies in the room {room!r} of {package.name}")
    return files


_LARGEST_VERSION = 2**31 - 1
_LISTED = [
    *(column for column in edition.c if column.name not in {"report", "body"}),
    derived.c.read_by,
]
_WITH_DERIVED = edition.outerjoin(derived, derived.c.sequence == edition.c.sequence)


def latest_versions(connection: Connection) -> Sequence[RowMapping]:
    """Return the newest version of each edition.

    Built-in ones stand first; within both kinds the order is that of the first versions.
    """
    newest = (
        select(
            edition.c.edition_id,
            func.max(edition.c.version).label("version"),
            func.min(edition.c.sequence).label("first"),
        )
        .group_by(edition.c.edition_id)
        .subquery()
    )
    return (
        connection.execute(
            select(*_LISTED)
            .select_from(_WITH_DERIVED)
            .join(
                newest,
                (edition.c.edition_id == newest.c.edition_id)
                & (edition.c.version == newest.c.version),
            )
            .order_by(edition.c.is_builtin.desc(), newest.c.first)
        )
        .mappings()
        .all()
    )


def versions(connection: Connection, edition_id: str) -> Sequence[RowMapping]:
    """Return every version of an edition, oldest first."""
    if not _is_storable(edition_id):
        return ()
    return (
        connection.execute(
            select(*_LISTED)
            .select_from(_WITH_DERIVED)
            .where(edition.c.edition_id == edition_id)
            .order_by(edition.c.version)
        )
        .mappings()
        .all()
    )


def version(connection: Connection, edition_id: str, number: int | None) -> RowMapping | None:
    """Return a whole version; without a number, the newest."""
    if not _is_storable(edition_id):
        return None
    query: Select[Any] = select(*edition.c, derived.c.read_by).select_from(_WITH_DERIVED)
    query = query.where(edition.c.edition_id == edition_id)
    if number is None:
        query = query.order_by(edition.c.version.desc()).limit(1)
    elif 1 <= number <= _LARGEST_VERSION:
        query = query.where(edition.c.version == number)
    else:
        return None
    return connection.execute(query).mappings().first()


def readings_of(connection: Connection, sha256: str) -> Sequence[RowMapping]:
    """Return the newest version that was read from a source, for each edition in it."""
    if not _is_storable(sha256):
        return ()
    newest = (
        select(func.max(edition.c.sequence))
        .where(edition.c.source_sha256 == sha256)
        .group_by(edition.c.edition_id)
    )
    return (
        connection.execute(
            select(*_LISTED)
            .select_from(_WITH_DERIVED)
            .where(edition.c.sequence.in_(newest))
            .order_by(edition.c.sequence)
        )
        .mappings()
        .all()
    )


def holds_source(connection: Connection, sha256: str) -> bool:
    """Tell whether the bytes of that checksum are kept."""
    query = select(source.c.sha256).where(source.c.sha256 == sha256)
    return _is_storable(sha256) and connection.scalar(query) is not None


def source_bytes(connection: Connection, sha256: str) -> bytes | None:
    """Return the bytes of that checksum."""
    if not _is_storable(sha256):
        return None
    return connection.scalar(select(source.c.data).where(source.c.sha256 == sha256))


def revision(connection: Connection) -> str:
    """Return the digest of all publications; empty before the first."""
    query = select(edition.c.revision).order_by(edition.c.sequence.desc()).limit(1)
    return connection.scalar(query) or ""


def mark_value(connection: Connection, name: str) -> str | None:
    """Return what the program noted under a name."""
    return connection.scalar(select(mark.c.value).where(mark.c.name == name))


def _is_storable(text: str) -> bool:
    """PostgreSQL holds no NUL, and neither database a half of a surrogate pair."""
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)
