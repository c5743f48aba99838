"""Every kind of page in the real browser: for everyone, on a desk and on a phone."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.site_server import PAGES, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = {"desk": 1280, "phone": 390}

SMALLEST_LETTERS = """() => Math.min(...[...document.querySelectorAll("body *")]
  .filter(each => each.checkVisibility() && [...each.childNodes].some(
    node => node.nodeType === 3 && node.textContent.trim()))
  .map(each => parseFloat(getComputedStyle(each).fontSize)))"""


@pytest.fixture(scope="module")
def site(corpus_record: Path) -> Iterator[str]:
    with serving(corpus_record) as address:
        yield address


@pytest.fixture(scope="module", params=WIDTHS)
def screen(browser: "Browser", request: pytest.FixtureRequest) -> "Iterator[Page]":
    context = browser.new_context(viewport={"width": WIDTHS[request.param], "height": 900})
    yield context.new_page()
    context.close()


def _violations(page: "Page") -> list[Any]:
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        (each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_used_by_everyone(screen: "Page", site: str, name: str) -> None:
    screen.goto(site + PAGES[name])

    assert _violations(screen) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_does_not_scroll_sideways(screen: "Page", site: str, name: str) -> None:
    screen.goto(site + PAGES[name])
    root = "document.documentElement"

    assert screen.evaluate(f"{root}.scrollWidth - {root}.clientWidth") == 0


@pytest.mark.parametrize("name", PAGES)
def test_no_letters_are_smaller_than_16_pixels(screen: "Page", site: str, name: str) -> None:
    screen.goto(site + PAGES[name])

    assert round(screen.evaluate(SMALLEST_LETTERS), 1) >= 16


@pytest.mark.parametrize("switch", ["lang=en", "size=large"])
@pytest.mark.parametrize("name", ["start", "edition", "post", "search", "clauses"])
def test_the_switches_keep_a_page_usable(screen: "Page", site: str, name: str, switch: str) -> None:
    address = site + PAGES[name]
    screen.goto(f"{address}{'&' if '?' in address else '?'}{switch}")
    found = _violations(screen)
    overflow = screen.evaluate("document.documentElement.scrollWidth - innerWidth")
    screen.context.clear_cookies()

    assert found == []
    assert overflow <= 0
