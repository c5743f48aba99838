"""The index in the user's cache: shared, whole or not there, and never in the way."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from jinque import api
from jinque.api.kept_index import folder_of, kept_index
from jinque.api.workspace import Workspace, open_workspace
from jinque.model import PublishedEdition, SearchAnswer, SearchRequest

REQUEST = SearchRequest(query="电气", limit=50)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def workspace(corpus_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    shutil.copytree(corpus_folder, tmp_path / "record")
    with open_workspace(data_dir=tmp_path / "record") as opened:
        yield opened


@pytest.mark.usefixtures("cache")
def test_an_opened_index_answers_as_the_one_that_wrote_it(workspace: Workspace) -> None:
    written = _ask(workspace)
    folder = folder_of(workspace.record, workspace.record.revision())
    stamps = _stamps(folder)
    workspace.forget()

    assert _ask(workspace) == written
    assert written.total > 0
    assert _stamps(folder) == stamps


def test_an_index_in_a_folder_answers_as_one_in_memory(workspace: Workspace, cache: Path) -> None:
    cache.write_text("no folder")
    in_memory = _ask(workspace)
    cache.unlink()
    workspace.forget()

    assert _ask(workspace) == in_memory
    assert cache.is_dir()


@pytest.mark.usefixtures("cache")
def test_nothing_is_written_into_a_folder_that_may_only_be_read(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = _ask(workspace)
    folder = folder_of(workspace.record, workspace.record.revision())
    for lock in folder.rglob("*.lock"):
        lock.unlink()
    workspace.forget()
    # A superuser may write wherever the permissions are.
    monkeypatch.setattr("os.access", lambda *_: False)

    assert _ask(workspace) == written
    assert not [*folder.rglob("*.lock")]


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("name", ["contents.json", "names.npy", "words/meta.json"])
def test_a_damaged_folder_is_written_anew(workspace: Workspace, name: str) -> None:
    written = _ask(workspace)
    folder = folder_of(workspace.record, workspace.record.revision())
    (folder / name).write_bytes(b"{")
    workspace.forget()

    assert _ask(workspace) == written
    assert (folder / name).stat().st_size > 1


@pytest.mark.usefixtures("cache")
def test_several_that_ask_at_once_get_one_index(workspace: Workspace) -> None:
    revision, summaries = workspace.record.revision(), workspace.summaries()

    def size(_: int) -> int:
        return kept_index(workspace.record, revision, summaries, workspace.row).size

    with ThreadPoolExecutor(4) as pool:
        sizes = set(pool.map(size, range(4)))

    assert sizes == {sum(len(each.edition.posts) for each in _editions(workspace))}
    folder = folder_of(workspace.record, revision)
    assert {each.name for each in folder.parent.iterdir()} == {folder.name, "lock"}


@pytest.mark.usefixtures("cache")
def test_another_process_opens_what_the_first_one_wrote(
    workspace: Workspace, tmp_path: Path
) -> None:
    total = _ask(workspace).total
    program = (
        "import sys; from pathlib import Path; from jinque import api\n"
        "from jinque.api import kept_index; from jinque.model import SearchRequest\n"
        "def refuse(*_): raise AssertionError\n"
        "kept_index._write = refuse\n"
        "with api.open_workspace(data_dir=Path(sys.argv[1])) as opened:\n"
        "    print(api.search(opened, SearchRequest(query='电气')).total)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "record")],
        check=True,
        capture_output=True,
        text=True,
    )

    assert int(done.stdout) == total


@pytest.mark.usefixtures("cache")
def test_a_publication_has_an_index_of_its_own(workspace: Workspace, tmp_path: Path) -> None:
    before = _ask(workspace).total
    path = tmp_path / "某县.csv"
    path.write_text("某县2024年紧缺人才目录\n序号,岗位名称,学历要求\n1,电气技师,大专\n", "utf-8")

    api.ingest(workspace, path)

    assert _ask(workspace).total == before + 1
    folder = folder_of(workspace.record, workspace.record.revision())
    assert len([each for each in folder.parent.iterdir() if each.is_dir()]) == 2


@pytest.mark.usefixtures("cache")
def test_columns_are_opened_and_not_read(workspace: Workspace) -> None:
    _ask(workspace)
    workspace.forget()

    index = workspace.index()

    assert isinstance(index.filters.column("places").places, np.memmap)


def _ask(workspace: Workspace) -> SearchAnswer:
    return api.search(workspace, REQUEST)


def _editions(workspace: Workspace) -> list[PublishedEdition]:
    return [workspace.published(each.id) for each in workspace.summaries()]


def _stamps(folder: Path) -> dict[str, tuple[int, bytes]]:
    files = [each for each in folder.rglob("*") if each.is_file()]
    return {each.name: (each.stat().st_mtime_ns, each.read_bytes()) for each in files}


@pytest.mark.usefixtures("cache")
def test_an_edition_that_is_added_answers_as_if_all_were_written_anew(
    workspace: Workspace, tmp_path: Path
) -> None:
    before = _ask(workspace)
    held = folder_of(workspace.record, workspace.record.revision())
    stamps = _stamps(held)
    file = tmp_path / "岛.csv"
    file.write_text("海岛县紧缺人才目录\n序号,岗位名称,学历要求\n1,电气值守员,本科\n", "utf-8")
    api.ingest(workspace, file)

    added = _ask(workspace)
    newest = folder_of(workspace.record, workspace.record.revision())
    shared = {each.stat().st_ino for each in (held / "words").iterdir()}
    is_shared = bool(shared & {each.stat().st_ino for each in (newest / "words").iterdir()})
    shutil.rmtree(held.parent)
    workspace.forget()

    assert _ask(workspace) == added
    assert added.total == before.total + 1
    assert stamps
    assert is_shared


@pytest.mark.usefixtures("cache")
def test_what_did_not_change_is_not_decoded_again(workspace: Workspace, tmp_path: Path) -> None:
    kept = workspace.published("dalian")
    rows = workspace.rows_read("dalian")
    file = tmp_path / "岛.csv"
    file.write_text("海岛县紧缺人才目录\n序号,岗位名称,学历要求\n1,电气值守员,本科\n", "utf-8")
    api.ingest(workspace, file)

    assert workspace.published("dalian") is kept
    assert workspace.rows_read("dalian") is rows
