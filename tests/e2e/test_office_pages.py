"""The pages of the office for everyone: on a desk and on a phone, without a script, on paper."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.office_staff import PASSWORD, Person, office_serving
from tests.e2e.test_pages_access import AXE, SMALLEST_LETTERS
from tests.review.planted import NAME, planted_docx

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = {"desk": 1280, "phone": 390}
PAGES = {
    "desk": "/office",
    "draft": "{draft}",
    "issues": "{draft}/issues",
    "no issues": "{draft}/issues?show=settled",
    "rows": "{draft}/rows",
    "decisions": "{draft}/history",
    "history": "/office/history",
    "password": "/office/password",
}


@pytest.fixture(scope="module")
def site(corpus_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with office_serving(corpus_record, tmp_path_factory.mktemp("office")) as address:
        yield address


@pytest.fixture(scope="module")
def draft(browser: "Browser", site: str) -> str:
    return Person(browser, site, "韩梅").upload(NAME, planted_docx())


@pytest.fixture(scope="module", params=WIDTHS)
def person(browser: "Browser", site: str, request: pytest.FixtureRequest) -> Person:
    return Person(browser, site, "韩梅", WIDTHS[request.param])


def _check(page: "Page") -> None:
    page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []
    assert overflow <= 0
    assert round(page.evaluate(SMALLEST_LETTERS), 1) >= 16


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_used_by_everyone(person: Person, draft: str, name: str) -> None:
    person.go(PAGES[name].format(draft=draft))

    _check(person.page)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_form_of_an_issue_can_be_used_by_everyone(
    person: Person, draft: str, language: str
) -> None:
    person.go(f"{draft}/issues?check=degree_unknown&lang={language}")
    person.main.locator(".issue-says a").first.click()
    _check(person.page)
    person.main.get_by_role("link", name=re.compile("整行|whole row")).click()
    for each in person.main.locator("summary").all():
        each.click()
    _check(person.page)
    person.go("/office?lang=zh")


def test_every_form_of_a_draft_can_be_used_by_everyone(person: Person, draft: str) -> None:
    person.go(draft)
    for each in person.main.locator("summary").all():
        each.click()

    _check(person.page)


def test_an_issue_is_settled_with_the_keyboard_alone(
    browser: "Browser", site: str, draft: str
) -> None:
    person = Person(browser, site, "张敏")
    person.open_issue(draft, "scale_not_explained")
    person.page.locator("#do-accept").focus()
    for key in ("Space", "Tab"):
        person.page.keyboard.press(key)
    person.page.keyboard.type("原件如此")
    person.page.keyboard.press("Tab")
    person.page.keyboard.press("Enter")
    person.page.wait_for_url(re.compile("done="))
    assert "已记下" in person.says()

    person.press("撤销")

    assert "撤销" in person.main.locator(".decision").first.inner_text()


def test_a_file_is_uploaded_without_scripts(browser: "Browser", site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/office/sign-in")
    page.fill("#name", "张敏")
    page.fill("#password", PASSWORD)
    page.locator("main button").click()
    data = planted_docx(title="另一个市目录")
    page.set_input_files("#file", {"name": "b.docx", "mimeType": "a/b", "buffer": data})
    page.get_by_role("button", name="上传并读取").click()
    page.wait_for_url(re.compile("/office/drafts/"))
    heading = page.locator("h1").inner_text()
    context.close()

    assert heading == "b.docx"


def test_a_refused_upload_is_told_beside_the_form(browser: "Browser", site: str) -> None:
    person = Person(browser, site, "张敏")
    person.go("/office")
    person.page.set_input_files("#file", {"name": "a", "mimeType": "a/b", "buffer": b"x"})
    person.page.context.clear_cookies()
    person.press("上传并读取")

    assert "请先登录" in person.main.get_by_role("alert").inner_text()


def test_paper_has_the_issues_and_no_forms(browser: "Browser", site: str, draft: str) -> None:
    person = Person(browser, site, "李雷")
    person.go(f"{draft}/issues")
    person.page.emulate_media(media="print")

    assert "大砖" in person.says()
    assert not person.page.locator(".desk").is_visible()


def test_the_way_back_after_signing_in_leads_where_one_wanted(
    browser: "Browser", site: str, draft: str
) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{site}{draft}/rows")
    page.fill("#name", "李雷")
    page.fill("#password", PASSWORD)
    page.locator("main button").click()

    assert page.url == f"{site}{draft}/rows"
