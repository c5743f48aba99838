"""A Word file with six planted faults: each found, settled, published, and replayed."""

from pathlib import Path

import pytest

from jinque import api
from jinque.api import review
from jinque.api.decisions import export_decisions, read_decisions
from jinque.ingestion.files import ingest_bytes
from jinque.model.decision import Action, Actor, Settlement
from jinque.model.review import Draft
from tests.review.planted import HEADINGS, NAME, PLANTED, Fault, planted_docx, settlements

DATA = planted_docx()


def _begun(workspace: api.Workspace, actor: Actor) -> Draft:
    return review.review_bytes(workspace, DATA, NAME, actor)


def _settled(workspace: api.Workspace, actor: Actor) -> Draft:
    """Settle the planted faults, then let every other doubt stand as printed."""
    draft = _begun(workspace, actor)
    (edition,) = draft.editions
    names = {post.name: post.id for post in edition.edition.posts}
    asked = settlements(names, edition.edition.id)
    draft = review.settle(workspace, draft.id, asked, actor, revision=draft.revision)
    rest = [
        Settlement(action=Action.ACCEPT, issue=issue.key, reason="原文如此")
        for issue in draft.open_issues
    ]
    return review.settle(workspace, draft.id, rest, actor, revision=draft.revision)


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: fault.code)
def test_each_fault_is_found_at_its_place(
    workspace: api.Workspace, publisher: Actor, fault: Fault
) -> None:
    draft = _begun(workspace, publisher)

    (edition,) = draft.editions
    rows = {post.id: post.name for post in edition.edition.posts}
    (found,) = (
        each
        for each in edition.issues
        if each.issue.code == fault.code and rows.get(each.issue.post_id or "", "") == fault.row
        if fault.printed in each.issue.quote
    )
    marked = [cell.text for cell in found.extract.cells if cell.is_marked]
    assert found.is_open
    assert fault.printed in marked if fault.row else found.is_blocking
    assert any(line.is_cited and fault.printed in line.text for line in found.extract.lines)


def test_settled_faults_leave_nothing_open(workspace: api.Workspace, publisher: Actor) -> None:
    draft = _settled(workspace, publisher)

    assert draft.open_issues == ()


def test_what_is_published_has_the_true_values_beside_the_printed_ones(
    workspace: api.Workspace, publisher: Actor
) -> None:
    draft = _settled(workspace, publisher)

    answer = review.publish(workspace, draft.id, publisher, revision=draft.revision)

    (published,) = answer.editions
    told = {
        (post.name, each.field): (each.printed, each.value)
        for post in published.edition.posts
        for each in post.corrections
    }
    assert told == {(f.row, f.field): (f.printed, f.true) for f in PLANTED if f.row}
    assert [each.heading for each in published.edition.given_roles] == [HEADINGS[-1]]


def test_the_printed_words_stay_in_the_cells(workspace: api.Workspace, publisher: Actor) -> None:
    before = _begun(workspace, publisher).editions[0].edition.posts

    after = _settled(workspace, publisher).editions[0].edition.posts

    assert [post.citation for post in after] == [post.citation for post in before]
    assert [[cell.text for cell in post.cells] for post in after] == [
        [cell.text for cell in post.cells] for post in before
    ]


def test_the_corrected_rows_are_those_of_the_file_without_faults(
    workspace: api.Workspace, publisher: Actor
) -> None:
    true = review.review_bytes(workspace, planted_docx(has_faults=False), NAME, publisher)

    corrected = _settled(workspace, publisher)

    def values(draft: Draft) -> list[tuple[object, ...]]:
        posts = draft.editions[0].edition.posts
        return [(p.id, p.code, p.shortage, p.pay_cny_10k_year, p.requirements) for p in posts]

    assert values(corrected) == values(true)


def test_the_same_file_again_has_its_corrections_and_no_open_issue(
    workspace: api.Workspace, publisher: Actor
) -> None:
    draft = _settled(workspace, publisher)
    review.publish(workspace, draft.id, publisher, revision=draft.revision)

    again = _begun(workspace, publisher)

    assert again.id != draft.id
    assert again.open_issues == ()
    assert again.editions[0].edition.posts == draft.editions[0].edition.posts


def test_a_plain_reading_follows_what_a_review_decided(
    workspace: api.Workspace, publisher: Actor
) -> None:
    draft = _settled(workspace, publisher)
    review.publish(workspace, draft.id, publisher, revision=draft.revision)

    answer = ingest_bytes(workspace.record, DATA, "renamed.docx")

    assert not answer.is_new
    assert answer.editions[0].edition.posts == draft.editions[0].edition.posts


def test_the_decisions_settle_the_file_in_another_record(
    workspace: api.Workspace, publisher: Actor, tmp_path: Path
) -> None:
    text = export_decisions(workspace, _settled(workspace, publisher).id)
    with api.open_workspace(data_dir=tmp_path / "other") as other:
        draft = _begun(other, publisher)

        asked = read_decisions(text, draft)
        after = review.settle(other, draft.id, asked, publisher, revision=draft.revision)

    assert after.open_issues == ()
