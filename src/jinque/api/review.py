"""The verbs of a review: a file becomes a draft, people settle it, and it is published."""

from collections.abc import Sequence
from pathlib import Path

from jinque import documents
from jinque.api.review_ending import (
    approve,
    desk_for,
    discard,
    four_eyes,
    publish,
    set_four_eyes,
)
from jinque.api.workspace import Progress, Workspace
from jinque.ingestion import review as steps
from jinque.ingestion.review_desk import Desk, looked_at
from jinque.ingestion.source_file import SourceFile
from jinque.model.review import Draft, DraftSummary
from jinque.model.review_actor import Actor
from jinque.model.review_decision import Settlement
from jinque.store.review import Drafts

__all__ = [
    "approve",
    "discard",
    "draft",
    "drafts",
    "four_eyes",
    "publish",
    "review_bytes",
    "review_file",
    "set_four_eyes",
    "settle",
    "undo",
]


def review_file(
    workspace: Workspace,
    path: Path,
    actor: Actor,
    *,
    edition_id: str | None = None,
    progress: Progress | None = None,
) -> Draft:
    """Read a file into a draft; see `review_bytes`.

    Raises:
        ForbiddenError: the role lacks the right to upload.
        WrongCallError: the file cannot be read as a catalogue; nothing was kept.
    """
    data = documents.load(path)
    return review_bytes(workspace, data, path.name, actor, edition_id=edition_id, progress=progress)


def review_bytes(
    workspace: Workspace,
    data: bytes,
    name: str,
    actor: Actor,
    *,
    edition_id: str | None = None,
    progress: Progress | None = None,
) -> Draft:
    """Read a file's bytes into a draft; bytes under review give the draft that is open.

    Args:
        workspace: where the draft is kept.
        data: the file's bytes.
        name: the file's name.
        actor: who uploads it.
        edition_id: what the edition is to be called; None derives it from document and name.
        progress: called with `read`, `extract` and `keep`.

    Raises:
        ForbiddenError: the role lacks the right to upload.
        WrongCallError: the file cannot be read as a catalogue; nothing was kept.
    """
    file = SourceFile(data=data, name=name, edition_id=edition_id)
    return steps.begin(Desk(record=workspace.record, actor=actor), file, progress)


def drafts(workspace: Workspace) -> tuple[DraftSummary, ...]:
    """Return all drafts, open ones first, in both kinds the newest first."""
    identifiers = Drafts(workspace.record).identifiers()
    return tuple(looked_at(workspace.record, each).summary() for each in identifiers)


def draft(workspace: Workspace, draft_id: str) -> Draft:
    """Return a draft as it is now.

    Raises:
        UnknownDraftError: there is none of that identifier.
    """
    return looked_at(workspace.record, draft_id)


def settle(
    workspace: Workspace,
    draft_id: str,
    settlements: Sequence[Settlement],
    actor: Actor,
    *,
    revision: int,
) -> Draft:
    """Take decisions about a draft, all of them or none.

    Args:
        workspace: where the draft is.
        draft_id: its identifier.
        settlements: what is decided, in this order.
        actor: who decides.
        revision: of the draft that the actor looked at.

    Raises:
        ForbiddenError: the role lacks the right.
        DecisionError: one of them does not go with the draft.
        DraftStaleError: the draft changed since; DraftClosedError: it came to an end.
    """
    return steps.settle(desk_for(workspace, actor, revision), draft_id, settlements)


def undo(
    workspace: Workspace,
    draft_id: str,
    actor: Actor,
    *,
    revision: int,
    number: int | None = None,
    reason: str = "",
) -> Draft:
    """Undo a decision that is in force.

    Args:
        workspace: where the draft is.
        draft_id: its identifier.
        actor: who undoes it.
        revision: of the draft that the actor looked at.
        number: of the decision; None means the last one of the draft.
        reason: may be empty.

    Raises:
        ForbiddenError: the role lacks the right.
        DecisionError: no such decision is in force.
        DraftStaleError: the draft changed since; DraftClosedError: it came to an end.
    """
    return steps.undo(desk_for(workspace, actor, revision), draft_id, number, reason)
