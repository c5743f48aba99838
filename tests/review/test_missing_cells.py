"""Corrections in text exports, whose rows may lack cells and whose places are characters."""

from jinque import api
from jinque.api import review
from jinque.ingestion.files import ingest_bytes
from jinque.model.decision import Action, Actor, Settlement
from jinque.model.review import Draft

TEXT = """海港市紧缺人才目录
一、装备制造
\t序号
\t岗位名称
\t职业编码
\t紧缺程度

\t1
\t机械工程技术人员
\t2-02-07-01
\t★★★

\t2
\t数控车工
\t★★
"""
DATA = TEXT.encode()


def _corrected(workspace: api.Workspace, actor: Actor, field: str, value: str) -> Draft:
    draft = review.review_bytes(workspace, DATA, "haigang.txt", actor)
    asked = Settlement(
        action=Action.CORRECT, post="haigang:2", field=field, value=value, reason="补印"
    )
    return review.settle(workspace, draft.id, [asked], actor, revision=1)


def test_a_cell_that_the_row_does_not_print_is_supplied(
    workspace: api.Workspace, publisher: Actor
) -> None:
    draft = _corrected(workspace, publisher, "code", "6-18-01-01")

    post = draft.editions[0].edition.posts[1]
    assert (post.code, post.name, post.shortage and post.shortage.value) == (
        *("6-18-01-01", "数控车工"),
        2,
    )
    assert [(each.printed, each.value) for each in post.corrections] == [("", "6-18-01-01")]


def test_a_cell_that_is_not_printed_stays_blank_without_a_place(
    workspace: api.Workspace, publisher: Actor
) -> None:
    draft = _corrected(workspace, publisher, "code", "6-18-01-01")

    (cell,) = (c for c in draft.editions[0].edition.posts[1].cells if c.role == "code")
    assert (cell.text, cell.span) == ("", None)


def test_a_corrected_name_keeps_the_printed_one_beside_it(
    workspace: api.Workspace, publisher: Actor
) -> None:
    draft = _corrected(workspace, publisher, "name", "车工L")

    post = draft.editions[0].edition.posts[1]
    assert (post.name, post.name_printed) == ("车工", "数控车工")
    assert post.markers


def test_the_places_of_a_text_hold_for_its_next_reading(
    workspace: api.Workspace, publisher: Actor
) -> None:
    draft = _corrected(workspace, publisher, "code", "6-18-01-01")
    review.publish(workspace, draft.id, publisher, revision=draft.revision)

    answer = ingest_bytes(workspace.record, DATA, "haigang.txt")

    assert not answer.is_new
    assert answer.editions[0].edition.posts[1].code == "6-18-01-01"
