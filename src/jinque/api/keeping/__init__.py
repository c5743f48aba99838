"""The verbs of keeping a record: copied to a file, brought back, looked through."""

from dataclasses import dataclass
from pathlib import Path

from jinque.errors import SourceNotFoundError
from jinque.locale import say
from jinque.store import Record
from jinque.store.backup import Backup, read_backup, write_backup
from jinque.store.database import Database, locate, refuse_empty
from jinque.store.verification import Damage, Verification
from jinque.store.verification import verify as verified


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """What was brought back.

    Attributes:
        backup: what the file held.
        place: where it is now: path of the SQLite file, or address without a password.
        verification: what looking the restored record through found.
    """

    backup: Backup
    place: str
    verification: Verification


def backup(target: Path, database_url: str | None = None, data_dir: Path | None = None) -> Backup:
    """Copy the record, as it is at one moment, into a new file; it may be used meanwhile.

    Args:
        target: must not be there yet.
        database_url: None means JINQUE_DATABASE_URL, else a SQLite file in the data folder.
        data_dir: None means JINQUE_DATA_DIR, else the user's data folder.

    Raises:
        WrongCallError: something stands at `target`.
        SourceNotFoundError: there is no record.
        MachineError: the database or the disk fails; no file is left then.
    """
    with _existing(database_url, data_dir) as record:
        return write_backup(record.database, target)


def restore(
    file: Path, database_url: str | None = None, data_dir: Path | None = None
) -> Restoration:
    """Bring a backup back into an empty place, and look it through.

    Args:
        file: made by `backup`, on either database and by this or an earlier version.
        database_url: as for `backup`; the database must hold nothing of a record.
        data_dir: as for `backup`.

    Raises:
        SourceNotFoundError: there is no such file.
        WrongCallError: the place holds something; it is left alone.
        MachineError: the file is no backup, damaged or of a newer program.
    """
    database = Database(locate(database_url, data_dir))
    try:
        made = read_backup(file, database)
        return Restoration(backup=made, place=database.place, verification=verified(database))
    finally:
        database.close()


def verify(database_url: str | None = None, data_dir: Path | None = None) -> Verification:
    """Look a record through: file, references, sources, chain of revisions, drafts.

    Args:
        database_url: as for `backup`.
        data_dir: as for `backup`.

    Raises:
        SourceNotFoundError: there is no record.
        MachineError: it cannot be read at all.
    """
    with _existing(database_url, data_dir) as record:
        return verified(record.database)


def _existing(database_url: str | None, data_dir: Path | None) -> Record:
    url = locate(database_url, data_dir)
    refuse_empty(url)
    if url.get_backend_name() == "sqlite" and not Path(str(url.database)).is_file():
        raise SourceNotFoundError(
            say("There is no record at this place."),
            where=str(url.database),
            hint=say("JINQUE_DATA_DIR or JINQUE_DATABASE_URL names the place of the record."),
        )
    return Record.open(database_url, data_dir)


__all__ = ["Backup", "Damage", "Restoration", "Verification", "backup", "restore", "verify"]
