"""A whole next edition with planted changes, through the record and out of the page."""

import asyncio
import io
import re
from collections.abc import Callable, Iterator

import httpx
import pytest
from python_calamine import CalamineWorkbook

from jinque import api
from jinque.web.app import site_app
from tests.unit.web.next_dalian import ADDED, CLAUSE, PLANTED, REMOVED, publish_next

Ask = Callable[[str], httpx.Response]

POSTS = 312


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[api.Workspace]:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("next")) as opened:
        publish_next(opened)
        yield opened


@pytest.fixture(scope="module")
def ask_changed(changed: api.Workspace) -> Ask:
    transport = httpx.ASGITransport(app=site_app(changed))  # type: ignore[arg-type]

    async def answer(path: str) -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
            return await client.get(path)

    return lambda path: asyncio.run(answer(path))


BOTH = "former=dalian@1&later=dalian"


def test_every_planted_change_is_counted_and_no_other(ask_changed: Ask) -> None:
    counts = ask_changed(f"/diff.json?{BOTH}").json()["summary"]["counts"]

    planted = sum(PLANTED.values())
    assert counts == {
        "added": ADDED,
        "removed": REMOVED,
        "changed": planted,
        "unchanged": POSTS - REMOVED - planted,
        **PLANTED,
    }


def test_the_other_way_round_ups_are_downs(ask_changed: Ask) -> None:
    address = "/diff.json?former=dalian@2&later=dalian@1"
    counts = ask_changed(address).json()["summary"]["counts"]

    assert (counts["added"], counts["removed"]) == (REMOVED, ADDED)
    assert (counts["upgraded"], counts["downgraded"]) == (
        PLANTED["downgraded"],
        PLANTED["upgraded"],
    )


@pytest.mark.parametrize("kind", [*PLANTED, "added", "removed", "changed"])
def test_every_list_has_what_is_counted(ask_changed: Ask, kind: str) -> None:
    answer = ask_changed(f"/diff.json?{BOTH}&kind={kind}").json()

    assert answer["total"] == answer["summary"]["counts"][kind] == len(answer["rows"])


def test_a_clause_that_came_is_shown_as_such(ask_changed: Ask) -> None:
    page = ask_changed(f"/diff?{BOTH}&kind=requirement_changed").text

    came = re.findall(r"<ins>.*?</ins>", page)
    assert len(came) == PLANTED["requirement_changed"]
    assert all(CLAUSE in each for each in came)
    assert "<del>" not in page


def test_marks_are_words_on_the_page(ask_changed: Ask) -> None:
    page = ask_changed(f"/diff?{BOTH}&kind=marks_changed").text

    assert "绿色职业" in page
    assert "green" not in page


def test_posts_of_an_old_version_lead_nowhere(ask_changed: Ask) -> None:
    page = ask_changed("/diff?former=dalian@2&later=dalian@1&kind=added").text

    assert 'href="/posts/' not in page
    assert page.count('<th scope="row">') == REMOVED


def test_the_page_offers_every_version(ask_changed: Ask) -> None:
    choices = [each["value"] for each in ask_changed("/diff.json").json()["choices"]]

    assert choices[:2] == ["dalian", "dalian@1"]


def test_an_edition_beside_itself_has_no_changes(ask_changed: Ask) -> None:
    answer = ask_changed("/diff.json?former=dalian&later=dalian").json()

    assert answer["summary"]["counts"]["unchanged"] == POSTS - REMOVED + ADDED
    assert answer["rows"] == []


def test_the_workbook_holds_every_change(ask_changed: Ask) -> None:
    answer = ask_changed(f"/diff.xlsx?{BOTH}")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert "attachment" in answer.headers["content-disposition"]
    assert book.sheet_names == ["概要", "变化", "新增", "删除"]
    rows = {name: book.get_sheet_by_name(name).to_python()[1:] for name in book.sheet_names[1:]}
    assert {name: len(found) for name, found in rows.items()} == {
        "变化": sum(PLANTED.values()),
        "新增": ADDED,
        "删除": REMOVED,
    }


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("former=dalian@x&later=dalian", 400, "option_invalid"),
        ("former=dalian@0&later=dalian", 400, "option_invalid"),
        ("former=dalian@99&later=dalian", 404, "edition_unknown"),
        ("former=nowhere&later=dalian", 404, "edition_unknown"),
        (f"{BOTH}&kind=nothing", 400, "option_invalid"),
        (f"{BOTH}&page=9", 400, "option_invalid"),
    ],
)
def test_what_cannot_be_compared_is_told(
    ask_changed: Ask, query: str, status: int, code: str
) -> None:
    answer = ask_changed(f"/diff.json?{query}")

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_a_workbook_of_nothing_is_an_error_and_no_file(ask_changed: Ask) -> None:
    assert ask_changed("/diff.xlsx").status_code == 404


def test_the_shell_and_the_page_tell_the_same(changed: api.Workspace, ask_changed: Ask) -> None:
    found = api.to_json(api.diff(changed, "dalian", "dalian", former_version=1))

    assert ask_changed(f"/diff.json?{BOTH}").json()["summary"]["counts"] == found["counts"]
    assert ask_changed(f"/diff.json?{BOTH}&kind=removed").json()["rows"] == found["removed"]
