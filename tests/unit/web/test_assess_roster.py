"""A roster sent to be held against posts: answered as workbook and JSON, kept nowhere."""

import asyncio
import logging
from collections.abc import Callable

import httpx
import pytest

from jinque import api, documents
from jinque.web.app import site_app
from tests.unit.web.conftest import Ask

Send = Callable[..., httpx.Response]
ROSTER = "工号,国籍,学历,工作经历\nA1,中国,本科,2012-07-01~至今/会计\nA2,中国,大本,\n"


@pytest.fixture(scope="module")
def send(workspace: api.Workspace) -> Send:
    transport = httpx.ASGITransport(app=site_app(workspace))  # type: ignore[arg-type]

    async def answer(path: str, text: str, name: str) -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
            return await client.post(
                path, data={"on": "2026-03-01"}, files={"file": (name, text.encode())}
            )

    def sent(path: str, text: str = ROSTER, name: str = "名单.csv") -> httpx.Response:
        return asyncio.run(answer(path, text, name))

    return sent


def test_the_form_says_what_happens_to_the_file(ask: Ask) -> None:
    text = ask("/assess/roster").text

    assert "不保存、不记录" in text
    assert "不得单独作为录用、晋升、解聘依据" in text
    assert "服务器上计算" in text


def test_a_roster_becomes_a_workbook_that_no_cache_keeps(send: Send) -> None:
    answer = send("/assess/roster")

    text = documents.read(answer.content, name="result.xlsx").text
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert "不得单独作为录用、晋升、解聘依据" in text
    assert "大本" in text


def test_a_program_gets_every_person_and_every_cell_at_fault(send: Send) -> None:
    answer = send("/assess/roster.json").json()

    assert answer["rows"] == 2
    assert [each["staff_id"] for each in answer["people"]] == ["A1"]
    assert answer["rejects"][0]["faults"][0]["cell"] == "C3"


def test_a_refused_roster_leads_back_to_the_form(send: Send) -> None:
    answer = send("/assess/roster", ROSTER.replace("A1", "13812345678"))

    assert answer.status_code == 400
    assert "没有读取" in answer.text
    assert "13812345678" not in answer.text


def test_the_template_can_be_downloaded(ask: Ask) -> None:
    made = ask("/assess/roster/template")

    assert "工作经历" in documents.read(made.content, name="t.xlsx").text


def test_nothing_about_people_is_logged(send: Send, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        send("/assess/roster", ROSTER.replace("A1", "标记人ZQX"))

    assert "标记人ZQX" not in caplog.text
