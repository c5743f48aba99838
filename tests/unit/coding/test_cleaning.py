"""What is left of a title."""

import pytest

from jinque.coding import clean


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("【急招】快递员（包吃住）", "快递员"),
        ("销售经理 10k-15k", "销售经理"),
        ("普工6000元起双休", "普工"),
        ("Ｃ＋＋工程師", "c++工程师"),
        ("3D打印工程师", "3d打印工程师"),
        ("5G网络优化工程师", "5g网络优化工程师"),
        ("高薪诚聘", ""),
        ("舖面店長", "铺面店长"),
    ],
)
def test_decoration_is_dropped(title: str, bare: str) -> None:
    assert bare == clean(title).bare


def test_work_in_brackets_is_kept_apart() -> None:
    title = clean("科研助理（分子生物学）")

    assert (title.bare, title.inside) == ("科研助理", "分子生物学")


def test_ranks_are_dropped_step_by_step() -> None:
    assert clean("高级育婴师主管").cores == ("高级育婴师主管", "育婴师主管", "育婴师")


def test_a_stroke_parts_two_jobs() -> None:
    assert clean("服装设计师/搭配师").parts == ("服装设计师", "搭配师")
