"""The search in the real browser: names offered while typing, what was found and why."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.site_server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = {"desk": 1280, "phone": 390}
ADDRESSES = {
    "other name": "/search?q=程序员",
    "initials": "/search?q=rjgcs",
    "read otherwise": "/search?q=Pyhton",
    "narrowed": "/search?q=工程&place=大连市&degree=本科",
    "nothing": "/search?q=新生儿医师 硕士",
}


@pytest.fixture(scope="module")
def site(corpus_record: Path) -> Iterator[str]:
    with serving(corpus_record) as address:
        yield address


@pytest.fixture(scope="module", params=WIDTHS)
def screen(browser: "Browser", request: pytest.FixtureRequest) -> "Iterator[Page]":
    context = browser.new_context(viewport={"width": WIDTHS[request.param], "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", ADDRESSES)
def test_what_was_found_can_be_used_by_everyone(screen: "Page", site: str, name: str) -> None:
    screen.goto(site + ADDRESSES[name])
    screen.evaluate(AXE)
    found: dict[str, Any] = screen.evaluate("axe.run({resultTypes: ['violations']})")
    root = "document.documentElement"

    assert [each["id"] for each in found["violations"]] == []
    assert screen.evaluate(f"{root}.scrollWidth - {root}.clientWidth") == 0


def test_names_are_offered_while_typing(browser: "Browser", site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(site)
    page.get_by_label("检索岗位").press_sequentially("养老")
    page.locator("#q-names option").first.wait_for(state="attached")
    offered = page.locator("#q-names option").evaluate_all("all => all.map(each => each.value)")
    context.close()

    assert offered[0] == "养老护理员"


def test_without_a_script_the_box_searches_and_an_empty_answer_leads_on(
    browser: "Browser", site: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_label("检索岗位").fill("新生儿医师")
    page.get_by_role("button", name="检索").click()
    nothing = page.locator(".hits").count()
    page.get_by_role("link", name="儿科医师", exact=True).first.click()
    first = page.locator(".hits > li").first.inner_text()
    context.close()

    assert nothing == 0
    assert "儿科医师" in first


def test_the_page_says_by_which_other_name_or_letters_a_row_was_found(
    screen: "Page", site: str
) -> None:
    screen.goto(site + ADDRESSES["other name"])
    called = screen.locator(".hits > li").first.inner_text()
    screen.goto(site + ADDRESSES["initials"])
    spelt = screen.locator(".hits > li").first.inner_text()

    assert "也称" in called
    assert "首字母" in spelt
