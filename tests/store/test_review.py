import dataclasses

import pytest
import sqlalchemy as sa

from jinque.errors import DraftClosedError, DraftStaleError, UnknownDraftError
from jinque.model.decision import Action
from jinque.store import Record
from jinque.store.drafts import Change, Drafts
from jinque.store.record import arrival_of
from tests.store.review_samples import SHA256, accept, begun, decision, reading
from tests.store.rows import execute
from tests.store.samples import SOURCE, sample_reading

CHANGES = ["UPDATE decision SET body = '{}'", "DELETE FROM decision"]


def test_a_draft_is_kept_with_its_source(record: Record) -> None:
    draft_id = begun(record)

    row, history = Drafts(record).draft(draft_id)
    assert (row.state, row.revision, row.readings) == ("open", 1, (reading(),))
    assert [each.action for each in history] == [Action.UPLOAD]
    assert record.source(SHA256) == SOURCE


def test_a_draft_is_no_edition(record: Record) -> None:
    begun(record)

    assert record.summaries() == ()
    assert record.revision() == ""


def test_a_source_has_one_open_draft(record: Record) -> None:
    assert begun(record) == begun(record)


def test_a_decision_is_read_back_as_it_was_taken(record: Record) -> None:
    draft_id = begun(record)

    accept(record, draft_id, 1)

    _, (_, kept) = Drafts(record).draft(draft_id)
    assert kept == dataclasses.replace(decision(), number=2, draft_id=draft_id)
    assert kept.is_in_force


def test_a_decision_on_an_older_revision_is_refused(record: Record) -> None:
    draft_id = begun(record)
    accept(record, draft_id, 1)

    with pytest.raises(DraftStaleError) as caught:
        accept(record, draft_id, 1)

    assert caught.value.code == "draft_stale"
    assert len(Drafts(record).decisions(SHA256)) == 2


def test_a_closed_draft_takes_no_decision(record: Record) -> None:
    draft_id = begun(record)
    Drafts(record).change(draft_id, 1, Change(decisions=[], state="discarded"))

    with pytest.raises(DraftClosedError):
        accept(record, draft_id, 2)


@pytest.mark.parametrize("draft_id", ["nothing", "", "\0", "\ud800"])
def test_a_draft_that_there_is_not_is_told(record: Record, draft_id: str) -> None:
    with pytest.raises(UnknownDraftError):
        Drafts(record).draft(draft_id)


def test_an_undone_decision_is_not_in_force(record: Record) -> None:
    draft_id = begun(record)
    accept(record, draft_id, 1)

    undoing = decision(Action.UNDO, undoes=2, target=None)
    Drafts(record).change(draft_id, 2, Change(decisions=[undoing]))

    _, accepted, _ = Drafts(record).decisions(SHA256)
    assert (accepted.undone_by, accepted.is_in_force) == (3, False)


def test_what_a_discarded_draft_decided_is_void(record: Record) -> None:
    draft_id = begun(record)
    accept(record, draft_id, 1)

    Drafts(record).change(draft_id, 2, Change(decisions=[], state="discarded"))

    assert [each.is_void for each in Drafts(record).decisions(SHA256)] == [True, True]


def test_undoing_in_a_discarded_draft_is_void_as_well(record: Record) -> None:
    first = begun(record)
    accept(record, first, 1)
    Drafts(record).change(first, 2, Change(decisions=[], state="published"))
    second = begun(record)
    undoing = decision(Action.UNDO, undoes=2, target=None)
    Drafts(record).change(second, 1, Change(decisions=[undoing]))

    Drafts(record).change(second, 2, Change(decisions=[], state="discarded"))

    assert Drafts(record).decisions(SHA256)[1].is_in_force


def test_a_publication_and_the_end_of_its_draft_are_one_step(record: Record) -> None:
    draft_id = begun(record)
    arrival = arrival_of([sample_reading()], SOURCE, name="港口.txt", is_builtin=False)
    change = Change(decisions=[decision(Action.PUBLISH)], state="published", publication=arrival)

    with pytest.raises(DraftStaleError):
        Drafts(record).change(draft_id, 9, change)
    nothing = record.summaries()
    Drafts(record).change(draft_id, 1, change)

    assert nothing == ()
    assert [one.id for one in record.summaries()] == ["harbour"]
    assert Drafts(record).draft(draft_id)[0].state == "published"


def test_open_drafts_stand_before_closed_ones(record: Record) -> None:
    first = begun(record)
    Drafts(record).change(first, 1, Change(decisions=[], state="discarded"))

    second = begun(record)

    assert Drafts(record).identifiers() == (second, first)


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_refuses_to_change_decisions(
    record: Record, database_url: str, change: str
) -> None:
    begun(record)

    with pytest.raises(sa.exc.DBAPIError, match="never change"):
        execute(database_url, change)
