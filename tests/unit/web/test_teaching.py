"""Majors, a curriculum and the pupils' guide on the site."""

import asyncio
from collections.abc import Callable
from urllib.parse import quote

import httpx
import pytest

from jinque import api
from jinque.web.app import site_app
from tests.unit.web.conftest import Ask

SendCurriculum = Callable[..., httpx.Response]
MAJOR = f"/majors/{quote('软件工程')}"
GUIDE = f"/occupations/{quote('疫苗制品工')}/guide"


@pytest.fixture(scope="module")
def send_curriculum(workspace: api.Workspace) -> SendCurriculum:
    transport = httpx.ASGITransport(app=site_app(workspace))  # type: ignore[arg-type]

    async def answer(
        path: str, fields: dict[str, str], file: tuple[str, bytes] | None
    ) -> httpx.Response:
        parts = {name: (None, value.encode()) for name, value in fields.items()}
        sent = {**parts, **({"file": file} if file else {})}
        async with httpx.AsyncClient(transport=transport, base_url="http://site") as client:
            return await client.post(path, files=sent)

    def send(
        fields: dict[str, str], file: tuple[str, bytes] | None = None, path: str = "/curriculum"
    ) -> httpx.Response:
        return asyncio.run(answer(path, fields, file))

    return send


@pytest.mark.parametrize("page", ["/majors", MAJOR, GUIDE, "/curriculum"])
def test_a_page_and_its_twin_answer(ask: Ask, page: str) -> None:
    assert ask(page).text.startswith("<!doctype html>")
    assert ask(f"{page}.json").json() == ask(page, accept="application/json").json()


def test_a_major_says_how_many_posts_it_leaves_out(ask: Ask) -> None:
    text = ask(MAJOR).text

    assert "合乎所查的有 24 个" in text
    assert "没有一个点名它" in text
    assert "foreign=yes" in text


def test_a_major_told_of_says_how_many_posts_name_any(ask: Ask) -> None:
    shares = ask(f"{MAJOR}.json?foreign=yes").json()["shares"]

    assert [(each["majors"], each["posts"]) for each in shares if each["majors"]] == [(41, 62)]


def test_every_term_has_its_clauses_on_the_page(ask: Ask) -> None:
    answer = ask(f"{MAJOR}.json?foreign=yes").json()
    text = ask(f"{MAJOR}?foreign=yes").text

    for use in answer["terms"][0]["uses"]:
        assert f'href="/posts/{quote(use["post"]["id"], safe=":")}"' in text


def test_a_typed_name_leads_to_its_page(ask: Ask) -> None:
    answer = ask(f"/majors?q={quote('软件工程')}&foreign=yes")

    assert (answer.status_code, answer.headers["location"]) == (303, f"{MAJOR}?foreign=yes")


def test_a_name_that_is_too_long_is_refused(ask: Ask) -> None:
    assert ask(f"/majors/{quote('工' * 101)}.json").json()["error"]["code"] == "option_invalid"


def test_the_guide_foretells_nothing(ask: Ask) -> None:
    text = ask(GUIDE).text

    assert "紧缺程度反映编制当时需求，不预测毕业时就业" in text
    assert "城市未载明，年份未载明" in text


def test_the_guide_leads_to_the_ladder(ask: Ask) -> None:
    text = ask(f"/occupations/{quote('电工')}/guide").text

    assert f'href="/ladder?occupation={quote("电工")}"' in text
    assert 'href="/ladder/occupations/' in text


def test_a_curriculum_is_answered_and_kept_nowhere(send_curriculum: SendCurriculum) -> None:
    answer = send_curriculum({"text": "Python 程序设计", "major": "软件工程", "foreign": "yes"})

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "<mark>Python</mark>" in answer.text
    assert "文本中未出现" in answer.text
    assert "遗漏" not in answer.text


def test_a_file_is_taken_instead_of_the_text(send_curriculum: SendCurriculum) -> None:
    fields = {"text": "", "major": "软件工程", "foreign": "yes"}
    sent = send_curriculum(fields, ("大纲.txt", b"Python"), "/curriculum.json")

    assert [each["term"]["name"] for each in sent.json()["answer"]["found"]] == ["Python"]


@pytest.mark.parametrize(
    ("fields", "file", "said"),
    [
        ({"text": "Python"}, None, "请选择岗位"),
        ({"text": "", "major": "软件工程"}, None, "没有培养方案"),
        ({"text": "", "major": "软件工程"}, ("a.xlsx", b"PK"), "这种文件不在这里读取"),
        ({"text": "", "major": "软件工程"}, ("a.pdf", b"%PDF-1.7 broken"), "form"),
        ({"text": "课", "occupation": "量子厨师"}, None, "没有编码或名称"),
        ({"text": "课", "post": "dalian:没有:1"}, None, "没有编号为"),
    ],
)
def test_what_is_wrong_is_told_above_the_form(
    send_curriculum: SendCurriculum,
    fields: dict[str, str],
    file: tuple[str, bytes] | None,
    said: str,
) -> None:
    answer = send_curriculum(fields, file)

    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert said in answer.text


def test_a_text_is_shown_as_text_and_never_as_markup(send_curriculum: SendCurriculum) -> None:
    text = "<script>alert(1)</script> Python"
    answer = send_curriculum({"text": text, "major": "软件工程", "foreign": "yes"})

    assert "<script>alert" not in answer.text


def test_a_text_is_in_no_log(
    send_curriculum: SendCurriculum, caplog: pytest.LogCaptureFixture
) -> None:
    send_curriculum({"text": "机密课程 Python", "major": "软件工程", "foreign": "yes"})

    assert "机密课程" not in caplog.text
