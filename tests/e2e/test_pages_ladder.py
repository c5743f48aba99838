"""Where one stands on the ladder, asked and answered in the real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.ladder_form import QUESTIONS, ask
from tests.e2e.site_server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def site(corpus_record: Path) -> Iterator[str]:
    with serving(corpus_record) as address:
        yield address


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_the_worked_example_is_answered_without_scripts(browser: "Browser", site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    ask(page, site, QUESTIONS["electrician"])
    first = page.locator("h1").inner_text()
    page.locator("#f-in_post_since").fill("2021-01-01")
    for answer in page.locator(".group-field fieldset").all():
        answer.get_by_label("是", exact=True).check()
    page.locator("#f-observes_law").get_by_label("是", exact=True).check()
    page.locator("#f-is_public_institution_staff").get_by_label("不是").check()
    page.locator("#facts button[type=submit]").click()
    then = page.locator("h1").inner_text()
    marks = page.locator(".box-held, .box-goal").all_text_contents()
    context.close()

    assert first.startswith("缺少事实")
    assert then == "可申报\n可申报工程技术或实验技术系列中级职称评审"
    assert [" ".join(mark.split()) for mark in marks] == ["技师 您的位置", "中级 可申报"]


def test_an_answer_keeps_its_facts_when_the_language_changes(page: "Page", site: str) -> None:
    ask(page, site, QUESTIONS["electrician"])
    page.get_by_role("button", name="English").click()

    assert page.locator("h1").inner_text().startswith("Facts missing")
    assert page.locator("#f-occupation").input_value() == "电工"
    assert page.url == f"{site}/ladder/check?lang=en"


def test_nothing_of_the_person_stands_in_any_address(page: "Page", site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, site, QUESTIONS["electrician"])

    assert page.url == f"{site}/ladder/check"
    assert [url for url in asked if "2022" in url or "%E6%8A%80" in url] == []


def test_an_error_leads_to_its_field(page: "Page", site: str) -> None:
    ask(page, site, QUESTIONS["nothing said"])
    page.locator(".error-summary a").click()

    assert page.evaluate("document.activeElement.id") == "f-skill_level"
    assert page.locator("#f-place").input_value() == "浙江"


def test_no_answer_breaks_the_policy_of_the_site(page: "Page", site: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    ask(page, site, QUESTIONS["electrician"])

    assert said == []


def test_paper_has_the_answer_and_its_clauses_but_no_form(page: "Page", site: str) -> None:
    ask(page, site, QUESTIONS["electrician"])
    page.emulate_media(media="print")
    paper = page.locator("body").inner_text()

    assert "是否取得由职称评审委员会评审决定" in paper
    assert "获得相关职业（工种）技师职业资格或职业技能等级后" in paper
    assert "三（二）1（2）" in paper
    assert page.locator("#facts").is_hidden()
    assert page.locator("svg.ladder").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_row_its_post_and_its_ladder_lead_to_each_other(page: "Page", site: str) -> None:
    page.goto(f"{site}/ladder/occupations?q=电工")
    page.get_by_role("link", name="电工", exact=True).click()
    page.get_by_role("link", name="对应关系表第 756 号").click()
    page.get_by_role("link", name="这个职业（工种）的技能与职称阶梯").click()
    page.get_by_role("link", name="看我在这个阶梯的哪一级").click()

    assert page.locator("#f-occupation").input_value() == "电工"
