"""Small files of one unusual trait each, read through the whole program, beside what they say."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from jinque import api
from jinque.errors import WrongCallError
from jinque.model import Edition, Post, PublishedEdition

pytestmark = pytest.mark.xdist_group("reading")

FOLDER = Path(__file__).parent / "reading"
_SAID = yaml.safe_load((Path(__file__).parent / "reading.yaml").read_text(encoding="utf-8"))
CASES: dict[str, dict[str, Any]] = {k: v for k, v in _SAID.items() if not k.startswith("_")}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that holds the built-in sources, to be copied."""
    folder = tmp_path_factory.mktemp("template") / "data"
    with api.open_workspace(data_dir=folder):
        return folder


@pytest.fixture
def workspace(template: Path, tmp_path: Path) -> Iterator[api.Workspace]:
    folder = tmp_path / "data"
    shutil.copytree(template, folder)
    with api.open_workspace(data_dir=folder) as opened:
        yield opened


def _read(workspace: api.Workspace, name: str) -> PublishedEdition:
    [published] = api.ingest(workspace, FOLDER / name).editions
    return published


_OF_A_POST: dict[str, Any] = {
    "names": lambda post: post.name,
    "codes": lambda post: post.code,
    "industries": lambda post: post.industry,
    "serials": lambda post: post.serial_printed,
    "printed": lambda post: post.shortage and post.shortage.printed,
    "values": lambda post: post.shortage and post.shortage.value,
    "indexes": lambda post: post.shortage and post.shortage.index,
    "sections": lambda post: list(post.section),
}


def test_every_file_has_its_expectation() -> None:
    assert {path.name for path in FOLDER.iterdir()} - {"catalogue.html"} == set(CASES)


@pytest.mark.parametrize("name", [name for name, said in CASES.items() if "refused" in said])
def test_a_file_without_posts_is_refused_and_nothing_kept(
    workspace: api.Workspace, name: str
) -> None:
    before = [(one.id, one.version) for one in api.catalogues(workspace)]

    with pytest.raises(WrongCallError) as caught:
        _read(workspace, name)

    assert CASES[name]["refused"] == caught.value.code
    assert before == [(one.id, one.version) for one in api.catalogues(workspace)]


@pytest.mark.parametrize("name", [name for name, said in CASES.items() if "refused" not in said])
def test_a_file_is_read_as_it_is_printed(workspace: api.Workspace, name: str) -> None:
    published, said = _read(workspace, name), CASES[name]

    posts = published.edition.posts
    for about, of in _OF_A_POST.items():
        if about in said:
            assert said[about] == [of(post) for post in posts], about
    _check_cells(published.edition, said.get("cells", {}))
    columns = {one.heading: one.role for one in published.report.columns}
    assert said.get("columns", {}).items() <= columns.items()
    assert said.get("count", len(posts)) == len(posts)
    assert said.get("rejected", published.report.rows_rejected) == published.report.rows_rejected
    assert said.get("title", published.edition.metadata.title.value) == (
        published.edition.metadata.title.value
    )
    _check_issues(published, said)


def _check_cells(edition: Edition, cells: dict[str, dict[str, str]]) -> None:
    by_serial: dict[str, Post] = {str(post.serial): post for post in edition.posts}
    for serial, wanted in cells.items():
        got = {cell.heading: cell.text for cell in by_serial[serial].cells}
        assert wanted.items() <= got.items()


def _check_issues(published: PublishedEdition, said: dict[str, Any]) -> None:
    issues = published.report.issues
    for code, serials in said.get("notices", {}).items():
        told = [issue.serial for issue in issues if issue.code == code]
        assert told, code
        assert not serials or serials == told
    codes = {issue.code for issue in issues}
    assert not codes & {*said.get("not_told", ()), *said.get("never", ())}
    words = {post.name for post in published.edition.posts}
    assert not any(word in name for word in said.get("never", ()) for name in words)


@pytest.mark.parametrize("other", ["other-headings.html", "spacer-column.xlsx"])
def test_another_reading_of_the_same_rows_loses_nothing(
    workspace: api.Workspace, other: str
) -> None:
    first = _read(workspace, "good.html")

    second = _read(workspace, other)

    assert [post.id for post in first.edition.posts] == [post.id for post in second.edition.posts]
    assert [post.shortage for post in first.edition.posts] == [
        post.shortage for post in second.edition.posts
    ]
