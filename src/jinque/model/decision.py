"""How what was read from a file stands to the editions that the record holds already.

Who takes part in a review, and what each role of an office may do there.

What a person asks for in a review, and what is kept of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from jinque.locale import Sentence
from jinque.model.account import Role
from jinque.model.document import Place


class Action(StrEnum):
    """What was done; the first seven settle something and are replayed at every reading."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    ROLE = "role"
    STATE = "state"
    RELATE = "relate"
    RANK = "rank"
    UPLOAD = "upload"
    REREAD = "reread"
    UNDO = "undo"
    APPROVE = "approve"
    PUBLISH = "publish"
    DISCARD = "discard"


SETTLING = (
    *(Action.ACCEPT, Action.CORRECT, Action.REJECT),
    *(Action.ROLE, Action.STATE, Action.RELATE, Action.RANK),
)


class Relation(StrEnum):
    """How what was read stands to an edition of the record."""

    NEW = "new"
    NEXT_EDITION = "next_edition"
    SAME_EDITION = "same_edition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place in a source that a later reading of the same bytes finds again.

    A cell or row is found by its place where it has one, else by its lines and characters, and
    only while the same words are printed there.

    Attributes:
        part: which of the catalogues in the file, from 1.
        place: page, sheet, table, row and column; None in plain text.
        line_start: first line, from 1; None where the target is no place of the text.
        line_end: last line, inclusive.
        start: offset of the first character in plain text.
        end: offset behind the last one.
        printed: the words at that place; a heading for ROLE; empty for a cell not printed.
        field: role of a cell (CORRECT, REJECT of a value) or name of a fact (STATE).
        issue: code of the issue (ACCEPT).
        message: its sentence in Chinese, which tells two issues at one place apart.
    """

    part: int = 1
    place: Place | None = None
    line_start: int | None = None
    line_end: int | None = None
    start: int | None = None
    end: int | None = None
    printed: str = ""
    field: str | None = None
    issue: str | None = None
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What a person asks for, in terms of a draft as it is shown.

    Attributes:
        action: one of `SETTLING`.
        reason: why; compulsory.
        issue: key of the issue that this settles; for ACCEPT compulsory, else it may stand
            instead of `post`.
        post: identifier of the post (CORRECT, REJECT).
        field: role of the cell (CORRECT; REJECT of one value; without it REJECT leaves the whole
            row out), heading of the column (ROLE), name of the fact (STATE), label of
            shortage (RANK).
        value: the new value (CORRECT), the role or None for a column that is kept and not read
            (ROLE), the fact (STATE), a `Relation` (RELATE).
        edition: identifier of the edition in the draft (ROLE, STATE, RELATE); None means the
            only one.
        other: RELATE: the edition of the record that it is the next or the same one of.
        named: RELATE: the identifier of the new edition; None derives it from the file's name.
        at: the place itself, as an export tells it, instead of `issue`, `post` and `edition`.
    """

    action: Action
    reason: str
    issue: str | None = None
    post: str | None = None
    field: str | None = None
    value: str | None = None
    edition: str | None = None
    other: str | None = None
    named: str | None = None
    at: Target | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of a source's history; never changed, undone only by a later one.

    Attributes:
        number: counts from 1 for each source.
        draft_id: the draft in which it was taken.
        at: UTC, ISO 8601 with seconds.
        undoes: number of the decision that this one undoes.
        undone_by: number of the decision that undid this one; None while none did.
        is_void: its draft was discarded.
    """

    number: int
    draft_id: str
    action: Action
    by: str
    role: Role
    at: str
    reason: str = ""
    target: Target | None = None
    value: str | None = None
    other: str | None = None
    named: str | None = None
    undoes: int | None = None
    undone_by: int | None = None
    is_void: bool = False

    @property
    def is_in_force(self) -> bool:
        """Whether it settles something, and the next reading follows it."""
        return self.action in SETTLING and self.undone_by is None and not self.is_void


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedEdition:
    """A relation, proposed or chosen.

    Attributes:
        relation: in force: chosen by a person, or proposed; see `is_settled`.
        other: the edition that it follows or is the same as; None for a new catalogue.
        rows: rows of the file.
        equal_rows: rows that `other` has as well, with the same name and code.
        is_settled: a person chose it, or nothing speaks for anything else.
        free_id: identifier that an edition of its own would get; None where it has one.
        lost: what `other` states for more rows, where this would become its next version.
        is_same: it states the same as `other`: the document was saved or encoded anew.
    """

    relation: Relation
    other: str | None = None
    rows: int = 0
    equal_rows: int = 0
    is_settled: bool = True
    free_id: str | None = None
    lost: tuple[Sentence, ...] = ()
    is_same: bool = False

    @property
    def is_next(self) -> bool:
        """Whether it is, or is proposed as, the next edition of `other`."""
        return self.relation is Relation.NEXT_EDITION


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
