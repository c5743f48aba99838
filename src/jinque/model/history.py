"""Who did what in an office: accounts and drafts in one list."""

from dataclasses import dataclass


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
