"""Everybody may say something about a row: without an account, and without numbers of people."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.office_staff import Person, office_serving
from tests.e2e.test_pages_access import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def site(corpus_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with office_serving(corpus_record, tmp_path_factory.mktemp("petition")) as address:
        yield address


def test_a_word_about_a_row_is_an_opinion_of_the_draft_that_begins_next(
    browser: "Browser", site: str
) -> None:
    for width in (1280, 390):
        page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
        page.goto(f"{site}/posts/dalian:装备制造:1")
        page.get_by_role("link", name="对这一行提意见").click()
        page.evaluate(AXE)
        assert page.evaluate("axe.run({resultTypes: ['violations']})")["violations"] == []
        page.fill("#text", "我的身份证号是 11010519491231002X")
        page.get_by_role("button", name="提交").click()
        assert "没有保存" in page.locator("main").inner_text()
        page.fill("#text", f"本岗位已不紧缺（{width}）")
        page.get_by_role("button", name="提交").click()
        assert "已登记" in page.locator("main").inner_text()

    editor = Person(browser, site, "张敏")
    editor.go("/office/next")
    editor.page.select_option("#former", "dalian")
    editor.press("提出草案")
    editor.main.get_by_role("link", name="意见").first.click()
    assert editor.says().count("本岗位已不紧缺") == 2


def test_feeds_are_served(browser: "Browser", site: str) -> None:
    page = browser.new_context().new_page()
    for name in ("places/大连市.atom", "occupations/2-02-38-05.atom"):
        answer = page.request.get(f"{site}/feeds/{name}")
        assert answer.status == 200
        assert "atom+xml" in answer.headers["content-type"]
