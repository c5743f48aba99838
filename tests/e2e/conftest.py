"""A record with the built-in corpus, made by the program itself."""

from pathlib import Path

import pytest

from tests.e2e import shell


@pytest.fixture(scope="session")
def corpus_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "record"
    first = shell.run(folder, "catalogues")
    assert first.code == 0, first.err
    return folder
