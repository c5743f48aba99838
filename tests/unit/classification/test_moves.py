"""Every row of what changed from 2015 to 2022, as the comparison of the two lists found it.

`moves.csv` is that comparison, made before this package had the list. Four of its rows call a code
renamed by spelling that the list of 2015 gives to another occupation: the code was reused.
"""

import csv
from pathlib import Path

import pytest

from jinque.classification import correspondences, load_classification
from jinque.model import Correspondence, CorrespondenceKind, Level
from jinque.text import fold
from tests.said import zh

with (Path(__file__).parent / "moves.csv").open(encoding="utf-8", newline="") as _file:
    MOVES = list(csv.DictReader(_file))
REUSED_NOT_RENAMED = {"2-02-18-09", "2-06-09-01", "2-06-09-03", "2-08-04-00"}
ATTESTED = {CorrespondenceKind.RENAMED, CorrespondenceKind.LIKELY_RENAMED}


def _row(code: str, name: str) -> Correspondence:
    [row] = [
        row
        for row in correspondences()
        if row.code_2015 == code and fold(row.name_2015) == fold(name)
    ]
    return row


def _names(row: Correspondence) -> set[str]:
    """Return the names of a row's entry of 2015, other sources' spellings among them."""
    entry = load_classification("2015").by_code.get(row.code_2015 or "")
    return {fold(row.name_2015), *(fold(each) for each in (entry.other_spellings if entry else ()))}


def test_comparison_has_151_rows() -> None:
    assert len(MOVES) == 151


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move["code_2015"])
def test_move(move: dict[str, str]) -> None:
    row = _row(move["code_2015"], move["name_2015"])

    match move["kind"]:
        case "same name, other code":
            assert row.kind is CorrespondenceKind.RECODED
            assert row.codes_2022 == (move["code_2022_of_that_name"],)
        case "same code, renamed (by spelling)":
            is_reused = move["code_2015"] in REUSED_NOT_RENAMED
            assert (row.kind in ATTESTED) is not is_reused
        case "same code, other name":
            # The public draft of 2022 still had the old name of 1-04-03-00.
            is_renamed = move["code_2015"] == "1-04-03-00"
            assert (row.kind is CorrespondenceKind.RENAMED) is is_renamed
            assert (row.kind is CorrespondenceKind.UNKNOWN) is not is_renamed
        case "code and name gone":
            assert row.kind in (
                CorrespondenceKind.GONE,
                CorrespondenceKind.SPLIT,
                CorrespondenceKind.WORK_TYPE,
            )
    assert (row.name_now or "") == move["name_2022_of_that_code"]


def test_every_entry_has_exactly_one_row() -> None:
    for entry in load_classification("2015").by_code.values():
        assert _row(entry.code, entry.name).code_2015 == entry.code


def test_unchanged_occupations_are_as_many_as_the_comparison_counts() -> None:
    printed = load_classification("2015").by_code
    same = [
        row
        for row in correspondences()
        if row.kind is CorrespondenceKind.SAME
        and row.code_2015
        and row.code_2015.count("-") == 3
        and printed[row.code_2015].edition == "2015"
    ]

    assert len(same) == 1347


def test_rows_agree_with_the_two_lists() -> None:
    now = load_classification("2022").by_code
    names = {(fold(entry.name), entry.level) for entry in now.values()}

    for row in correspondences():
        targets = [now[code] for code in (*row.codes_2022, *row.proposed_2022)]
        assert zh(row.reason), row
        assert row.attested_by, row
        if row.kind in (CorrespondenceKind.SAME, CorrespondenceKind.RECODED):
            assert {fold(target.name) for target in targets} <= _names(row), row
        if row.codes_2022:
            assert len(row.codes_2022) == 1, row
        elif row.code_2015:
            assert (fold(row.name_2015), Level.of(row.code_2015)) not in names, row


@pytest.mark.parametrize(
    ("code", "before", "now"),
    [
        ("2-07-01-00", "法官", "监察人员"),
        ("2-07-02-00", "检察官", "法官"),
        ("2-07-03-00", "律师", "检察官"),
        ("2-07-04-00", "公证员", "律师"),
        ("4-05-04-01", "保险代理人", "典当业务员"),
        ("4-05-04-02", "保险保全员", "鉴定估价师"),
        ("2-02-07-13", "智能制造工程技术人员", "铸造工程技术人员"),
        ("4-07-05-03", "智能楼宇管理员", "消防设施操作员"),
        ("4-13-04-01", "社会体育指导员", "在线学习服务师"),
        ("2-08-04-00", "幼儿教育教师", "特殊教育教师"),
    ],
)
def test_reused_code_says_so(code: str, before: str, now: str) -> None:
    row = _row(code, before)

    assert row.is_code_reused
    assert row.name_now == now
    assert code not in row.codes_2022
    assert now in zh(row.reason)


def test_renaming_is_no_reuse() -> None:
    assert not _row("4-02-02-01", "道路客运汽车驾驶员").is_code_reused
    assert not _row("4-09-10-03", "盆景工").is_code_reused
