"""What is worked out of a version once, and kept beside it: its text, its criteria, its entries.

None of it is part of the chain of revisions. Criteria and entries are made anew where a newer
program makes them otherwise; a text that a version counts its lines in stays as it was.

The readings of requirements as bytes, and back. Posts ask much the same in a few hundred ways, so
that each distinct criterion is written once an edition, and made once when it is read.
"""

import hashlib
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    delete,
    func,
    insert,
    select,
    update,
)

from jinque.errors import MachineError
from jinque.locale import read_words, say, write_words
from jinque.model import EditionSummary
from jinque.model.criterion import Criterion, PostReading
from jinque.store.tables import derived, edition, source_text

_LEVEL = 3
_MOST_NAMED = 500
_TYPE = "type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """What is worked out of one edition.

    Attributes:
        names: what tells the edition from others and its next one by, one stream of zlib;
            ingestion knows the form.
        asked: what of the requirements decides, one stream of zlib; matching knows the form.
        criteria: the readings of its posts' requirements, by `packed_readings`.
        entries: what a search finds its rows by; the search alone knows the form.
    """

    names: bytes
    asked: bytes
    criteria: bytes
    entries: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside the versions that one reading of a source becomes.

    Attributes:
        text: of the source, in which citations count lines.
        read_by: checksum of the code that read it; empty where nobody noted it.
        made_by: checksum of the code that made the derivations.
        derivations: by identifier of the edition.
    """

    text: str
    read_by: str
    made_by: str
    derivations: Mapping[str, Derivation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A version, and how far what is derived of it goes.

    Attributes:
        text_sha256: of the text that it counts in; None where none is kept.
        read_by: as in `Beside`; None where nothing is kept.
        made_by: as in `Beside`; None where nothing is kept.
        is_newest: no later version of the edition is there.
    """

    sequence: int
    edition_id: str
    version: int
    source_sha256: str
    source_name: str
    text_sha256: str | None
    read_by: str | None
    made_by: str | None
    is_newest: bool


def packed_readings(readings: Sequence[PostReading]) -> bytes:
    """Return the readings of one edition as bytes."""
    places: dict[Criterion, int] = {}
    posts = [
        {
            "post_id": each.post_id,
            "criteria": [
                {
                    "criterion": places.setdefault(one.criterion, len(places)),
                    "quote": one.quote,
                    "block": one.block,
                    "clause": one.clause,
                    "citation": one.citation,
                }
                for one in each.criteria
            ],
            "none_stated": each.none_stated,
            "blank": each.blank,
            "issues": each.issues,
        }
        for each in readings
    ]
    kept = {"criteria": [criterion_told(each) for each in places], "posts": posts}
    return zlib.compress(msgspec.json.encode(kept, enc_hook=write_words), _LEVEL)


def unpacked_readings(body: bytes) -> tuple[PostReading, ...]:
    """Return the readings that were packed.

    Raises:
        zlib.error: the bytes are damaged.
        msgspec.MsgspecError: they say something else.
    """
    kept = _KEPT.decode(zlib.decompress(body))
    criteria = [criterion_made(each) for each in kept.criteria]

    def placed(kind: type, number: object) -> object:
        if kind is not Criterion:
            return read_words(kind, number)
        if not isinstance(number, int) or not 0 <= number < len(criteria):
            raise msgspec.ValidationError(f"there is no criterion {number!r}")
        return criteria[number]

    return msgspec.json.decode(kept.posts, type=tuple[PostReading, ...], dec_hook=placed)


class _Kept(msgspec.Struct):
    criteria: list[dict[str, object]]
    posts: msgspec.Raw


_KEPT = msgspec.json.Decoder(_Kept)


def criterion_told(value: object) -> object:
    """Return a criterion as plain values; each says by which class it is made."""
    if isinstance(value, tuple):
        return [criterion_told(each) for each in value]
    if isinstance(value, Criterion):
        of: Any = value
        own = {each.name: criterion_told(getattr(value, each.name)) for each in fields(of)}
        return {_TYPE: type(value).__name__, **own}
    return value


def criterion_made(told: dict[str, object]) -> Criterion:
    """Return the criterion that was told.

    Raises:
        msgspec.MsgspecError: the values are of none.
    """
    name, values = told.get(_TYPE), {key: each for key, each in told.items() if key != _TYPE}
    kind = _classes().get(str(name))
    if kind is None:
        raise msgspec.ValidationError(f"there is no criterion of the class {name!r}")
    return msgspec.convert(values, kind, dec_hook=_part)


def _part(kind: type, told: object) -> object:
    if kind is not Criterion:
        return read_words(kind, told)
    if not isinstance(told, dict):
        raise msgspec.ValidationError("a criterion is no object")
    return criterion_made(told)


@cache
def _classes() -> dict[str, type[Criterion]]:
    found: dict[str, type[Criterion]] = {}
    waiting: list[type[Criterion]] = [Criterion]
    while waiting:
        below = waiting.pop().__subclasses__()
        found |= {each.__name__: each for each in below}
        waiting += below
    return found


def sha256_of(text: str) -> str:
    """Return the checksum by which a text is kept."""
    return hashlib.sha256(_bytes(text)).hexdigest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def keep_text(connection: Connection, source_sha256: str, text: str) -> str:
    """Keep the text of a source, unless it is kept already; return its checksum."""
    sha256 = sha256_of(text)
    mine = (source_text.c.source_sha256 == source_sha256) & (source_text.c.text_sha256 == sha256)
    if connection.scalar(select(source_text.c.text_sha256).where(mine)) is None:
        body = zlib.compress(_bytes(text), _LEVEL)
        connection.execute(
            insert(source_text).values(source_sha256=source_sha256, text_sha256=sha256, body=body)
        )
    return sha256


def text_of(connection: Connection, edition_id: str, version: int) -> str | None:
    """Return the text in which a version counts its lines; None where none is kept."""
    query = (
        select(source_text.c.body)
        .join(edition, edition.c.source_sha256 == source_text.c.source_sha256)
        .join(derived, derived.c.sequence == edition.c.sequence)
        .where(_is(edition_id, version), derived.c.text_sha256 == source_text.c.text_sha256)
    )
    body = connection.scalar(query)
    return None if body is None else zlib.decompress(body).decode("utf-8", "surrogatepass")


def keep_beside(
    connection: Connection, sequence: int, source_sha256: str, edition_id: str, beside: Beside
) -> None:
    """Keep what stands beside a version, instead of what stood there before."""
    mine = beside.derivations[edition_id]
    text_sha256 = keep_text(connection, source_sha256, beside.text)
    connection.execute(delete(derived).where(derived.c.sequence == sequence))
    connection.execute(
        insert(derived).values(
            sequence=sequence,
            text_sha256=text_sha256,
            read_by=beside.read_by,
            made_by=beside.made_by,
            criteria=mine.names + mine.asked + mine.criteria,
            entries=mine.entries,
        )
    )


def note_reader(connection: Connection, sequence: int, read_by: str) -> None:
    """Note who last read a source to the content of a version."""
    mine = (derived.c.sequence == sequence) & (derived.c.read_by != read_by)
    connection.execute(update(derived).where(mine).values(read_by=read_by))


def standings(connection: Connection) -> tuple[Standing, ...]:
    """Return every version, in the order in which they were published."""
    newest = select(func.max(edition.c.sequence)).group_by(edition.c.edition_id)
    is_newest = edition.c.sequence.in_(newest).label("is_newest")
    listed = ("sequence", "edition_id", "version", "source_sha256", "source_name")
    query = (
        select(
            *(edition.c[name] for name in listed),
            derived.c.text_sha256,
            derived.c.read_by,
            derived.c.made_by,
            is_newest,
        )
        .select_from(edition.outerjoin(derived, derived.c.sequence == edition.c.sequence))
        .order_by(edition.c.sequence)
    )
    return tuple(_standing(row) for row in connection.execute(query).mappings())


def _standing(row: RowMapping) -> Standing:
    return Standing(**{**row, "is_newest": bool(row["is_newest"])})


def criteria_of(connection: Connection, edition_id: str, version: int) -> bytes | None:
    """Return the readings of a version as bytes; None where none are kept."""
    query = select(derived.c.criteria).join(edition).where(_is(edition_id, version))
    body = connection.scalar(query)
    return _behind(_behind(body)) if body else None


def asked_of(
    connection: Connection, versions: Collection[tuple[str, int]]
) -> dict[tuple[str, int], bytes]:
    """Return what of the requirements of some versions decides, as JSON, by version.

    Those of which nothing is kept are left out.
    """
    return {
        version: zlib.decompressobj().decompress(_behind(body))
        for version, body in _bodies(connection, versions)
    }


def names_of(
    connection: Connection, versions: Collection[tuple[str, int]]
) -> dict[tuple[str, int], bytes]:
    """Return what tells some versions from others, as JSON; see `asked_of`."""
    return {
        version: zlib.decompressobj().decompress(body)
        for version, body in _bodies(connection, versions)
    }


def _bodies(
    connection: Connection, versions: Collection[tuple[str, int]]
) -> Iterator[tuple[tuple[str, int], bytes]]:
    wanted = {edition_id for edition_id, _ in versions}
    query = select(edition.c.edition_id, edition.c.version, derived.c.criteria).join(edition)
    if len(wanted) <= _MOST_NAMED:
        query = query.where(edition.c.edition_id.in_(wanted))
    for edition_id, version, body in connection.execute(query):
        if body and (edition_id, version) in versions:
            yield (edition_id, version), body


def _behind(body: bytes) -> bytes:
    """Return what stands behind the first stream of zlib."""
    first = zlib.decompressobj()
    first.decompress(body)
    return first.unused_data


def entries_of(connection: Connection, edition_id: str, version: int) -> bytes | None:
    """Return what a search finds the rows of a version by; None where nothing is kept."""
    query = select(derived.c.entries).join(edition).where(_is(edition_id, version))
    return connection.scalar(query)


@contextmanager
def undamaged(summary: EditionSummary) -> Iterator[None]:
    """Tell bytes that cannot be read as an error about a version."""
    try:
        yield
    except (msgspec.MsgspecError, zlib.error, UnicodeDecodeError) as fault:
        raise nothing_derived(summary) from fault


def nothing_derived(summary: EditionSummary) -> MachineError:
    """Tell that what stands beside a version is missing or damaged."""
    return MachineError(
        say("The text or the criteria of this version are missing from the record, or damaged."),
        where=f"{summary.id} v{summary.version}",
        hint=say(
            "What is missing is made when the record is opened again; if that does not "
            "help, run `jinque ingest --again EDITION`."
        ),
    )


def _is(edition_id: str, version: int) -> ColumnElement[bool]:
    return and_(edition.c.edition_id == edition_id, edition.c.version == version)
