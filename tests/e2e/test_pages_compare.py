"""Catalogues side by side in the real browser: looked at, filtered, chosen, printed."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.site_server import serving
from tests.e2e.test_pages_access import AXE, SMALLEST_LETTERS, WIDTHS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = {
    "occupations": "/compare",
    "places": "/compare/places?left=dalian&right=skilled-trades",
    "industries": "/compare/industries",
    "charts": "/compare/charts",
    "diff": "/diff?former=dalian&later=skilled-trades",
    "diff added": "/diff?former=dalian&later=wenzhou-2020&kind=added",
}


@pytest.fixture(scope="module")
def site(corpus_record: Path) -> Iterator[str]:
    with serving(corpus_record) as address:
        yield address


@pytest.fixture(params=WIDTHS)
def screen(browser: "Browser", request: pytest.FixtureRequest) -> "Iterator[Page]":
    context = browser.new_context(viewport={"width": WIDTHS[request.param], "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_used_by_everyone(screen: "Page", site: str, name: str) -> None:
    screen.goto(site + PAGES[name])
    screen.evaluate(AXE)
    found = screen.evaluate("axe.run({resultTypes: ['violations']})")
    overflow = screen.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert [(each["id"], len(each["nodes"])) for each in found["violations"]] == []
    assert overflow <= 0
    assert round(screen.evaluate(SMALLEST_LETTERS), 1) >= 16


def test_filters_stand_in_the_address(page: "Page", site: str) -> None:
    page.goto(f"{site}/compare")
    page.get_by_label("名称或编码").fill("制药")
    page.get_by_label("只看两份以上目录都列的").check()
    page.get_by_role("button", name="筛选").click()

    assert "shared=yes" in page.url
    names = page.locator(".section-name a").all_text_contents()
    assert names == ["化学合成制药工", "发酵工程制药工"]


def test_charts_are_drawn_with_words_for_those_who_do_not_see(page: "Page", site: str) -> None:
    page.goto(f"{site}/compare/charts")
    for picture in page.locator(".chart img").all():
        picture.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")

    drawn = "all => all.map(each => each.complete && each.naturalWidth > 300 && each.alt.length)"
    assert all(size > 40 for size in page.locator(".chart img").evaluate_all(drawn))


def test_the_numbers_of_a_chart_open_by_keyboard(page: "Page", site: str) -> None:
    page.goto(f"{site}/compare/charts")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")

    assert page.get_by_role("rowheader", name="2-02 工程技术人员").is_visible()


def test_two_places_are_chosen_from_lists(page: "Page", site: str) -> None:
    page.goto(f"{site}/compare/places")
    page.get_by_label("左边", exact=True).select_option("wenzhou-2020")
    page.get_by_label("右边", exact=True).select_option("shanghai-foreign")
    page.get_by_role("button", name="对照").click()

    sides = page.locator(".side h3").all_text_contents()
    assert sides == ["温州市 2020", "上海市（外籍人才）"]


def test_two_editions_are_chosen_and_saved(page: "Page", site: str) -> None:
    page.goto(f"{site}/diff")
    page.get_by_label("原目录").select_option("dalian")
    page.get_by_label("新目录").select_option("skilled-trades")
    page.get_by_role("button", name="对照").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="下载 Excel").click()

    assert page.get_by_role("heading", name="概要").is_visible()
    assert saved.value.suggested_filename == "jinque-diff.xlsx"


def test_on_paper_the_table_stands_without_its_filters(page: "Page", site: str) -> None:
    page.goto(f"{site}/compare?shared=yes")
    page.emulate_media(media="print")

    assert page.get_by_text("本目录内位次百分位").first.is_visible()
    assert not page.locator("form.filters").is_visible()
