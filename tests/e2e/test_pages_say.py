"""What the pages say, read out and on paper too, in the real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.site_server import PAGES, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="module")
def site(corpus_record: Path) -> Iterator[str]:
    with serving(corpus_record) as address:
        yield address


@pytest.fixture
def context(browser: "Browser") -> "Iterator[BrowserContext]":
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def page(context: "BrowserContext") -> "Page":
    return context.new_page()


def test_stars_are_read_out_as_words(page: "Page", site: str) -> None:
    page.goto(site + PAGES["post"])
    stars = page.get_by_role("img", name="紧缺程度 5 星（共 5 星）")

    assert stars.inner_text() == "★★★★★"


def test_the_printed_words_stay_marked_as_chinese_in_english(page: "Page", site: str) -> None:
    page.goto(f"{site}{PAGES['post']}?lang=en")

    assert page.locator(".words [lang=zh-Hans]").count() == 6


def test_paper_keeps_headings_source_and_address(page: "Page", site: str) -> None:
    page.goto(site + PAGES["post"])
    page.emulate_media(media="print")

    paper = page.locator("body").inner_text()
    assert "儿科医师" in paper
    assert "SHA-256" in paper
    assert f"{site}/posts/dalian:卫生:3" in paper
    assert page.locator(".top").is_hidden()


def test_paper_repeats_the_headings_of_a_long_table(page: "Page", site: str) -> None:
    page.goto(site + PAGES["edition"])
    page.emulate_media(media="print")
    display = page.evaluate("getComputedStyle(document.querySelector('thead')).display")

    assert display == "table-header-group"
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["edition", "post", "clauses", "search", "catalogues"])
def test_a_page_says_that_only_the_authority_decides(page: "Page", site: str, name: str) -> None:
    page.goto(site + PAGES[name])

    says = page.locator("main .notice").first.inner_text()
    assert "照录原文" in says
    assert "只由主管部门决定" in says
    assert "有效期未载明，可能已有新版" in says


def test_an_edition_without_place_and_year_has_a_neutral_name(page: "Page", site: str) -> None:
    page.goto(f"{site}/editions/skilled-trades")

    assert page.locator("h1").inner_text() == (
        "（原文未印城市和年份）二、技能人才急需紧缺职业（工种）目录"
    )
