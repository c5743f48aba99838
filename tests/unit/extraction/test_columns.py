"""Columns recognised by heading and by cells, each with a confidence and its reasons."""

import pytest

from jinque.errors import NothingFoundError
from jinque.extraction import Reading
from jinque.extraction.columns import SURE
from jinque.extraction.columns.judging import judge
from jinque.model import Cell, Issue, Profile, Span
from jinque.model.post import ColumnReading, ColumnRole
from jinque.parameters import load_vocabulary
from tests.golden.conftest import read_corpus, truth_rows
from tests.said import zh
from tests.unit.extraction.made import read_made

_SPAN = Span(line_start=1, line_end=1, start=0, end=1)
_ROWS = (
    ("1", "电工", "6-31-01-03", "★★", "大专"),
    ("2", "焊工", "6-18-02-04", "★", "本科及以上"),
    ("3", "车工", "6-18-01-01", "★", "大专"),
)
_BODY = "".join("\t".join(row) + "\n" for row in _ROWS)
_HEADINGS = ("序号", "岗位名称", "职业编码", "紧缺程度", "学历要求")


def _read(headings: tuple[str, ...] = _HEADINGS, body: str = _BODY) -> Reading:
    [reading] = read_made("\t".join(headings) + "\n" + body)
    return reading


def _column(reading: Reading, heading: str) -> ColumnReading:
    return next(one for one in reading.report.columns if one.heading == heading)


def _issues(reading: Reading, code: str) -> list[Issue]:
    return [issue for issue in reading.report.issues if issue.code == code]


def _columns_of(headings: list[str], columns: list[list[str]]) -> list[tuple[str | None, float]]:
    cells = [Cell(text=heading, span=_SPAN) for heading in headings]
    return [(one.role, one.confidence) for one in judge(cells, columns, {})]


def test_heading_and_cells_that_agree_are_nearly_certain() -> None:
    reading = _read()

    assert [column.role for column in reading.report.columns] == [
        "serial",
        "name",
        "code",
        "shortage",
        "education",
    ]
    assert all(column.confidence >= 0.95 for column in reading.report.columns)


def test_every_column_tells_why_and_where() -> None:
    code = _column(_read(), "职业编码")

    assert "已知写法" in zh(code.reasons[0])
    assert "3 个单元格中 3 个" in zh(code.reasons[1])
    assert code.citation is not None
    assert code.citation.quote == "职业编码"
    assert (code.rows, code.filled, code.samples[0]) == (3, 3, "6-31-01-03")


@pytest.mark.parametrize("heading", ["职业编码（必填）", "*职业编码", "职业编码：", "3.职业编码"])
def test_marks_and_brackets_around_a_heading_do_not_hide_it(heading: str) -> None:
    reading = _read(("序号", "岗位名称", heading, "紧缺程度", "学历要求"))

    assert reading.edition.posts[0].code == "6-31-01-03"


def test_unit_in_a_bracket_is_the_unit_of_pay() -> None:
    [reading] = read_made("序号\t岗位名称\t年薪（元）\n1\t电工\t98000\n2\t焊工\t87000\n")

    assert [post.pay_cny_10k_year for post in reading.edition.posts] == [9.8, 8.7]
    assert _column(reading, "年薪（元）").role == "pay"


def test_cells_tell_a_code_under_an_unknown_heading() -> None:
    reading = _read(("序号", "岗位名称", "国标号", "紧缺程度", "学历要求"))

    assert _column(reading, "国标号").role == "code"
    assert reading.edition.posts[1].code == "6-18-02-04"
    assert _issues(reading, "column_uncertain") == []


def test_table_whose_headings_are_mostly_unknown_is_read_by_its_cells() -> None:
    reading = _read(("号", "干什么的", "国标号", "缺不缺", "念过什么书"))

    assert [post.name for post in reading.edition.posts] == ["电工", "焊工", "车工"]
    assert [post.code for post in reading.edition.posts][-1] == "6-18-01-01"
    assert reading.report.rows_rejected == 0


def test_table_that_nothing_tells_is_refused_with_its_first_row() -> None:
    with pytest.raises(NothingFoundError) as caught:
        read_made("甲\t乙\t丙\n红\t绿\t蓝\n黄\t白\t黑\n")

    assert "甲、乙、丙" in str(caught.value)


def test_swapped_headings_are_asked_about_and_not_corrected() -> None:
    reading = _read(("序号", "职业编码", "岗位名称", "紧缺程度", "学历要求"))

    uncertain = {issue.quote for issue in _issues(reading, "column_uncertain")}
    assert uncertain == {"职业编码", "岗位名称"}
    assert _column(reading, "岗位名称").confidence < SURE


def test_second_column_of_one_role_is_kept_and_asked_about() -> None:
    [reading] = read_made("序号\t岗位名称\t职业名称\n1\t电工\t维修电工\n2\t焊工\t手工焊工\n")

    [issue] = _issues(reading, "column_ambiguous")
    assert issue.quote == "职业名称"
    assert "“岗位名称”一栏已作为" in zh(issue.message)
    assert [cell.text for cell in reading.edition.posts[0].cells] == ["1", "电工", "维修电工"]


def test_unknown_column_is_kept_and_asked_about_with_its_place() -> None:
    [reading] = read_made("序号\t岗位名称\t备用栏\n1\t电工\t甲\n")

    [issue] = _issues(reading, "column_unknown")
    assert (issue.quote, issue.line_start, issue.severity.value) == ("备用栏", 1, "info")


def test_what_a_person_settled_goes_before_all_evidence() -> None:
    roles = (ColumnRole(heading="甲 栏", role="name"), ColumnRole(heading="岗位名称", role=None))
    profile = Profile(edition_id="某市", title=None, column_roles=roles)

    [reading] = read_made("序号\t岗位名称\t甲栏\n1\t红\t电工\n2\t绿\t焊工\n", profile)

    assert [post.name for post in reading.edition.posts] == ["电工", "焊工"]
    assert _column(reading, "甲栏").confidence == 1
    assert _issues(reading, "column_ambiguous") == _issues(reading, "column_unknown") == []


def test_body_row_of_a_table_that_goes_on_is_no_header() -> None:
    first = "岗位名称\t学历要求\n电工\t大专\n焊工\t本科\n"
    second = "车工\t大专\n钳工\t本科\n铣工\t本科\n"

    [reading] = read_made(f"{first}\n下一页。\n\n{second}")

    assert len(reading.edition.posts) == 5


def test_no_column_of_the_five_documents_is_doubted() -> None:
    for reading in read_corpus().values():
        assert all(column.role and column.confidence >= SURE for column in reading.report.columns)


@pytest.mark.parametrize("edition_id", ["dalian", "skilled-trades", "wenzhou-2020"])
def test_cells_alone_never_give_a_column_of_the_documents_another_role(edition_id: str) -> None:
    raw = {
        "serial": [str(row["serial"]) for row in truth_rows(edition_id)],
        "name": [row["name_raw"] for row in truth_rows(edition_id)],
        "code": [row.get("code_raw") or "" for row in truth_rows(edition_id)],
        "shortage": [row["shortage_raw"] for row in truth_rows(edition_id)],
        "index": [row.get("index_raw") or "" for row in truth_rows(edition_id)],
        "education": [row.get("degree") or "" for row in truth_rows(edition_id)],
        "experience": [row.get("experience_raw") or "" for row in truth_rows(edition_id)],
        "ability": [row.get("ability") or "" for row in truth_rows(edition_id)],
        "description": [row.get("description") or "" for row in truth_rows(edition_id)],
        "pay": [row.get("salary_raw") or "" for row in truth_rows(edition_id)],
    }
    held = {role: list(filter(None, texts)) for role, texts in raw.items() if any(texts)}

    found = _columns_of([f"{n}栏" for n in range(len(held))], list(held.values()))

    given = dict(zip(held, (role for role, _ in found), strict=True))
    assert all(role in {None, expected} for expected, role in given.items())
    assert {"serial", "name", "shortage"} <= {role for role in given.values() if role}


def test_every_role_has_a_name_and_every_weight_a_role() -> None:
    vocabulary = load_vocabulary()

    assert vocabulary.headings.keys() == vocabulary.role_names.keys()
    assert vocabulary.cell_weights.keys() <= vocabulary.headings.keys()
