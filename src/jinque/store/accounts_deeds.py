"""The history of accounts: added to, read, never changed."""

from sqlalchemy import Connection, RowMapping, func, insert, select

from jinque.model.account import Deed, DeedKind
from jinque.store.accounts_schema import deed


def note(
    connection: Connection, at: str, by: str, kind: DeedKind, about: str, *, detail: str = ""
) -> None:
    """Add a line, in the transaction of what it tells."""
    last = connection.scalar(select(func.max(deed.c.sequence))) or 0
    connection.execute(
        insert(deed).values(
            sequence=last + 1, at=at, by=by, kind=kind.value, about=about, detail=detail
        )
    )


def newest(connection: Connection, limit: int, offset: int) -> tuple[Deed, ...]:
    """Return lines, the last one first."""
    query = select(deed).order_by(deed.c.sequence.desc()).limit(limit).offset(offset)
    return tuple(_deed_of(row) for row in connection.execute(query).mappings())


def _deed_of(row: RowMapping) -> Deed:
    return Deed(
        sequence=row["sequence"],
        at=row["at"],
        by=row["by"],
        kind=DeedKind(row["kind"]),
        about=row["about"],
        detail=row["detail"],
    )
