"""Shortage in every form that catalogues print: the words always, a rank only where it is sure."""

import pytest

from jinque.extraction import Reading
from jinque.model import Shortage
from tests.unit.extraction.made import read_made


def _reading(heading: str, *labels: str, above: str = "", below: str = "") -> Reading:
    names = ("电工", "焊工", "护士", "会计", "铸造工", "锻造工")
    rows = "".join(f"{n}\t{names[n - 1]}\t{one}\n" for n, one in enumerate(labels, start=1))
    [reading] = read_made(f"{above}序号\t岗位名称\t{heading}\n{rows}\n{below}")
    return reading


def _found(reading: Reading) -> list[Shortage]:
    return [post.shortage for post in reading.edition.posts if post.shortage]


@pytest.mark.parametrize(
    ("heading", "labels", "values"),
    [
        ("紧缺程度", ["★★★", "★"], [3, 1]),
        ("紧缺星级", ["5星", "1星"], [5, 1]),
        ("紧缺程度", ["五星", "二星"], [5, 2]),
        ("紧缺程度", ["五星级", "一星级"], [5, 1]),
        ("紧缺程度", ["★5", "★2"], [5, 2]),
        ("紧缺程度", ["★★★☆☆", "★☆☆☆☆"], [3, 1]),
        ("紧缺星级", ["4", "２"], [4, 2]),
        ("紧缺等级", ["高", "中", "低"], [3, 2, 1]),
        ("紧缺程度", ["非常紧缺", "比较紧缺", "一般紧缺"], [3, 2, 1]),
    ],
)
def test_a_label_whose_order_is_certain_has_a_rank(
    heading: str, labels: list[str], values: list[int]
) -> None:
    found = _found(_reading(heading, *labels))

    assert [(one.printed, one.value) for one in found] == list(zip(labels, values, strict=True))


@pytest.mark.parametrize(
    ("heading", "labels"),
    [
        ("紧缺度", ["急需", "紧缺", "储备"]),
        ("紧缺类别", ["一类", "二类"]),
        ("紧缺程度", ["A", "B", "C"]),
        ("紧缺等级", ["5级", "3级"]),
        ("紧缺等级", ["1", "3"]),
    ],
)
def test_a_label_without_a_stated_order_is_kept_and_not_ranked(
    heading: str, labels: list[str]
) -> None:
    reading = _reading(heading, *labels)

    found = _found(reading)
    assert [(one.printed, one.value, one.scale) for one in found] == [
        (label, None, "words") for label in labels
    ]
    assert "scale_not_explained" in {issue.code for issue in reading.report.issues}
    assert "value_unreadable" not in {issue.code for issue in reading.report.issues}


@pytest.mark.parametrize(
    ("labels", "above", "below", "values"),
    [
        (["乙", "甲", "丙"], "说明：等次由高到低为甲、乙、丙。\n", "", [2, 3, 1]),
        (["乙", "甲", "丙"], "说明：紧缺程度由高到低分为甲、乙、丙三等。\n", "", [2, 3, 1]),
        (["一类", "二类"], "", "注：紧缺类别由低到高分为一类、二类。\n", [1, 2]),
        (["B", "A", "C"], "", "注：A为非常紧缺，B为比较紧缺，C为一般紧缺。\n", [2, 3, 1]),
        (["B级", "A级"], "", "注：A级表示特别紧缺；B级表示一般紧缺。\n", [1, 2]),
    ],
)
def test_a_legend_orders_the_labels(
    labels: list[str], above: str, below: str, values: list[int]
) -> None:
    reading = _reading("紧缺程度", *labels, above=above, below=below)

    assert [one.value for one in _found(reading)] == values
    scale = reading.edition.metadata.scale
    assert scale is not None
    assert scale.order.citation is not None
    assert "scale_not_explained" not in {issue.code for issue in reading.report.issues}


@pytest.mark.parametrize(
    ("heading", "numbers", "values"),
    [
        ("紧缺指数", ["0.87", "0.4"], [0.87, 0.4]),
        ("紧缺指数", ["87", "40.5"], [87, 40.5]),
        ("紧缺指数", ["４．５", "３"], [4.5, 3]),
        ("紧缺指数", ["87%", "40%"], [0.87, 0.4]),
        ("得分", ["0.54", "0.31"], [0.54, 0.31]),
        ("紧缺度", ["0.620", "0.380"], [0.62, 0.38]),
    ],
)
def test_numbers_are_the_index_with_their_print(
    heading: str, numbers: list[str], values: list[float]
) -> None:
    reading = _reading(heading, *numbers)

    found = _found(reading)
    assert [(one.printed, one.index, one.value) for one in found] == [
        (printed, value, None) for printed, value in zip(numbers, values, strict=True)
    ]
    assert "value_unreadable" not in {issue.code for issue in reading.report.issues}


def test_index_and_label_are_read_each_for_itself() -> None:
    [reading] = read_made(
        "序号\t岗位名称\t紧缺程度\t紧缺指数\n1\t电工\t急需\t0.3\n2\t焊工\t储备\t\n3\t护士\t\t0.1\n"
    )

    assert [(one.printed, one.index) for one in _found(reading)] == [
        ("急需", 0.3),
        ("储备", None),
        ("0.1", 0.1),
    ]


def test_six_stars_of_five_are_an_issue_of_their_cell() -> None:
    reading = _reading("紧缺程度", "★★★★★★", "★★")

    assert [(one.printed, one.value) for one in _found(reading)] == [("★★★★★★", None), ("★★", 2)]
    [issue] = [one for one in reading.report.issues if one.code == "stars_beyond_scale"]
    assert issue.serial == 1
