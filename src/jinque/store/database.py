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
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from jinque.errors import InvalidOptionError, JinqueError, MachineError, RecordBusyError


@dataclass(frozen=True, slots=True, kw_only=True)
class _Complaint:
    """A kind of complaint.

    Attributes:
        sign: matches the beginning of SQLite's error name or of PostgreSQL's SQLSTATE.
    """

    sign: str
    error: type[JinqueError]
    zh: str
    en: str
    hint_zh: str
    hint_en: str


_COMPLAINTS = (
    _Complaint(
        sign="SQLITE_BUSY|SQLITE_LOCKED|55P03|40|25P04",
        error=RecordBusyError,
        zh="另一个程序正在写入记录库，等候超时。",
        en="Another program is writing to the record; waiting for it timed out.",
        hint_zh="请稍后再试；记录库没有改变。",
        hint_en="Try again in a moment; the record is unchanged.",
    ),
    _Complaint(
        sign="SQLITE_NOTADB|SQLITE_CORRUPT",
        error=MachineError,
        zh="记录库文件已损坏，或者不是记录库。",
        en="The file of the record is damaged, or is no record at all.",
        hint_zh="请恢复备份，或移走该文件后重新导入；程序不会覆盖它。",
        hint_en="Restore a backup, or move the file away and ingest again; it is not overwritten.",
    ),
    _Complaint(
        sign="SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|SQLITE_AUTH|42501|3F000",
        error=MachineError,
        zh="没有权限打开或写入记录库。",
        en="There is no permission to open the record or to write to it.",
        hint_zh="请检查文件夹或数据库用户的权限，或用 JINQUE_DATA_DIR 换一个文件夹。",
        hint_en="Check the permissions of the folder or of the database user, or choose another "
        "folder by JINQUE_DATA_DIR.",
    ),
    _Complaint(
        sign="SQLITE_FULL|53100",
        error=MachineError,
        zh="磁盘已满，没有保存。",
        en="The disk is full; nothing was saved.",
        hint_zh="请腾出空间后再试；记录库没有改变。",
        hint_en="Free some space and try again; the record is unchanged.",
    ),
    _Complaint(
        sign="08|53|57|28|3D|unreachable",
        error=RecordBusyError,
        zh="连不上存放记录的数据库。",
        en="The database that holds the record cannot be reached.",
        hint_zh="请检查 JINQUE_DATABASE_URL 里的主机、端口、用户和数据库名，以及数据库是否在运行。",
        hint_en="Check host, port, user and database name in JINQUE_DATABASE_URL, and that the "
        "database is running.",
    ),
)
_OTHER = _Complaint(
    sign="",
    error=MachineError,
    zh="记录库出错。",
    en="The record failed.",
    hint_zh="记录库没有改变；请把括号里的原话告诉维护者。",
    hint_en="The record is unchanged; report the words in brackets to the maintainers.",
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
            f"{found.zh}（{words}）",
            f"{found.en} ({words})",
            where=where,
            hint_zh=found.hint_zh,
            hint_en=found.hint_en,
        ) from fault


def _sign(fault: DBAPIError) -> str:
    sign = getattr(fault.orig, "sqlite_errorname", None) or getattr(fault.orig, "sqlstate", None)
    # libpq gives no SQLSTATE when there is no server to give one.
    return sign or ("unreachable" if isinstance(fault, OperationalError) else "")


LONGEST_WAIT_S = 15.0
_CONNECT_WAIT_S = 10


class Database:
    """The database behind a record.

    On SQLite every statement outside of `writing` is a transaction of its own.

    Args:
        url: `sqlite` or `postgresql+psycopg`; the folder of an SQLite file is made.

    Raises:
        MachineError: the folder cannot be made, or the driver is not installed.
    """

    def __init__(self, url: URL) -> None:
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.place = str(url.database) if self.is_sqlite else url.render_as_string()
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
            f"无法建立存放记录的文件夹：{fault.strerror}。",
            f"The folder for the record cannot be made: {fault.strerror}.",
            where=str(folder),
            hint_zh="请检查权限，或用 JINQUE_DATA_DIR 换一个文件夹。",
            hint_en="Check the permissions, or choose another folder by JINQUE_DATA_DIR.",
        ) from fault
    waiting = {"timeout": LONGEST_WAIT_S, "isolation_level": None}
    engine = create_engine(url, connect_args=waiting, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _postgresql_engine(url: URL) -> Engine:
    try:
        return create_engine(
            url,
            connect_args={"connect_timeout": _CONNECT_WAIT_S},
            pool_pre_ping=True,
            hide_parameters=True,
        )
    except ImportError as fault:
        raise MachineError(
            "没有安装 PostgreSQL 驱动。",
            "The driver for PostgreSQL is not installed.",
            where="psycopg",
            hint_zh="请运行：pip install 'jinque[postgres]'",
            hint_en="Run: pip install 'jinque[postgres]'",
        ) from fault


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
        "数据库地址不能用：只支持 SQLite 文件和 PostgreSQL。",
        "The database address cannot be used: only SQLite files and PostgreSQL are supported.",
        where=where,
        hint_zh=f"{URL_SETTING} 应形如 postgresql://用户@主机/数据库 或 sqlite:////路径/文件。",
        hint_en=f"{URL_SETTING} looks like postgresql://user@host/database or "
        "sqlite:////path/to/file.",
    )


HEAD = "0003"
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
            f"记录库的版本是 {version}，本程序不认识：它由更新的 Jinque 或别的程序写成。",
            f"The record has version {version}, unknown here: a newer Jinque or another program "
            "wrote it.",
            where=place,
            hint_zh="请升级 Jinque 后再打开；记录库没有改变。",
            hint_en="Upgrade Jinque and open it again; the record is unchanged.",
        ) from fault


def migrations_folder() -> Path:
    """Return where the steps lie inside the installed package."""
    return Path(__file__).with_name("migrations")
