import json

import pytest

from jinque import api
from tests.unit.web.conftest import Ask

PAGES = [
    "/",
    "/catalogues",
    "/editions/dalian",
    "/editions/dalian?section=石化&shortage=★★★",
    "/editions/wenzhou-2020/issues",
    "/editions/zhejiang-2022-77/clauses",
    "/posts/dalian:装备制造:1",
    "/occupations/2-02-10-09",
    "/occupations/2-02-07-13?as_of=2024-01-01",
    "/search?q=护理",
    "/about",
    "/openapi",
]


def _twin(page: str) -> str:
    path, mark, query = page.partition("?")
    return ("/index" if path == "/" else path) + ".json" + mark + query


@pytest.mark.parametrize("page", PAGES)
def test_the_twin_is_what_the_same_page_answers_as_json(ask: Ask, page: str) -> None:
    assert ask(_twin(page)).json() == ask(page, accept="application/json").json()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_html_unless_json_is_wished(ask: Ask, page: str) -> None:
    answer = ask(page, accept="text/html,application/xhtml+xml,*/*;q=0.8")

    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.startswith("<!doctype html>")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_another_host_is_allowed(ask: Ask, page: str) -> None:
    headers = ask(page).headers

    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_a_row_is_the_object_of_the_export(ask: Ask, workspace: api.Workspace) -> None:
    exported = json.loads(next(api.export(workspace, "dalian", "jsonl")))

    assert ask("/posts/dalian:装备制造:1.json").json()["post"] == exported


def test_a_download_is_the_export(ask: Ask, workspace: api.Workspace) -> None:
    answer = ask("/editions/dalian/export?format=csv&kind=post")

    assert answer.text == "".join(api.export(workspace, "dalian", "csv", "post"))
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "dalian-v1-post.csv" in answer.headers["content-disposition"]


def test_an_answer_held_already_is_not_sent_again(ask: Ask) -> None:
    etag = ask("/about").headers["etag"]
    answer = ask("/about", if_none_match=etag)

    assert answer.status_code == 304
    assert answer.content == b""


@pytest.mark.parametrize("other", ["/about?lang=en", "/about?size=large", "/about.json"])
def test_language_size_and_form_have_tags_of_their_own(ask: Ask, other: str) -> None:
    assert ask(other).headers["etag"] != ask("/about").headers["etag"]


def test_a_switch_is_remembered(ask: Ask) -> None:
    answer = ask("/about?lang=en&size=large")

    remembered = [cookie.split(";")[0] for cookie in answer.headers.get_list("set-cookie")]
    assert remembered == ["lang=en", "size=large"]


def test_what_is_remembered_holds(ask: Ask) -> None:
    page = ask("/about", cookie="lang=en; size=large").text

    assert '<html lang="en" class="size-large">' in page


def test_an_unknown_language_is_chinese(ask: Ask) -> None:
    assert '<html lang="zh-Hans" class="size-normal">' in ask("/about?lang=xx").text


def test_a_head_has_no_body(ask: Ask) -> None:
    answer = ask("/about", method="HEAD")

    assert (answer.status_code, answer.content) == (200, b"")


def test_what_a_visitor_types_is_never_markup(ask: Ask) -> None:
    page = ask("/search?q=<script>alert(1)</script>").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_description_names_no_page_of_the_framework(ask: Ask) -> None:
    assert ask("/schema").status_code == 404
