"""What is asked of drafts and decisions; values that no row can hold find nothing."""

from sqlalchemy import Connection, RowMapping, select

from jinque.model.review_decision import Decision
from jinque.store.review_rows import decision_of
from jinque.store.review_schema import decision, draft


def draft_row(connection: Connection, draft_id: str) -> RowMapping | None:
    """Return a whole draft."""
    if draft_id != text_fits(draft_id):
        return None
    return connection.execute(select(draft).where(draft.c.id == draft_id)).mappings().first()


def open_draft_id(connection: Connection, sha256: str) -> str | None:
    """Return the identifier of the open draft of a source; a source has one at most."""
    query = select(draft.c.id).where(draft.c.source_sha256 == sha256, draft.c.state == "open")
    return connection.scalar(query)


def decisions_of(connection: Connection, sha256: str) -> tuple[Decision, ...]:
    """Return every decision about a source, oldest first.

    What was decided in a draft that was discarded is void, undoing as well.
    """
    states = select(draft.c.id).where(draft.c.source_sha256 == sha256, draft.c.state == "discarded")
    void = set(connection.scalars(states))
    query = select(decision).where(decision.c.source_sha256 == sha256).order_by(decision.c.number)
    rows = connection.execute(query).mappings().all()
    undone = {
        row["undoes"]: row["number"]
        for row in rows
        if row["undoes"] is not None and row["draft_id"] not in void
    }
    return tuple(decision_of(row, undone, is_void=row["draft_id"] in void) for row in rows)


def text_fits(text: str) -> str:
    """Return a text without what no row can hold: NUL, and halves of surrogate pairs."""
    return "".join(c for c in text if c != "\0" and not "\ud800" <= c <= "\udfff")
