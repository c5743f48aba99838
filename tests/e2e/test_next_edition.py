"""From last edition to the next one in three people's browsers, and its pages for everyone."""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e import shell
from tests.e2e.office_staff import STAFF, Person, add_account
from tests.e2e.site_server import serving
from tests.e2e.test_office_pages import WIDTHS
from tests.e2e.test_pages_access import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = ("", "?show=all", "/rows/1", "/opinions", "/issues", "/history")
HEAD = {
    "title": "温州市急需紧缺人才目录（2027）",
    "publisher": "温州市人力资源和社会保障局",
    "document_number": "温人社发〔2027〕5号",
    "issued_on": "2027-03-01",
    "effective_from": "2027-04-01",
    "effective_to": "2029-04-01",
    "review_by": "2029-03-01",
}


@pytest.fixture(scope="module")
def site(corpus_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve an office that asks for a second person."""
    record = shell.copy(corpus_record, tmp_path_factory.mktemp("next"))
    for name, role in STAFF.items():
        add_account(record, name, role)
    subprocess.run(
        [shell.PROGRAM, "review", "four-eyes", "on"],
        env=shell.environment(record),
        check=True,
        capture_output=True,
        timeout=120,
    )
    with serving(record, "create_office") as address:
        yield address


@pytest.fixture(scope="module")
def draft(browser: "Browser", site: str) -> str:
    """Give the address of a draft whose facts and first rows are filled in."""
    editor = Person(browser, site, "张敏")
    editor.go("/office/next")
    editor.page.select_option("#former", "wenzhou-2020")
    editor.press("提出草案")
    editor.page.wait_for_url(re.compile("/office/next/wenzhou"))
    for name, text in HEAD.items():
        editor.page.fill(f"#f-{name}", text)
    editor.press("保存事实")
    return editor.page.url.removeprefix(site).partition("?")[0]


@pytest.mark.parametrize("width", WIDTHS.values())
@pytest.mark.parametrize("rest", PAGES)
def test_a_page_can_be_used_by_everyone(
    browser: "Browser", site: str, draft: str, rest: str, width: int
) -> None:
    person = Person(browser, site, "韩梅", width)
    person.go(draft + rest)

    person.page.evaluate(AXE)
    found = person.page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    overflow = person.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []
    assert overflow <= 0


def test_the_list_of_drafts_can_be_used_by_everyone(
    browser: "Browser", site: str, draft: str
) -> None:
    person = Person(browser, site, "韩梅", 390)
    person.go("/office/next")

    person.page.evaluate(AXE)
    found = person.page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    assert found == []
    assert draft in person.page.content()


def test_of_two_at_one_row_the_second_is_told_and_keeps_what_was_typed(
    browser: "Browser", site: str, draft: str
) -> None:
    one, other = Person(browser, site, "张敏"), Person(browser, site, "李雷")
    for person in (one, other):
        person.go(f"{draft}/rows/10")
    one.page.fill("#c-1", "甲先改的名字")
    one.press("保存文字")
    other.page.fill("#c-1", "乙后改的名字")
    other.press("保存文字")

    assert "刚被 张敏 改过" in other.says()
    assert other.page.input_value("#c-1") == "乙后改的名字"


def test_three_people_bring_a_draft_to_the_public(
    browser: "Browser", site: str, draft: str
) -> None:
    editor, reviewer, publisher = (Person(browser, site, name) for name in ("张敏", "李雷", "韩梅"))
    editor.go(f"{draft}/rows/2")
    editor.page.select_option("#d-proposal", "drop")
    editor.page.fill("#d-transition", "已认定者不受影响")
    editor.page.fill("#d-reason", "企业需求已缓解")
    editor.press("记下决定")
    editor.go(f"{draft}/opinions")
    editor.page.fill("#h-source", "财政局")
    editor.page.fill("#h-text", "建议保留")
    editor.page.fill("#h-key", "2")
    editor.press("登记")
    assert "进入" not in " ".join(editor.buttons(draft))

    reviewer.go(draft)
    reviewer.main.get_by_role("button", name=re.compile("^进入")).click()
    assert "待答复" in reviewer.says()
    reviewer.go(f"{draft}/opinions")
    reviewer.page.select_option("#an-1", "not_adopted")
    reviewer.page.fill("#an-why-1", "三家企业均已招满")
    reviewer.main.get_by_role("button", name=re.compile("答")).click()
    for _ in range(4):
        publisher.go(draft)
        publisher.main.get_by_role("button", name=re.compile("^进入")).click()
    assert "正式稿" in publisher.says()

    publisher.press("发布")
    assert "没有人批准" in publisher.says()
    reviewer.go(draft)
    reviewer.press("复核通过")
    assert "参与了编写" in reviewer.says()
    publisher.go(draft)
    publisher.press("复核通过")
    publisher.press("发布")
    publisher.main.get_by_role("link", name=re.compile("看.*目录")).first.click()

    page = publisher.says()
    assert HEAD["title"] in page
    assert "287" in page
    packed = publisher.page.request.get(f"{site}{draft}/files/edition.zip").body()
    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert {name.rpartition(".")[2] for name in names} >= {"docx", "xlsx", "html"}
