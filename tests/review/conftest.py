"""A workspace with the built-in corpus, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jinque import api
from jinque.model.account import Role
from jinque.model.decision import Actor


@pytest.fixture(scope="session")
def corpus_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    api.open_workspace(data_dir=folder).close()
    return folder / "jinque.sqlite"


@pytest.fixture
def workspace(corpus_file: Path, tmp_path: Path) -> Iterator[api.Workspace]:
    folder = tmp_path / "record"
    folder.mkdir()
    shutil.copy(corpus_file, folder)
    with api.open_workspace(data_dir=folder) as opened:
        yield opened


@pytest.fixture
def publisher() -> Actor:
    return Actor(name="周", role=Role.PUBLISHER)


@pytest.fixture
def reviewer() -> Actor:
    return Actor(name="吴", role=Role.REVIEWER)


@pytest.fixture
def editor() -> Actor:
    return Actor(name="郑", role=Role.EDITOR)
