"""A backup holds one moment of a record, and comes back whole on either database."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from jinque.api import keeping
from jinque.errors import MachineError, SourceNotFoundError, WrongCallError
from jinque.store import Record
from jinque.store.backup import read_backup, write_backup
from jinque.store.database import Database, locate
from jinque.store.record import Record as _Record
from jinque.store.verification import verify
from tests.store.processes import publish
from tests.store.rows import rows

ROUNDS = 4
LONG_ROUNDS = 50


def _restored(file: Path, folder: Path) -> Database:
    database = Database(locate(data_dir=folder))
    read_backup(file, database)
    return database


def test_a_backup_comes_back_row_by_row(record: Record, database_url: str, tmp_path: Path) -> None:
    publish(record, 1)
    publish(record, 2)

    write_backup(record.database, tmp_path / "copy.sqlite")
    restored = _restored(tmp_path / "copy.sqlite", tmp_path / "back")

    assert rows(f"sqlite:///{restored.place}") == rows(database_url)
    assert verify(restored).damages == ()
    restored.close()


def test_a_backup_of_a_file_comes_back_into_a_server(
    record: Record, database_url: str, tmp_path: Path
) -> None:
    with Record.open(data_dir=tmp_path / "old") as old:
        publish(old, 1)
        write_backup(old.database, tmp_path / "copy.sqlite")

    read_backup(tmp_path / "copy.sqlite", record.database)

    assert rows(database_url) == rows(f"sqlite:///{tmp_path / 'old' / 'jinque.sqlite'}")
    assert record.published("harbour").edition.id == "harbour"
    assert publish(record, 2)


_BETWEEN_S = 0.05


def _under_load(database_url: str, folder: Path, rounds: int) -> None:
    stop, wrong = threading.Event(), list[BaseException]()

    def write() -> None:
        number = 0
        try:
            with _Record.open(database_url) as mine:
                # A record that grows without a pause makes each backup larger than the last.
                while not stop.wait(_BETWEEN_S):
                    number += 1
                    publish(mine, number)
        except BaseException as fault:  # noqa: BLE001 - told by the test
            wrong.append(fault)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        with _Record.open(database_url) as record:
            for number in range(rounds):
                published = {each.id: each.version for each in record.summaries()}
                file = folder / f"{number}.sqlite"
                write_backup(record.database, file)
                restored = _restored(file, folder / f"back-{number}")
                found = {each.id: each.version for each in _Record(restored).summaries()}
                assert verify(restored).damages == ()
                assert all(found.get(name, 0) >= version for name, version in published.items())
                restored.close()
    finally:
        stop.set()
        writer.join()
    assert wrong == []


def test_backups_under_writing_load_hold_all_that_was_published(
    database_url: str, tmp_path: Path
) -> None:
    _under_load(database_url, tmp_path, ROUNDS)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_fifty_backups_under_writing_load(database_url: str, tmp_path: Path) -> None:
    _under_load(database_url, tmp_path, LONG_ROUNDS)


def _backup(tmp_path: Path) -> Path:
    with Record.open(data_dir=tmp_path / "old") as old:
        publish(old, 1)
        write_backup(old.database, tmp_path / "copy.sqlite")
    return tmp_path / "copy.sqlite"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    file = _backup(tmp_path)
    before = file.read_bytes()

    with pytest.raises(WrongCallError):
        keeping.backup(file, data_dir=tmp_path / "old")
    with pytest.raises(WrongCallError):
        keeping.restore(file, data_dir=tmp_path / "old")
    assert file.read_bytes() == before
    assert list(tmp_path.glob(".copy*")) == []


def _change_a_row(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO mark VALUES ('four_eyes', 'off')")


def _of_a_newer_program(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    "spoil",
    [
        _change_a_row,
        _of_a_newer_program,
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"no database" * 1_000),
        lambda file: file.write_bytes(file.read_bytes()[:20_000]),
    ],
    ids=["a row more", "newer", "empty", "other bytes", "cut off"],
)
def test_a_spoiled_backup_is_refused(spoil: Callable[[Path], object], tmp_path: Path) -> None:
    file = _backup(tmp_path)
    spoil(file)

    with pytest.raises(MachineError):
        keeping.restore(file, data_dir=tmp_path / "new")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError):
        keeping.restore(tmp_path / "none", data_dir=tmp_path / "new")
    with pytest.raises(SourceNotFoundError):
        keeping.backup(tmp_path / "copy", data_dir=tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_an_empty_file_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "jinque.sqlite").touch()

    with pytest.raises(MachineError):
        keeping.verify(data_dir=tmp_path)
    assert (tmp_path / "jinque.sqlite").stat().st_size == 0


_SPOILING = {
    "source_altered": "UPDATE source SET data = x'00'",
    "chain_broken": "UPDATE edition SET revision = 'x' WHERE sequence = 1",
    "reference_lost": "UPDATE edition SET source_sha256 = 'x'",
}


@pytest.mark.parametrize("code", _SPOILING)
def test_damage_is_found_and_told(code: str, tmp_path: Path) -> None:
    with Record.open(data_dir=tmp_path) as record:
        publish(record, 1)
    with sqlite3.connect(tmp_path / "jinque.sqlite") as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(_SPOILING[code])

    found = keeping.verify(data_dir=tmp_path)

    assert code in {each.code for each in found.damages}
    assert all(each.where for each in found.damages)


def test_a_source_whose_bytes_changed_is_told_at_reading(tmp_path: Path) -> None:
    with Record.open(data_dir=tmp_path) as record:
        publish(record, 1)
        sha256 = record.summaries()[0].source_sha256
    with sqlite3.connect(tmp_path / "jinque.sqlite") as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(_SPOILING["source_altered"])

    with Record.open(data_dir=tmp_path) as record, pytest.raises(MachineError):
        record.source(sha256)
