"""How drafts grow: by whole steps, each in the transaction of the caller."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, insert, select, update

from jinque.model.review import DraftReading
from jinque.model.review_decision import Decision
from jinque.store.publication import Arrival, keep_source, publish, utc_now
from jinque.store.review_queries import text_fits
from jinque.store.review_rows import body_of, columns_of
from jinque.store.review_schema import decision as decision_table
from jinque.store.review_schema import draft as draft_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A file that is to be reviewed; `read_by` is the checksum of the code that read it."""

    data: bytes
    sha256: str
    name: str
    readings: Sequence[DraftReading]
    read_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One step of a draft, carried out as a whole or not at all.

    Attributes:
        decisions: their numbers and drafts are given when they are kept.
        readings: what is read now; None where that is the same.
        read_by: goes with `readings`.
        state: the state behind the step.
        publication: what is published by it; None by most.
    """

    decisions: Sequence[Decision]
    readings: Sequence[DraftReading] | None = None
    read_by: str = ""
    state: str = "open"
    publication: Arrival | None = None


def begin(connection: Connection, arrived: Arrived, upload: Decision) -> str:
    """Make a draft of a file that has none open; return its identifier."""
    now, mine = utc_now(), draft_table.c.source_sha256 == arrived.sha256
    name = text_fits(arrived.name)
    keep_source(connection, arrived.data, sha256=arrived.sha256, name=name, now=now)
    count = connection.scalar(select(func.count()).select_from(draft_table).where(mine)) or 0
    last = connection.scalar(select(func.max(draft_table.c.sequence))) or 0
    draft_id = f"{arrived.sha256[:10]}-{count + 1}"
    connection.execute(
        insert(draft_table).values(
            id=draft_id,
            sequence=last + 1,
            source_sha256=arrived.sha256,
            source_name=name,
            state="open",
            revision=1,
            created_at=now,
            created_by=upload.by,
            read_by=arrived.read_by,
            **columns_of(arrived.readings),
        )
    )
    _add(connection, draft_id, arrived.sha256, [upload])
    return draft_id


def carry_out(connection: Connection, draft_id: str, sha256: str, change: Change) -> bool:
    """Take a step; True when something was published."""
    values: dict[str, object] = {"revision": draft_table.c.revision + 1, "state": change.state}
    if change.readings is not None:
        values |= {"read_by": change.read_by, **columns_of(change.readings)}
    connection.execute(update(draft_table).where(draft_table.c.id == draft_id).values(values))
    _add(connection, draft_id, sha256, change.decisions)
    return change.publication is not None and publish(connection, change.publication)


def _add(connection: Connection, draft_id: str, sha256: str, decisions: Sequence[Decision]) -> None:
    mine = decision_table.c.source_sha256 == sha256
    last = connection.scalar(select(func.max(decision_table.c.number)).where(mine)) or 0
    for number, each in enumerate(decisions, start=last + 1):
        kept = replace(each, number=number, draft_id=draft_id)
        connection.execute(
            insert(decision_table).values(
                source_sha256=sha256,
                number=number,
                draft_id=draft_id,
                action=kept.action.value,
                by=kept.by,
                at=kept.at,
                undoes=kept.undoes,
                body=body_of(kept),
            )
        )
