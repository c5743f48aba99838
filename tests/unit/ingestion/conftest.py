"""A record that holds the corpus, read once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jinque.ingestion.builtin import load_corpus
from jinque.store import Record


@pytest.fixture(scope="session")
def corpus_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    with Record.open(data_dir=folder) as record:
        load_corpus(record)
    return folder / "jinque.sqlite"


@pytest.fixture
def record(corpus_file: Path, tmp_path: Path) -> Iterator[Record]:
    """Give a record of the test's own with the corpus in it."""
    folder = tmp_path / "record"
    folder.mkdir()
    shutil.copy(corpus_file, folder)
    with Record.open(data_dir=folder) as opened:
        yield opened


@pytest.fixture
def empty_record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(data_dir=tmp_path / "empty") as opened:
        yield opened
