"""Who may do what in an office, and what was done.

Who did what in an office: accounts and drafts in one list.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an office entrusts to somebody; `review_actor.RIGHTS` says what each may do."""

    EDITOR = "editor"
    REVIEWER = "reviewer"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A named person of an office.

    Attributes:
        name: as it is signed in with and shown beside what was done; never changes.
        role: what it may do, by the table of rights of a review.
        is_active: may sign in; an account is never deleted, because the history names it.
        created_at: UTC, ISO 8601.
    """

    name: str
    role: Role
    is_active: bool
    created_at: str


class DeedKind(StrEnum):
    """What the history of accounts tells; what was done to drafts stands with them."""

    ACCOUNT_ADDED = "account_added"
    ROLE_SET = "role_set"
    PASSWORD_SET = "password_set"  # noqa: S105 - the name of a deed
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of a deed
    DISABLED = "disabled"
    ENABLED = "enabled"
    UNLOCKED = "unlocked"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One line of the history of accounts.

    Attributes:
        sequence: counts all deeds from 1.
        at: UTC, ISO 8601.
        by: name of the account, or `shell:` and the machine's user for a command.
        about: the account that it was done to.
        detail: the new role, say; never a password and never an address of a machine.
    """

    sequence: int
    at: str
    by: str
    kind: DeedKind
    about: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One thing that was done.

    Attributes:
        at: UTC, ISO 8601.
        by: name of an account, or `shell:` and the machine's user.
        what: a `DeedKind`, or `draft_` and the `Action` of a review.
        about: the account it was done to, or the name of the file.
        draft_id: the draft; None where it is about an account.
        detail: the new role, or the reason given.
    """

    at: str
    by: str
    what: str
    about: str
    draft_id: str | None
    detail: str
