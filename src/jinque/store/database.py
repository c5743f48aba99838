"""Connections to SQLite or PostgreSQL, for reading and for writing, one writer at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event

from jinque.errors import MachineError
from jinque.store.faults import translated

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
