"""Free titles in the real browser, without any script of ours."""

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
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_title_is_typed_and_leads_to_its_occupation(page: "Page", site: str) -> None:
    page.goto(f"{site}/code")
    page.get_by_label("职位名称", exact=True).fill("【急招】快递员（包吃住）")
    page.get_by_role("button", name="查编码").click()
    page.get_by_role("link", name="4-02-07-08").click()

    assert page.locator("h1").inner_text() == "快递员\n4-02-07-08"


def test_a_code_is_typed_and_opens(page: "Page", site: str) -> None:
    page.goto(f"{site}/occupations")
    page.get_by_label("编码或职业名称").last.fill("2-02-10-09")
    page.get_by_role("button", name="打开").click()

    assert page.locator("h1").inner_text() == "人工智能工程技术人员\n2-02-38-01"


def test_a_table_is_sent_and_comes_back(page: "Page", site: str, tmp_path: Path) -> None:
    (tmp_path / "职位.csv").write_text("职位名称\n护士\n", encoding="utf-8")
    page.goto(f"{site}/code")
    page.get_by_label("有职位名称一列的表").set_input_files(tmp_path / "职位.csv")
    with page.expect_download() as coming:
        page.get_by_role("button", name="编码并下载").click()

    assert coming.value.suggested_filename == "jinque-coded.xlsx"


def test_a_table_without_titles_is_told_above_the_form(
    page: "Page", site: str, tmp_path: Path
) -> None:
    (tmp_path / "表.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    page.goto(f"{site}/code")
    page.get_by_label("有职位名称一列的表").set_input_files(tmp_path / "表.csv")
    page.get_by_role("button", name="编码并下载").click()

    assert "没有职位名称这一列" in page.locator(".error-summary").inner_text()
