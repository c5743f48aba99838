"""Whether a record is whole: its file, its references, its sources, its chain of revisions."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from jinque.locale import Sentence, say
from jinque.store.database import Database
from jinque.store.record import link_of
from jinque.store.tables import draft, edition, metadata, source

_RESTORE = say("Restore a backup beside it (jinque restore) and compare; keep the damaged one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Something that is wrong in a record.

    Attributes:
        code: `file_damaged`, `reference_lost`, `source_altered`, `chain_broken`, `draft_altered`.
        where: the table, and the key of the row in it.
    """

    code: str
    where: str
    message: Sentence
    hint: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was looked at, and what is wrong.

    Attributes:
        sources: sources whose bytes were compared with their checksum.
        editions: versions whose place in the chain of revisions was computed again.
        drafts: drafts whose text was compared with its checksum.
    """

    sources: int
    editions: int
    drafts: int
    damages: tuple[Damage, ...]


def verify(database: Database) -> Verification:
    """Look a whole record through; nothing is changed.

    Raises:
        MachineError: the database cannot be read at all.
    """
    with database.reading() as connection:
        damages = [*_of_file(connection)] if database.is_sqlite else []
        damages += _of_references(connection)
        sources, wrong_sources = _of_sources(connection)
        editions, wrong_links = _of_chain(connection)
        drafts, wrong_drafts = _of_drafts(connection)
    found = (*damages, *wrong_sources, *wrong_links, *wrong_drafts)
    return Verification(sources=sources, editions=editions, drafts=drafts, damages=found)


def _of_file(connection: Connection) -> Iterator[Damage]:
    for (told,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if told != "ok":
            message = say("The file is damaged: {told}", told=told)
            yield Damage(
                code="file_damaged", where="integrity_check", message=message, hint=_RESTORE
            )


def _of_references(connection: Connection) -> Iterator[Damage]:
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            there = select(key.column).where(key.column == key.parent).exists()
            lost = select(key.parent).where(key.parent.is_not(None), ~there).distinct().limit(20)
            for value in connection.scalars(lost):
                yield Damage(
                    code="reference_lost",
                    where=f"{table.name}.{key.parent.name} {value}",
                    message=say(
                        "A row names something that is not in the record: {table} {value}",
                        table=key.column.table.name,
                        value=str(value),
                    ),
                    hint=_RESTORE,
                )


def _of_sources(connection: Connection) -> tuple[int, list[Damage]]:
    query, damages, count = select(source.c.sha256, source.c.size_bytes, source.c.data), [], 0
    for sha256, size, data in connection.execute(query.execution_options(yield_per=10)):
        count += 1
        if hashlib.sha256(data).hexdigest() != sha256 or len(data) != size:
            damages.append(
                Damage(
                    code="source_altered",
                    where=f"source {sha256}",
                    message=say("The bytes of a source do not fit its checksum any more."),
                    hint=_RESTORE,
                )
            )
    return count, damages


def _of_chain(connection: Connection) -> tuple[int, list[Damage]]:
    """Compute every revision from the one before; the first that differs is told, and the gaps."""
    columns = (
        edition.c.sequence,
        edition.c.edition_id,
        edition.c.version,
        edition.c.is_builtin,
        edition.c.content_sha256,
        edition.c.revision,
    )
    damages, before, count = [], "", 0
    for row in connection.execute(select(*columns).order_by(edition.c.sequence)).mappings():
        count += 1
        link = link_of(
            before,
            row["edition_id"],
            row["version"],
            row["content_sha256"],
            is_builtin=row["is_builtin"],
        )
        if link != row["revision"] or row["sequence"] != count:
            damages.append(
                Damage(
                    code="chain_broken",
                    where=f"edition {row['sequence']} {row['edition_id']} v{row['version']}",
                    message=say("The chain of revisions does not lead to this version."),
                    hint=_RESTORE,
                )
            )
            count = row["sequence"]
        before = row["revision"]
    return count, damages


def _of_drafts(connection: Connection) -> tuple[int, list[Damage]]:
    query, damages, count = select(draft.c.id, draft.c.content_sha256, draft.c.body), [], 0
    for draft_id, sha256, body in connection.execute(query.execution_options(yield_per=10)):
        count += 1
        try:
            is_whole = hashlib.sha256(zlib.decompress(body)).hexdigest() == sha256
        except zlib.error:
            is_whole = False
        if not is_whole:
            damages.append(
                Damage(
                    code="draft_altered",
                    where=f"draft {draft_id}",
                    message=say("The text of a draft does not fit its checksum any more."),
                    hint=_RESTORE,
                )
            )
    return count, damages
