"""Connections to SQLite or PostgreSQL, for reading and for writing, one writer at a time.

What databases complain of, in words a user can act on.

Where the record lies: an argument, a setting of the environment, or the user's data folder.

Brings the schema of a record up to date; Alembic is imported only where that takes a step.

The schema's way from one version to the newest, by Alembic.
"""

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from platformdirs import user_data_path
from sqlalchemy import (
    URL,
    Connection,
    Engine,
    column,
    create_engine,
    event,
    inspect,
    make_url,
    select,
    table,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from jinque.errors import InvalidOptionError, JinqueError, MachineError, RecordBusyError
from jinque.locale import Sentence, say


@dataclass(frozen=True, slots=True, kw_only=True)
class _Complaint:
    """A kind of complaint.

    Attributes:
        sign: matches the beginning of SQLite's error name or of PostgreSQL's SQLSTATE.
    """

    sign: str
    error: type[JinqueError]
    message: Sentence
    hint: Sentence


_COMPLAINTS = (
    _Complaint(
        sign="SQLITE_BUSY|SQLITE_LOCKED|55P03|40|25P04",
        error=RecordBusyError,
        message=say("Another program is writing to the record; waiting for it timed out."),
        hint=say("Try again in a moment; the record is unchanged."),
    ),
    _Complaint(
        sign="SQLITE_NOTADB|SQLITE_CORRUPT",
        error=MachineError,
        message=say("The file of the record is damaged, or is no record at all."),
        hint=say(
            "Restore a backup, or move the file away and ingest again; it is not overwritten."
        ),
    ),
    _Complaint(
        sign="SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|SQLITE_AUTH|42501|3F000",
        error=MachineError,
        message=say("There is no permission to open the record or to write to it."),
        hint=say(
            "Check the permissions of the folder or of the database user, or choose "
            "another folder by JINQUE_DATA_DIR."
        ),
    ),
    _Complaint(
        sign="SQLITE_FULL|53100",
        error=MachineError,
        message=say("The disk is full; nothing was saved."),
        hint=say("Free some space and try again; the record is unchanged."),
    ),
    _Complaint(
        sign="57014",
        error=RecordBusyError,
        message=say("The database took longer than a minute for one question."),
        hint=say("Try again in a moment; the record is unchanged."),
    ),
    _Complaint(
        sign="08|53|57|28|3D|unreachable",
        error=RecordBusyError,
        message=say("The database that holds the record cannot be reached."),
        hint=say(
            "Check host, port, user and database name in JINQUE_DATABASE_URL, and that the "
            "database is running."
        ),
    ),
)
_OTHER = _Complaint(
    sign="",
    error=MachineError,
    message=say("The record failed."),
    hint=say("The record is unchanged; report the words in brackets to the maintainers."),
)


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn a database's complaint into an error of the tree; `where` names the record."""
    try:
        yield
    except DBAPIError as fault:
        sign = _sign(fault)
        found = next((one for one in _COMPLAINTS if re.match(one.sign, sign)), _OTHER)
        words = next(iter(str(fault.orig).strip().splitlines()), sign)
        raise found.error(
            say("{complaint} ({words})", complaint=found.message, words=words),
            where=where,
            hint=found.hint,
        ) from fault


def _sign(fault: DBAPIError) -> str:
    sign = getattr(fault.orig, "sqlite_errorname", None) or getattr(fault.orig, "sqlstate", None)
    # libpq gives no SQLSTATE when there is no server to give one.
    return sign or ("unreachable" if isinstance(fault, OperationalError) else "")


LONGEST_WAIT_S = 15.0
_CONNECT_WAIT_S = 10
_STATEMENT_S = 60
_IDLE_S = 600


class Database:
    """The database behind a record.

    On SQLite every statement outside of `writing` is a transaction of its own. A file that may only
    be read is opened as one that nobody changes: copies on read-only media are read that way.

    Attributes:
        is_sqlite: it is one file.
        is_read_only: that file cannot be written.
        place: path, or address without a password.

    Args:
        url: `sqlite` or `postgresql+psycopg`; the folder of an SQLite file is made.

    Raises:
        MachineError: the folder cannot be made, or the driver is not installed.
    """

    def __init__(self, url: URL) -> None:
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.place = str(url.database) if self.is_sqlite else url.render_as_string()
        self.is_read_only = self.is_sqlite and _is_read_only(Path(self.place))
        if self.is_read_only:
            self._engine = _read_only_engine(Path(self.place))
        else:
            self._engine = _sqlite_engine(url) if self.is_sqlite else _postgresql_engine(url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection for queries.

        Raises:
            MachineError: the database complains; RecordBusyError when it is busy or away.
        """
        with translated(self.place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the one writing transaction; it is committed unless the block raises.

        Raises:
            MachineError: the database complains; RecordBusyError when another writer holds it
                for 15 s.
        """
        with translated(self.place), self._engine.connect() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LONGEST_WAIT_S}s'")
                connection.exec_driver_sql(
                    "SELECT pg_advisory_xact_lock(hashtext('jinque.' || current_schema()))"
                )
            yield connection
            connection.commit()

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()


def _sqlite_engine(url: URL) -> Engine:
    folder = Path(str(url.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise MachineError(
            say("The folder for the record cannot be made: {strerror}.", strerror=fault.strerror),
            where=str(folder),
            hint=say("Check the permissions, or choose another folder by JINQUE_DATA_DIR."),
        ) from fault
    waiting = {"timeout": LONGEST_WAIT_S, "isolation_level": None}
    engine = create_engine(url, connect_args=waiting, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _is_read_only(path: Path) -> bool:
    return path.is_file() and not os.access(path, os.W_OK)


def _read_only_engine(path: Path) -> Engine:
    quoted = quote(str(path.absolute()))
    options = {"mode": "ro", "immutable": "1", "uri": "true"}
    url = URL.create("sqlite", database=f"file:{quoted}", query=options)
    return create_engine(url, connect_args={"isolation_level": None}, hide_parameters=True)


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _postgresql_engine(url: URL) -> Engine:
    try:
        engine = create_engine(
            url,
            connect_args={"connect_timeout": _CONNECT_WAIT_S},
            pool_pre_ping=True,
            hide_parameters=True,
        )
    except ImportError as fault:
        raise MachineError(
            say("The driver for PostgreSQL is not installed."),
            where="psycopg",
            hint=say("Run: pip install 'jinque[postgres]'"),
        ) from fault
    event.listen(engine, "connect", _prepare_postgresql)
    return engine


def _prepare_postgresql(connection: DBAPIConnection, _: object) -> None:
    """Bound what one statement, and a transaction that nobody goes on with, may take."""
    cursor = connection.cursor()
    cursor.execute(f"SET statement_timeout = '{_STATEMENT_S}s'")
    cursor.execute(f"SET idle_in_transaction_session_timeout = '{_IDLE_S}s'")
    cursor.close()
    connection.commit()


_EMPTY_FOR_S = 2.0


def refuse_empty(url: URL) -> None:
    """Refuse a record whose file is there and holds nothing: it was lost, or cut off.

    Another process that makes the record at this moment is waited for, 2 s at most.

    Raises:
        MachineError: the file is empty.
    """
    if url.get_backend_name() != "sqlite":
        return
    path, deadline = Path(str(url.database)), time.monotonic() + _EMPTY_FOR_S
    while path.is_file() and path.stat().st_size == 0:
        if time.monotonic() > deadline:
            raise MachineError(
                say("The file of the record is empty (0 bytes): its content is lost."),
                where=str(path),
                hint=say(
                    "Move it away and restore a backup (jinque restore FILE); without one, delete "
                    "it, and a new record begins."
                ),
            )
        time.sleep(_RETRY_S)


URL_SETTING = "JINQUE_DATABASE_URL"
FOLDER_SETTING = "JINQUE_DATA_DIR"
FILE_NAME = "jinque.sqlite"

_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def locate(url: str | None = None, data_dir: Path | None = None) -> URL:
    """Return the address of the record; an argument goes before the environment.

    Args:
        url: `sqlite:///…` or `postgresql://…`; None looks at JINQUE_DATABASE_URL, unless
            `data_dir` is given.
        data_dir: folder of the SQLite file; None means JINQUE_DATA_DIR, and where that is not
            set the user's data folder.

    Raises:
        InvalidOptionError: the address is of no database that can hold the record.
    """
    address = url or ("" if data_dir else os.environ.get(URL_SETTING))
    if address:
        return _database_url(address)
    folder = data_dir or os.environ.get(FOLDER_SETTING) or user_data_path("jinque", appauthor=False)
    path = Path(folder).expanduser().absolute() / FILE_NAME
    return URL.create("sqlite", database=str(path))


def _database_url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as fault:
        raise _invalid("") from fault
    driver = _DRIVERS.get(url.drivername)
    if driver is None or (driver == "sqlite" and url.database in {None, "", ":memory:"}):
        raise _invalid(url.render_as_string(hide_password=True))
    return url.set(drivername=driver)


def _invalid(where: str) -> InvalidOptionError:
    return InvalidOptionError(
        say("The database address cannot be used: only SQLite files and PostgreSQL are supported."),
        where=where,
        hint=say(
            "{url_setting} looks like postgresql://user@host/database or sqlite:////path/to/file.",
            url_setting=URL_SETTING,
        ),
    )


HEAD = "0005"
_VERSIONS = table("alembic_version")
_RETRY_S = 0.02


def bring_up_to_date(database: Database) -> None:
    """Carry out the missing steps in one transaction, while other processes wait.

    Raises:
        MachineError: the record was written by a newer Jinque, or the database complains.
    """
    with database.reading() as connection:
        if _version(connection) == HEAD:
            return
    if database.is_read_only:
        raise MachineError(
            say("The record was made by an older Jinque, and its file may only be read."),
            where=database.place,
            hint=say("Copy it to a place that can be written, and open it there once."),
        )
    if database.is_sqlite:
        _write_ahead(database)
    with database.writing() as connection:
        version = _version(connection)
        if version != HEAD:
            upgrade(connection, version, database.place)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_VERSIONS.name):
        return None
    found: str | None = connection.scalar(select(column("version_num")).select_from(_VERSIONS))
    return found


def _write_ahead(database: Database) -> None:
    """Let readers go on while one process writes; the file remembers it.

    SQLite refuses this at once, without waiting, while another process does the same.
    """
    deadline = time.monotonic() + LONGEST_WAIT_S
    while True:
        try:
            with database.reading() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
                return
        except RecordBusyError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_RETRY_S)


def upgrade(connection: Connection, version: str | None, place: str) -> None:
    """Carry out every step behind `version` on `connection`, in its transaction.

    Raises:
        MachineError: `version` is of no step that this package knows.
    """
    # Alembic takes longer to import than everything else here together.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    try:
        command.upgrade(config, "head")
    except CommandError as fault:
        raise MachineError(
            say(
                "The record has version {version}, unknown here: a newer Jinque or another "
                "program wrote it.",
                version=str(version),
            ),
            where=place,
            hint=say("Upgrade Jinque and open it again; the record is unchanged."),
        ) from fault


def migrations_folder() -> Path:
    """Return where the steps lie inside the installed package."""
    return Path(__file__).with_name("migrations")
