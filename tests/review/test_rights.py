"""What each role must not do, and when two people are asked for."""

import pytest

from jinque import api
from jinque.api import review
from jinque.errors import ForbiddenError, FourEyesError, NotApprovedError
from jinque.model.account import Role
from jinque.model.decision import RIGHTS, Action, Actor, Right, Settlement
from jinque.model.review import Draft, DraftState
from tests.review.planted import NAME, planted_docx

DATA = planted_docx(has_faults=False)


@pytest.fixture
def draft(workspace: api.Workspace, editor: Actor) -> Draft:
    """Give a draft whose one question an editor settled."""
    begun = review.review_bytes(workspace, DATA, NAME, editor)
    accepted = Settlement(action=Action.ACCEPT, issue="column_unknown", reason="照印保留")
    return review.settle(workspace, begun.id, [accepted], editor, revision=begun.revision)


@pytest.fixture
def _two_people(workspace: api.Workspace, publisher: Actor) -> None:
    review.set_four_eyes(workspace, publisher, is_on=True)


def test_the_table_of_rights_is_what_the_offices_agreed_on() -> None:
    editing = {Right.UPLOAD, Right.SETTLE, Right.UNDO, Right.DISCARD}

    assert {
        Role.EDITOR: editing,
        Role.REVIEWER: editing | {Right.APPROVE},
        Role.PUBLISHER: editing | {Right.APPROVE, Right.PUBLISH},
    } == RIGHTS


def test_an_editor_does_not_approve(workspace: api.Workspace, draft: Draft, editor: Actor) -> None:
    with pytest.raises(ForbiddenError):
        review.approve(workspace, draft.id, editor, revision=draft.revision)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVIEWER])
def test_only_a_publisher_publishes(workspace: api.Workspace, draft: Draft, role: Role) -> None:
    before = workspace.record.revision()

    with pytest.raises(ForbiddenError) as caught:
        review.publish(workspace, draft.id, Actor(name="郑", role=role), revision=draft.revision)

    assert caught.value.code == "role_forbids"
    assert before == workspace.record.revision()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVIEWER])
def test_only_a_publisher_decides_whether_two_people_are_asked_for(
    workspace: api.Workspace, role: Role
) -> None:
    with pytest.raises(ForbiddenError):
        review.set_four_eyes(workspace, Actor(name="郑", role=role), is_on=False)


def test_a_publisher_alone_suffices_in_a_private_record(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    assert review.publish(workspace, draft.id, publisher, revision=draft.revision).is_new


@pytest.mark.usefixtures("_two_people")
def test_nothing_is_published_without_the_second_person(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    with pytest.raises(NotApprovedError):
        review.publish(workspace, draft.id, publisher, revision=draft.revision)


@pytest.mark.usefixtures("_two_people")
def test_nobody_approves_what_they_decided(workspace: api.Workspace, publisher: Actor) -> None:
    begun = review.review_bytes(workspace, DATA, NAME, publisher)
    accepted = Settlement(action=Action.ACCEPT, issue="column_unknown", reason="照印保留")
    draft = review.settle(workspace, begun.id, [accepted], publisher, revision=1)

    with pytest.raises(FourEyesError):
        review.approve(workspace, draft.id, publisher, revision=draft.revision)


@pytest.mark.usefixtures("_two_people")
def test_an_approved_draft_is_published(
    workspace: api.Workspace, draft: Draft, reviewer: Actor, publisher: Actor
) -> None:
    approved = review.approve(workspace, draft.id, reviewer, revision=draft.revision)

    answer = review.publish(workspace, draft.id, publisher, revision=approved.revision)

    assert (approved.state, approved.approved_by) == (DraftState.APPROVED, reviewer.name)
    assert answer.is_new


@pytest.mark.usefixtures("_two_people")
def test_a_later_decision_takes_an_approval_back(
    workspace: api.Workspace, draft: Draft, reviewer: Actor, editor: Actor
) -> None:
    approved = review.approve(workspace, draft.id, reviewer, revision=draft.revision)
    stated = Settlement(
        action=Action.STATE, field="publisher", value="港口市人社局", reason="见封面"
    )

    after = review.settle(workspace, draft.id, [stated], editor, revision=approved.revision)

    assert (after.state, after.approved_by) == (DraftState.OPEN, None)
