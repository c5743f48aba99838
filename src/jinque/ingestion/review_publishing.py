"""Approval and publication of a draft: nothing leaves it half read or seen by one pair of eyes."""

from collections.abc import Sequence
from dataclasses import replace

from jinque.ingestion.review_desk import Desk, read_by
from jinque.ingestion.review_identity import builtin_profiles
from jinque.ingestion.review_refusals import read_otherwise
from jinque.ingestion.review_rules import (
    check_approval,
    check_blocked,
    check_four_eyes,
    check_right,
)
from jinque.ingestion.review_state import draft_of, settled_report
from jinque.model import Edition, Report
from jinque.model.related import RelatedEdition
from jinque.model.review import Draft
from jinque.model.review_actor import Right
from jinque.model.review_decision import Action, Decision, Relation
from jinque.store import Record
from jinque.store.publication import arrival_of
from jinque.store.review_rows import DraftRow, columns_of
from jinque.store.review_writing import Change

FOUR_EYES_MARK = "four_eyes"
Published = Sequence[tuple[Edition, Report]]


def approve(desk: Desk, draft_id: str) -> Draft:
    """Confirm a draft as it stands; any later decision takes the approval back.

    Raises:
        DraftBlockedError: errors or questions are open.
        FourEyesError: the actor decided about the draft, and the office asks for two people.
    """
    row, history = desk.take(draft_id, Right.APPROVE)
    check_blocked(draft_of(row, history))
    if has_four_eyes(desk.record):
        check_four_eyes(desk.actor, draft_id, history)
    made = replace(desk.made(Action.APPROVE), value=row.content_sha256)
    return desk.step(row, Change(decisions=[made]))


def publish(desk: Desk, draft_id: str) -> tuple[bool, Published, tuple[RelatedEdition, ...]]:
    """Publish a draft.

    Returns:
        Whether the record changed, what was published, and how it stands to the record.

    Raises:
        DraftBlockedError: errors or questions are open.
        NotApprovedError: the office asks for two people, and nobody approved it as it stands.
        DraftStaleError: the file reads otherwise now, by this program or beside what was
            published since; the draft was read again.
    """
    row, history = desk.take(draft_id, Right.PUBLISH)
    draft = draft_of(row, history)
    check_blocked(draft)
    if has_four_eyes(desk.record):
        check_approval(draft)
    _check_reading(desk, row, history)
    made = desk.made(Action.PUBLISH)
    reports = [(each.edition, settled_report(each, history)) for each in row.readings]
    arrival = arrival_of(
        reports,
        desk.record.source(row.source_sha256),
        name=row.source_name,
        is_builtin=bool(builtin_profiles(row.source_sha256)),
    )
    step = Change(decisions=[made], state="published", publication=arrival)
    is_new = desk.drafts.change(draft_id, desk.revision, step)
    return is_new, reports, tuple(each.related for each in row.readings)


def has_four_eyes(record: Record) -> bool:
    """Tell whether a second person has to approve what is published."""
    return record.mark(FOUR_EYES_MARK) == "on"


def set_four_eyes(desk: Desk, *, is_on: bool) -> None:
    """Ask for a second person at every publication, or for none.

    Raises:
        ForbiddenError: the role lacks the right to publish.
    """
    check_right(desk.actor, Right.PUBLISH)
    desk.record.set_mark(FOUR_EYES_MARK, "on" if is_on else "off")


def _check_reading(desk: Desk, row: DraftRow, history: Sequence[Decision]) -> None:
    """Read the source again where the code or the record changed; keep what is new, and refuse."""
    if row.read_by == read_by() and not _is_taken(desk.record, row):
        return
    readings = desk.read(row, history)
    if columns_of(readings)["content_sha256"] == row.content_sha256:
        return
    desk.step(row, Change(decisions=[desk.made(Action.REREAD)], readings=readings))
    raise read_otherwise(row.id)


def _is_taken(record: Record, row: DraftRow) -> bool:
    """Tell whether an identifier that was free belongs to another file now."""
    own = {each.id for each in record.editions_of_source(row.source_sha256)}
    taken = {each.id for each in record.summaries()} - own
    fresh = [each for each in row.readings if each.related.relation is not Relation.SAME_EDITION]
    return any(each.edition.id in taken for each in fresh)
