"""Who takes part in a review, and what each role of an office may do there."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from jinque.model.account import Role


class Right(StrEnum):
    """One thing that somebody may do in a review."""

    UPLOAD = "upload"
    SETTLE = "settle"
    UNDO = "undo"
    DISCARD = "discard"
    APPROVE = "approve"
    PUBLISH = "publish"


_EDITING = frozenset({Right.UPLOAD, Right.SETTLE, Right.UNDO, Right.DISCARD})

RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {
        Role.EDITOR: _EDITING,
        Role.REVIEWER: _EDITING | {Right.APPROVE},
        Role.PUBLISHER: _EDITING | {Right.APPROVE, Right.PUBLISH},
    }
)
"""The one table of rights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person at work on the record.

    Attributes:
        name: account of an office, or user of the operating system; stands in the history.
    """

    name: str
    role: Role

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("whoever decides has a name")

    def may(self, right: Right) -> bool:
        """Tell whether the role holds the right."""
        return right in RIGHTS[self.role]
