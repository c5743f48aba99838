"""A workspace over the built-in corpus, read once for all tests of a worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jinque import api


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the data folder of a record with the corpus, to be copied and not to be changed."""
    folder = tmp_path_factory.mktemp("api")
    api.open_workspace(data_dir=folder).close()
    return folder


@pytest.fixture(scope="session")
def workspace(corpus_folder: Path) -> Iterator[api.Workspace]:
    with api.open_workspace(data_dir=corpus_folder) as opened:
        yield opened
