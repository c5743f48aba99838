"""From a post to its occupation and back, in the real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.site_server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def site(corpus_record: Path) -> Iterator[str]:
    with serving(corpus_record) as address:
        yield address


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_a_post_opens_its_occupation_and_the_occupation_leads_back(page: "Page", site: str) -> None:
    page.goto(f"{site}/posts/dalian:教育:2")
    post = page.locator("h1").inner_text()
    page.get_by_role("link", name="2-02-10-09").click()
    occupation = page.locator("h1").inner_text()
    rows = page.locator("tbody tr").count()
    page.locator("tbody th a").nth(2).click()

    assert (post, occupation) == ("人工智能工程技术人员", "人工智能工程技术人员\n2-02-38-01")
    assert rows == 3
    assert page.url.endswith("/posts/dalian:%E6%95%99%E8%82%B2:2")


def test_a_post_without_a_code_opens_what_its_name_suggests(page: "Page", site: str) -> None:
    page.goto(f"{site}/posts/dalian:卫生:40")
    page.get_by_role("link", name="2-05-08-06").click()

    assert page.locator("h1").inner_text() == "助产士\n2-05-08-06"
    assert page.get_by_role("link", name="助产士（特需）").is_visible()


def test_the_tree_is_walked_up_and_down(page: "Page", site: str) -> None:
    page.goto(f"{site}/occupations/2-02-38-01")
    page.get_by_role("link", name="2-02-38", exact=True).click()
    page.get_by_role("link", name="2-02-38-05").click()

    assert page.locator("h1").inner_text() == "智能制造工程技术人员\n2-02-38-05"


def test_a_near_name_is_offered_where_there_is_none(page: "Page", site: str) -> None:
    page.goto(f"{site}/occupations/人工智能")
    page.get_by_role("link", name="4-04-05-05").click()

    assert page.locator("h1").inner_text() == "人工智能训练师\n4-04-05-05"
