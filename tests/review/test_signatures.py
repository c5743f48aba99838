"""Nobody signs alone: whoever had a hand in a draft is never its last signature."""

import pytest

from jinque import api
from jinque.api import review
from jinque.errors import FourEyesError, NotApprovedError
from jinque.model.account import Role
from jinque.model.decision import Action, Actor, Settlement
from jinque.model.review import Draft
from tests.review.planted import NAME, planted_docx
from tests.said import en

CLEAN = planted_docx(has_faults=False)
SETTLED = Settlement(action=Action.ACCEPT, issue="column_unknown", reason="照印保留")
ZHOU, ZHENG, WU, QIAN = (
    Actor(name="周", role=Role.PUBLISHER),
    Actor(name="郑", role=Role.EDITOR),
    Actor(name="吴", role=Role.REVIEWER),
    Actor(name="钱", role=Role.PUBLISHER),
)


@pytest.fixture(autouse=True)
def _two_people(workspace: api.Workspace) -> None:
    review.set_four_eyes(workspace, ZHOU, is_on=True)


def employ(workspace: api.Workspace, *people: Actor) -> None:
    accounts = api.open_office(workspace).accounts
    for each in people:
        accounts.add(each.name, each.role, "four quiet harbours 9", by="shell:tests")


def settled(workspace: api.Workspace, uploader: Actor, settler: Actor) -> Draft:
    begun = review.review_bytes(workspace, CLEAN, NAME, uploader)
    return review.settle(workspace, begun.id, [SETTLED], settler, revision=begun.revision)


def test_whoever_uploaded_neither_approves_nor_publishes(workspace: api.Workspace) -> None:
    draft = settled(workspace, ZHOU, ZHENG)

    with pytest.raises(FourEyesError):
        review.approve(workspace, draft.id, ZHOU, revision=draft.revision)
    approved = review.approve(workspace, draft.id, WU, revision=draft.revision)
    with pytest.raises(FourEyesError):
        review.publish(workspace, draft.id, ZHOU, revision=approved.revision)


def test_undoing_an_own_decision_washes_no_hands(workspace: api.Workspace) -> None:
    draft = settled(workspace, ZHENG, ZHOU)
    undone = review.undo(workspace, draft.id, ZHENG, revision=draft.revision, reason="再看")
    again = review.settle(workspace, draft.id, [SETTLED], ZHENG, revision=undone.revision)

    with pytest.raises(FourEyesError):
        review.approve(workspace, draft.id, ZHOU, revision=again.revision)


def test_whoever_approved_does_not_publish(workspace: api.Workspace) -> None:
    draft = settled(workspace, ZHENG, ZHENG)
    approved = review.approve(workspace, draft.id, ZHOU, revision=draft.revision)

    with pytest.raises(FourEyesError):
        review.publish(workspace, draft.id, ZHOU, revision=approved.revision)
    assert review.publish(workspace, draft.id, QIAN, revision=approved.revision).is_new


def test_an_office_of_two_publishes_with_two_signatures(workspace: api.Workspace) -> None:
    employ(workspace, ZHENG, ZHOU)
    draft = settled(workspace, ZHENG, ZHENG)

    with pytest.raises(FourEyesError) as told:
        review.approve(workspace, draft.id, ZHOU, revision=draft.revision)
    assert told.value.hint is not None
    assert "straight away" in en(told.value.hint)
    assert review.publish(workspace, draft.id, ZHOU, revision=draft.revision).is_new


def test_an_office_of_three_asks_for_the_approval(workspace: api.Workspace) -> None:
    employ(workspace, ZHENG, WU, ZHOU)
    draft = settled(workspace, ZHENG, ZHENG)
    found = review.signatories(workspace, draft.id)

    assert (found.may_approve, found.may_publish) == (("吴",), ("周",))
    with pytest.raises(NotApprovedError):
        review.publish(workspace, draft.id, ZHOU, revision=draft.revision)


def test_who_still_may_is_told(workspace: api.Workspace) -> None:
    employ(workspace, ZHENG, WU, ZHOU, QIAN)
    draft = settled(workspace, ZHOU, ZHOU)

    with pytest.raises(FourEyesError) as told:
        review.approve(workspace, draft.id, ZHOU, revision=draft.revision)
    assert told.value.hint is not None
    assert "吴" in en(told.value.hint)
    assert "周" not in en(told.value.hint)
