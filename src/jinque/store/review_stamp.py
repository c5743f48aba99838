"""Whether a draft is still what it was, without reading it."""

from sqlalchemy import func, select

from jinque.store.record import Record
from jinque.store.review_faults import unknown_draft
from jinque.store.review_queries import text_fits
from jinque.store.review_schema import decision, draft

Stamp = tuple[str, int, str, int, int]


def stamp_of(record: Record, draft_id: str) -> Stamp:
    """Return what changes whenever anything about a draft or the history of its source does.

    Raises:
        UnknownDraftError: there is none of that identifier.
    """
    query = select(draft.c.state, draft.c.revision, draft.c.read_by, draft.c.source_sha256)
    with record.database.reading() as connection:
        row = connection.execute(query.where(draft.c.id == text_fits(draft_id))).first()
        if row is None:
            raise unknown_draft(draft_id)
        state, revision, read_by, sha256 = row
        newest = select(func.max(decision.c.number)).where(decision.c.source_sha256 == sha256)
        void = select(func.count()).where(
            draft.c.source_sha256 == sha256, draft.c.state == "discarded"
        )
        decided, voided = connection.scalar(newest) or 0, connection.scalar(void) or 0
    return state, revision, read_by, decided, voided
