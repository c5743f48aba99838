"""The next editions under compilation: parts that change, steps that never do.

A step and the parts it changes are written in one transaction. A part remembers the step that
last changed it, so that two people at work on two rows do not stand in each other's way, and of
two at work on one row the second is told.
"""

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from jinque.errors import DraftClosedError, DraftStaleError, MachineError, UnknownDraftError
from jinque.locale import read_words, say, write_words
from jinque.model.account import Role
from jinque.model.publishing import (
    DraftPost,
    DraftStep,
    NextEdition,
    NextEditionSummary,
    Opinion,
    Part,
    PartChange,
    Stage,
    StepKind,
)
from jinque.store import Record
from jinque.store.drafts import text_fits
from jinque.store.record import utc_now
from jinque.store.tables import next_edition, next_edition_part, next_edition_step, petition

CLOSED = {Stage.PUBLISHED: say("published"), Stage.DISCARDED: say("discarded")}

_PART = msgspec.json.Decoder(Part, dec_hook=read_words)
_OPINION = msgspec.json.Decoder(Opinion, dec_hook=read_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """What a step says besides the columns of its row."""

    role: Role
    about: str = ""
    reason: str = ""
    changes: tuple[PartChange, ...] = ()
    undoes: int | None = None


_BODY = msgspec.json.Decoder(_Body, dec_hook=read_words)

Change = Callable[[NextEdition], tuple[DraftStep, Stage]]
"""Works out one step, and the stage behind it, of a draft as it stands in the transaction."""


class NextEditions:
    """The next editions of a record; every method raises `MachineError` where it fails."""

    def __init__(self, record: Record) -> None:
        self._database = record.database

    def begin(self, former: str, begun: DraftStep) -> str:
        """Make a draft of its first step; return its identifier.

        What the public said of the former edition while no draft was open becomes part of it.
        """
        with self._database.writing() as connection:
            mine = next_edition.c.former == former
            count = connection.scalar(select(func.count()).select_from(next_edition).where(mine))
            last = connection.scalar(select(func.max(next_edition.c.sequence))) or 0
            draft_id = f"{former}-next-{(count or 0) + 1}"
            connection.execute(
                insert(next_edition).values(
                    id=draft_id,
                    sequence=last + 1,
                    former=former,
                    stage=Stage.WORKING.value,
                    revision=1,
                    created_at=begun.at,
                    created_by=begun.by,
                    edition_id="",
                )
            )
            heard = tuple(_waiting(connection, former, draft_id))
            opinions = tuple(
                PartChange(name=f"opinion:{each.id}", before=None, after=Part(opinion=each))
                for each in heard
            )
            _write(connection, draft_id, replace(begun, changes=(*begun.changes, *opinions)))
            return draft_id

    def summaries(self) -> tuple[NextEditionSummary, ...]:
        """Return all drafts, open ones first, in both kinds the newest first."""
        closed = next_edition.c.stage.in_([each.value for each in CLOSED])
        query = select(next_edition).order_by(closed, next_edition.c.sequence.desc())
        with self._database.reading() as connection:
            rows = connection.execute(query).mappings().all()
            return tuple(_summary(connection, row) for row in rows)

    def draft(self, draft_id: str) -> NextEdition:
        """Return a draft as it stands, with its history.

        Raises:
            UnknownDraftError: there is none of that identifier.
        """
        with self._database.reading() as connection:
            return _draft(connection, draft_id)

    def change(self, draft_id: str, change: Change, seen: Mapping[str, int]) -> NextEdition:
        """Take one step in one transaction; return the draft behind it.

        Args:
            draft_id: a draft.
            change: works the step out.
            seen: part -> number of the step that last changed it as the caller saw it; a part
                that changed since is refused. A part that is not named is not checked.

        Raises:
            UnknownDraftError: there is none of that identifier.
            DraftClosedError: it was published or discarded.
            DraftStaleError: somebody changed one of the parts meanwhile.
            and what `change` raises; the draft is as it was.
        """
        with self._database.writing() as connection:
            held = _draft(connection, draft_id)
            if held.stage in CLOSED:
                raise _closed(held)
            _check_seen(held, seen)
            step, stage = change(held)
            _write(connection, draft_id, step)
            values = {"revision": step.number, "stage": stage.value}
            mine = next_edition.c.id == draft_id
            connection.execute(update(next_edition).where(mine).values(values))
            return _draft(connection, draft_id)

    def published_as(self, draft_id: str, edition_id: str) -> None:
        """Note which edition a draft became."""
        mine = next_edition.c.id == draft_id
        with self._database.writing() as connection:
            connection.execute(update(next_edition).where(mine).values(edition_id=edition_id))

    def draft_of_edition(self, edition_id: str) -> str | None:
        """Return the draft that became an edition, the last one where there are several."""
        query = select(next_edition.c.id).where(next_edition.c.edition_id == edition_id)
        with self._database.reading() as connection:
            return connection.scalar(query.order_by(next_edition.c.sequence.desc()).limit(1))

    def open_from(self, former: str) -> str | None:
        """Return the newest draft from an edition that is open."""
        query = select(next_edition.c.id).where(
            next_edition.c.former == former,
            next_edition.c.stage.not_in([each.value for each in CLOSED]),
        )
        with self._database.reading() as connection:
            return connection.scalar(query.order_by(next_edition.c.sequence.desc()).limit(1))

    def keep_petition(self, edition_id: str, opinion: Opinion) -> str:
        """Keep what the public said until a draft of the next edition begins; return its id."""
        with self._database.writing() as connection:
            last = connection.scalar(select(func.max(petition.c.number))) or 0
            body = msgspec.json.encode(opinion, enc_hook=write_words).decode()
            connection.execute(
                insert(petition).values(
                    number=last + 1, edition_id=edition_id, taken_by="", body=body
                )
            )
            return f"p{last + 1}"

    def hear_petition(self, draft_id: str, opinion: Opinion) -> str:
        """Make what the public said a part of an open draft; return its identifier."""
        with self._database.writing() as connection:
            held = _draft(connection, draft_id)
            number = held.revision + 1
            heard = replace(opinion, id=f"o{number}")
            change = PartChange(name=f"opinion:{heard.id}", before=None, after=Part(opinion=heard))
            step = DraftStep(
                number=number,
                kind=StepKind.OPINION,
                by=opinion.source,
                role=Role.EDITOR,
                at=utc_now(),
                about=heard.id,
                changes=(change,),
            )
            _write(connection, draft_id, step)
            mine = next_edition.c.id == draft_id
            connection.execute(update(next_edition).where(mine).values(revision=number))
            return heard.id


def _waiting(connection: Connection, former: str, draft_id: str) -> list[Opinion]:
    mine = (petition.c.edition_id == former) & (petition.c.taken_by == "")
    rows = connection.execute(select(petition).where(mine).order_by(petition.c.number)).all()
    connection.execute(update(petition).where(mine).values(taken_by=draft_id))
    return [replace(_OPINION.decode(row.body), id=f"p{row.number}") for row in rows]


def _write(connection: Connection, draft_id: str, step: DraftStep) -> None:
    body = _Body(
        role=step.role,
        about=step.about,
        reason=text_fits(step.reason),
        changes=step.changes,
        undoes=step.undoes,
    )
    connection.execute(
        insert(next_edition_step).values(
            draft_id=draft_id,
            number=step.number,
            kind=step.kind.value,
            by=step.by,
            at=step.at,
            body=zlib.compress(msgspec.json.encode(body, enc_hook=write_words), 1),
        )
    )
    parts = next_edition_part
    for each in step.changes:
        mine = (parts.c.draft_id == draft_id) & (parts.c.name == each.name)
        connection.execute(delete(parts).where(mine))
        if each.after is not None:
            body_text = msgspec.json.encode(each.after, enc_hook=write_words).decode()
            connection.execute(
                insert(parts).values(
                    draft_id=draft_id,
                    name=each.name,
                    step=step.number,
                    body=text_fits(body_text),
                )
            )


def _draft(connection: Connection, draft_id: str) -> NextEdition:
    fits = draft_id == text_fits(draft_id)
    query = select(next_edition).where(next_edition.c.id == draft_id)
    row = connection.execute(query).mappings().first() if fits else None
    if row is None:
        raise UnknownDraftError(
            say("There is no draft {draft_id}.", draft_id=draft_id),
            where=draft_id,
            hint=say("`jinque draft list` lists the drafts of next editions."),
        )
    mine = next_edition_part.c.draft_id == draft_id
    parts = connection.execute(select(next_edition_part).where(mine)).all()
    try:
        return _assembled(row, parts, _steps(connection, draft_id))
    except (msgspec.MsgspecError, zlib.error) as fault:
        raise MachineError(
            say("The content of this draft in the record is damaged."),
            where=draft_id,
            hint=say("Restore a backup; what was published is not affected."),
        ) from fault


def _assembled(
    row: RowMapping, parts: Sequence[Any], history: tuple[DraftStep, ...]
) -> NextEdition:
    held = {each.name: _PART.decode(each.body) for each in parts}
    head = held["head"].head if "head" in held else None
    if head is None:
        raise msgspec.ValidationError("the draft has no head")
    posts: list[DraftPost] = [each.post for each in held.values() if each.post is not None]
    heard: list[Opinion] = [each.opinion for each in held.values() if each.opinion is not None]
    return NextEdition(
        id=row["id"],
        former=row["former"],
        stage=Stage(row["stage"]),
        revision=row["revision"],
        created_at=row["created_at"],
        created_by=row["created_by"],
        head=head,
        posts=tuple(sorted(posts, key=lambda each: (each.order, each.key))),
        opinions=tuple(sorted(heard, key=lambda each: (each.received_on, each.id))),
        history=history,
        seen={each.name: each.step for each in parts},
        edition_id=row["edition_id"],
    )


def _steps(connection: Connection, draft_id: str) -> tuple[DraftStep, ...]:
    steps = next_edition_step
    query = select(steps).where(steps.c.draft_id == draft_id).order_by(steps.c.number)
    return tuple(_step(row) for row in connection.execute(query).mappings())


def _step(row: RowMapping) -> DraftStep:
    body = _BODY.decode(zlib.decompress(row["body"]))
    return DraftStep(
        number=row["number"],
        kind=StepKind(row["kind"]),
        by=row["by"],
        role=body.role,
        at=row["at"],
        about=body.about,
        reason=body.reason,
        changes=body.changes,
        undoes=body.undoes,
    )


def _summary(connection: Connection, row: RowMapping) -> NextEditionSummary:
    parts = next_edition_part
    mine = (parts.c.draft_id == row["id"]) & (parts.c.name == "head")
    head = _PART.decode(connection.scalar(select(parts.c.body).where(mine)) or "{}").head
    return NextEditionSummary(
        id=row["id"],
        former=row["former"],
        title=head.title if head else "",
        stage=Stage(row["stage"]),
        revision=row["revision"],
        created_at=row["created_at"],
        created_by=row["created_by"],
        edition_id=row["edition_id"],
    )


def _closed(held: NextEdition) -> DraftClosedError:
    return DraftClosedError(
        say(
            "Draft {draft_id} is {message}; it changes no more.",
            draft_id=held.id,
            message=CLOSED[held.stage],
        ),
        where=held.id,
        hint=say("Begin another one: jinque draft new --from EDITION"),
    )


def _check_seen(held: NextEdition, seen: Mapping[str, int]) -> None:
    for name, number in seen.items():
        newest = held.seen.get(name, 0)
        if newest == number:
            continue
        step = next((each for each in reversed(held.history) if each.number == newest), None)
        raise DraftStaleError(
            say(
                "{name} was changed by {by} meanwhile ({at}); what you wrote was not saved.",
                name=name.partition(":")[2] or name,
                by=step.by if step else "?",
                at=step.at if step else "?",
            ),
            where=f"{held.id} {name}",
            hint=say("Look at the row as it is now, and write your change once more if it holds."),
        )
