"""The verbs that end a review: approved, published or given up."""

from jinque.api.workspace import Workspace
from jinque.ingestion import review as steps
from jinque.ingestion import review_publishing as publishing
from jinque.ingestion.files import answer_for
from jinque.ingestion.review_desk import Desk
from jinque.model import IngestAnswer
from jinque.model.review import Draft
from jinque.model.review_actor import Actor


def approve(workspace: Workspace, draft_id: str, actor: Actor, *, revision: int) -> Draft:
    """Confirm a draft as it stands; any later decision takes the approval back.

    Raises:
        ForbiddenError: the role lacks the right.
        DraftBlockedError: errors or questions are open.
        FourEyesError: the actor decided about the draft, and two people are asked for.
        DraftStaleError: the draft changed since; DraftClosedError: it came to an end.
    """
    return publishing.approve(desk_for(workspace, actor, revision), draft_id)


def publish(workspace: Workspace, draft_id: str, actor: Actor, *, revision: int) -> IngestAnswer:
    """Publish a draft; its editions never change again.

    Raises:
        ForbiddenError: the role lacks the right.
        DraftBlockedError: errors or questions are open.
        NotApprovedError: two people are asked for, and nobody approved it as it stands.
        DraftStaleError: the draft changed, or its file reads otherwise now.
        DraftClosedError: it came to an end.
    """
    desk = desk_for(workspace, actor, revision)
    is_new, reports, related = publishing.publish(desk, draft_id)
    return answer_for(workspace.record, reports, is_new=is_new, related=related)


def discard(
    workspace: Workspace, draft_id: str, actor: Actor, *, revision: int, reason: str = ""
) -> Draft:
    """Give a draft up; what was decided in it is void, and the history keeps it.

    Raises:
        ForbiddenError: the role lacks the right.
        DraftStaleError: the draft changed since; DraftClosedError: it came to an end.
    """
    return steps.discard(desk_for(workspace, actor, revision), draft_id, reason)


def four_eyes(workspace: Workspace) -> bool:
    """Tell whether a second person has to approve what is published; not in a new record."""
    return publishing.has_four_eyes(workspace.record)


def set_four_eyes(workspace: Workspace, actor: Actor, *, is_on: bool) -> None:
    """Ask for a second person at every publication, or for none.

    Raises:
        ForbiddenError: the role lacks the right to publish.
    """
    publishing.set_four_eyes(desk_for(workspace, actor, 0), is_on=is_on)


def desk_for(workspace: Workspace, actor: Actor, revision: int) -> Desk:
    """Return an actor at work on a draft of which they saw a revision."""
    return Desk(record=workspace.record, actor=actor, revision=revision)
