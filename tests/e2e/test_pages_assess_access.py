"""The self-check for everyone, on a desk and on a phone."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.assess_form import POST, check
from tests.e2e.site_server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = {"desk": 1280, "phone": 390}


@pytest.fixture(scope="module")
def site(corpus_record: Path) -> Iterator[str]:
    with serving(corpus_record) as address:
        yield address


@pytest.fixture(params=WIDTHS)
def screen(browser: "Browser", request: pytest.FixtureRequest) -> "Iterator[Page]":
    context = browser.new_context(viewport={"width": WIDTHS[request.param], "height": 900})
    yield context.new_page()
    context.close()


def _violations(page: "Page") -> list[Any]:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        (each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]
    ]


def _overflow(page: "Page") -> int:
    wider: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return wider


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_form_can_be_used_by_everyone(screen: "Page", site: str, language: str) -> None:
    screen.goto(f"{site}/assess?lang={language}")

    assert _violations(screen) == []
    assert _overflow(screen) <= 0


def test_the_result_can_be_used_by_everyone(screen: "Page", site: str) -> None:
    check(screen, site)

    assert _violations(screen) == []
    assert _overflow(screen) <= 0


def test_a_post_can_be_used_by_everyone(screen: "Page", site: str) -> None:
    check(screen, site)
    screen.locator(f'button[formaction="{POST}"]').first.click()

    assert _violations(screen) == []
    assert _overflow(screen) <= 0


def test_errors_can_be_used_by_everyone(screen: "Page", site: str) -> None:
    screen.goto(f"{site}/assess")
    screen.locator('[id="f-work.1.begun_on"]').fill("2022-13")
    screen.locator("#facts > button[type=submit]").click()

    assert _violations(screen) == []
    assert _overflow(screen) <= 0
