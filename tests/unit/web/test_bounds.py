"""What a visitor types fills no memory, and tells nobody where the record lies."""

import asyncio
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import httpx
import pytest

from jinque import api
from jinque.errors import MachineError, RecordBusyError
from jinque.locale import say
from jinque.web.app import LONGEST_ADDRESS, site_app
from jinque.web.rendering import asset
from jinque.web.visit import Answer, AnswerCache
from tests.unit.web.conftest import Ask
from tests.unit.web.office_visitor import Premises

MANY, LONG = 3_000, 30_000


@contextmanager
def _kept_bytes() -> Iterator[list[int]]:
    found: list[int] = []
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        yield found
        found.append(tracemalloc.get_traced_memory()[0] - before)
    finally:
        tracemalloc.stop()


def test_long_keys_are_not_kept_without_end() -> None:
    cache = AnswerCache()
    answer = Answer(body=b"x", media_type="text/html", etag="")

    with _kept_bytes() as kept:
        for number in range(MANY):
            cache.put(("zh", f"{number}" * (LONG // len(str(number)))), answer)

    assert kept[0] < 8 * 1024 * 1024


def test_made_up_names_of_assets_are_not_kept() -> None:
    assert asset("no.css") is None

    with _kept_bytes() as kept:
        for number in range(MANY):
            assert asset(f"{number}" * 5_000) is None

    assert kept[0] < 256 * 1024


@pytest.mark.parametrize("path", ["/assets/", "/search?q=", "/", "/api/v1/posts?q="])
def test_an_address_above_eight_kilobytes_is_refused(ask: Ask, path: str) -> None:
    answer = ask(path + "x" * LONGEST_ADDRESS)

    assert answer.status_code == 414
    assert "8 KB" in answer.text
    assert "content-security-policy" in answer.headers


def test_an_address_below_it_is_answered(ask: Ask) -> None:
    assert ask("/search?q=" + quote("护") * 200).status_code in {200, 400}


@pytest.mark.parametrize("kind", [MachineError, RecordBusyError])
def test_no_address_of_the_record_is_told(
    workspace: api.Workspace, monkeypatch: pytest.MonkeyPatch, kind: type[MachineError]
) -> None:
    def fail(_: api.Workspace) -> str:
        where = "postgresql+psycopg://keeper@10.0.0.7/secret"
        raise kind(say("The record failed. ({words})", words="host 10.0.0.7"), where=where)

    monkeypatch.setattr(api, "revision", fail)
    answer = _once(workspace, "/catalogues")

    assert answer.status_code in {500, 503}
    assert "10.0.0.7" not in answer.text
    assert "keeper" not in answer.text
    assert ("retry-after" in answer.headers) is (answer.status_code == 503)


def _once(workspace: api.Workspace, path: str) -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=site_app(workspace))  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
            return await client.get(path)

    return asyncio.run(asked())


@pytest.mark.parametrize("address", ["https://a.example", ""])
def test_a_site_behind_https_is_reached_by_it_alone(workspace: api.Workspace, address: str) -> None:
    visitor = Premises(workspace, address=address).visitor(address or "http://office.test")

    assert ("strict-transport-security" in visitor.get("/").headers) is bool(address)


def test_an_export_is_not_sent_twice(ask: Ask) -> None:
    path = "/editions/dalian/export?format=csv"
    first = ask(path)
    again = ask(path, if_none_match=first.headers["etag"])

    assert (first.headers["cache-control"], again.status_code, again.content) == (
        "no-cache",
        304,
        b"",
    )
