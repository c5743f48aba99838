"""Checks that need no truth file: each plants one fault and finds it with place and reason."""

import io

import pytest
from xlsxwriter import Workbook

from jinque.documents import read
from jinque.extraction import Reading, extract, profiles_for
from jinque.model import Issue, Profile
from tests.said import zh
from tests.unit.extraction.made import read_made

_HEAD = "序号\t岗位名称\t年薪（万元）\t学历要求\n"


def _of(reading: Reading, code: str) -> list[Issue]:
    return [issue for issue in reading.report.issues if issue.code == code]


def _text(*rows: str) -> Reading:
    [reading] = read_made(_HEAD + "".join(f"{row}\n" for row in rows))
    return reading


def _sheet(*rows: tuple[object, ...], second: tuple[tuple[object, ...], ...] = ()) -> Reading:
    data = io.BytesIO()
    with Workbook(data) as book:
        for group in filter(None, (rows, second)):
            sheet = book.add_worksheet()
            for number, row in enumerate(group):
                sheet.write_row(number, 0, row)
    document = read(data.getvalue(), name="某市.xlsx")
    profiles = profiles_for(document, source_name="某市.xlsx", edition_id=None, known=())
    [reading] = extract(document, source_name="某市.xlsx", profiles=profiles)
    return reading


def test_word_for_education_outside_the_vocabulary_is_reported_once_with_its_rows() -> None:
    reading = _text("1\t电工\t9.8\t大砖", "2\t焊工\t9.1\t本科", "3\t车工\t9.2\t大砖")

    [issue] = _of(reading, "degree_unknown")
    assert "“大砖”（2 行）" in zh(issue.message)
    assert issue.serial == 1


@pytest.mark.parametrize("text", ["本科及以上", "不限", "—", "专科", "研究生（硕士）", "无"])
def test_usual_words_for_education_are_not_reported(text: str) -> None:
    assert _of(_text(f"1\t电工\t9.8\t{text}"), "degree_unknown") == []


@pytest.mark.parametrize(("printed", "count"), [("98000", 1), ("0.98", 1), ("9.8", 0)])
def test_pay_outside_all_that_is_plausible_is_reported(printed: str, count: int) -> None:
    issues = _of(_text(f"1\t电工\t{printed}\t大专"), "pay_implausible")

    assert len(issues) == count


@pytest.mark.parametrize(("printed", "count"), [("12-8", 1), ("8-12", 0), ("12万～8万", 1)])
def test_range_of_pay_that_falls_is_reported(printed: str, count: int) -> None:
    assert len(_of(_text(f"1\t电工\t{printed}\t大专"), "pay_range_reversed")) == count


def test_gap_in_the_serials_is_reported_at_its_row() -> None:
    reading = _text("1\t电工\t9.8\t大专", "3\t焊工\t9.1\t本科")

    [issue] = _of(reading, "serial_gap")
    assert issue.line_start == 3


def test_issue_of_a_cell_tells_sheet_row_and_column() -> None:
    reading = _sheet(("序号", "岗位名称", "紧缺程度"), (1, "电工", "很缺"), (2, "焊工", "★"))

    [issue] = _of(reading, "value_unreadable")
    assert issue.place is not None
    assert (issue.place.sheet, issue.place.row, issue.place.column) == ("Sheet1", 2, 3)


def test_column_of_codes_that_all_became_dates_is_reported_with_what_was_typed() -> None:
    reading = _sheet(("序号", "岗位名称", "职业编码"), (1, "电工", "2002/2/10"), (2, "焊工", "—"))

    [issue] = _of(reading, "value_unreadable")
    assert "“2-02-10”" in zh(issue.message)
    assert reading.edition.posts[0].code is None


def test_table_without_a_header_whose_serials_run_on_is_joined_without_a_doubt() -> None:
    reading = _sheet(
        ("序号", "岗位名称", "紧缺程度"),
        (1, "电工", "★"),
        second=((2, "焊工", "★★"), (3, "车工", "★")),
    )

    assert [post.serial for post in reading.edition.posts] == [1, 2, 3]
    assert _of(reading, "table_continuation_doubtful") == []


def test_table_without_a_header_and_serials_is_read_and_doubted() -> None:
    reading = _sheet(
        ("岗位名称", "紧缺程度"), ("电工", "★"), second=(("焊工", "★★"), ("车工", "★"))
    )

    [issue] = _of(reading, "table_continuation_doubtful")
    assert len(reading.edition.posts) == 3
    assert issue.place is not None
    assert issue.place.sheet == "Sheet2"


def test_table_that_ends_in_the_middle_of_a_row_is_reported() -> None:
    rows = [(n, f"电工{n}", "★", "具备能力。") for n in range(1, 5)]

    reading = _sheet(("序号", "岗位名称", "紧缺程度", "能力要求"), *rows, (5, "焊工", "★", ""))

    [issue] = _of(reading, "table_cut")
    assert issue.place is not None
    assert issue.place.row == 6


def test_unknown_table_beside_a_known_one_is_rejected_row_by_row_and_named() -> None:
    second = (("甲", "乙"), ("红", "绿"), ("黄", "白"))
    text = "\n".join("\t".join(row) for row in second)

    [reading] = read_made(f"{text}\n\n说明完毕。\n\n{_HEAD}1\t电工\t9.8\t大专\n")

    [issue] = _of(reading, "table_not_recognised")
    assert "甲、乙" in zh(issue.message)
    assert reading.report.rows_rejected == len(_of(reading, "row_rejected")) == 3
    assert reading.report.rows_in == 4


def test_table_before_the_first_of_several_titles_is_not_lost() -> None:
    table = "序号\t岗位名称\n1\t{}\n\n"
    text = (
        f"{table.format('电工')}附件1\n甲县紧缺人才目录\n{table.format('焊工')}"
        f"附件2\n乙县紧缺人才目录\n{table.format('车工')}"
    )

    readings = read_made(text)

    names = [post.name for reading in readings for post in reading.edition.posts]
    assert names == ["电工", "焊工", "车工"]
    assert [reading.edition.id for reading in readings] == ["某市-1", "某市-2", "某市-3"]


def test_catalogue_beside_a_known_one_is_not_lost() -> None:
    known = "温州制造业产业基础再造和产业链提升急需紧缺人才目录（2020）"
    table = "序号\t岗位名称\n1\t{}\n\n"
    text = f"{known}\n{table.format('电工')}附件\n乙县紧缺人才目录\n{table.format('车工')}"
    document = read(text.encode(), name="某市.txt")

    profiles = profiles_for(
        document,
        source_name="某市.txt",
        edition_id=None,
        known=(Profile(edition_id="wenzhou-2020", title=known),),
    )

    assert [profile.edition_id for profile in profiles] == ["wenzhou-2020", "某市-1"]
