"""`/api/v1` over the built-in corpus."""

import asyncio
import io
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from python_calamine import CalamineWorkbook

from jinque import api
from jinque.web.app import site_app
from jinque.web.v1.routes import document, read_cursor, write_cursor
from tests.unit.web.conftest import Ask

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pages(ask: Ask, address: str | None) -> Iterator[dict[str, Any]]:
    while address is not None:
        page = ask(address).json()
        yield page
        address = page["next"]


def test_following_next_gives_every_row_once(ask: Ask) -> None:
    found = list(pages(ask, "/api/v1/rows?edition=dalian&limit=100"))

    ids = [row["id"] for page in found for row in page["rows"]]
    assert [len(page["rows"]) for page in found] == [100, 100, 100, 12]
    assert len(set(ids)) == found[0]["total"] == 312


def test_following_next_gives_every_issue_once(ask: Ask) -> None:
    found = list(pages(ask, "/api/v1/editions/dalian/issues?limit=7"))

    assert sum(len(page["issues"]) for page in found) == found[0]["total"] > 7


def test_filters_are_those_of_the_search_page(ask: Ask) -> None:
    address = "?q=工程师&place=大连&degree=本科"

    page, twin = ask("/api/v1/rows" + address).json(), ask("/search.json" + address).json()

    assert page["total"] == twin["total"] > 0
    assert page["rows"][0]["id"] == twin["hits"][0]["post"]["id"]


def test_a_row_is_the_object_of_the_export(ask: Ask, workspace: api.Workspace) -> None:
    row = ask("/api/v1/rows/dalian:装备制造:1").json()

    assert row == api.to_json(api.show(workspace, "dalian:装备制造:1").post)


def test_rows_come_as_csv(ask: Ask) -> None:
    answer = ask("/api/v1/rows?edition=dalian&limit=2", accept="text/csv")

    assert answer.headers["content-type"].startswith("text/csv")
    assert len(answer.text.splitlines()) > 2
    assert 'rel="next"' in answer.headers["link"]


def test_rows_come_as_a_workbook(ask: Ask) -> None:
    answer = ask("/api/v1/rows?edition=wenzhou-2020&limit=3", accept=WORKBOOK)

    table = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0)
    assert [row[0] for row in table.to_python()][:2] == ["id", "wenzhou-2020:电气产业:1"]


def test_a_format_that_is_not_offered_is_named_with_those_that_are(ask: Ask) -> None:
    answer = ask("/api/v1/rows", accept="application/pdf")

    assert answer.status_code == 406
    assert "text/csv" in answer.text


def test_an_unchanged_answer_is_not_sent_again(ask: Ask) -> None:
    first = ask("/api/v1/editions")

    again = ask("/api/v1/editions", if_none_match=first.headers["etag"])

    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["last-modified"].endswith("GMT")


def test_an_unchanged_file_is_not_sent_again_and_stays_readable(ask: Ask) -> None:
    first = ask("/api/v1/rows?limit=2", accept="text/csv")

    again = ask("/api/v1/rows?limit=2", accept="text/csv", if_none_match=first.headers["etag"])
    other = ask("/api/v1/rows?limit=2", if_none_match=first.headers["etag"])

    assert (again.status_code, other.status_code) == (304, 200)
    assert again.headers["access-control-allow-origin"] == "*"


def test_pages_of_other_hosts_may_read(ask: Ask) -> None:
    assert ask("/api/v1/editions").headers["access-control-allow-origin"] == "*"


def test_pages_for_people_may_not_be_read_by_other_hosts(ask: Ask) -> None:
    assert "access-control-allow-origin" not in ask("/catalogues.json").headers


def test_an_earlier_version_is_reached_by_its_number(ask: Ask) -> None:
    assert ask("/api/v1/editions/dalian?version=1").json()["version"] == 1
    assert ask("/api/v1/editions/dalian?version=9").status_code == 404


@pytest.mark.parametrize("cursor", ["x", "", "=", "中文", "AAAA"])
def test_a_cursor_of_another_list_is_refused(ask: Ask, cursor: str) -> None:
    spoilt = write_cursor(5, "another list") + cursor

    assert ask(f"/api/v1/rows?cursor={spoilt}").json()["error"]["where"] == "cursor"


def test_a_cursor_holds_its_offset() -> None:
    assert read_cursor(write_cursor(40, "a", "b"), "a", "b") == 40


@pytest.mark.parametrize("limit", ["0", "201", "many"])
def test_a_limit_out_of_range_is_refused(ask: Ask, limit: str) -> None:
    assert ask(f"/api/v1/rows?limit={limit}").status_code == 400


def test_too_many_requests_are_told_so(workspace: api.Workspace) -> None:
    transport = httpx.ASGITransport(app=site_app(workspace, requests_a_minute=2))  # type: ignore[arg-type]

    async def ask_thrice() -> list[httpx.Response]:
        async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
            return [await client.get("/api/v1/editions") for _ in range(3)]

    answers = asyncio.run(ask_thrice())

    assert [each.status_code for each in answers] == [200, 200, 429]
    assert answers[2].json()["error"]["code"] == "too_many_requests"
    assert answers[0].headers["ratelimit-remaining"] == "1"


def test_the_description_is_openapi_3_1(ask: Ask) -> None:
    described = ask("/api/v1/openapi.json").json()

    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == set(document()["paths"])
    assert "/api/v1/rows" in described["paths"]
