"""What people do on the pages, in the real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.site_server import PAGES, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

# A letter that no font has is drawn as a box; a Chinese letter must not look like it.
IS_DRAWN = """() => {
  const look = letter => {
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d");
    pen.font = "64px " + getComputedStyle(document.body).fontFamily;
    pen.fillText(letter, 20, 90);
    return canvas.toDataURL();
  };
  const box = look("\\u{10FFFE}");
  return ["紧", "缺", "舟", "镗"].map(letter => look(letter) !== box);
}"""

# A browser writes an answer of 400 or 404 into its console.
REFUSED = {"convert refused", "error", "code refused"}


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


def test_chinese_is_drawn_and_not_as_boxes(page: "Page", site: str) -> None:
    page.goto(site)

    assert page.evaluate(IS_DRAWN) == [True] * 4


def test_no_page_asks_another_host(page: "Page", site: str) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    for address in PAGES.values():
        page.goto(site + address)

    assert {url for url in asked if not url.startswith(site)} == set()


def test_no_page_breaks_its_own_policy(page: "Page", site: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for name, address in PAGES.items():
        if name not in REFUSED:
            page.goto(site + address)

    assert said == []


def test_the_first_key_offers_to_skip_to_the_content(page: "Page", site: str) -> None:
    page.goto(site + PAGES["edition"])
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    shown = link.bounding_box()
    page.keyboard.press("Enter")

    assert shown is not None
    assert shown["y"] >= 0
    assert page.evaluate("document.activeElement.id") == "main"


def test_focus_is_always_seen(page: "Page", site: str) -> None:
    page.goto(site + PAGES["edition"])
    outlines = []
    for _ in range(30):
        page.keyboard.press("Tab")
        style = "getComputedStyle(document.activeElement)"
        outlines.append(page.evaluate(f"[{style}.outlineStyle, {style}.outlineWidth]"))

    assert outlines == [["solid", "3px"]] * 30


def test_searching_narrowing_and_reading_need_no_script(browser: "Browser", site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    page.get_by_label("检索岗位").fill("护理")
    page.get_by_role("button", name="检索").click()
    page.get_by_label("大专").check()
    page.get_by_role("button", name="筛选").click()
    narrowed = page.locator(".how-many").inner_text()
    page.get_by_role("link", name="护理人员").first.click()
    heading = page.locator("h1").inner_text()
    copies = page.get_by_role("button", name="复制").count()
    context.close()

    assert narrowed == "“护理”：共 2 条"
    assert heading == "护理人员"
    assert copies == 0


def test_filters_stand_in_the_address(page: "Page", site: str) -> None:
    page.goto(site + PAGES["edition"])
    page.get_by_label("紧缺程度", exact=True).select_option("★★★★★")
    page.get_by_role("button", name="筛选").click()

    assert "shortage=%E2%98%85" in page.url
    assert "其中" in page.locator(".how-many").inner_text()


def test_the_switches_are_remembered(page: "Page", site: str) -> None:
    page.goto(site)
    usual = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.get_by_role("link", name="大字").click()
    page.get_by_role("link", name="English").click()
    page.goto(site + PAGES["about"])

    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > usual * 1.25
    assert page.locator("h1").inner_text() == "About"
