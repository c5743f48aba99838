"""One decision ranks a label of shortage for the whole column, and is replayed."""

import pytest

from jinque.errors import DecisionError
from jinque.ingestion.source import SourceFile
from jinque.model.account import Role
from jinque.model.decision import Action, Actor, Settlement
from jinque.model.review import Draft
from jinque.review.steps import Desk, begin, publish, settle, undo
from jinque.store import Record

TEXT = "某市紧缺人才目录\n序号\t岗位名称\t紧缺程度\n1\t电工\t急需\n2\t焊工\t储备\n3\t护士\t急需\n"


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    record = Record.open(data_dir=tmp_path_factory.mktemp("ranking"))
    return Desk(record=record, actor=Actor(name="甲", role=Role.PUBLISHER))


def _ranked(desk: Desk, draft: Draft, label: str, rank: str | None) -> Draft:
    asked = Settlement(action=Action.RANK, field=label, value=rank, reason="见通知")
    at = Desk(record=desk.record, actor=desk.actor, revision=draft.revision)
    return settle(at, draft.id, [asked])


def _values(draft: Draft) -> list[int | None]:
    posts = draft.editions[0].edition.posts
    return [post.shortage.value for post in posts if post.shortage]


def test_one_decision_ranks_a_label_in_every_row(desk: Desk) -> None:
    draft = begin(desk, SourceFile(data=TEXT.encode(), name="某市.txt"))
    assert _values(draft) == [None, None, None]

    draft = _ranked(desk, draft, "急需", "2")
    assert _values(draft) == [2, None, 2]
    assert "value_unreadable" not in {issue.code for issue in draft.editions[0].report.issues}
    draft = _ranked(desk, draft, "储备", "1")
    assert _values(draft) == [2, 1, 2]
    scale = draft.editions[0].edition.metadata.scale
    assert scale is not None
    assert (scale.labels, scale.order.status) == (("储备", "急需"), "supplied")

    at = Desk(record=desk.record, actor=desk.actor, revision=draft.revision)
    _, [(edition, _)], _ = publish(at, draft.id)
    assert [post.shortage.printed for post in edition.posts if post.shortage] == [
        "急需",
        "储备",
        "急需",
    ]


def test_a_rank_can_be_undone(desk: Desk) -> None:
    draft = begin(desk, SourceFile(data=TEXT.encode(), name="某市.txt"))
    draft = _ranked(desk, draft, "急需", "2")

    at = Desk(record=desk.record, actor=desk.actor, revision=draft.revision)
    assert _values(undo(at, draft.id, None, "错了")) == [None, None, None]


@pytest.mark.parametrize(("label", "rank"), [("不在表里", "1"), ("急需", "十"), ("急需", "0")])
def test_a_rank_of_no_label_or_of_no_number_is_refused(desk: Desk, label: str, rank: str) -> None:
    draft = begin(desk, SourceFile(data=TEXT.encode(), name="某市.txt"))

    with pytest.raises(DecisionError):
        _ranked(desk, draft, label, rank)
