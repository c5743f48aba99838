"""Codes told in the other edition on the site, and both trees."""

import asyncio
import io
from collections.abc import Callable
from urllib.parse import quote

import httpx
import pytest
from python_calamine import CalamineWorkbook

from jinque import api
from jinque.web.app import site_app
from tests.unit.web.conftest import Ask

SendTable = Callable[..., httpx.Response]
TABLE = "职业编码,职业名称\n2-07-03-00,律师\n2-07-03-00,\n".encode()


@pytest.fixture(scope="module")
def send_table(workspace: api.Workspace) -> SendTable:
    transport = httpx.ASGITransport(app=site_app(workspace))  # type: ignore[arg-type]

    async def answer(path: str, data: bytes, name: str, to: str) -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
            return await client.post(path, files={"file": (name, data)}, data={"to": to})

    def sent(
        data: bytes, name: str = "目录.csv", path: str = "/convert/table", to: str = "2022"
    ) -> httpx.Response:
        return asyncio.run(answer(path, data, name, to))

    return sent


def _asked(codes: str, path: str = "/convert", to: str = "2022") -> str:
    return f"{path}?codes={quote(codes)}&to={to}"


def test_the_empty_page_is_a_form_without_an_answer(ask: Ask) -> None:
    text = ask("/convert").text

    assert '<textarea id="f-codes"' in text
    assert "确定" not in text


def test_a_line_is_a_code_and_its_name(ask: Ask) -> None:
    answers = ask(
        _asked("2-07-03-00 律师\r\n\r\n2-07-03-00\n2-07-03-00，检察官", "/convert.json")
    ).json()["answers"]

    assert [(each["status"], each["sureness"]) for each in answers] == [
        ("recoded", "certain"),
        ("ambiguous", "undecided"),
        ("current", "certain"),
    ]
    assert (answers[0]["entry"]["code"], answers[0]["entry"]["name"]) == ("2-07-04-00", "律师")
    assert answers[1]["entry"] is None
    assert [each["code"] for each in answers[1]["proposed"]] == ["2-07-03-00", "2-07-04-00"]


def test_the_page_says_how_sure_and_why_and_leads_to_the_entry(ask: Ask) -> None:
    text = ask(_asked("2-07-01-00 法官\n2-07-03-00")).text

    assert "未经证实" in text
    assert "未经第二来源证实" in text
    assert 'href="/occupations/2-07-02-00?classification=2022"' in text
    assert "未换：编码有两义" in text


def test_the_address_keeps_the_question(ask: Ask) -> None:
    text = ask(_asked("2-07-04-00 律师", to="2015")).text

    assert ">2-07-04-00 律师</textarea>" in text
    assert '<option value="2015" selected>' in text
    assert 'href="/occupations/2-07-03-00?classification=2015"' in text


@pytest.mark.parametrize(
    ("codes", "to", "field"),
    [("x\n" * 21, "2022", "codes"), ("x" * 101, "2022", "codes"), ("2-07-03-00", "1999", "to")],
)
def test_what_cannot_be_read_is_told_beside_its_field(
    ask: Ask, codes: str, to: str, field: str
) -> None:
    page, twin = ask(_asked(codes, to=to)), ask(_asked(codes, "/convert.json", to))

    assert (page.status_code, twin.status_code) == (400, 400)
    assert f'id="e-{field}"' in page.text
    assert twin.json()["error"]["where"] == field


def test_a_table_comes_back_with_its_codes(send_table: SendTable) -> None:
    answer = send_table(TABLE)
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert book.sheet_names == ["换码结果", "未换码"]
    assert book.get_sheet_by_name("换码结果").to_python()[1][4] == "2-07-04-00"


@pytest.mark.parametrize(
    ("data", "name", "to"),
    [
        (b"a,b\n1,2\n", "x.csv", "2022"),
        (TABLE, "x.pdf", "2022"),
        (TABLE, "x.csv", "1999"),
        (b"\x00\x01", "x.xlsx", "2022"),
    ],
)
def test_a_table_that_cannot_be_converted_is_told_above_the_form(
    send_table: SendTable, data: bytes, name: str, to: str
) -> None:
    page, twin = send_table(data, name, to=to), send_table(data, name, "/convert/table.json", to)

    assert (page.status_code, twin.status_code) == (400, 400)
    assert 'id="e-table"' in page.text
    assert twin.json()["error"]["message"]


def test_both_trees_are_walked(ask: Ask) -> None:
    roots = {of: ask(f"/occupations.json?classification={of}").json() for of in ("2022", "2015")}
    now, before = (ask(f"/occupations/2-07.json?classification={of}").json() for of in roots)

    assert [len(root["majors"]) for root in roots.values()] == [8, 8]
    assert [entry["code"] for entry in before["entries"][0]["below"]][:2] == ["2-07-01", "2-07-02"]
    assert now["entries"][0]["occupation"]["name"] == "监察、法律、社会和宗教专业人员"
    assert before["entries"][0]["occupation"]["name"] == "法律、社会和宗教专业人员"
    assert ask("/occupations.json?classification=1999").status_code == 400


def test_the_page_of_the_edition_prints_its_gaps(ask: Ask) -> None:
    text = ask("/occupations?classification=2015").text

    for gap in ("1-04-01", "2-02-05", "2-01-06", "2-01-10", "1481"):
        assert gap in text
    assert 'href="/occupations/2?classification=2015"' in text


def test_an_entry_without_a_second_source_is_marked(ask: Ask) -> None:
    text = ask("/occupations/2-02-05-03?classification=2015").text

    assert "由2022年版推得，未经证实" in text
    assert "由2022年版推得" in text


def test_a_reused_code_says_what_it_is_in_either_edition(ask: Ask) -> None:
    text = ask("/occupations/2-07-03-00").text

    assert "编码 2-07-03-00 在两版里的名称不同" in text
    assert 'href="/occupations/2-07-03-00?classification=2015"' in text


def test_a_search_for_an_old_code_says_what_it_is_today(ask: Ask) -> None:
    page = ask("/search?q=2-07-03-00")
    twin = ask("/search.json?q=2-07-03-00").json()

    assert [each["occupation"]["code"] for each in twin["occupations"]] == [
        "2-07-03-00",
        "2-07-04-00",
    ]
    assert "在国家职业分类里是" in page.text
    assert ask("/search.json?q=" + quote("护士 大连")).json()["occupations"] == []
