import pytest

from jinque.errors import NothingFoundError
from tests.unit.extraction.made import read_made

_HEAD = "序号\t行业\t岗位名称\t紧缺程度\t备用栏\n"


def test_unknown_column_is_kept_under_its_heading() -> None:
    [reading] = read_made(_HEAD + "1\t机械\t电工\t★★\t甲\n")

    [post] = reading.edition.posts
    assert [(cell.heading, cell.role, cell.text) for cell in post.cells][-1] == (
        "备用栏",
        None,
        "甲",
    )


def test_merged_industry_is_carried_down_but_its_cell_stays_blank() -> None:
    [reading] = read_made(_HEAD + "1\t机械\t电工\t★\t\n2\t\t焊工\t★\t\n")

    second = reading.edition.posts[1]
    assert second.industry == "机械"
    assert second.cells[1].text == ""
    assert second.id == "某市:2"


def test_identifier_has_the_section_where_there_are_several() -> None:
    [reading] = read_made(_HEAD + "1\t机械\t电工\t★\t\n2\t化工\t焊工\t★\t\n")

    assert [post.id for post in reading.edition.posts] == ["某市:机械:1", "某市:化工:2"]


def test_glued_row_is_laid_under_its_columns_by_what_its_cells_look_like() -> None:
    [reading] = read_made("序号\t行业\t岗位名称\t紧缺程度\n1\t机械\t电工\t★\n焊工\t★★\n")

    glued = reading.edition.posts[1]
    assert (glued.name, glued.serial, glued.serial_printed) == ("焊工", 2, None)
    assert glued.shortage is not None
    assert glued.shortage.value == 2


def test_row_that_fits_no_columns_is_rejected_with_its_words() -> None:
    [reading] = read_made("序号\t岗位名称\t紧缺程度\n1\t电工\t★\n2\t焊工\t★\t多\t余\n")

    assert reading.report.rows_rejected == 1
    [issue] = [i for i in reading.report.issues if i.code == "row_rejected"]
    assert issue.quote == "2\t焊工\t★\t多\t余"
    assert issue.line_start == 3


def test_serial_that_begins_anew_begins_a_section() -> None:
    [reading] = read_made("序号\t岗位名称\n1\t电工\n2\t焊工\n1\t车工\n")

    assert [section.rows for section in reading.edition.sections] == [3]
    assert [post.id for post in reading.edition.posts] == ["某市:1", "某市:2", "某市:1~2"]
    assert {i.code for i in reading.report.issues} >= {"heading_lost"}


def test_page_heading_repeated_joins_and_another_heading_separates() -> None:
    text = "甲产业\n序号\t岗位名称\n1\t电工\n\n甲产业\n序号\t岗位名称\n2\t焊工\n\n乙产业\n1\t车工\n"

    [reading] = read_made(text)

    assert [(s.path, s.rows) for s in reading.edition.sections] == [
        (("甲产业",), 2),
        (("乙产业",), 1),
    ]


def test_synonyms_name_the_same_columns_in_any_order() -> None:
    [reading] = read_made("职业(工种)\t编 号\t急需紧缺程度\n电工L/S\t1\t★★★\n")

    [post] = reading.edition.posts
    assert (post.name, post.serial, [m.value for m in post.markers]) == (
        "电工",
        1,
        ["green", "digital"],
    )


def test_value_that_cannot_be_read_is_kept_and_reported() -> None:
    [reading] = read_made("序号\t岗位名称\t紧缺程度\n1\t电工\t#N/A\n2\t焊工\t★\n")

    post = reading.edition.posts[0]
    assert post.shortage is None
    assert post.cells[2].text == "#N/A"
    assert "value_unreadable" in {issue.code for issue in reading.report.issues}


@pytest.mark.parametrize("text", ["今天天气很好。", "甲\t乙\n丙\t丁\n"])
def test_file_without_a_catalogue_is_refused(text: str) -> None:
    with pytest.raises(NothingFoundError):
        read_made(text)
