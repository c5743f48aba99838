"""Free titles on the site: linkable answers, a table coded and kept nowhere."""

import asyncio
import io
import zipfile
from collections.abc import Callable
from urllib.parse import quote

import httpx
import pytest

from jinque import api
from jinque.web.app import site_app
from jinque.web.forms import MOST_BYTES
from tests.unit.web.conftest import Ask

SendTable = Callable[..., httpx.Response]
TABLE = "职位名称\n前端开发工程师\n儿科护士\n\n".encode()


@pytest.fixture(scope="module")
def send_table(workspace: api.Workspace) -> SendTable:
    transport = httpx.ASGITransport(app=site_app(workspace))  # type: ignore[arg-type]

    async def answer(path: str, data: bytes, name: str) -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
            return await client.post(path, files={"file": (name, data)})

    def sent(data: bytes, name: str = "职位.csv", path: str = "/code/table") -> httpx.Response:
        return asyncio.run(answer(path, data, name))

    return sent


def _asked(titles: str, path: str = "/code", **more: str) -> str:
    rest = "".join(f"&{name}={quote(value)}" for name, value in more.items())
    return f"{path}?titles={quote(titles)}{rest}"


def test_the_empty_page_is_a_form_without_an_answer(ask: Ask) -> None:
    text = ask("/code").text

    assert '<textarea id="f-titles"' in text
    assert "候选编码" not in text


def test_a_title_leads_to_the_page_of_its_occupation(ask: Ask) -> None:
    text = ask(_asked("家畜饲养员")).text

    assert 'href="/occupations/5-03-02-01"' in text
    assert "已编码" in text


def test_two_lines_are_two_answers(ask: Ask) -> None:
    answers = ask(_asked("儿科护士\r\n\r\n兼职", "/code.json")).json()["answers"]

    assert [(each["title"], each["outcome"]) for each in answers] == [
        ("儿科护士", "coded"),
        ("兼职", "no_national_code"),
    ]


def test_what_is_for_review_names_the_class_on_which_the_candidates_agree(ask: Ask) -> None:
    page = _asked("通信系统研发人才")
    agreed = ask(page.replace("/code", "/code.json")).json()["answers"][0]["at_least"]

    assert agreed.startswith("2-02")
    assert f'至少属于 <a class="figures" href="/occupations/{agreed}">' in ask(page).text


def test_the_address_keeps_the_question(ask: Ask) -> None:
    text = ask(_asked("儿科护士", industry="医疗", description="临床护理")).text

    assert ">儿科护士</textarea>" in text
    assert 'value="医疗"' in text
    assert ">临床护理</textarea>" in text


@pytest.mark.parametrize(
    ("titles", "more", "field"),
    [
        ("工" * 800, {}, "titles"),
        ("\n".join(["儿科护士"] * 21), {}, "titles"),
        ("儿科护士", {"description": "护" * 501}, "description"),
        ("儿科护士", {"industry": "医" * 101}, "industry"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(
    ask: Ask, titles: str, more: dict[str, str], field: str
) -> None:
    page = ask(_asked(titles, **more))
    twin = ask(_asked(titles, "/code.json", **more))

    assert page.status_code == twin.status_code == 400
    assert f'id="e-{field}"' in page.text
    assert twin.json()["error"]["where"] == field


def test_a_title_is_never_taken_for_markup(ask: Ask) -> None:
    assert "<b>x" not in ask(_asked("<b>x</b>工程师")).text


def test_a_table_comes_back_as_a_workbook(send_table: SendTable) -> None:
    answer = send_table(TABLE)
    texts = zipfile.ZipFile(io.BytesIO(answer.content)).read("xl/sharedStrings.xml").decode()

    assert answer.headers["content-disposition"] == 'attachment; filename="jinque-coded.xlsx"'
    assert answer.headers["cache-control"] == "no-store"
    assert "2-05-08" in texts


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "", "请选一张有职位名称一列的表"),
        (TABLE, "职位.pdf", "请选一张有职位名称一列的表"),
        ("甲,乙\n1,2\n".encode(), "职位.csv", "没有职位名称这一列"),
        ("职位名称\n".encode() + b"x\n" * 20_001, "职位.csv", "最多 20,000 行"),
        (b"x" * (MOST_BYTES + 1), "职位.csv", "没有读取"),
    ],
)
def test_a_table_that_cannot_be_coded_is_refused_above_the_form(
    send_table: SendTable, data: bytes, name: str, said: str
) -> None:
    answer = send_table(data, name)

    assert answer.status_code == 400
    assert said in answer.text
    assert 'id="e-table"' in answer.text


def test_a_program_gets_the_error_of_a_table_as_json(send_table: SendTable) -> None:
    answer = send_table(TABLE, "职位.pdf", "/code/table.json")

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "option_invalid")
