"""Every route of the office that changes something, by each role, on a draft in each state.

The routes come from the site itself: a new one without a line in `RIGHT_OF` fails here.
"""

from collections.abc import Iterator

import pytest

from jinque import api
from jinque.api import review
from jinque.model.account import Role
from jinque.model.decision import RIGHTS, Action, Actor, Right, Settlement
from jinque.web.app import OFFICE_PAGES
from tests.review.planted import NAME, planted_docx
from tests.unit.web.office_visitor import Premises, Visitor

RIGHT_OF = {
    "/office/drafts/{draft_id:str}/settle": Right.SETTLE,
    "/office/drafts/{draft_id:str}/undo": Right.UNDO,
    "/office/drafts/{draft_id:str}/approve": Right.APPROVE,
    "/office/drafts/{draft_id:str}/publish": Right.PUBLISH,
    "/office/drafts/{draft_id:str}/discard": Right.DISCARD,
}
OPEN_TO_ALL = {"/office/sign-in", "/office/sign-out", "/office/password", "/petition"}
OF_A_FILE = {"/office/upload", "/office/next", "/office/next/{draft_id:str}/take"}
OF_NEXT = "/office/next/{draft_id:str}/"
STATES = ("open", "published", "discarded")
PEOPLE = {"张敏": Role.EDITOR, "李雷": Role.REVIEWER, "韩梅": Role.PUBLISHER}
OWNER = Actor(name="王芳", role=Role.PUBLISHER)


def _changing() -> list[str]:
    posts = [each for each in OFFICE_PAGES if "POST" in each.http_methods]
    return sorted(path for each in posts for path in each.paths)


def test_every_route_that_changes_something_is_known_here() -> None:
    unknown = [
        path
        for path in _changing()
        if path not in {*RIGHT_OF, *OPEN_TO_ALL, *OF_A_FILE} and not path.startswith(OF_NEXT)
    ]

    assert unknown == []


@pytest.fixture(scope="module")
def premises(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Premises]:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("matrix")) as workspace:
        yield Premises(workspace)


@pytest.fixture(scope="module")
def people(premises: Premises) -> dict[str, Visitor]:
    return {name: premises.signed_in(name, role) for name, role in PEOPLE.items()}


@pytest.fixture(scope="module", params=STATES)
def draft_id(premises: Premises, request: pytest.FixtureRequest) -> str:
    """Give a draft in one state: an open one is not clean, so that nothing publishes it."""
    workspace, state = premises.workspace, request.param
    if state == "published":
        review.set_four_eyes(workspace, OWNER, is_on=False)
        data = planted_docx(has_faults=False)
    else:
        data = planted_docx() + (b"" if state == "open" else b"\0")
    begun = review.review_bytes(workspace, data, NAME, OWNER)
    if state == "published":
        accepted = Settlement(action=Action.ACCEPT, issue="column_unknown", reason="照印保留")
        settled = review.settle(workspace, begun.id, [accepted], OWNER, revision=begun.revision)
        review.publish(workspace, begun.id, OWNER, revision=settled.revision)
    elif state == "discarded":
        review.discard(workspace, begun.id, OWNER, revision=begun.revision)
    review.set_four_eyes(workspace, OWNER, is_on=True)
    return begun.id


@pytest.mark.parametrize("path", RIGHT_OF)
@pytest.mark.parametrize("name", PEOPLE)
def test_a_role_does_what_it_may_and_no_more(
    premises: Premises, people: dict[str, Visitor], draft_id: str, name: str, path: str
) -> None:
    before = review.draft(premises.workspace, draft_id)
    # A form on another revision is refused after the right was looked at, so that nothing changes.
    fields = {"action": "accept", "issue": "none", "reason": "x", "revision": "999999"}
    answer = people[name].submit(
        "/office/password", path.replace("{draft_id:str}", draft_id), **fields
    )

    if RIGHT_OF[path] not in RIGHTS[PEOPLE[name]]:
        assert (answer.status_code, "role_forbids" in answer.text) == (403, True)
    else:
        assert answer.status_code == 409
        assert "draft_stale" in answer.text or "draft_closed" in answer.text
    assert review.draft(premises.workspace, draft_id).revision == before.revision


@pytest.mark.parametrize("path", [path for path in _changing() if path not in OPEN_TO_ALL])
def test_a_stranger_changes_nothing(premises: Premises, path: str) -> None:
    stranger = premises.visitor()
    where = path.replace("{draft_id:str}", "none")

    assert stranger.post(where, {"form_token": "x"}).status_code in {401, 403}


@pytest.mark.parametrize("path", [path for path in _changing() if path not in OPEN_TO_ALL])
@pytest.mark.parametrize("name", PEOPLE)
def test_a_form_without_its_token_changes_nothing(
    people: dict[str, Visitor], name: str, path: str
) -> None:
    answer = people[name].post(path.replace("{draft_id:str}", "none"), {"form_token": "x"})

    assert answer.status_code in {400, 403}
