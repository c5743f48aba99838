"""From a major to a curriculum and the pupils' guide, on a desk and on a phone."""

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


@pytest.fixture(scope="module")
def site(corpus_record: Path) -> Iterator[str]:
    with serving(corpus_record) as address:
        yield address


@pytest.fixture(params=WIDTHS)
def screen(browser: "Browser", request: pytest.FixtureRequest) -> "Iterator[Page]":
    context = browser.new_context(viewport={"width": WIDTHS[request.param], "height": 900})
    yield context.new_page()
    context.close()


def _faults(page: "Page") -> list[Any]:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    told = [(each["id"], [n["target"] for n in each["nodes"]]) for each in found["violations"]]
    return [*told, *(["wider than the screen"] if wider else [])]


def test_a_major_leads_to_its_posts_and_to_a_curriculum(screen: "Page", site: str) -> None:
    screen.goto(f"{site}/majors")
    screen.get_by_label("专业名称", exact=True).fill("金融学")
    screen.get_by_role("button", name="打开").click()
    screen.get_by_role("link", name="把只面向外籍人才的岗位也算上").click()
    assert _faults(screen) == []

    screen.get_by_role("link", name="拿培养方案对照这些岗位").click()
    screen.get_by_label("培养方案或课程大纲的文本").fill("第三学期：财务分析")
    screen.get_by_role("button", name="对照", exact=True).click()

    assert screen.locator("mark").all_inner_texts() == ["财务分析"]
    assert "文本中未出现：13 项" in screen.locator("main").inner_text()
    assert _faults(screen) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "path",
    ["/majors?foreign=yes", "/majors/软件工程", "/curriculum", "/occupations/疫苗制品工/guide"],
)
def test_a_page_can_be_used_by_everyone(
    screen: "Page", site: str, path: str, language: str
) -> None:
    screen.goto(f"{site}{path}{'&' if '?' in path else '?'}lang={language}")

    assert _faults(screen) == []


def test_an_occupation_leads_to_its_guide(screen: "Page", site: str) -> None:
    screen.goto(f"{site}/occupations/疫苗制品工")
    screen.get_by_role("link", name="给学生看的说明").click()

    assert screen.locator("h1").inner_text() == "疫苗制品工：这是怎样的职业"


def test_a_form_without_posts_is_told(screen: "Page", site: str) -> None:
    screen.goto(f"{site}/curriculum")
    screen.get_by_label("培养方案或课程大纲的文本").fill("课程")
    screen.get_by_role("button", name="对照", exact=True).click()

    assert "请选择岗位" in screen.locator(".error-summary").inner_text()
    assert _faults(screen) == []
