"""A workspace over the built-in corpus, read once for all tests of a worker."""

from collections.abc import Iterator

import pytest

from jinque import api


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[api.Workspace]:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("api")) as opened:
        yield opened
