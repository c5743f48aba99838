"""What every step of a review needs: the draft as its actor saw it, and a decision in his name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from jinque.ingestion.builtin import READERS
from jinque.ingestion.review_reading import read_source
from jinque.ingestion.review_rules import check_right
from jinque.ingestion.review_state import draft_of, in_force
from jinque.ingestion.source_file import SourceFile
from jinque.model.review import Draft, DraftReading
from jinque.model.review_actor import Actor, Right
from jinque.model.review_decision import Action, Decision
from jinque.store import Record, code_checksum
from jinque.store.publication import utc_now
from jinque.store.review import Drafts
from jinque.store.review_rows import DraftRow
from jinque.store.review_writing import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An actor at work on the drafts of a record.

    Attributes:
        revision: of the draft that the actor looked at; 0 before there is one.
    """

    record: Record
    actor: Actor
    revision: int = 0

    @property
    def drafts(self) -> Drafts:
        """The drafts of the record."""
        return Drafts(self.record)

    def take(self, draft_id: str, right: Right) -> tuple[DraftRow, tuple[Decision, ...]]:
        """Return an open draft with its history, for a step that needs a right.

        Raises:
            ForbiddenError: the role lacks the right.
            UnknownDraftError: there is no such draft.
            DraftClosedError: it was published or discarded.
            DraftStaleError: it changed since the actor looked at it.
        """
        check_right(self.actor, right)
        return self.drafts.checked(draft_id, self.revision)

    def made(self, action: Action, *, reason: str = "") -> Decision:
        """Return a decision of the actor, now; its number is given when it is kept."""
        return Decision(
            number=0,
            draft_id="",
            action=action,
            by=self.actor.name,
            role=self.actor.role,
            at=utc_now(),
            reason=reason.strip(),
        )

    def step(self, row: DraftRow, change: Change) -> Draft:
        """Carry a step out and return the draft behind it."""
        self.drafts.change(row.id, self.revision, replace(change, read_by=read_by()))
        return looked_at(self.record, row.id)

    def read(self, row: DraftRow, history: Sequence[Decision]) -> tuple[DraftReading, ...]:
        """Read the source of a draft again, under the decisions in force."""
        uploads = [d for d in history if d.action is Action.UPLOAD and d.draft_id == row.id]
        file = SourceFile(
            data=self.record.source(row.source_sha256),
            name=row.source_name,
            edition_id=uploads[0].named if uploads else None,
        )
        return read_source(self.record, file, in_force(history))


def looked_at(record: Record, draft_id: str) -> Draft:
    """Return a draft as it is now.

    Raises:
        UnknownDraftError: there is no such draft.
    """
    return draft_of(*Drafts(record).draft(draft_id))


@cache
def read_by() -> str:
    """Return the checksum of the code and data that a reading goes through."""
    return code_checksum((*READERS, "ingestion"))
