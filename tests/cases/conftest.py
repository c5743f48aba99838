"""A workspace with the built-in corpus, for the cases that go through the whole program."""

from collections.abc import Iterator

import pytest

from jinque import api


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[api.Workspace]:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("cases")) as opened:
        yield opened
