"""Drafts and decisions as the texts that the record holds, and back."""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import RowMapping

from jinque.errors import MachineError
from jinque.model.account import Role
from jinque.model.review import DraftReading
from jinque.model.review_decision import Action, Decision, Target

_READINGS = msgspec.json.Decoder(tuple[DraftReading, ...])


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


_BODY = msgspec.json.Decoder(_Body)


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
    return msgspec.json.encode(body).decode()


def columns_of(readings: Sequence[DraftReading]) -> dict[str, str | bytes]:
    """Encode what was read, with its checksum."""
    body = msgspec.json.encode(tuple(readings))
    sha256 = hashlib.sha256(body).hexdigest()
    return {"body": zlib.compress(body, 1), "content_sha256": sha256}


def _damaged(where: str) -> MachineError:
    return MachineError(
        "记录库里这份草稿的内容已损坏。",
        "The content of this draft in the record is damaged.",
        where=where,
        hint_zh="请恢复备份；已公布的目录不受影响。",
        hint_en="Restore a backup; what was published is not affected.",
    )
