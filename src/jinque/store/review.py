"""Drafts and decisions as the rest of the program sees them."""

from sqlalchemy import select

from jinque.model.review_decision import Decision
from jinque.store import Record
from jinque.store.review_faults import closed_draft, stale_draft, unknown_draft
from jinque.store.review_queries import decisions_of, draft_row, open_draft_id
from jinque.store.review_rows import DraftRow, draft_of
from jinque.store.review_schema import draft as draft_table
from jinque.store.review_writing import Arrived, Change, begin, carry_out


class Drafts:
    """The drafts of a record; every method raises `MachineError` when the database fails."""

    def __init__(self, record: Record) -> None:
        self._database = record.database

    def begin(self, arrived: Arrived, upload: Decision) -> str:
        """Keep a file and what was read in it; the identifier of its open draft if it has one."""
        with self._database.writing() as connection:
            held = open_draft_id(connection, arrived.sha256)
            return held or begin(connection, arrived, upload)

    def identifiers(self) -> tuple[str, ...]:
        """Return all drafts, open ones first, in both kinds the newest first."""
        is_closed = draft_table.c.state != "open"
        query = select(draft_table.c.id).order_by(is_closed, draft_table.c.sequence.desc())
        with self._database.reading() as connection:
            return tuple(connection.scalars(query))

    def open_of(self, sha256: str) -> str | None:
        """Return the identifier of the open draft of a source."""
        with self._database.reading() as connection:
            return open_draft_id(connection, sha256)

    def draft(self, draft_id: str) -> tuple[DraftRow, tuple[Decision, ...]]:
        """Return a draft with every decision about its source, oldest first.

        Raises:
            UnknownDraftError: there is none of that identifier.
        """
        with self._database.reading() as connection:
            row = draft_row(connection, draft_id)
            if row is None:
                raise unknown_draft(draft_id)
            return draft_of(row), decisions_of(connection, row["source_sha256"])

    def checked(self, draft_id: str, seen: int) -> tuple[DraftRow, tuple[Decision, ...]]:
        """Return the same of an open draft that did not change since somebody saw it.

        Raises:
            UnknownDraftError: there is none of that identifier.
            DraftClosedError: it was published or discarded.
            DraftStaleError: it changed since.
        """
        row, history = self.draft(draft_id)
        _check(row.id, row.state, row.revision, seen)
        return row, history

    def decisions(self, sha256: str) -> tuple[Decision, ...]:
        """Return every decision about a source, oldest first."""
        with self._database.reading() as connection:
            return decisions_of(connection, sha256)

    def change(self, draft_id: str, seen: int, change: Change) -> bool:
        """Take one step; True when something was published.

        Args:
            draft_id: a draft.
            seen: the revision that whoever decides looked at.
            change: the step.

        Raises:
            UnknownDraftError: there is none of that identifier.
            DraftClosedError: it was published or discarded.
            DraftStaleError: it changed since.
        """
        with self._database.writing() as connection:
            row = draft_row(connection, draft_id)
            if row is None:
                raise unknown_draft(draft_id)
            _check(draft_id, row["state"], row["revision"], seen)
            return carry_out(connection, draft_id, row["source_sha256"], change)


def _check(draft_id: str, state: str, revision: int, seen: int) -> None:
    if state != "open":
        raise closed_draft(draft_id, state)
    if revision != seen:
        raise stale_draft(draft_id, seen, revision)
