"""The history of accounts and of drafts together, the last line first."""

from sqlalchemy import Connection, func, literal, null, select, union_all

from jinque.model.history import HistoryLine
from jinque.store.accounts_schema import deed
from jinque.store.review_schema import decision, draft

_DEEDS = select(
    deed.c.at,
    deed.c.by,
    deed.c.kind.label("what"),
    deed.c.about,
    null().label("draft_id"),
    deed.c.detail,
    literal(0).label("source"),
    deed.c.sequence.label("number"),
)
_DECISIONS = select(
    decision.c.at,
    decision.c.by,
    ("draft_" + decision.c.action).label("what"),
    draft.c.source_name.label("about"),
    decision.c.draft_id,
    literal("").label("detail"),
    literal(1).label("source"),
    decision.c.number,
).join(draft, draft.c.id == decision.c.draft_id)
_ALL = union_all(_DEEDS, _DECISIONS).subquery()


def newest(connection: Connection, limit: int, offset: int) -> tuple[HistoryLine, ...]:
    """Return lines, the last one first."""
    query = (
        select(_ALL)
        .order_by(_ALL.c.at.desc(), _ALL.c.source.desc(), _ALL.c.number.desc())
        .limit(limit)
        .offset(offset)
    )
    return tuple(
        HistoryLine(
            at=row["at"],
            by=row["by"],
            what=row["what"],
            about=row["about"],
            draft_id=row["draft_id"],
            detail=row["detail"],
        )
        for row in connection.execute(query).mappings()
    )


def count(connection: Connection) -> int:
    """Return how many lines there are."""
    return connection.scalar(select(func.count()).select_from(_ALL)) or 0
