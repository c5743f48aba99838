"""A roster sent from the real browser, on a desk and on a phone."""

import csv
import io
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
HEADINGS = (
    *("工号", "职业（工种）", "技能等级", "取得日期", "现岗位起始日期", "取得后实际从业年数"),
    *("年度考核", "奖项", "职称级别", "是否事业单位在编", "遵纪守法"),
)
READY = ("电工", "技师", "2022-11-01", "2020-01-01", "3", "2023-2025合格", "无", "", "否", "是")
EARLY = ("电工", "技师", "2023-11-01", "2020-01-01", "2", "2023-2025合格", "无", "", "否", "是")
TURNER = ("车工", "", "", "", "", "", "", "中级", "", "是")
WRONG = ("电工", "技师", "2022-13-01", "", "", "", "", "", "", "")
PEOPLE = (READY, READY, READY, READY, EARLY, EARLY, EARLY, TURNER, TURNER, TURNER, WRONG)


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


def _roster(*extra: str) -> bytes:
    rows = [(f"G{number}", *each) for number, each in enumerate(PEOPLE, 1)]
    buffer = io.StringIO()
    csv.writer(buffer).writerows([(*HEADINGS, *extra), *rows])
    return buffer.getvalue().encode()


def _choose(page: "Page", site: str, data: bytes, language: str = "zh") -> None:
    page.goto(f"{site}/ladder/roster?lang={language}")
    page.set_input_files("#f-file", {"name": "名单.csv", "mimeType": "text/csv", "buffer": data})
    page.locator("#f-on").fill("2026-05-01")
    page.locator("#f-place").fill("浙江")


def _send(page: "Page", site: str, data: bytes, language: str = "zh") -> None:
    _choose(page, site, data, language)
    page.locator("form.facts button").first.click()


def _violations(page: "Page") -> list[Any]:
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        (each["id"], [node["target"] for node in each["nodes"]]) for each in found["violations"]
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_form_can_be_used_by_everyone(screen: "Page", site: str, language: str) -> None:
    screen.goto(f"{site}/ladder/roster?lang={language}")

    assert _violations(screen) == []
    assert screen.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_result_can_be_used_by_everyone(screen: "Page", site: str, language: str) -> None:
    _send(screen, site, _roster(), language)

    assert screen.locator(".staff").count() == len(PEOPLE) - 1
    assert _violations(screen) == []
    assert screen.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_refused_columns_are_told_above_the_form(screen: "Page", site: str) -> None:
    _send(screen, site, _roster("手机号"))

    assert "整份名单没有读取" in screen.locator(".error-summary").inner_text()
    assert screen.locator("#f-place").input_value() == "浙江"
    assert _violations(screen) == []


def test_a_roster_is_answered_without_scripts(browser: "Browser", site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    _send(page, site, _roster())
    heading = page.locator("h1").inner_text()
    context.close()

    assert heading.startswith("名单自查结果")
    assert "有结果 10，未读入 1" in heading


def test_the_second_button_gives_a_workbook(page: "Page", site: str) -> None:
    _choose(page, site, _roster())
    with page.expect_download() as waiting:
        page.locator("form.facts button.second").click()

    assert waiting.value.suggested_filename == "jinque-roster-result.xlsx"
    assert Path(waiting.value.path()).read_bytes().startswith(b"PK")


def test_a_file_too_large_is_told_so(page: "Page", site: str) -> None:
    _send(page, site, b"x" * 6 * 1024 * 1024)

    assert "文件超过 5 MB" in page.locator(".error-summary").inner_text()


def test_nothing_of_the_roster_stands_in_any_address(page: "Page", site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _send(page, site, _roster())

    assert page.url == f"{site}/ladder/roster"
    assert [url for url in asked if "2026" in url or "G1" in url] == []


def test_paper_has_the_answers(page: "Page", site: str) -> None:
    _send(page, site, _roster())
    page.emulate_media(media="print")

    assert "不得单独作为录用、晋升、解聘依据" in page.locator("body").inner_text()
    assert "三（二）1（2）" in page.locator("body").inner_text()
    assert page.pdf(format="A4").startswith(b"%PDF")
