"""A self-check walked in the real browser: six questions, the next one, a post, paper, clear."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jinque.model.matching import SELF_CHECK_NOTICE
from tests.e2e.assess_form import MARKER, NAME, POST, check, fill_six
from tests.e2e.site_server import serving
from tests.said import zh

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def site(corpus_record: Path) -> Iterator[str]:
    with serving(corpus_record) as address:
        yield address


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def either(browser: "Browser", request: pytest.FixtureRequest) -> "Iterator[Page]":
    context = browser.new_context(java_script_enabled=request.param, accept_downloads=True)
    yield context.new_page()
    context.close()


def _verdicts(page: "Page") -> list[str]:
    return page.locator(".counts li").all_inner_texts()


def test_the_whole_walk(either: "Page", site: str) -> None:
    check(either, site)
    before = _verdicts(either)
    either.locator('[id="f-work.1.is_management"]').get_by_label("是", exact=True).check()
    either.locator(".next button[type=submit]").click()
    after = _verdicts(either)
    either.locator(f'button[formaction="{POST}"]').first.click()
    title = either.locator("h1").inner_text()
    findings = either.locator(".finding").count()
    with either.expect_download() as told:
        either.get_by_role("button", name="下载自查表").click()
    sheet = Path(told.value.path()).read_bytes()
    either.get_by_role("link", name="清空").click()
    either.wait_for_url(f"{site}/assess")

    assert before != after
    assert title.startswith(NAME)
    assert findings >= 4
    assert sheet.startswith(b"PK")
    assert either.locator('[id="f-work.1.occupation"]').input_value() == ""


def test_the_next_questions_are_those_that_still_change_verdicts(page: "Page", site: str) -> None:
    check(page, site)
    hints = page.locator(".next .question > .hint").all_inner_texts()

    assert 1 <= len(hints) <= 3
    assert all("个岗位的结论可能改变" in hint for hint in hints)


def test_a_post_leads_to_its_own_check(page: "Page", site: str) -> None:
    page.goto(site + POST.replace("/assess", ""))
    page.get_by_role("link", name="按此岗位自查").click()
    fill_six(page)
    page.locator("#facts > button[type=submit]").first.click()

    assert page.url == site + POST
    assert page.locator(".verdict-line .verdict").inner_text() == "？ 待补充"


def test_a_clause_leads_to_its_line_in_the_source(page: "Page", site: str) -> None:
    check(page, site)
    page.locator(f'button[formaction="{POST}"]').first.click()
    page.locator('.finding:has(q:text-is("3年及以上")) a').click()

    assert page.locator("li:target").inner_text().strip() == "3年及以上，"


def test_a_result_can_be_grouped_and_filtered(page: "Page", site: str) -> None:
    check(page, site)
    page.locator("#f-group").select_option("place")
    page.locator("#f-verdicts").select_option("does_not_match")
    page.get_by_role("button", name="筛选").click()
    section = page.locator("section[aria-labelledby=posts]")

    assert section.locator("h3").first.inner_text().startswith("大连市")
    assert set(section.locator(".verdict").all_inner_texts()) == {"✕ 与所列要求不一致"}
    assert page.locator('[id="f-educations.1.majors"]').input_value() == "软件工程"


def test_a_row_can_be_added_without_losing_answers(either: "Page", site: str) -> None:
    check(either, site)
    either.locator("#given > summary").click()
    either.get_by_role("button", name="再加一段工作").click()

    assert either.locator('[id="f-work.2.occupation"]').is_visible()
    assert either.locator('[id="f-work.1.occupation"]').input_value() == NAME


def test_answers_survive_another_language(page: "Page", site: str) -> None:
    check(page, site)
    page.get_by_role("button", name="English").click()

    assert page.url == f"{site}/assess?lang=en"
    assert page.locator("h1").inner_text().startswith("Result of the self-check")
    assert page.locator('[id="f-work.1.occupation"]').input_value() == NAME


def test_nothing_of_the_person_stands_in_any_address(page: "Page", site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/assess")
    fill_six(page, MARKER)
    page.locator("#facts > button[type=submit]").click()
    page.locator(".post-name button").first.click()

    pages = [url for url in asked if "/assets/" not in url]

    assert [url for url in pages if "2015" in url or "%E6%A0%87" in url or "?" in url] == []


def test_going_back_after_clearing_shows_nothing(either: "Page", site: str) -> None:
    either.goto(f"{site}/assess")
    fill_six(either, MARKER)
    either.locator("#facts > button[type=submit]").click()
    either.get_by_role("link", name="清空").click()
    either.wait_for_url(f"{site}/assess")
    either.go_back()

    assert MARKER not in either.content()


def test_the_link_holds_the_answers_behind_the_sign_only(page: "Page", site: str) -> None:
    check(page, site)
    page.get_by_role("button", name="生成含回答的链接").click()
    warning = page.locator("[data-link-warning]").inner_text()
    link = page.locator("#link").input_value()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("about:blank")
    page.goto(link)
    restored = page.locator('[id="f-work.1.occupation"]').input_value()

    assert "等于一份简历" in warning
    assert link.startswith(f"{site}/assess#a=")
    assert restored == NAME
    assert page.url == f"{site}/assess"
    assert page.locator("[data-restored]").is_visible()
    assert all("a=" not in url.partition("#")[0] for url in asked)


def test_a_damaged_link_fills_in_nothing(page: "Page", site: str) -> None:
    page.goto(f"{site}/assess#a=AAAA%%%")

    assert page.locator("[data-restored]").is_hidden()
    assert page.locator('[id="f-work.1.occupation"]').input_value() == ""


def test_an_error_leads_to_its_field(page: "Page", site: str) -> None:
    page.goto(f"{site}/assess")
    page.locator('[id="f-work.1.begun_on"]').fill("2022-13")
    page.locator("#facts > button[type=submit]").click()
    page.locator(".error-summary a").first.click()

    assert page.evaluate("document.activeElement.id") == "f-work.1.begun_on"
    assert page.locator('[id="f-work.1.begun_on"]').input_value() == "2022-13"


def test_the_form_can_be_sent_by_keyboard_alone(page: "Page", site: str) -> None:
    page.goto(f"{site}/assess")
    page.locator('[id="f-educations.1.level"]').focus()
    for _ in range(7):  # down to 硕士
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("护理学")
    page.keyboard.press("Enter")
    page.wait_for_selector(".counts")
    page.locator(".post-name button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".findings")

    assert page.url.startswith(f"{site}/assess/posts/")


def test_paper_has_every_clause_what_was_told_and_no_form(page: "Page", site: str) -> None:
    check(page, site)
    page.locator(f'button[formaction="{POST}"]').first.click()
    page.emulate_media(media="print")
    paper = page.locator("body").inner_text()

    assert zh(SELF_CHECK_NOTICE) in paper
    assert "3年及以上" in paper
    assert "建议准备的材料" in paper
    assert "本人所填" in paper
    assert page.locator("#facts").is_hidden()
    assert page.locator(".leave").is_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_no_answer_breaks_the_policy_of_the_site(page: "Page", site: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    check(page, site)
    page.locator(".post-name button").first.click()

    assert said == []
