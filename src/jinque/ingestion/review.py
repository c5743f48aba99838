"""The steps that lead a draft towards publication; each is taken as a whole or not at all."""

from collections.abc import Sequence
from dataclasses import replace

from jinque.ingestion.progress import Progress, tell
from jinque.ingestion.review_desk import Desk, looked_at, read_by
from jinque.ingestion.review_reading import STEPS, read_source
from jinque.ingestion.review_rules import check_right, to_undo
from jinque.ingestion.review_settling import Settling
from jinque.ingestion.review_state import draft_of, in_force
from jinque.ingestion.source_file import SourceFile
from jinque.model.review import Draft
from jinque.model.review_actor import Right
from jinque.model.review_decision import Action, Settlement
from jinque.store.review_writing import Arrived, Change


def begin(desk: Desk, file: SourceFile, progress: Progress | None = None) -> Draft:
    """Read a file into a draft; a source under review gives the draft that is open.

    Raises:
        ForbiddenError: the role lacks the right to upload.
        WrongCallError: the file cannot be read as a catalogue.
    """
    check_right(desk.actor, Right.UPLOAD)
    held = desk.drafts.open_of(file.sha256)
    if held:
        return looked_at(desk.record, held)
    decisions = in_force(desk.drafts.decisions(file.sha256))
    readings = read_source(desk.record, file, decisions, progress)
    arrived = Arrived(
        data=file.data, sha256=file.sha256, name=file.name, readings=readings, read_by=read_by()
    )
    tell(progress, "keep", 2, STEPS)
    upload = replace(desk.made(Action.UPLOAD), named=file.edition_id)
    draft_id = desk.drafts.begin(arrived, upload)
    tell(progress, "keep", 3, STEPS)
    return looked_at(desk.record, draft_id)


def settle(desk: Desk, draft_id: str, asked: Sequence[Settlement]) -> Draft:
    """Take decisions, all of them or none; see `Desk.take` for what is refused.

    Raises:
        DecisionError: one of them does not go with the draft.
    """
    row, history = desk.take(draft_id, Right.SETTLE)
    settling = Settling(
        draft=draft_of(row, history),
        actor=desk.actor,
        known=frozenset(each.id for each in desk.record.summaries()),
        own=frozenset(each.id for each in desk.record.editions_of_source(row.source_sha256)),
    )
    made = settling.decisions(asked)
    if all(each.action is Action.ACCEPT for each in made):
        return desk.step(row, Change(decisions=made))
    return desk.step(row, Change(decisions=made, readings=desk.read(row, (*history, *made))))


def undo(desk: Desk, draft_id: str, number: int | None, reason: str) -> Draft:
    """Undo a decision in force, without a number the last one; see `Desk.take`.

    Raises:
        DecisionError: there is none of that number, or none at all.
    """
    row, history = desk.take(draft_id, Right.UNDO)
    undone = to_undo(history, draft_id, number)
    made = replace(desk.made(Action.UNDO, reason=reason), undoes=undone.number)
    if undone.action is Action.ACCEPT:
        return desk.step(row, Change(decisions=[made]))
    rest = [each for each in history if each.number != undone.number]
    return desk.step(row, Change(decisions=[made], readings=desk.read(row, rest)))


def discard(desk: Desk, draft_id: str, reason: str) -> Draft:
    """Give a draft up; what was decided in it is void, and the history keeps it."""
    row, _ = desk.take(draft_id, Right.DISCARD)
    made = desk.made(Action.DISCARD, reason=reason)
    return desk.step(row, Change(decisions=[made], state="discarded"))
