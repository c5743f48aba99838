"""A draft from the edition before: edited, undone, answered for, and never two at one row."""

from dataclasses import replace
from io import BytesIO

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from jinque import api
from jinque.api.publishing import (
    DraftRequest,
    Pen,
    Ruling,
    case_file,
    lint_draft,
    new_draft,
    next_draft,
    opinion_file,
    petition,
)
from jinque.errors import (
    DecisionError,
    DraftBlockedError,
    DraftStaleError,
    ForbiddenError,
    PersonalDataError,
)
from jinque.model.account import Role
from jinque.model.decision import Actor
from jinque.model.publishing import Answer, Lineage, NextEdition, OpinionKind, Proposal, Stage
from tests.unit.publishing.conftest import ANNA, BERT

NAME, LABEL = "紧缺人才岗位", "紧缺程度"


def test_without_a_score_every_row_is_kept_as_it_is_printed(
    workspace: api.Workspace, draft: NextEdition
) -> None:
    former = workspace.published("wenzhou-2020").edition

    assert len(draft.posts) == len(former.posts) == 288
    assert {each.proposal for each in draft.posts} == {Proposal.KEEP}
    assert [each.cells[NAME] for each in draft.posts] == [
        each.name_printed for each in former.posts
    ]
    assert [each.former_ids for each in draft.posts] == [(each.id,) for each in former.posts]


def test_a_step_is_undone_alone_and_what_was_built_on_it_is_not_lost(pen: Pen) -> None:
    first = pen.edit("1", {NAME: "甲工程师"})
    later = pen.edit("2", {NAME: "乙工程师"})

    after = pen.undo(first.revision)

    names = {each.key: each.cells[NAME] for each in after.posts}
    assert names["1"] == "技术开发工程师"
    assert names["2"] == "乙工程师"
    pen.edit("2", {NAME: "丙工程师"})
    with pytest.raises(DecisionError, match="changed post:2 later"):
        pen.undo(later.revision)


def test_of_two_at_work_on_one_row_the_second_is_told_and_two_rows_do_not_meet(
    workspace: api.Workspace, pen: Pen
) -> None:
    seen = next_draft(workspace, pen.draft_id).seen
    one = replace(pen, seen={"post:1": seen["post:1"]})
    other = replace(pen, actor=BERT, seen={"post:1": seen["post:1"]})
    elsewhere = replace(pen, actor=BERT, seen={"post:2": seen["post:2"]})

    one.edit("1", {NAME: "甲工程师"})
    elsewhere.edit("2", {NAME: "乙工程师"})
    with pytest.raises(DraftStaleError, match="changed by 甲"):
        other.edit("1", {NAME: "丙工程师"})

    after = next_draft(workspace, pen.draft_id)
    assert [each.cells[NAME] for each in after.posts[:2]] == ["甲工程师", "乙工程师"]


def test_a_decision_against_what_was_proposed_needs_a_reason_and_a_signature(pen: Pen) -> None:
    with pytest.raises(DecisionError, match="needs a reason"):
        pen.decide("1", Ruling(proposal=Proposal.LOWER))

    after = pen.decide("1", Ruling(proposal=Proposal.LOWER, reason="企业反映已缓解"))

    row = after.posts[0]
    assert row.cells[LABEL] == "紧缺"
    assert row.index is None
    assert [each.cells["紧缺指数"] for each in after.posts[:1]] == ["0.8968"]


def test_a_dropped_row_asks_for_a_transition(workspace: api.Workspace, pen: Pen) -> None:
    pen.decide("1", Ruling(proposal=Proposal.DROP, reason="不再紧缺"))
    assert "transition_missing" in {each.code for each in lint_draft(workspace, pen.draft_id)}

    after = pen.decide(
        "1", Ruling(proposal=Proposal.DROP, reason="不再紧缺", transition="已认定者不受影响")
    )

    assert "transition_missing" not in {each.code for each in lint_draft(workspace, pen.draft_id)}
    assert len(after.printed) == 287


def test_renames_splits_and_merges_are_told_apart(pen: Pen) -> None:
    pen.edit("1", {NAME: "技术研发工程师"})
    pen.split("2", ["甲岗位", "乙岗位"], "两岗要求不同")
    after = pen.merge(["3", "4"], "合并岗位", "两岗合一")

    found = {each.cells[NAME]: each for each in after.posts}
    assert found["技术研发工程师"].lineage is Lineage.RENAMED
    assert found["甲岗位"].lineage is found["乙岗位"].lineage is Lineage.SPLIT
    assert found["甲岗位"].former_ids == found["乙岗位"].former_ids
    assert found["合并岗位"].lineage is Lineage.MERGED
    assert len(found["合并岗位"].former_ids) == 2
    assert len(after.posts) == 288


def test_an_open_opinion_blocks_the_next_stage_and_an_answer_needs_a_reason(pen: Pen) -> None:
    heard = pen.hear("财政局", "建议删除", key="5")
    with pytest.raises(DraftBlockedError, match="opinions wait"):
        pen.advance()
    with pytest.raises(DecisionError, match="needs a reason"):
        pen.answer(heard.opinions[0].id, Answer.ADOPTED, " ")

    pen.answer(heard.opinions[0].id, Answer.NOT_ADOPTED, "证据充分")

    assert pen.advance().stage is Stage.CONSULTATION


def test_an_editor_may_not_go_on_nor_publish(pen: Pen) -> None:
    editor = replace(pen, actor=Actor(name="丁", role=Role.EDITOR))
    editor.edit("1", {NAME: "甲工程师"})
    with pytest.raises(ForbiddenError):
        editor.advance()


def _cells(book: bytes) -> list[list[str]]:
    rows = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python()
    return [[str(cell) for cell in row] for row in rows]


def _book(rows: list[list[str]]) -> bytes:
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet()
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.close()
    return buffer.getvalue()


def test_a_sheet_that_returns_is_merged_and_a_conflict_is_shown(
    workspace: api.Workspace, pen: Pen
) -> None:
    sent = _cells(opinion_file(workspace, pen.draft_id, "瓯海区人社局"))
    name, opinion, label = (sent[1].index(each) for each in (NAME, "意见", LABEL))
    sent[2][name], sent[3][name] = "甲工程师", "乙工程师"
    sent[4][opinion], sent[5][label] = "建议保留", "一般紧缺"
    sent.append(["无此行", "1", "某岗位"])
    pen.edit("1", {NAME: "别人改的名字"})

    after, receipt = pen.merge_file(_book(sent), "ouhai.xlsx")

    assert receipt.office == "瓯海区人社局"
    assert (receipt.rows, receipt.unchanged, receipt.taken) == (289, 284, 1)
    assert [(each.key, each.now, each.wanted) for each in receipt.conflicts] == [
        ("1", "别人改的名字", "甲工程师")
    ]
    assert len(receipt.rejected) == 1
    assert [each.cells[NAME] for each in after.posts[:2]] == ["别人改的名字", "乙工程师"]
    assert sorted((each.key, each.text) for each in after.open_opinions) == [
        ("3", "建议保留"),
        ("4", f"{LABEL}: 一般紧缺"),
    ]


def test_what_the_public_says_waits_for_the_next_draft_and_holds_no_number(
    workspace: api.Workspace,
) -> None:
    post = workspace.published("dalian").edition.posts[0].id
    with pytest.raises(PersonalDataError):
        petition(workspace, post, "我的身份证 11010519491231002X，请删除")
    petition(workspace, post, "本岗位已不紧缺")

    draft = new_draft(workspace, DraftRequest(former="dalian"), ANNA)

    assert [(each.kind, each.post_id, each.text) for each in draft.open_opinions] == [
        (OpinionKind.CONTEST, post, "本岗位已不紧缺")
    ]
    petition(workspace, post, "再说一次")
    assert len(next_draft(workspace, draft.id).open_opinions) == 2


def test_the_case_of_a_row_holds_every_step_that_changed_it(
    workspace: api.Workspace, pen: Pen
) -> None:
    pen.edit("1", {NAME: "甲工程师"}, "改名")
    pen.edit("2", {NAME: "乙工程师"})

    row, steps = case_file(workspace, pen.draft_id, "1")

    assert row.cells[NAME] == "甲工程师"
    assert [(each.kind.value, each.reason) for each in steps] == [("begin", ""), ("edit", "改名")]


def test_a_control_character_is_refused_before_it_keeps_an_edition_from_being_printed(
    pen: Pen,
) -> None:
    for text in ("甲\x01乙", "甲\x00乙", "甲\x0b乙", "甲\ud800乙"):
        with pytest.raises(DecisionError, match="control character"):
            pen.edit("1", {NAME: text})
        with pytest.raises(DecisionError, match="control character"):
            pen.set_head({"title": text})

    assert pen.edit("1", {NAME: "甲\n乙"}).posts[0].cells[NAME] == "甲\n乙"
