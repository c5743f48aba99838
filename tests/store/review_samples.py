"""Small drafts for the tests of the record."""

import hashlib
from collections.abc import Sequence

from jinque.model import Edition, Report
from jinque.model.account import Role
from jinque.model.decision import Action, Decision, RelatedEdition, Relation, Target
from jinque.model.review import DraftReading, Extract
from jinque.store import Record
from jinque.store.drafts import Arrived, Change, Drafts
from jinque.store.record import arrival_of
from tests.store.samples import SOURCE, Reading, sample_reading

SHA256 = hashlib.sha256(SOURCE).hexdigest()


def reading(name: str = "电气工程师") -> DraftReading:
    return _reading(*sample_reading(name=name))


def _reading(edition: Edition, report: Report) -> DraftReading:
    nowhere = Extract(place=None, lines=(), cells=())
    return DraftReading(
        part=1,
        edition=edition,
        report=report,
        related=RelatedEdition(relation=Relation.NEW, rows=2),
        extracts=tuple(nowhere for _ in report.issues),
    )


def decision(action: Action = Action.ACCEPT, **more: object) -> Decision:
    values: dict[str, object] = {
        "number": 0,
        "draft_id": "",
        "action": action,
        "by": "王",
        "role": Role.EDITOR,
        "at": "2026-01-01T00:00:00Z",
        "target": Target(printed="港口", issue="serial_gap"),
        "reason": "原文如此",
    }
    return Decision(**(values | more))  # type: ignore[arg-type]


def begun(record: Record, source: bytes = SOURCE, readings: Sequence[Reading] | None = None) -> str:
    """Begin a draft of a source, by default of the sample."""
    read = [reading()] if readings is None else [_reading(*each) for each in readings]
    sha256 = hashlib.sha256(source).hexdigest()
    arrived = Arrived(data=source, sha256=sha256, name="港口.txt", readings=read, read_by="code")
    return Drafts(record).begin(arrived, decision(Action.UPLOAD, target=None))


def publish_draft(
    record: Record, draft_id: str, seen: int, source: bytes, readings: Sequence[Reading]
) -> bool:
    arrival = arrival_of(readings, source, name="港口.txt", is_builtin=False)
    made = decision(Action.PUBLISH, target=None)
    step = Change(decisions=[made], state="published", publication=arrival)
    return Drafts(record).change(draft_id, seen, step)


def accept(record: Record, draft_id: str, seen: int) -> bool:
    return Drafts(record).change(draft_id, seen, Change(decisions=[decision()]))
