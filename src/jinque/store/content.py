"""Editions and reports as the texts that the record holds, and back."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import RowMapping

from jinque.errors import MachineError
from jinque.model import Edition, EditionSummary, Metadata, PublishedEdition, Report, Section
from jinque.store.packing import DamagedTextError, json_pieces, pack, unpack

_EDITION = msgspec.json.Decoder(Edition)
_REPORT = msgspec.json.Decoder(Report)
_METADATA = msgspec.json.Decoder(Metadata)
_SECTIONS = msgspec.json.Decoder(tuple[Section, ...])
_COUNTS = msgspec.json.Decoder(dict[str, int])


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


def summary_of(row: RowMapping) -> EditionSummary:
    """Decode the columns of a list.

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
        )
    except msgspec.MsgspecError as fault:
        raise _damaged(row) from fault


def published_of(row: RowMapping) -> PublishedEdition:
    """Decode a whole row.

    Raises:
        MachineError: a text of the record is damaged.
    """
    summary = summary_of(row)
    try:
        edition = _EDITION.decode(unpack(row["body"]))
        report = _REPORT.decode(unpack(row["report"]))
    except (msgspec.MsgspecError, DamagedTextError) as fault:
        raise _damaged(row) from fault
    return PublishedEdition(summary=summary, edition=edition, report=report)


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _counts(edition: Edition) -> dict[str, int]:
    counts = Counter(str(post.kind) for post in edition.posts)
    if edition.clauses:
        counts["clause"] = len(edition.clauses)
    return counts


def _damaged(row: RowMapping) -> MachineError:
    name = f"{row['edition_id']} v{row['version']}"
    return MachineError(
        "记录库里这一版的内容已损坏。",
        "The content of this version in the record is damaged.",
        where=name,
        hint_zh="请恢复备份，或重新导入它的来源文件。",
        hint_en="Restore a backup, or ingest its source file again.",
    )
