"""The verbs of a review: a file becomes a draft, people settle it, and it is published.

The verbs that end a review: approved, published or given up.

The JSON shape of decisions and of the places they are about (docs/reference/json.md).

The JSON shapes of drafts (docs/reference/json.md).

Drafts looked at last: one is read again only when it changed, by whichever process.
"""

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from threading import RLock

from jinque import documents
from jinque.api.workspace import Progress, Workspace, find_edition
from jinque.ingestion.files import answer_for
from jinque.ingestion.replacing import beside
from jinque.ingestion.source import SourceFile
from jinque.model import IngestAnswer
from jinque.model.decision import Actor, Relation, Settlement
from jinque.model.review import ComparedRow, Draft, DraftEdition, DraftSummary
from jinque.review import steps
from jinque.review import steps as publishing
from jinque.review.signatures import Signatories
from jinque.review.steps import Desk, looked_at
from jinque.store.drafts import Drafts, Stamp, stamp_of


def approve(workspace: Workspace, draft_id: str, actor: Actor, *, revision: int) -> Draft:
    """Confirm a draft as it stands; any later decision takes the approval back.

    Raises:
        ForbiddenError: the role lacks the right.
        DraftBlockedError: errors or questions are open.
        FourEyesError: two people are asked for, and the actor uploaded or decided something of
            the draft, or is the only one left to publish it.
        DraftStaleError: the draft changed since; DraftClosedError: it came to an end.
    """
    return publishing.approve(desk_for(workspace, actor, revision), draft_id)


def publish(workspace: Workspace, draft_id: str, actor: Actor, *, revision: int) -> IngestAnswer:
    """Publish a draft; its editions never change again.

    Raises:
        ForbiddenError: the role lacks the right.
        DraftBlockedError: errors or questions are open.
        FourEyesError: two people are asked for, and the actor had a hand in the draft or
            approved it.
        NotApprovedError: two people are asked for, and nobody approved it as it stands; where
            nobody else could approve it, the publication is the second signature.
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


def signatories(workspace: Workspace, draft_id: str) -> Signatories:
    """Return who may still approve and publish a draft where two people are asked for.

    Raises:
        UnknownDraftError: there is no such draft.
    """
    _, history = Drafts(workspace.record).draft(draft_id)
    return publishing.signatories(workspace.record, draft_id, history)


def set_four_eyes(workspace: Workspace, actor: Actor, *, is_on: bool) -> None:
    """Ask for a second person at every publication, or for none.

    Raises:
        ForbiddenError: the role lacks the right to publish.
    """
    publishing.set_four_eyes(desk_for(workspace, actor, 0), is_on=is_on)


def desk_for(workspace: Workspace, actor: Actor, revision: int) -> Desk:
    """Return an actor at work on a draft of which they saw a revision."""
    return Desk(record=workspace.record, actor=actor, revision=revision)


__all__ = [
    "approve",
    "compared",
    "discard",
    "draft",
    "drafts",
    "four_eyes",
    "publish",
    "review_bytes",
    "review_file",
    "set_four_eyes",
    "settle",
    "signatories",
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


def review_again(
    workspace: Workspace, typed: str, actor: Actor, *, progress: Progress | None = None
) -> Draft:
    """Read the source of an edition once more, into a draft; see `review_bytes`.

    Raises:
        UnknownEditionError: there is no edition of that identifier; the hint names near ones.
        ForbiddenError: the role lacks the right to upload.
        WrongCallError: the source cannot be read any more; nothing was changed.
    """
    summary = find_edition(workspace, typed).summary
    data = workspace.record.source(summary.source_sha256)
    return review_bytes(workspace, data, summary.source_name, actor, progress=progress)


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


def compared(workspace: Workspace, one: DraftEdition) -> tuple[ComparedRow, ...]:
    """Return what differs between a draft and the edition whose next version it would become.

    Args:
        workspace: where the edition is.
        one: a catalogue of a draft.

    Returns:
        Facts of the edition first, then rows; nothing where it becomes no version of another.
    """
    other = one.related.other
    if one.related.relation is not Relation.SAME_EDITION or other is None:
        return ()
    return beside(one.edition, workspace.record.published(other).edition)


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


MOST_DRAFTS = 4


class Shelf:
    """The drafts of a workspace for who looks at them again and again; safe between threads."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lock = RLock()
        self._drafts: OrderedDict[str, tuple[Stamp, Draft]] = OrderedDict()
        self._summaries: dict[str, tuple[Stamp, DraftSummary]] = {}

    def draft(self, draft_id: str) -> Draft:
        """Return a draft as it is now.

        Raises:
            UnknownDraftError: there is none of that identifier.
        """
        with self._lock:
            stamp = stamp_of(self._workspace.record, draft_id)
            held = self._drafts.get(draft_id)
            found = held[1] if held and held[0] == stamp else None
            if found is None:
                found = draft(self._workspace, draft_id)
            self._keep(stamp, found)
            return found

    def summaries(self) -> tuple[DraftSummary, ...]:
        """Return all drafts, open ones first, in both kinds the newest first."""
        with self._lock:
            every = Drafts(self._workspace.record).identifiers()
            return tuple(self._summary(each) for each in every)

    def _summary(self, draft_id: str) -> DraftSummary:
        stamp = stamp_of(self._workspace.record, draft_id)
        held = self._summaries.get(draft_id)
        if held is None or held[0] != stamp:
            held = (stamp, self.draft(draft_id).summary())
            self._summaries[draft_id] = held
        return held[1]

    def _keep(self, stamp: Stamp, draft: Draft) -> None:
        self._drafts[draft.id] = (stamp, draft)
        self._drafts.move_to_end(draft.id)
        while len(self._drafts) > MOST_DRAFTS:
            self._drafts.popitem(last=False)
