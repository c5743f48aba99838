"""Single decisions: what they change, what undoing them gives back, and what is refused."""

import pytest

from jinque import api
from jinque.api import review
from jinque.errors import (
    DecisionError,
    DraftBlockedError,
    DraftStaleError,
    NothingFoundError,
    UnderReviewError,
)
from jinque.ingestion.files import ingest_bytes
from jinque.model import Severity, Status
from jinque.model.decision import Action, Actor, Settlement, Target
from jinque.model.review import Draft, DraftState
from tests.review.planted import HEADINGS, NAME, planted_docx

DATA = planted_docx()
FIRST = "港口市2025:医药健康:1"


@pytest.fixture
def draft(workspace: api.Workspace, publisher: Actor) -> Draft:
    return review.review_bytes(workspace, DATA, NAME, publisher)


def _settle(workspace: api.Workspace, draft: Draft, actor: Actor, *asked: Settlement) -> Draft:
    return review.settle(workspace, draft.id, asked, actor, revision=draft.revision)


def _codes(draft: Draft) -> list[str]:
    return [each.issue.code for each in draft.open_issues]


def test_a_rejected_row_is_counted_and_kept_in_sight(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    rejected = Settlement(action=Action.REJECT, post=FIRST, reason="是表下的说明")

    (edition,) = _settle(workspace, draft, publisher, rejected).editions

    (issue,) = (each for each in edition.issues if each.issue.code == "row_left_out")
    report = edition.report
    assert (report.rows_in, report.rows_out, report.rows_rejected) == (15, 14, 1)
    assert "药物检验员" in issue.issue.quote
    assert FIRST not in {post.id for post in edition.edition.posts}


def test_a_rejected_value_leaves_the_cell_without_one(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    rejected = Settlement(action=Action.REJECT, post=FIRST, field="code", reason="存疑")

    (edition,) = _settle(workspace, draft, publisher, rejected).editions

    post = edition.edition.posts[0]
    (correction,) = post.corrections
    assert post.code is None
    assert (correction.printed, correction.value) == ("4-08-05-04", "")


def test_the_later_of_two_corrections_holds_and_undoing_it_gives_the_former_back(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    for value in ("9.8", "9.9"):
        asked = Settlement(
            action=Action.CORRECT, post=FIRST, field="pay", value=value, reason="核对"
        )
        draft = _settle(workspace, draft, publisher, asked)
    later = draft.editions[0].edition.posts[0].pay_cny_10k_year

    draft = review.undo(workspace, draft.id, publisher, revision=draft.revision)

    assert later == 9.9
    assert draft.editions[0].edition.posts[0].pay_cny_10k_year == 9.8


def test_undoing_every_decision_gives_the_first_reading_back(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    asked = (
        Settlement(action=Action.REJECT, post=FIRST, reason="不是条目"),
        Settlement(action=Action.STATE, field="publisher", value="港口市", reason="封面"),
        Settlement(action=Action.ROLE, field=HEADINGS[-1], reason="不取值"),
    )
    after = _settle(workspace, draft, publisher, *asked)

    for _ in asked:
        after = review.undo(workspace, after.id, publisher, revision=after.revision)

    assert after.editions == draft.editions
    assert [each.undone_by for each in after.history[1:4]] == [7, 6, 5]


def test_a_stated_fact_is_told_from_a_printed_one(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    stated = Settlement(
        action=Action.STATE, field="issued_on", value="2025-03-01", reason="见发布页"
    )

    after = _settle(workspace, draft, publisher, stated)

    fact = after.editions[0].edition.metadata.issued_on
    assert (fact.value, fact.status) == ("2025-03-01", Status.SUPPLIED)
    assert "见发布页" in fact.basis_zh


def test_a_column_is_read_anew_under_the_role_it_is_given(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    given = Settlement(action=Action.ROLE, field=HEADINGS[-1], value="other", reason="附加条件")

    (edition,) = _settle(workspace, draft, publisher, given).editions

    requirements = edition.edition.posts[0].requirements
    assert requirements is not None
    assert requirements.other == "港口学院、滨海校区"
    assert "column_unknown" not in [each.issue.code for each in edition.issues]


def test_a_code_accepts_every_open_issue_of_its_kind(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    accepted = Settlement(action=Action.ACCEPT, issue="code_with_two_names", reason="原文如此")

    after = _settle(workspace, draft, publisher, accepted)

    assert _codes(draft).count("code_with_two_names") == 2
    assert "code_with_two_names" not in _codes(after)


def test_an_open_question_blocks_publication_and_is_named(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    with pytest.raises(DraftBlockedError, match="column_unknown"):
        review.publish(workspace, draft.id, publisher, revision=draft.revision)

    assert review.draft(workspace, draft.id).state is DraftState.OPEN


def test_two_people_at_once_do_not_overwrite_each_other(
    workspace: api.Workspace, draft: Draft, publisher: Actor, reviewer: Actor
) -> None:
    accepted = Settlement(action=Action.ACCEPT, issue="degree_unknown", reason="原文如此")
    first = _settle(workspace, draft, publisher, accepted)

    with pytest.raises(DraftStaleError):
        _settle(workspace, draft, reviewer, accepted)

    assert review.draft(workspace, draft.id) == first


def test_a_correction_whose_place_is_gone_becomes_an_error(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    target = Target(line_start=900, line_end=900, start=9000, end=9004, printed="甲", field="name")
    asked = Settlement(action=Action.CORRECT, at=target, value="乙", reason="旧更正")

    after = _settle(workspace, draft, publisher, asked)

    (lost,) = (each for each in after.blocking if each.issue.code == "correction_lost")
    assert lost.issue.severity is Severity.ERROR
    assert "甲" in lost.issue.quote


def test_a_correction_of_other_words_than_those_printed_is_not_applied(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    cell = draft.editions[0].edition.posts[0].cells[1]
    assert cell.span
    target = Target(place=cell.span.place, printed="别的字", field="name")
    asked = Settlement(action=Action.CORRECT, at=target, value="乙", reason="旧更正")

    after = _settle(workspace, draft, publisher, asked)

    assert "correction_lost" in _codes(after)
    assert after.editions[0].edition.posts[0].name == "药物检验员"


@pytest.mark.parametrize(
    "asked",
    [
        Settlement(action=Action.ACCEPT, issue="degree_unknown", reason=" "),
        Settlement(action=Action.ACCEPT, issue="degree_unknown", reason="r\0"),
        Settlement(action=Action.ACCEPT, issue="degree_unknown", reason="r\ud800"),
        Settlement(action=Action.ACCEPT, issue="degree_unknown", reason="r" * 1001),
        Settlement(action=Action.ACCEPT, issue="nothing", reason="r"),
        Settlement(action=Action.CORRECT, post="nothing", field="code", value="1", reason="r"),
        Settlement(action=Action.CORRECT, post=FIRST, field="nothing", value="1", reason="r"),
        Settlement(action=Action.CORRECT, post=FIRST, field="code", value=" ", reason="r"),
        Settlement(action=Action.CORRECT, post=FIRST, field="code", value="\0", reason="r"),
        Settlement(action=Action.ROLE, field="没有这一栏", value="name", reason="r"),
        Settlement(action=Action.ROLE, field=HEADINGS[-1], value="nothing", reason="r"),
        Settlement(action=Action.STATE, field="scale", value="1", reason="r"),
        Settlement(action=Action.STATE, field="issued_on", value="三月", reason="r"),
        Settlement(action=Action.RELATE, value="nothing", reason="r"),
        Settlement(action=Action.RELATE, value="next_edition", other="nothing", reason="r"),
        Settlement(action=Action.RELATE, value="new", named="dalian", reason="r"),
        Settlement(action=Action.RELATE, value="new", named="a b", reason="r"),
        Settlement(action=Action.STATE, edition="nothing", field="place", value="1", reason="r"),
        Settlement(action=Action.PUBLISH, reason="r"),
    ],
)
def test_a_decision_that_does_not_go_with_the_draft_is_refused_whole(
    workspace: api.Workspace, draft: Draft, publisher: Actor, asked: Settlement
) -> None:
    good = Settlement(action=Action.ACCEPT, issue="degree_unknown", reason="原文如此")

    with pytest.raises(DecisionError) as caught:
        _settle(workspace, draft, publisher, good, asked)

    assert caught.value.hint_zh
    assert review.draft(workspace, draft.id) == draft


def test_rejecting_every_row_is_refused(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    posts = draft.editions[0].edition.posts
    asked = [Settlement(action=Action.REJECT, post=post.id, reason="r") for post in posts]

    with pytest.raises(NothingFoundError):
        _settle(workspace, draft, publisher, *asked)

    assert review.draft(workspace, draft.id) == draft


def test_there_is_nothing_to_undo_at_first(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    with pytest.raises(DecisionError):
        review.undo(workspace, draft.id, publisher, revision=draft.revision)


def test_a_file_under_review_is_not_read_in_past_it(workspace: api.Workspace, draft: Draft) -> None:
    with pytest.raises(UnderReviewError, match=draft.id):
        ingest_bytes(workspace.record, DATA, NAME)


def test_what_a_discarded_draft_decided_is_not_replayed(
    workspace: api.Workspace, draft: Draft, publisher: Actor
) -> None:
    rejected = Settlement(action=Action.REJECT, post=FIRST, reason="不是条目")
    after = _settle(workspace, draft, publisher, rejected)
    review.discard(workspace, draft.id, publisher, revision=after.revision, reason="重来")

    again = review.review_bytes(workspace, DATA, NAME, publisher)

    assert again.editions == draft.editions
