"""What became of the codes of 2015: the known moves, and what the two lists print."""

from collections import Counter

import pytest

from jinque.classification import correspondences, counterparts, load_classification
from jinque.model import Correspondence, CorrespondenceKind
from tests.said import en, zh


def _of(code: str) -> Correspondence:
    [row] = counterparts(load_classification("2015").by_code[code])
    return row


@pytest.mark.parametrize(
    ("code", "name", "code_2022"),
    [
        ("2-02-10-09", "人工智能工程技术人员", "2-02-38-01"),
        ("2-02-07-13", "智能制造工程技术人员", "2-02-38-05"),
        ("4-05-04-01", "保险代理人", "4-05-03-01"),
        ("4-02-07-10", "网约配送员", "4-10-08-01"),
        ("4-01-02-02", "电子商务师", "4-01-06-01"),
        ("4-01-02-07", "互联网营销师", "4-01-06-02"),
        ("2-07-03-00", "律师", "2-07-04-00"),
    ],
)
def test_name_that_kept_while_its_code_moved(code: str, name: str, code_2022: str) -> None:
    row = _of(code)

    assert (row.kind, row.name_2015, row.codes_2022) == (
        CorrespondenceKind.RECODED,
        name,
        (code_2022,),
    )
    assert load_classification("2022").by_code[code_2022].name == name
    assert code_2022 in zh(row.reason)


def test_code_that_now_names_another_occupation_says_so() -> None:
    assert "铸造工程技术人员" in zh(_of("2-02-07-13").reason)
    assert "铸造工程技术人员" in en(_of("2-02-07-13").reason)


def test_known_renaming_keeps_its_code() -> None:
    row = _of("4-02-02-01")

    assert (row.kind, row.name_2015, row.codes_2022) == (
        CorrespondenceKind.RENAMED,
        "道路客运汽车驾驶员",
        ("4-02-02-01",),
    )
    assert load_classification("2022").by_code["4-02-02-01"].name == "客运车辆驾驶员"


def test_known_renaming_whose_old_code_nobody_prints() -> None:
    rows = counterparts(load_classification("2022").by_code["4-06-01-01"])

    assert [(row.code_2015, row.name_2015) for row in rows] == [(None, "物业管理员")]


def test_occupation_that_became_a_work_type() -> None:
    row = _of("4-10-01-02")

    assert (row.kind, row.name_2015, row.codes_2022) == (
        CorrespondenceKind.WORK_TYPE,
        "育婴员",
        ("4-10-01-01-01",),
    )


def test_same_code_and_name_are_the_same() -> None:
    assert _of("2-02-10-03").kind is CorrespondenceKind.SAME


def test_name_one_character_apart_at_the_same_code_is_proposed_and_not_merged() -> None:
    row = _of("6-01-05-02")

    assert (row.name_2015, row.kind, row.codes_2022, row.proposed_2022) == (
        "水产品精制工",
        CorrespondenceKind.UNKNOWN,
        (),
        ("6-01-05-02",),
    )
    assert "水产制品精制工" in zh(row.reason)


def test_code_and_name_that_2022_lacks_are_gone() -> None:
    row = _of("2-08-03-02")

    assert (row.name_2015, row.kind, row.codes_2022) == (
        "小学教育教师",
        CorrespondenceKind.GONE,
        (),
    )


def test_proposed_entries_come_behind_attested_ones() -> None:
    rows = counterparts(load_classification("2022").by_code["2-02-18-08"])

    assert [(row.code_2015, row.kind) for row in rows] == [
        ("2-02-18-09", CorrespondenceKind.UNKNOWN)
    ]


def test_entry_of_2022_that_nothing_of_2015_attests_has_no_row() -> None:
    assert counterparts(load_classification("2022").by_code["4-04-05-13"]) == ()


def test_every_entry_of_2015_has_exactly_one_row() -> None:
    codes = Counter(row.code_2015 for row in correspondences())

    del codes[None]
    assert dict.fromkeys(load_classification("2015").by_code, 1) == codes


@pytest.mark.parametrize("row", correspondences(), ids=lambda row: str(row.code_2015))
def test_row_agrees_with_the_two_lists(row: Correspondence) -> None:
    now = load_classification("2022").by_code
    names = {entry.name for entry in now.values()}
    targets = [now[code] for code in (*row.codes_2022, *row.proposed_2022)]

    if row.kind in (CorrespondenceKind.SAME, CorrespondenceKind.RECODED):
        assert {target.name for target in targets} == {row.name_2015}
    if row.kind in (CorrespondenceKind.UNKNOWN, CorrespondenceKind.GONE):
        assert row.codes_2022 == ()
        assert row.name_2015 not in names
        assert (row.code_2015 in now) == (row.kind is CorrespondenceKind.UNKNOWN)
    else:
        assert len(row.codes_2022) == 1
