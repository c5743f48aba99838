"""A record that may only be read is read, and says so where something is to be written."""

import os
from pathlib import Path

import pytest

from jinque.errors import MachineError
from jinque.store import Record
from tests.store.processes import publish
from tests.store.rows import execute

NAME = "jinque.sqlite"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a record that is taken for read-only: to root nothing else is."""
    with Record.open(data_dir=tmp_path) as record:
        publish(record, 1)
    known = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and known(path, mode))
    return tmp_path


def test_it_is_read_without_a_file_beside_it(copy: Path) -> None:
    before = sorted(each.name for each in copy.iterdir())

    with Record.open(data_dir=copy) as record:
        assert record.published("harbour").edition.id == "harbour"
        assert record.source(record.summaries()[0].source_sha256)

    assert sorted(each.name for each in copy.iterdir()) == before == [NAME]


def test_writing_to_it_is_refused_in_words(copy: Path) -> None:
    with Record.open(data_dir=copy) as record, pytest.raises(MachineError) as told:
        publish(record, 2)

    assert told.value.code == "machine_failed"


def test_one_of_an_older_program_is_told(copy: Path) -> None:
    execute(f"sqlite:///{copy / NAME}", "UPDATE alembic_version SET version_num = '0001'")

    with pytest.raises(MachineError) as told:
        Record.open(data_dir=copy)

    assert "older" in str(told.value)
