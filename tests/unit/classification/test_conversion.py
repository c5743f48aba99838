"""Codes told in the other edition: what is converted, what is left, and there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinque.classification import EDITIONS, convert_code, correspondences, load_classification
from jinque.errors import InvalidOptionError
from jinque.model import ConversionStatus, CorrespondenceKind, Sureness
from tests.said import en, zh

REUSED = [
    ("2-07-01-00", "法官", "2-07-02-00"),
    ("2-07-02-00", "检察官", "2-07-03-00"),
    ("2-07-03-00", "律师", "2-07-04-00"),
    ("2-07-04-00", "公证员", "2-07-05-00"),
    ("4-05-04-01", "保险代理人", "4-05-03-01"),
    ("4-05-04-02", "保险保全员", "4-05-03-02"),
    ("2-02-07-13", "智能制造工程技术人员", "2-02-38-05"),
    ("4-07-05-03", "智能楼宇管理员", "4-06-01-04"),
    ("4-13-04-01", "社会体育指导员", "4-14-05-01"),
    ("4-02-07-10", "网约配送员", "4-10-08-01"),
]
"""A code of 2015 that means another occupation in 2022, its name then, its code now."""
ONE_TO_ONE = [
    row
    for row in correspondences()
    if row.code_2015
    and row.kind
    in (CorrespondenceKind.SAME, CorrespondenceKind.RECODED, CorrespondenceKind.RENAMED)
    and load_classification("2015").by_code[row.code_2015].name == row.name_2015
]


@pytest.mark.parametrize(("code", "name", "code_2022"), REUSED)
def test_reused_code_follows_its_name(code: str, name: str, code_2022: str) -> None:
    found = convert_code(code, name, "2022")

    assert found.entry is not None
    assert (found.status, found.entry.code) == (ConversionStatus.RECODED, code_2022)


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, name, _ in REUSED])
@pytest.mark.parametrize("wanted", EDITIONS)
def test_reused_code_alone_is_never_converted(code: str, name: str, wanted: str) -> None:
    found = convert_code(code, "", wanted)

    assert (found.status, found.entry) == (ConversionStatus.AMBIGUOUS, None)
    assert name in zh(found.reason)
    assert found.proposed


@pytest.mark.parametrize(
    ("code", "name", "wanted", "status", "sureness", "becomes"),
    [
        ("2-02-10-03", "计算机软件工程技术人员", "2022", "same", "certain", "2-02-10-03"),
        ("2-07-03-00", "检察官", "2022", "current", "certain", "2-07-03-00"),
        ("2-07-03-00", "检察官", "2015", "recoded", "unconfirmed", "2-07-02-00"),
        ("2-02-10-09", "人工智能工程技术人员", "2022", "recoded", "certain", "2-02-38-01"),
        ("2-02-10-09", "", "2022", "recoded", "unconfirmed", "2-02-38-01"),
        ("2-02-10-03", "", "2022", "same", "unconfirmed", "2-02-10-03"),
        ("4-02-02-01", "道路客运汽车驾驶员", "2022", "renamed", "certain", "4-02-02-01"),
        ("4-10-01-02", "育婴员", "2022", "work_type", "certain", "4-10-01-01-01"),
        ("4-10-01-01-01", "育婴员", "2015", "work_type", "certain", "4-10-01-02"),
        ("4-04-05-04", "人工智能训练师", "2022", "recoded", "unconfirmed", "4-04-05-05"),
        ("4-04-05-04", "建筑信息模型技术员", "2022", "recoded", "certain", "4-08-08-23"),
        ("4-04-05-04", "数据库运行管理员", "2022", "current", "certain", "4-04-05-04"),
        ("6-01-05-02", "水产品精制工", "2022", "same", "unconfirmed", "6-01-05-02"),
        ("2-07-01-00", "法官", "2022", "recoded", "unconfirmed", "2-07-02-00"),
        ("2-05-08", "护理人员", "2022", "same", "certain", "2-05-08"),
        ("２—０７－０３－００", " 律 师 ", "2022", "recoded", "certain", "2-07-04-00"),
    ],
)
def test_conversion(
    code: str, name: str, wanted: str, status: str, sureness: str, becomes: str
) -> None:
    found = convert_code(code, name, wanted)

    assert found.entry is not None
    assert (found.status, found.sureness) == (status, sureness)
    assert (found.entry.classification, found.entry.code) == (wanted, becomes)


@pytest.mark.parametrize(
    ("code", "name", "wanted", "status", "proposed"),
    [
        # The name of another entry than the code's.
        ("2-07-03-00", "法官", "2022", "contradicts", "2-07-02-00"),
        # Neither edition has the name here.
        ("2-02-10-03", "厨师", "2022", "contradicts", "2-02-10-03"),
        # Renamed by its spelling alone.
        ("4-09-10-03", "盆景工", "2022", "unsettled", "4-09-10-03"),
        # Split, as a source says.
        ("4-14-04-00", "公共卫生辅助服务员", "2022", "unsettled", "4-14-04-01"),
        # Gone, with like names.
        ("2-08-03-02", "小学教育教师", "2022", "unsettled", "2-08-02-04"),
        # The code is another occupation's now, the name is gone.
        ("2-08-04-00", "幼儿教育教师", "2022", "unsettled", "2-08-03-00"),
        # A class written as an occupation.
        ("6-10-01-00", "石油炼制生产人员", "2022", "unlisted", "6-10-01"),
        ("2-99-99-99", "律师", "2022", "unlisted", "2-07-04-00"),
        # New in 2022, and a new occupation of 2019 whose code of then nothing attests.
        ("2-07-01-00", "监察人员", "2015", "unsettled", ""),
        ("4-02-04-06", "无人机驾驶员", "2015", "unsettled", ""),
        ("", "律师", "2022", "no_code", ""),
        ("见附件", "律师", "2022", "no_code", ""),
    ],
)
def test_what_is_not_settled_is_left(
    code: str, name: str, wanted: str, status: str, proposed: str
) -> None:
    found = convert_code(code, name, wanted)

    assert (found.status, found.sureness, found.entry) == (status, Sureness.UNDECIDED, None)
    assert zh(found.reason)
    assert en(found.reason)
    assert proposed in [entry.code for entry in found.proposed] or not proposed


@given(st.sampled_from(ONE_TO_ONE))
def test_there_and_back_is_the_identity_where_moves_are_one_to_one(row: object) -> None:
    entry = load_classification("2015").by_code[row.code_2015]  # type: ignore[attr-defined]
    there = convert_code(entry.code, entry.name, "2022")

    assert there.entry is not None
    back = convert_code(there.entry.code, there.entry.name, "2015")
    assert back.entry == entry


def test_there_and_back_for_every_such_row() -> None:
    for row in ONE_TO_ONE:
        entry = load_classification("2015").by_code[row.code_2015 or ""]
        there = convert_code(entry.code, entry.name, "2022").entry
        assert there is not None, row
        assert convert_code(there.code, there.name, "2015").entry == entry


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(EDITIONS))
def test_whatever_is_typed_is_answered_and_converting_twice_changes_nothing(
    code: str, name: str, wanted: str
) -> None:
    found = convert_code(code, name, wanted)

    if found.entry:
        again = convert_code(found.entry.code, found.entry.name, wanted)
        assert again.entry == found.entry


def test_edition_that_is_not_here_is_refused() -> None:
    with pytest.raises(InvalidOptionError) as fault:
        convert_code("2-07-03-00", "律师", "1999")

    assert fault.value.where == "to"
    assert "2015" in zh(fault.value.hint)
