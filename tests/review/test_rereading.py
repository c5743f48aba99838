"""What happens when other code reads the file of a draft otherwise, or the record moves on."""

from dataclasses import replace

import pytest

from jinque import api
from jinque.api import review
from jinque.errors import DraftStaleError
from jinque.ingestion.files import ingest_bytes
from jinque.model.decision import Action, Actor, Settlement
from jinque.model.review import Draft
from jinque.store.drafts import Change, Drafts
from tests.review.planted import NAME, planted_docx

DATA = planted_docx(has_faults=False)


@pytest.fixture
def draft(workspace: api.Workspace, publisher: Actor) -> Draft:
    begun = review.review_bytes(workspace, DATA, NAME, publisher)
    accepted = Settlement(action=Action.ACCEPT, issue="column_unknown", reason="照印保留")
    return review.settle(workspace, begun.id, [accepted], publisher, revision=1)


def _read_by_other_code(workspace: api.Workspace, draft: Draft, *, otherwise: bool) -> Draft:
    """Stand for a draft that an older program read, with or without another result."""
    drafts = Drafts(workspace.record)
    row, _ = drafts.draft(draft.id)
    readings = row.readings
    if otherwise:
        edition = replace(readings[0].edition, headings=("otherwise",))
        readings = (replace(readings[0], edition=edition),)
    change = Change(decisions=[], readings=readings, read_by="older code")
    drafts.change(draft.id, draft.revision, change)
    return review.draft(workspace, draft.id)


def test_a_draft_that_newer_code_reads_the_same_is_published(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    older = _read_by_other_code(workspace, draft, otherwise=False)

    assert review.publish(workspace, older.id, publisher, revision=older.revision).is_new


def test_a_draft_that_newer_code_reads_otherwise_has_to_be_looked_at_again(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    older = _read_by_other_code(workspace, draft, otherwise=True)

    with pytest.raises(DraftStaleError):
        review.publish(workspace, older.id, publisher, revision=older.revision)

    fresh = review.draft(workspace, older.id)
    assert fresh.editions == draft.editions
    assert fresh.history[-1].action is Action.REREAD
    assert review.publish(workspace, fresh.id, publisher, revision=fresh.revision).is_new


def test_an_identifier_taken_meanwhile_is_not_published_over(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    other = planted_docx(has_faults=False, title="另一市紧缺职业目录")
    ingest_bytes(workspace.record, other, "x.docx", draft.editions[0].edition.id)

    with pytest.raises(DraftStaleError):
        review.publish(workspace, draft.id, publisher, revision=draft.revision)

    assert len(workspace.record.versions(draft.editions[0].edition.id)) == 1
