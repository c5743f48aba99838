"""The readings of all built-in posts, read once for all tests of a worker."""

from collections.abc import Iterator

import pytest

from jinque import api
from jinque.model.criterion import CriteriaAnswer


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[api.Workspace]:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("eligibility")) as opened:
        yield opened


@pytest.fixture(scope="session")
def answers(workspace: api.Workspace) -> dict[str, CriteriaAnswer]:
    return {answer.post.id: answer for answer in api.readings(workspace)}
