"""A list of people is refused unread by every way in; its numbers are made up."""

import pytest

from jinque.errors import PersonalDataError
from jinque.ingestion.files import ingest_bytes
from jinque.ingestion.source import SourceFile
from jinque.model.account import Role
from jinque.model.decision import Actor
from jinque.review.steps import Desk, begin
from jinque.store import Record
from tests.said import zh

STAFF = (
    "姓名,工号,证件号,手机号码,职位,最高学历\n"
    "甲某某,A001,000000199001010011,13800138000,护士,本科\n"
)
POSTS = "序号,岗位名称,联系电话\n1,电工,0571-87654321\n2,焊工,13800138000\n"


def _refused(record: Record, text: str) -> PersonalDataError:
    before = record.summaries()
    with pytest.raises(PersonalDataError) as caught:
        ingest_bytes(record, text.encode(), "名单.csv")

    assert record.summaries() == before
    return caught.value


def test_a_list_of_staff_is_refused_and_the_way_to_screen_it_named(empty_record: Record) -> None:
    error = _refused(empty_record, STAFF)

    assert "证件号" in zh(error.message)
    assert "jinque screen" in zh(error.hint)
    assert "000000199001010011" not in f"{error}{zh(error.hint)}"


@pytest.mark.parametrize(
    "number",
    [
        "412723 19700101 0001",
        "412723-19700101-0001",
        "412723—19700101—0001",
        "４１２７２３１９７００１０１０００１",
        "412723700101000",
        "000000-900101-003",
        "41272319700101000X",
    ],
)
def test_an_identity_number_is_found_however_it_is_written(
    empty_record: Record, number: str
) -> None:
    _refused(empty_record, f"序号,岗位名称,备注\n1,电工,{number}\n2,焊工,\n")


def test_a_list_without_numbers_is_told_by_its_headings(empty_record: Record) -> None:
    error = _refused(empty_record, "序号,姓名,性别,学历,拟聘岗位\n1,甲某某,女,本科,护士\n")

    assert "姓名" in zh(error.message)


def test_a_draft_of_a_list_of_people_is_not_begun(empty_record: Record) -> None:
    desk = Desk(record=empty_record, actor=Actor(name="甲", role=Role.EDITOR))

    with pytest.raises(PersonalDataError):
        begin(desk, SourceFile(data=STAFF.encode(), name="名单.csv"))

    assert desk.drafts.open_of(SourceFile(data=STAFF.encode(), name="名单.csv").sha256) is None


def test_the_telephone_of_an_employer_makes_no_list_of_people(empty_record: Record) -> None:
    (published,) = ingest_bytes(empty_record, POSTS.encode(), "目录.csv").editions

    assert [post.name for post in published.edition.posts] == ["电工", "焊工"]
