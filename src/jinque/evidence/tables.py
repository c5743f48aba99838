"""Evidence as tables in a folder, written whole or not at all."""

import hashlib
import io
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from jinque.errors import InvalidOptionError, MachineError, NotReadableError, SourceNotFoundError
from jinque.locale import Sentence, read_words, say, write_words
from jinque.model.evidence import EvidenceFile

SCHEMAS: dict[str, pa.Schema] = {
    # One line for each employer that answered, or for which a group answered.
    "employers": pa.schema([
        ("employer", pa.string()), ("stratum", pa.string()), ("district", pa.string()),
        ("industry", pa.string()), ("size", pa.string()), ("is_agency", pa.bool_()),
        ("file", pa.string()), ("file_sha256", pa.string()),
    ]),
    # Layers of the frame: employers in them, drawn from them.
    "strata": pa.schema([
        ("stratum", pa.string()), ("population", pa.int64()), ("sampled", pa.int64()),
    ]),
    # One line for each employer and occupation; null is not answered.
    "answers": pa.schema([
        ("employer", pa.string()), ("occupation", pa.string()),
        ("places", pa.float64()), ("seekers", pa.float64()), ("staff", pa.float64()),
        ("filled", pa.float64()), ("withdrawn", pa.float64()), ("open", pa.float64()),
        ("difficulty", pa.int8()), ("pay", pa.float64()), ("pay_before", pa.float64()),
        ("supplied_to", pa.string()), ("second_code", pa.string()), ("first_share", pa.float64()),
        ("open_ended", pa.int16()), ("row", pa.int32()),
    ]),
    # Vacancies by their days: `entry` days open when the quarter began, 0 for those opened in it.
    "vacancies": pa.schema([
        ("employer", pa.string()), ("occupation", pa.string()), ("entry", pa.int32()),
        ("end", pa.int32()), ("is_filled", pa.bool_()), ("count", pa.int32()),
    ]),
    "market": pa.schema([
        ("file", pa.string()), ("table", pa.string()), ("row", pa.int32()),
        ("occupation", pa.string()), ("printed", pa.string()), ("period", pa.string()),
        ("place", pa.string()), ("universe", pa.string()), ("kind", pa.string()),
        ("needed", pa.float64()), ("seekers", pa.float64()), ("seekers_spread", pa.float64()),
        ("is_unspecified", pa.bool_()),
    ]),
    # Industries in which an occupation is declared to stand.
    "stands": pa.schema([("occupation", pa.string()), ("industry", pa.string())]),
}  # fmt: skip

_CURRENT, _LOCK, _META = "current", "lock", "evidence.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFacts:
    """What holds for the whole of the evidence.

    Attributes:
        name: of the evidence, and of its survey.
        quarter: `2026Q3`.
        is_synthetic: made by a generator.
        seekers: kind of the seekers in the answers.
        files: every file that was read, by checksum.
        duplicates: on returns that were dropped.
        parameters: what a generator was given; empty for real evidence.
    """

    name: str
    quarter: str
    is_synthetic: bool = False
    seekers: str = "applications"
    files: tuple[EvidenceFile, ...] = ()
    duplicates: tuple[Sentence, ...] = ()
    parameters: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Tables of evidence, each sorted by all its columns.

    Attributes:
        sha256: checksum of facts and tables; the same evidence has the same.
    """

    facts: EvidenceFacts
    tables: Mapping[str, pa.Table]
    sha256: str


def _read(kind: type, value: object) -> object:
    return value if kind is object else read_words(kind, value)


def evidence_of(facts: EvidenceFacts, tables: Mapping[str, pa.Table]) -> Evidence:
    """Put tables in order and sign them; missing ones are empty."""
    whole = {
        name: _sorted(
            tables[name].select(schema.names).cast(schema)
            if name in tables
            else schema.empty_table()
        )
        for name, schema in SCHEMAS.items()
    }
    digest = hashlib.sha256(msgspec.json.encode(facts, enc_hook=write_words, order="deterministic"))
    for name, table in whole.items():
        digest.update(name.encode())
        digest.update(_ipc(table))
    return Evidence(facts=facts, tables=whole, sha256=digest.hexdigest())


def write_evidence(
    evidence: Evidence, folder: Path, extra: Mapping[str, bytes] | None = None
) -> None:
    """Write evidence into a folder; whoever reads sees all of it or what was there before.

    Args:
        evidence: tables and facts.
        folder: made where there is none.
        extra: further files to lie beside the tables, by name.

    Raises:
        MachineError: the system refuses to write.
    """
    generation = folder / f"g-{evidence.sha256[:16]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (generation / _META).exists():
            making = folder / f".making-{os.getpid()}"
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir()
            for name, table in evidence.tables.items():
                pq.write_table(table, making / f"{name}.parquet", compression="zstd")
            for name, data in (extra or {}).items():
                _write_through(making / name, data)
            _write_through(
                making / _META, msgspec.json.encode(evidence.facts, enc_hook=write_words)
            )
            shutil.rmtree(generation, ignore_errors=True)
            making.rename(generation)
        _write_through(folder / f".{_CURRENT}", generation.name.encode())
        (folder / f".{_CURRENT}").replace(folder / _CURRENT)
        for old in folder.glob("g-*"):
            if old.name != generation.name:
                shutil.rmtree(old, ignore_errors=True)
    except OSError as fault:
        raise MachineError(
            say("The evidence was not written: {strerror}.", strerror=fault.strerror),
            where=str(folder),
            hint=say("What was there is unchanged. Check space and permissions."),
        ) from fault


def has_evidence(folder: Path) -> bool:
    """Tell whether a folder holds evidence."""
    return (folder / _CURRENT).is_file()


def read_extra(folder: Path, name: str) -> bytes | None:
    """Return a file that lies beside the tables; None where there is none."""
    path = folder / (folder / _CURRENT).read_text("utf-8") / name
    return path.read_bytes() if path.is_file() else None


def read_evidence(folder: Path) -> Evidence:
    """Read what `write_evidence` wrote, or a folder of Parquet files of the same columns.

    Raises:
        SourceNotFoundError: there is no evidence.
        NotReadableError: a table is damaged or lacks a column.
    """
    if not folder.is_dir() or not (has_evidence(folder) or (folder / _META).is_file()):
        raise SourceNotFoundError(
            say("There is no evidence here."),
            where=str(folder),
            hint=say(
                "Read returns with jinque evidence ingest, or make an example with jinque "
                "evidence example."
            ),
        )
    at = folder / (folder / _CURRENT).read_text("utf-8") if has_evidence(folder) else folder
    try:
        facts = msgspec.json.decode((at / _META).read_bytes(), type=EvidenceFacts, dec_hook=_read)
        found = {
            name: pq.read_table(at / f"{name}.parquet").select(schema.names).cast(schema)
            for name, schema in SCHEMAS.items()
            if (at / f"{name}.parquet").exists()
        }
    except (OSError, pa.ArrowException, KeyError, msgspec.DecodeError) as fault:
        raise NotReadableError(
            say("A table of the evidence cannot be read: {fault}", fault=fault),
            where=str(folder),
            hint=say("Names and types of the columns are in docs/reference/shortage.md."),
        ) from fault
    return evidence_of(facts, found)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep a second writer out while one is at work.

    Raises:
        InvalidOptionError: another one is at work.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = folder / _LOCK
    try:
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        if _is_alive(lock):
            raise InvalidOptionError(
                say("Another process is writing this evidence."),
                where=str(folder),
                hint=say("Wait until it has finished."),
            ) from None
        lock.unlink(missing_ok=True)
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    try:
        os.write(handle, str(os.getpid()).encode())
        os.close(handle)
        yield
    finally:
        lock.unlink(missing_ok=True)


def _is_alive(lock: Path) -> bool:
    """Tell whether the process that made a lock still runs; one that was killed left it behind."""
    try:
        os.kill(int(lock.read_text("utf-8")), 0)
    except (OSError, ValueError):
        return False
    return True


def _sorted(table: pa.Table) -> pa.Table:
    keys = [(name, "ascending") for name in table.column_names]
    return table.sort_by(keys).combine_chunks() if table.num_rows else table


def _ipc(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table, max_chunksize=65_536)
    return sink.getvalue()


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
