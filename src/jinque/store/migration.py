"""Brings the schema of a record up to date; Alembic is imported only where that takes a step."""

import time

from sqlalchemy import Connection, column, inspect, select, table

from jinque.errors import RecordBusyError
from jinque.store.database import LONGEST_WAIT_S, Database

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
            # Alembic takes longer to import than everything else here together.
            from jinque.store.upgrade import upgrade

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
