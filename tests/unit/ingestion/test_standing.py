"""A poorer reading replaces nothing, a copy is known again, and built-in editions stay."""

import pytest

from jinque.corpus import sources
from jinque.errors import BuiltinEditionError, PoorerReadingError
from jinque.ingestion.files import ingest_bytes
from jinque.ingestion.replacing import beside
from jinque.ingestion.source import SourceFile
from jinque.model.account import Role
from jinque.model.decision import Actor
from jinque.review.steps import Desk, begin
from jinque.store import Record
from tests.said import zh

HEAD = "海岛县紧缺人才目录（2031）\n序号\t行业\t岗位名称\t紧缺程度\t紧缺指数\t最低学历要求\n"
ROWS = (
    "1\t海洋渔业\t盐田管理员\t紧缺\t0.35\t大专\n"
    "2\t海洋渔业\t潮汐观测员\t非常紧缺\t0.71\t本科\n"
    "3\t海岛旅游\t灯塔讲解员\t一般紧缺\t0.12\t大专\n"
)
GOOD = HEAD + ROWS


def _ingest(record: Record, text: str, name: str, encoding: str = "utf-8") -> int:
    answer = ingest_bytes(record, text.encode(encoding), name)
    return answer.editions[0].summary.version


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("紧缺指数", "甲乙丙", "紧缺指数"),
        ("序号\t", "栏\t", "序号"),
        ("最低学历要求", "文化", "学历要求"),
        ("海岛县紧缺人才目录（2031）\n", "", "标题"),
    ],
)
def test_a_reading_with_fewer_facts_is_not_published(
    empty_record: Record, old: str, new: str, lost: str
) -> None:
    _ingest(empty_record, GOOD, "good.txt")
    poorer = GOOD.replace(old, new)
    if lost == "序号":
        poorer = (
            poorer.replace("\n1\t", "\n甲\t").replace("\n2\t", "\n乙\t").replace("\n3\t", "\n丙\t")
        )

    with pytest.raises(PoorerReadingError) as caught:
        _ingest(empty_record, poorer, "other.txt")

    assert lost in zh(caught.value.message)
    assert "--review" in zh(caught.value.hint)
    assert [(one.id, one.version) for one in empty_record.summaries()] == [("good", 1)]


def test_a_draft_shows_both_and_waits_for_a_person(empty_record: Record) -> None:
    _ingest(empty_record, GOOD, "good.txt")
    desk = Desk(record=empty_record, actor=Actor(name="甲", role=Role.EDITOR))
    poorer = GOOD.replace("紧缺指数", "甲乙丙")

    draft = begin(desk, SourceFile(data=poorer.encode(), name="other.txt"))

    [issue] = [one for one in draft.blocking if one.issue.code == "reading_poorer"]
    assert "紧缺指数：上一版 3 行有，这次 0 行" in zh(issue.issue.message)


def test_a_file_encoded_anew_is_known_again(empty_record: Record) -> None:
    _ingest(empty_record, GOOD, "good.txt")

    assert _ingest(empty_record, GOOD, "copy.txt", "gb18030") == 1
    assert _ingest(empty_record, GOOD.replace("\n", "\r\n"), "copy2.txt") == 1


def test_a_richer_reading_becomes_the_next_version(empty_record: Record) -> None:
    _ingest(empty_record, GOOD.replace("紧缺指数", "甲乙丙"), "good.txt")

    assert _ingest(empty_record, GOOD, "better.txt") == 2


def test_no_file_replaces_a_built_in_edition(record: Record) -> None:
    text = sources()[0].data.decode()
    changed = text.replace("★★★★★", "★★★★", 1)
    assert changed != text

    with pytest.raises((BuiltinEditionError, PoorerReadingError)):
        ingest_bytes(record, changed.encode(), "mine.txt", "dalian")


def test_a_copy_of_a_built_in_source_changes_nothing(record: Record) -> None:
    before = record.revision()

    answer = ingest_bytes(record, sources()[0].data.decode().encode("gb18030"), "mine.txt")

    assert not answer.is_new
    assert before == record.revision()


def test_a_poorer_reading_and_the_edition_stand_side_by_side(empty_record: Record) -> None:
    _ingest(empty_record, GOOD, "good.txt")
    former = empty_record.published("good").edition
    poorer = GOOD.replace("紧缺指数", "甲乙丙")
    desk = Desk(record=empty_record, actor=Actor(name="甲", role=Role.EDITOR))

    draft = begin(desk, SourceFile(data=poorer.encode(), name="other.txt"))
    rows = beside(draft.editions[0].edition, former)

    assert [post.name for post in former.posts] == [row.name for row in rows]
    assert {(zh(fact.fact), fact.now) for row in rows for fact in row.facts} == {("紧缺指数", "")}
    assert all(fact.is_lost for row in rows for fact in row.facts)
    assert not beside(former, former)
