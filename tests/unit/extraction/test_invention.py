"""What does not look like posts becomes no row, and is called what it is."""

import pytest

from jinque.errors import NothingFoundError
from tests.said import zh
from tests.unit.extraction.made import read_made

_HEAD = "序号\t岗位名称\t紧缺程度\t学历要求\n"
_ROWS = "1\t电工\t★\t大专\n2\t焊工\t★★\t大专\n"


def _names(text: str) -> list[str]:
    [reading] = read_made(text)
    return [post.name for post in reading.edition.posts]


def _refusal(text: str) -> str:
    with pytest.raises(NothingFoundError) as caught:
        read_made(text)
    return zh(caught.value.message)


@pytest.mark.parametrize(
    "sentence",
    [
        "排名靠前的岗位依次是采茶工、漆器匠、钢琴调音师、潜水教练。",
        "报名人员应当带齐身份证、户口簿、毕业证、照片。",
        "（一）报名材料。身份证、户口簿、毕业证。",
    ],
)
def test_a_sentence_that_names_things_is_no_list(sentence: str) -> None:
    _refusal(f"某地通知\n{sentence}\n")


@pytest.mark.parametrize(
    ("headings", "row", "kind"),
    [
        ("序号\t职业名称\t低位数\t中位数\t高位数", "1\t电工\t41200\t63100\t98000", "工资指导价位"),
        ("序号\t岗位名称\t培训课时\t补贴标准（元）", "1\t电工（初级）\t120\t930", "培训项目"),
        ("序号\t职业名称\t实施部门\t对应职称", "1\t执业药师\t药监部门\t主管药师", "职业资格"),
    ],
)
def test_another_kind_of_table_is_refused_by_its_name(headings: str, row: str, kind: str) -> None:
    assert kind in _refusal(f"{headings}\n{row}\n{row.replace('1', '2', 1)}\n")


def test_a_table_of_another_kind_beside_a_catalogue_is_left_out_and_told() -> None:
    wages = "\n附表\n序号\t职业名称\t低位数\t高位数\n1\t电工\t41200\t98000\n"
    [reading] = read_made(_HEAD + _ROWS + wages)

    report = reading.report
    assert [post.name for post in reading.edition.posts] == ["电工", "焊工"]
    assert (report.rows_in, report.rows_rejected) == (3, 1)
    [issue] = [issue for issue in report.issues if issue.code == "table_not_posts"]
    assert "工资指导价位" in zh(issue.message)


@pytest.mark.parametrize(
    "line",
    [
        "合计\t\t\t120\n",
        "\t小计\t\t\n",
        "序号\t岗位名称\t紧缺程度\t学历要求\n",
        "\t岗位名称\t紧缺程度\t学历要求\n",
        "1\t2\t3\t4\n",
        "注：以上由各单位填报\t\t\t\n",
        "填表人：某某\t\t\t\n",
    ],
)
def test_a_line_of_the_table_is_no_row_of_it(line: str) -> None:
    assert _names(_HEAD + "1\t电工\t★\t大专\n" + line + "2\t焊工\t★★\t大专\n") == ["电工", "焊工"]


def test_totals_and_notes_are_kept_as_notes() -> None:
    [reading] = read_made(_HEAD + _ROWS + "合计\t\t\t120\n")

    assert [note.text for note in reading.edition.notes] == ["合计 120"]


def test_cells_wrapped_over_lines_make_no_posts() -> None:
    text = (
        "岗位名称\t专业要求\t紧缺\n程度\t学历\n要求\t任职要求\t年薪\n（万）\n盐田\n"
        "管理员\t水产养殖\t★★★\t大专\n\t熟悉晒盐流程、池板维护及卤水\n调度；能独立排班。\t8\n"
        "\t熟悉灯器检修；能在孤岛\n长期驻守。\t9\n"
    )

    assert _refusal(text)
