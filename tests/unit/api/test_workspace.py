from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jinque import api
from jinque.errors import MachineError
from jinque.model import SearchRequest


def test_what_is_derived_is_kept_while_the_record_is_the_same(workspace: api.Workspace) -> None:
    assert workspace.index() is workspace.index()
    assert workspace.published("dalian") is workspace.published("dalian")


def test_several_threads_read_the_same(workspace: api.Workspace) -> None:
    request = SearchRequest(query="工程师", limit=50)

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: api.search(workspace, request), range(16)))

    assert all(answer == answers[0] for answer in answers)


def test_the_first_use_tells_its_progress_and_the_second_is_silent(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    for _ in range(2):
        api.open_workspace(
            data_dir=tmp_path, progress=lambda _, done, total: told.append((done, total))
        ).close()

    assert told[0] == (0, 5)
    assert told[-1] == (5, 5)
    assert len(told) == len(set(told))


def test_a_record_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "jinque.sqlite").write_bytes(b"no record" * 100)

    with pytest.raises(MachineError):
        api.open_workspace(data_dir=tmp_path)
