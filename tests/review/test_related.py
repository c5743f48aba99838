"""Whether a file is recognised as an edition of the record, or as the next one."""

import io
from pathlib import Path

import docx
import pytest

from jinque import api
from jinque.api import review
from jinque.errors import RelatedEditionError
from jinque.ingestion.files import ingest_bytes
from jinque.model import IngestAnswer
from jinque.model.decision import Action, Actor, Relation, Settlement
from jinque.model.review import Draft
from tests.review.planted import TITLE, planted_docx
from tests.said import zh

FORMER = planted_docx(has_faults=False)
NEXT_TITLE = TITLE.replace("2025", "2026")
NEXT = planted_docx(has_faults=False, title=NEXT_TITLE)


@pytest.fixture
def former(workspace: api.Workspace) -> IngestAnswer:
    return ingest_bytes(workspace.record, FORMER, "港口2025.docx")


def _begun(workspace: api.Workspace, actor: Actor, data: bytes = NEXT) -> Draft:
    return review.review_bytes(workspace, data, "港口2026.docx", actor)


def _published(workspace: api.Workspace, draft: Draft, actor: Actor, asked: Settlement) -> Draft:
    column = Settlement(action=Action.ACCEPT, issue="column_unknown", reason="照印保留")
    draft = review.settle(workspace, draft.id, [asked, column], actor, revision=draft.revision)
    review.publish(workspace, draft.id, actor, revision=draft.revision)
    return review.draft(workspace, draft.id)


def _resaved(data: bytes) -> bytes:
    """Return the same document in other bytes."""
    document = docx.Document(io.BytesIO(data))
    document.core_properties.comments = "另存"
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.usefixtures("former")
def test_the_next_edition_is_recognised_and_asked_about(
    workspace: api.Workspace, publisher: Actor
) -> None:
    draft = _begun(workspace, publisher)

    (edition,) = draft.editions
    related = edition.related
    assert (related.relation, related.other) == (Relation.NEXT_EDITION, "港口2025")
    assert (related.equal_rows, related.rows) == (15, 15)
    assert "edition_related" in {each.issue.code for each in draft.blocking}
    assert edition.edition.id == "港口2026"


@pytest.mark.usefixtures("former")
def test_an_accepted_next_edition_names_the_former(
    workspace: api.Workspace, publisher: Actor
) -> None:
    accepted = Settlement(action=Action.ACCEPT, issue="edition_related", reason="标题为 2026 年")

    _published(workspace, _begun(workspace, publisher), publisher, accepted)

    published = api.edition(workspace, "港口2026")
    assert published.edition.follows == "港口2025"
    assert api.edition(workspace, "港口2025").summary.version == 1


@pytest.mark.usefixtures("former")
def test_it_may_be_published_as_another_version_instead(
    workspace: api.Workspace, publisher: Actor
) -> None:
    same = Settlement(action=Action.RELATE, value="same_edition", reason="标题印错年份")

    _published(workspace, _begun(workspace, publisher), publisher, same)

    published = api.edition(workspace, "港口2025")
    assert (published.summary.version, published.edition.follows) == (2, None)


@pytest.mark.usefixtures("former")
def test_it_may_be_published_as_another_catalogue_instead(
    workspace: api.Workspace, publisher: Actor
) -> None:
    new = Settlement(action=Action.RELATE, value="new", named="gangkou-b", reason="另一目录")

    _published(workspace, _begun(workspace, publisher), publisher, new)

    assert api.edition(workspace, "gangkou-b").edition.follows is None


@pytest.mark.usefixtures("former")
def test_a_published_relation_is_replayed(workspace: api.Workspace, publisher: Actor) -> None:
    accepted = Settlement(action=Action.ACCEPT, issue="edition_related", reason="2026 年")
    done = _published(workspace, _begun(workspace, publisher), publisher, accepted)

    again = _begun(workspace, publisher)

    assert again.blocking == ()
    assert again.editions[0].edition == done.editions[0].edition


@pytest.mark.usefixtures("former")
def test_a_copy_in_other_bytes_is_asked_about_as_the_same_edition(
    workspace: api.Workspace, publisher: Actor
) -> None:
    draft = _begun(workspace, publisher, _resaved(FORMER))

    related = draft.editions[0].related
    assert (related.relation, related.other) == (Relation.SAME_EDITION, "港口2025")
    assert "edition_related" in {each.issue.code for each in draft.blocking}


def test_a_copy_of_a_built_in_file_is_asked_about(
    workspace: api.Workspace, publisher: Actor
) -> None:
    held = api.edition(workspace, "dalian").summary
    data = workspace.record.source(held.source_sha256).decode().encode("gb18030")

    draft = _begun(workspace, publisher, data)

    related = draft.editions[0].related
    assert (related.relation, related.other) == (Relation.SAME_EDITION, "dalian")
    assert not related.is_settled


@pytest.mark.usefixtures("former")
def test_a_document_that_was_saved_anew_changes_nothing(workspace: api.Workspace) -> None:
    answer = ingest_bytes(workspace.record, _resaved(FORMER), "另存.docx")

    (related,) = answer.related
    assert (related.relation, related.other) == (Relation.SAME_EDITION, "港口2025")
    assert not answer.is_new
    assert answer.editions[0].summary.version == 1


@pytest.mark.usefixtures("former")
def test_a_plain_reading_refuses_what_may_be_the_next_edition(workspace: api.Workspace) -> None:
    before = workspace.record.revision()

    with pytest.raises(RelatedEditionError) as caught:
        ingest_bytes(workspace.record, NEXT, "港口2026.docx")

    assert "--review" in zh(caught.value.hint)
    assert before == workspace.record.revision()


@pytest.mark.usefixtures("former")
def test_a_plain_reading_takes_the_identifier_that_is_given(workspace: api.Workspace) -> None:
    answer = ingest_bytes(workspace.record, NEXT, "港口2026.docx", "harbour-2026")

    assert answer.editions[0].summary.id == "harbour-2026"


@pytest.mark.usefixtures("former")
def test_an_identifier_that_is_given_goes_before_a_likeness(workspace: api.Workspace) -> None:
    answer = ingest_bytes(workspace.record, _resaved(FORMER), "另存.docx", "harbour-b")

    (published,) = answer.editions
    assert (published.summary.id, published.summary.version) == ("harbour-b", 1)
    assert published.edition.follows is None


@pytest.mark.usefixtures("former")
def test_nothing_follows_an_edition_before_somebody_said_so(
    workspace: api.Workspace, publisher: Actor
) -> None:
    asked = ingest_bytes(workspace.record, NEXT, "港口2026.docx", "harbour-2026").editions[0]
    other = planted_docx(title=NEXT_TITLE)

    draft = _begun(workspace, publisher, other)

    assert asked.edition.follows is None
    assert draft.editions[0].edition.follows is None


def test_a_file_that_resembles_nothing_is_a_new_catalogue(
    workspace: api.Workspace, publisher: Actor, tmp_path: Path
) -> None:
    path = tmp_path / "港口2025.docx"
    path.write_bytes(FORMER)

    draft = review.review_file(workspace, path, publisher)

    related = draft.editions[0].related
    assert (related.relation, related.is_settled) == (Relation.NEW, True)
