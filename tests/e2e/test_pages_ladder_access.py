"""The answer of the ladder for everyone, on a desk and on a phone."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.ladder_form import QUESTIONS, ask
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


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def _violations(page: "Page") -> list[Any]:
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        (each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_can_be_used_by_everyone(
    screen: "Page", site: str, name: str, language: str
) -> None:
    ask(screen, site, QUESTIONS[name], language)
    overflow = screen.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert _violations(screen) == []
    assert overflow <= 0


def test_everything_folded_can_be_used_by_everyone(screen: "Page", site: str) -> None:
    ask(screen, site, QUESTIONS["electrician"])
    screen.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

    assert _violations(screen) == []


def test_the_drawing_fits_a_phone_with_letters_of_16_pixels(browser: "Browser", site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(f"{site}/ladder")
    scale = "document.querySelector('svg.ladder').getBoundingClientRect().width / 358"
    letters = "parseFloat(getComputedStyle(document.querySelector('svg.ladder text')).fontSize)"
    shown = page.evaluate(f"{scale} * {letters}")
    context.close()

    assert round(shown, 1) >= 16


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_words_of_the_drawing_run_into_each_other(
    page: "Page", site: str, language: str
) -> None:
    page.goto(f"{site}/ladder?lang={language}")
    widths = page.evaluate(
        "[...document.querySelectorAll('.arrow text')].map(each => each.getBBox().width)"
    )

    assert max(widths) <= 112
