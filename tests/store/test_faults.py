"""What the user is told when the record cannot be had, in both languages."""

import socket
from contextlib import closing
from pathlib import Path

import pytest

from jinque.errors import MachineError, RecordBusyError
from jinque.locale import both
from jinque.store import Record
from jinque.store import database as connections
from jinque.store.database import Database, locate
from tests.said import en, zh
from tests.store.rows import execute
from tests.store.samples import SOURCE, sample_reading


def _open_fails(path: Path) -> MachineError:
    with pytest.raises(MachineError) as caught:
        Record.open(f"sqlite:///{path}")
    return caught.value


def test_a_damaged_file_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    path.write_bytes(b"no database at all, but long enough to look like one " * 50)
    before = path.read_bytes()

    error = _open_fails(path)

    assert "已损坏" in zh(error.message)
    assert "damaged" in en(error.message)
    assert error.where == str(path)
    assert before == path.read_bytes()


def test_damage_in_the_middle_of_a_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    with Record.open(f"sqlite:///{path}") as record:
        record.publish([sample_reading()], source=SOURCE, source_name="a", is_builtin=False)
    damaged = bytearray(path.read_bytes())
    damaged[4096:] = b"\xff" * (len(damaged) - 4096)
    path.write_bytes(damaged)

    error = _open_fails(path)

    assert "已损坏" in zh(error.message)


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    error = _open_fails(tmp_path)

    assert "权限" in zh(error.message)
    assert error.where == str(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    error = _open_fails(tmp_path / "file" / "record.sqlite")

    assert "JINQUE_DATA_DIR" in zh(error.hint)
    assert error.where == str(tmp_path / "file")


def test_a_server_that_is_away_is_named_without_its_password() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    with pytest.raises(RecordBusyError) as caught:
        Record.open(f"postgresql://jinque:secret@127.0.0.1:{port}/jinque")

    assert "连不上" in zh(caught.value.message)
    assert "cannot be reached" in en(caught.value.message)
    assert f"127.0.0.1:{port}" in caught.value.where
    assert "secret" not in str(both(caught.value.told))


@pytest.mark.postgres
@pytest.mark.xdist_group("postgres")
def test_a_database_that_is_not_there_is_named(postgres_url: str) -> None:
    with pytest.raises(RecordBusyError, match="nowhere"):
        Record.open(postgres_url.replace("/postgres", "/nowhere"))


def test_a_record_that_another_writes_is_busy(
    database_url: str, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "LONGEST_WAIT_S", 0.05)
    writer, impatient = Database(locate(database_url)), Record.open(database_url)

    with writer.writing(), pytest.raises(RecordBusyError, match="Another program") as caught:
        impatient.set_mark("corpus", "mine")

    assert "try again" in en(caught.value.hint).lower()
    assert record.mark("corpus") is None
    writer.close()
    impatient.close()


def test_an_old_model_in_the_record_is_damage_not_a_traceback(
    database_url: str, record: Record
) -> None:
    edition, report = sample_reading()
    record.publish([(edition, report)], source=SOURCE, source_name="a", is_builtin=False)
    with closing(Database(locate(database_url))) as beside, beside.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO edition SELECT 2, edition_id, 2, source_sha256, content_sha256, revision,"
            " published_at, is_builtin, source_name, counts, issues, metadata, sections, report,"
            " '{}' FROM edition"
        )

    with pytest.raises(MachineError, match="damaged") as caught:
        record.published("harbour")

    assert caught.value.where == "harbour v2"


@pytest.mark.postgres
@pytest.mark.xdist_group("postgres")
def test_a_user_without_rights_is_told_so(postgres_url: str) -> None:
    execute(postgres_url, "CREATE ROLE guest LOGIN")

    with pytest.raises(MachineError, match="no permission") as caught:
        Record.open(postgres_url.replace("//jinque@", "//guest@"))

    execute(postgres_url, "DROP ROLE guest")
    assert "guest@" in caught.value.where
