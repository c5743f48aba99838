"""A draft in short, as every page of it begins."""

from dataclasses import dataclass

from jinque.model.review import Draft
from jinque.model.review_actor import Right
from jinque.web.desk import Desk

STEPS = ("open", "approved", "published")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCard:
    """A draft in short.

    Attributes:
        state: `open`, `approved`, `published` or `discarded`.
        revision: counts the changes; every form names the one it was made on.
        rows: rows of all its catalogues.
        rejected: rows that became none.
        open: issues that wait for somebody.
        blocking: those of them that hold up the publication.
        may: what the role of whoever looks allows: `settle`, `approve`, `publish` and so on.
        is_over: published or discarded: nothing can be changed any more.
        approved_by: who approved it as it stands; None when nobody did, or it changed since.
    """

    id: str
    state: str
    revision: int
    source_name: str
    source_sha256: str
    created_at: str
    created_by: str
    rows: int
    rejected: int
    open: int
    blocking: int
    may: tuple[str, ...]
    is_over: bool
    approved_by: str | None

    @classmethod
    def of(cls, draft: Draft, desk: Desk) -> "DraftCard":
        """Shorten `draft` for whoever is signed in."""
        return cls(
            id=draft.id,
            state=draft.state.value,
            revision=draft.revision,
            source_name=draft.source_name,
            source_sha256=draft.source_sha256,
            created_at=draft.created_at,
            created_by=draft.created_by,
            rows=sum(one.report.rows_out for one in draft.editions),
            rejected=sum(one.report.rows_rejected for one in draft.editions),
            open=len(draft.open_issues),
            blocking=len(draft.blocking),
            may=tuple(right.value for right in Right if desk.actor.may(right)),
            is_over=draft.state.value in {"published", "discarded"},
            approved_by=draft.approved_by,
        )
