"""A file with six planted faults on its way to publication, through three people's browsers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.office_staff import Person, office_serving
from tests.review.planted import NAME, PLANTED, Fault, planted_docx

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REASON = "与盖章原件核对"
OF_ROWS = [fault for fault in PLANTED if fault.row]
APPROVE, PUBLISH = "复核通过", "发布"


@dataclass
class Walk:
    """What each person saw on the way.

    Attributes:
        found: open issues behind the upload.
        left: open issues once all are settled.
        buttons: those of the page of the draft that each person has at the end of the settling.
        early: what the publisher was told before there was an approval.
        approved: the reviewer's page behind the approval.
        published: the public page of the edition.
        post: the public page of a corrected row.
        replayed: open issues behind a second upload of the same file.
        corrected: corrections that the second draft begins with.
    """

    found: str
    left: str
    buttons: dict[str, list[str]]
    early: str
    approved: str
    published: str
    post: str
    replayed: str
    corrected: int


@pytest.fixture(scope="module")
def site(corpus_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with office_serving(corpus_record, tmp_path_factory.mktemp("office")) as address:
        yield address


@pytest.fixture(scope="module")
def walk(browser: "Browser", site: str) -> Walk:
    editor, reviewer, publisher = (Person(browser, site, name) for name in ("张敏", "李雷", "韩梅"))
    data = planted_docx()
    draft = editor.upload(NAME, data)
    found = editor.open_issues(draft)
    _settle_all(editor, draft)
    left = editor.open_issues(draft)
    buttons = {each.name: each.buttons(draft) for each in (editor, reviewer, publisher)}
    publisher.press(PUBLISH)
    early = publisher.page.locator(".error-summary").inner_text()
    reviewer.press(APPROVE)
    approved = reviewer.says()
    published, post = _published(publisher, draft)
    again = editor.upload(NAME, data)
    replayed = editor.open_issues(again)
    editor.go(f"{again}/rows")
    return Walk(
        found=found,
        left=left,
        buttons=buttons,
        early=early,
        approved=approved,
        published=published,
        post=post,
        replayed=replayed,
        corrected=editor.main.locator(".old").count(),
    )


def _settle_all(editor: Person, draft: str) -> None:
    for fault in OF_ROWS:
        editor.open_issue(draft, fault.code, fault.row)
        marked = editor.main.locator(".extract .is-marked").filter(has_text=fault.printed)
        assert marked.count() == 1, fault
        editor.settle("correct", REASON, field=fault.field, value=fault.true)
    editor.open_issue(draft, "column_unknown")
    editor.settle("accept", "只供参考，不取值")


def _published(publisher: Person, draft: str) -> tuple[str, str]:
    publisher.go(draft)
    publisher.press(PUBLISH)
    publisher.main.get_by_role("link", name="看发布的目录").click()
    page = re.sub(r"\s+", " ", publisher.says())
    publisher.main.get_by_role("link", name="养老护理员").first.click()
    return page, publisher.says()


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: fault.code)
def test_each_fault_is_found_and_settled(walk: Walk, fault: Fault) -> None:
    assert fault.code in walk.found
    assert fault.printed not in walk.left or fault.code not in walk.left


def test_each_person_has_the_buttons_of_the_role(walk: Walk) -> None:
    offered = {
        name: [each for each in buttons if each in {APPROVE, PUBLISH}]
        for name, buttons in walk.buttons.items()
    }

    assert offered == {"张敏": [], "李雷": [APPROVE], "韩梅": [APPROVE, PUBLISH]}


def test_nothing_is_published_without_the_second_person(walk: Walk) -> None:
    assert "draft_not_approved" in walk.early
    assert "李雷 已复核" in walk.approved


@pytest.mark.parametrize("fault", OF_ROWS, ids=lambda fault: fault.code)
def test_the_public_page_marks_what_was_corrected(walk: Walk, fault: Fault) -> None:
    assert f"{fault.printed} {fault.true} 更正后" in walk.published


def test_the_page_of_a_row_tells_why_it_was_corrected_and_not_by_whom(walk: Walk) -> None:
    assert "大砖" in walk.post
    assert "大专" in walk.post
    assert REASON in walk.post
    assert "张敏" not in walk.post


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: fault.code)
def test_the_same_file_again_begins_with_all_that_was_settled(walk: Walk, fault: Fault) -> None:
    assert walk.corrected == len(OF_ROWS)
    assert fault.printed not in walk.replayed or fault.code not in walk.replayed
