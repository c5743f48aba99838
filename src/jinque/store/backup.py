"""A record copied into one file and back: the same for SQLite and PostgreSQL, while it is used.

A backup is an SQLite file with the tables of the record and a seal: a checksum of every row. It is
written from one read transaction, so that it holds one moment of the record, and takes its name
only when it is whole.
"""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Column, Connection, MetaData, String, Table, Text, func, insert, select
from sqlalchemy.exc import DatabaseError

from jinque.errors import MachineError, SourceNotFoundError, WrongCallError
from jinque.locale import say
from jinque.store.database import Database, bring_up_to_date
from jinque.store.record import utc_now
from jinque.store.tables import metadata

_ROWS_AT_A_TIME = 100
_seals = MetaData()
_SEAL = Table(
    "backup_seal",
    _seals,
    Column("rows_sha256", String(64), primary_key=True),
    Column("made_at", String(20), nullable=False),
    Column("tables", Text, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What a backup holds.

    Attributes:
        rows_sha256: checksum of all rows, kept inside the file.
        made_at: UTC, ISO 8601 with seconds.
        rows: number of rows by name of table.
    """

    rows_sha256: str
    made_at: str
    rows: dict[str, int]


def write_backup(database: Database, target: Path) -> Backup:
    """Copy a record, as it is at one moment, into a new file.

    Args:
        database: may be written to meanwhile.
        target: must not be there yet; only its owner may read it.

    Raises:
        WrongCallError: something stands there already.
        MachineError: the database or the disk fails; nothing is left then.
    """
    _refuse_existing(target)
    with _written_beside(target) as part:
        copy = Database(URL.create("sqlite", database=str(part)))
        try:
            bring_up_to_date(copy)
            with _moment(database) as old, copy.writing() as new:
                made = _copied(old, new)
                _seals.create_all(new)
                told = ",".join(f"{name}={count}" for name, count in made.rows.items())
                new.execute(
                    insert(_SEAL).values(
                        rows_sha256=made.rows_sha256, made_at=made.made_at, tables=told
                    )
                )
            with copy.reading() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    return made


def read_backup(file: Path, database: Database) -> Backup:
    """Copy a backup into an empty record.

    Args:
        file: as `write_backup` made it, by this or an earlier version of the program.
        database: holds nothing yet; its tables are made.

    Raises:
        SourceNotFoundError: there is no such file.
        WrongCallError: the record holds something already.
        MachineError: the file is no backup, is damaged or was written by a newer program; the
            record is as it was.
    """
    if not file.is_file():
        raise SourceNotFoundError(say("There is no such file."), where=str(file))
    with TemporaryDirectory(prefix="jinque-restore-") as folder:
        part = Path(folder) / "backup.sqlite"
        shutil.copyfile(file, part)
        copy = Database(URL.create("sqlite", database=str(part)))
        try:
            _check_seal(copy, file)
            bring_up_to_date(copy)
            bring_up_to_date(database)
            with _moment(copy) as old, database.writing() as new:
                _refuse_full(new, database.place)
                return _copied(old, new)
        finally:
            copy.close()


@contextmanager
def _moment(database: Database) -> Iterator[Connection]:
    """Give a connection that sees one moment of a record, whatever is written meanwhile."""
    with database.reading() as connection:
        connection.exec_driver_sql(
            "BEGIN"
            if database.is_sqlite
            else "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
        )
        yield connection
        connection.rollback()


def _copied(old: Connection, new: Connection) -> Backup:
    digest, counts = hashlib.sha256(), {}
    for table in metadata.sorted_tables:
        counts[table.name] = 0
        for rows in _pieces(old, table):
            new.execute(insert(table), rows)
            counts[table.name] += len(rows)
            for row in rows:
                _add(digest, table.name, row)
    return Backup(rows_sha256=digest.hexdigest(), made_at=utc_now(), rows=counts)


def _pieces(connection: Connection, table: Table) -> Iterator[list[dict[str, object]]]:
    """Yield rows in the order of their key: that of bytes, on both databases."""
    keys = [
        column.collate("BINARY" if connection.dialect.name == "sqlite" else "C")
        if isinstance(column.type, String)
        else column
        for column in table.primary_key
    ]
    query = select(table).order_by(*keys).execution_options(yield_per=_ROWS_AT_A_TIME)
    for rows in connection.execute(query).mappings().partitions():
        yield [dict(row) for row in rows]


def _add(digest: "hashlib._Hash", table: str, row: dict[str, object]) -> None:
    digest.update(table.encode())
    for name, value in row.items():
        data = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        digest.update(f"\n{name} {len(data)} ".encode())
        digest.update(data)


def _check_seal(copy: Database, file: Path) -> None:
    """Compare the rows of a backup with the checksum inside; tables of an older program too."""
    try:
        with copy.reading() as connection:
            sealed = connection.scalar(select(_SEAL.c.rows_sha256))
            kept = MetaData()
            kept.reflect(connection, only=lambda name, _: name in metadata.tables)
            digest = hashlib.sha256()
            for name in (table.name for table in metadata.sorted_tables):
                if name in kept.tables:
                    for rows in _pieces(connection, _typed(kept.tables[name])):
                        for row in rows:
                            _add(digest, name, row)
    except (MachineError, DatabaseError) as fault:
        raise MachineError(
            say("The file is no backup of a record, or is damaged; nothing was restored."),
            where=str(file),
            hint=say("Take another copy; `jinque backup FILE` makes them."),
        ) from fault
    if digest.hexdigest() != sealed:
        raise MachineError(
            say("The backup is damaged: its rows do not fit its checksum; nothing was restored."),
            where=str(file),
            hint=say("Take another copy; keep this one for whoever looks into it."),
        )


def _typed(found: Table) -> Table:
    """Return the table as it is declared where its columns are the same, else as it was found."""
    declared = metadata.tables[found.name]
    return declared if [*declared.c.keys()] == [*found.c.keys()] else found


def _refuse_existing(target: Path) -> None:
    if target.exists():
        raise WrongCallError(
            say("Something stands at this place already; nothing was overwritten."),
            where=str(target),
            hint=say("Choose another name, or move the old file away."),
        )


def _refuse_full(connection: Connection, place: str) -> None:
    for table in metadata.sorted_tables:
        if connection.scalar(select(func.count()).select_from(table)):
            raise WrongCallError(
                say("The record holds something already; nothing was overwritten."),
                where=place,
                hint=say(
                    "Restore into an empty place: another JINQUE_DATA_DIR or "
                    "JINQUE_DATABASE_URL, or move the old record away."
                ),
            )


@contextmanager
def _written_beside(target: Path) -> Iterator[Path]:
    """Give a name beside `target` to write to; it takes that name only when all is on the disk."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield part
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        _refuse_existing(target)
        part.rename(target)
    except OSError as fault:
        raise MachineError(
            say("The backup cannot be written: {strerror}.", strerror=fault.strerror or "?"),
            where=str(target),
            hint=say("Check the permissions and the free space, or choose another folder."),
        ) from fault
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + ending).unlink(missing_ok=True)
