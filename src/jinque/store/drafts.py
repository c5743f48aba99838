"""Drafts and decisions as the rest of the program sees them.

What the record says of drafts that are not there, are closed, or changed meanwhile.

What is asked of drafts and decisions; values that no row can hold find nothing.

Drafts and decisions as the texts that the record holds, and back.

Whether a draft is still what it was, without reading it.

How drafts grow: by whole steps, each in the transaction of the caller.
"""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import Connection, RowMapping, func, insert, select, update

from jinque.errors import DraftClosedError, DraftStaleError, MachineError, UnknownDraftError
from jinque.locale import read_words, say, write_words
from jinque.model.account import Role
from jinque.model.decision import Action, Decision, Target
from jinque.model.review import DraftReading
from jinque.store import Record
from jinque.store.record import Arrival, keep_source, publish, utc_now
from jinque.store.tables import decision, draft
from jinque.store.tables import decision as decision_table
from jinque.store.tables import draft as draft_table

_STATES = {"published": say("published"), "discarded": say("discarded")}


def unknown_draft(draft_id: str) -> UnknownDraftError:
    """Tell a draft that is not there."""
    return UnknownDraftError(
        say("There is no draft {draft_id}.", draft_id=draft_id),
        where=draft_id,
        hint=say("`jinque review list` lists the drafts."),
    )


def closed_draft(draft_id: str, state: str) -> DraftClosedError:
    """Tell a draft that came to an end, by its state."""
    message = _STATES[state]
    return DraftClosedError(
        say(
            "Draft {draft_id} is {message}; it changes no more.", draft_id=draft_id, message=message
        ),
        where=draft_id,
        hint=say(
            "To change what was published, put the same file under review again: the "
            "decisions taken before are applied by themselves."
        ),
    )


def stale_draft(draft_id: str, seen: int, newest: int) -> DraftStaleError:
    """Tell a draft of which the caller saw an older revision."""
    return DraftStaleError(
        say(
            "Draft {draft_id} changed: you saw revision {seen}, it is at {newest} now; "
            "nothing was saved.",
            draft_id=draft_id,
            seen=seen,
            newest=newest,
        ),
        where=draft_id,
        hint=say("Open the draft again, look at what changed, and decide anew."),
    )


_READINGS = msgspec.json.Decoder(tuple[DraftReading, ...], dec_hook=read_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """A draft as it is kept, without what was decided about it.

    Attributes:
        state: `open`, `published` or `discarded`.
        content_sha256: checksum of `readings`.
        read_by: checksum of the code that read it.
    """

    id: str
    state: str
    revision: int
    source_sha256: str
    source_name: str
    created_at: str
    created_by: str
    content_sha256: str
    read_by: str
    readings: tuple[DraftReading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """What a decision says besides the columns of its row."""

    role: Role
    reason: str
    target: Target | None
    value: str | None
    other: str | None
    named: str | None


_BODY = msgspec.json.Decoder(_Body, dec_hook=read_words)


def draft_of(row: RowMapping) -> DraftRow:
    """Decode a draft.

    Raises:
        MachineError: its text is damaged.
    """
    values = {name: row[name] for name in DraftRow.__slots__ if name != "readings"}
    try:
        return DraftRow(**values, readings=_READINGS.decode(zlib.decompress(row["body"])))
    except (msgspec.MsgspecError, zlib.error) as fault:
        raise _damaged(row["id"]) from fault


def decision_of(row: RowMapping, undone_by: Mapping[int, int], *, is_void: bool) -> Decision:
    """Decode a decision.

    Args:
        row: its row.
        undone_by: for each number that was undone the one of the decision that undid it.
        is_void: its draft was discarded.

    Raises:
        MachineError: its text is damaged.
    """
    try:
        body = _BODY.decode(row["body"])
    except msgspec.MsgspecError as fault:
        raise _damaged(f"{row['draft_id']} #{row['number']}") from fault
    return Decision(
        number=row["number"],
        draft_id=row["draft_id"],
        action=Action(row["action"]),
        by=row["by"],
        at=row["at"],
        undoes=row["undoes"],
        undone_by=undone_by.get(row["number"]),
        is_void=is_void,
        **{name: getattr(body, name) for name in _Body.__slots__},
    )


def body_of(decision: Decision) -> str:
    """Encode what the columns of a decision's row do not say."""
    body = _Body(**{name: getattr(decision, name) for name in _Body.__slots__})
    return msgspec.json.encode(body, enc_hook=write_words).decode()


def columns_of(readings: Sequence[DraftReading]) -> dict[str, str | bytes]:
    """Encode what was read, with its checksum."""
    body = msgspec.json.encode(tuple(readings), enc_hook=write_words)
    sha256 = hashlib.sha256(body).hexdigest()
    return {"body": zlib.compress(body, 1), "content_sha256": sha256}


def _damaged(where: str) -> MachineError:
    return MachineError(
        say("The content of this draft in the record is damaged."),
        where=where,
        hint=say("Restore a backup; what was published is not affected."),
    )


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
