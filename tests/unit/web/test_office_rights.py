"""What each role may not do with a draft, at the level of HTTP; and what each page shows."""

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from jinque import api
from jinque.api import review
from jinque.model.account import Role
from jinque.model.decision import Actor
from tests.review.planted import NAME, planted_docx
from tests.unit.web.office_visitor import Premises, Visitor

PEOPLE = {"张敏": Role.EDITOR, "李雷": Role.REVIEWER, "韩梅": Role.PUBLISHER}
BOUNDARY = "made-by-tests"


@dataclass
class Bureau:
    premises: Premises
    people: dict[str, Visitor]
    draft: str

    def path(self, rest: str = "") -> str:
        return f"/office/drafts/{self.draft}{rest}"

    def send(self, name: str, step: str, **fields: str) -> httpx.Response:
        draft = review.draft(self.premises.workspace, self.draft)
        typed = {"revision": str(draft.revision)} | fields
        return self.people[name].submit("/office/password", self.path(f"/{step}"), **typed)


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("rights")) as workspace:
        premises = Premises(workspace)
        people = {name: premises.signed_in(name, role) for name, role in PEOPLE.items()}
        owner = Actor(name="王芳", role=Role.PUBLISHER)
        review.set_four_eyes(workspace, owner, is_on=True)
        draft = review.review_bytes(workspace, planted_docx(), NAME, owner)
        yield Bureau(premises, people, draft.id)


def _pages(bureau: Bureau) -> list[str]:
    draft = review.draft(bureau.premises.workspace, bureau.draft)
    key, post = draft.editions[0].issues[0].key, draft.editions[0].edition.posts[0].id
    rests = ("", "/issues", f"/issues/{key}", "/rows", f"/row?post={post}", "/history")
    return ["/office", *(bureau.path(rest) for rest in rests)]


@pytest.mark.parametrize(
    ("name", "step"), [("张敏", "approve"), ("张敏", "publish"), ("李雷", "publish")]
)
def test_a_role_that_lacks_the_right_is_told_so(bureau: Bureau, name: str, step: str) -> None:
    answer = bureau.send(name, step)

    assert answer.status_code == 403
    assert "role_forbids" in answer.text
    assert review.draft(bureau.premises.workspace, bureau.draft).state.value == "open"


@pytest.mark.parametrize("name", ["李雷", "韩梅"])
def test_what_holds_up_a_publication_is_told(bureau: Bureau, name: str) -> None:
    answer = bureau.send(name, "approve")

    assert answer.status_code == 409
    assert "draft_blocked" in answer.text


def test_a_program_is_told_in_the_one_shape(bureau: Bureau) -> None:
    visitor = bureau.people["张敏"]
    token = visitor.token()

    answer = visitor.post(bureau.path("/publish.json"), {"form_token": token, "revision": "1"})

    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "role_forbids"


def test_a_stranger_sees_no_draft(bureau: Bureau) -> None:
    stranger = bureau.premises.visitor()

    for path in _pages(bureau):
        stem, mark, query = path.partition("?")
        assert stranger.get(path).status_code == 303
        assert stranger.get(f"{stem}.json{mark}{query}").status_code == 401


def test_every_page_has_a_twin_of_the_same_context(bureau: Bureau) -> None:
    visitor = bureau.people["张敏"]

    for path in _pages(bureau):
        stem, mark, query = path.partition("?")
        page, twin = visitor.get(path), visitor.get(f"{stem}.json{mark}{query}")
        assert (page.status_code, twin.status_code) == (200, 200), path
        assert twin.json()["desk"]["name"] == "张敏"


def test_a_form_on_an_old_state_of_the_draft_is_refused(bureau: Bureau) -> None:
    answer = bureau.send("张敏", "settle", action="accept", issue="x", reason="y", revision="999")

    assert answer.status_code == 409
    assert "draft_stale" in answer.text


@pytest.mark.parametrize("action", ["", "publish", "nonsense"])
def test_a_form_that_settles_nothing_is_told(bureau: Bureau, action: str) -> None:
    answer = bureau.send("张敏", "settle", action=action, reason="y")

    assert answer.status_code == 400
    assert "请先选择怎么处理" in answer.text


def test_what_was_typed_stays_when_it_is_refused(bureau: Bureau) -> None:
    draft = review.draft(bureau.premises.workspace, bureau.draft)
    issue = next(each for each in draft.editions[0].issues if each.issue.post_id)

    answer = bureau.send(
        "张敏",
        "settle",
        page="issue",
        issue=issue.key,
        post=issue.issue.post_id or "",
        action="correct",
        field="code",
        value="2-02-<b>",
        reason=" ",
    )

    assert answer.status_code == 400
    assert 'value="2-02-&lt;b&gt;"' in answer.text


@pytest.mark.parametrize("rest", ["/issues/none", "/row?post=none", "/issues?page=99"])
def test_a_place_that_there_is_not_is_told(bureau: Bureau, rest: str) -> None:
    answer = bureau.people["张敏"].get(bureau.path(rest))

    assert answer.status_code in {400, 404}


def _multipart(token: str, data: bytes, name: str = "a.txt") -> bytes:
    field = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n{token}\r\n'
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    return field.encode() + head.encode() + data + f"\r\n--{BOUNDARY}--\r\n".encode()


def _upload(bureau: Bureau, data: bytes, name: str = "a.txt") -> httpx.Response:
    visitor = bureau.people["张敏"]
    body = _multipart(visitor.token(), data, name)
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    return visitor.send("/office/upload", body, content_type=kind)


def test_a_file_that_cannot_be_read_says_why_on_its_page(bureau: Bureau) -> None:
    sent = _upload(bureau, b"%PDF-1.7 nonsense", "扫描.pdf")
    page = bureau.people["张敏"].get(sent.headers["location"])
    while "refresh" in page.headers:
        page = bureau.people["张敏"].get(sent.headers["location"])

    assert sent.status_code == 303
    assert "没有读成" in page.text
    assert "扫描.pdf" in page.text


def test_nobody_else_sees_the_reading_of_a_file(bureau: Bureau) -> None:
    sent = _upload(bureau, b"nothing of a catalogue")

    assert bureau.people["李雷"].get(sent.headers["location"]).status_code == 404


def test_an_upload_without_a_file_is_told_above_the_form(bureau: Bureau) -> None:
    answer = _upload(bureau, b"", "")

    assert answer.status_code == 400
    assert "没有选择文件" in answer.text


def test_a_file_too_large_is_told_above_the_form(bureau: Bureau) -> None:
    answer = _upload(bureau, b"x" * (33 * 1024 * 1024))

    assert answer.status_code == 400
    assert "文件超过 32 MB" in answer.text


def test_the_history_of_the_office_has_what_was_done_to_drafts(bureau: Bureau) -> None:
    lines = bureau.people["张敏"].get("/office/history.json").json()["lines"]

    assert ("draft_upload", "王芳", NAME) in {
        (line["what"], line["by"], line["about"]) for line in lines
    }
