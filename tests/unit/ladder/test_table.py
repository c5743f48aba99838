from datetime import date

import pytest

from jinque.classification import load_classification
from jinque.ladder import Rulebook, answer, open_rulebook
from jinque.model.ladder import BridgeAnswer, BridgeStatus, TitleSeries
from jinque.model.person import Person
from tests.said import zh
from tests.unit.ladder.asking import ask_bridge

ON = date(2026, 3, 1)


def _about(book: Rulebook, occupation: str) -> BridgeAnswer:
    return answer([book], ask_bridge(Person(place="浙江"), ON, occupation=occupation))


def test_alternatives_and_specialities_are_told_apart(district: Rulebook) -> None:
    row = district.row("潮汐观测工")

    assert row
    assert row.series == (
        TitleSeries(name="工程技术"),
        TitleSeries(name="工艺美术", speciality="海洋"),
    )


@pytest.mark.parametrize("asked", ["电工", " 电 工", "电工\u3000"])
def test_name_is_exact_but_for_width_and_blanks(zhejiang: Rulebook, asked: str) -> None:
    row = zhejiang.row(asked)

    assert row
    assert row.serial == 756


@pytest.mark.parametrize(
    ("asked", "proposed"),
    [
        ("浸渍纸层压板工", "浸渍纸层压板板工"),
        ("炭素煅烧工", "炭素锻烧工"),
        ("航空附件装配工", "航空附件装配"),
        ("维修电工", "电工"),
        ("多工序数控机床操控调整工", "多工序数控机床操作调整工"),
    ],
)
def test_like_names_are_proposed_and_never_taken(
    zhejiang: Rulebook, asked: str, proposed: str
) -> None:
    said = _about(zhejiang, asked)

    assert said.status is BridgeStatus.NOT_LISTED
    assert said.row is None
    assert said.near[0].name == proposed
    assert zh(said.near[0].reason)


@pytest.mark.parametrize(
    ("one", "other"),
    [("种子繁育员", "种苗繁育员"), ("家畜饲养员", "家禽饲养员"), ("硫酸生产工", "硝酸生产工")],
)
def test_listed_names_one_character_apart_stay_two_rows(
    zhejiang: Rulebook, one: str, other: str
) -> None:
    rows = zhejiang.row(one), zhejiang.row(other)

    assert all(rows)
    assert rows[0] != rows[1]
    assert _about(zhejiang, one).near == ()


def test_row_of_persons_is_offered_beside_every_occupation(zhejiang: Rulebook) -> None:
    said = _about(zhejiang, "电工")

    assert [(row.serial, row.series[0].name) for row in said.groups] == [(883, "技工院校教师")]


def test_rows_take_codes_of_the_classification_by_equal_name_only(zhejiang: Rulebook) -> None:
    book = open_rulebook(zhejiang.ladder, zhejiang.edition, load_classification())

    assert [row.codes for row in book.rows.values() if row.name == "电工"] == [("6-31-01-03",)]
    misprinted = book.row("炭素锻烧工")
    assert misprinted
    assert misprinted.codes == ()
    assert misprinted.near_codes[0].name == "炭素煅烧工"


@pytest.mark.parametrize(
    ("occupation", "codes"),
    [
        ("电工", {"series_choice", "series_named_otherwise"}),
        ("家具设计师", {"series_speciality"}),
        ("讲解员", {"series_not_in_text"}),
        ("体育场馆管理员", set()),
        ("装潢美术设计师", {"series_choice", "series_named_otherwise"}),
        ("没有的职业", {"not_listed"}),
    ],
)
def test_what_the_table_leaves_open_is_told(
    zhejiang: Rulebook, occupation: str, codes: set[str]
) -> None:
    remarks = _about(zhejiang, occupation).remarks

    told = {remark.code for remark in remarks if remark.code.startswith(("series", "not_listed"))}
    assert codes == told


@pytest.mark.parametrize(
    ("query", "count"),
    [("", 883), ("群众文化", 6), ("工业设计", 17), ("数控机床", 1), ("没有的职业", 0)],
)
def test_table_is_searched_by_name_and_series(zhejiang: Rulebook, query: str, count: int) -> None:
    assert count == len(zhejiang.search(query))
