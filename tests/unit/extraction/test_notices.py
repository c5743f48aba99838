import io
from datetime import date

from xlsxwriter import Workbook

from jinque.documents import read
from jinque.extraction import extract, profiles_for
from jinque.model import Issue


def _issues() -> list[Issue]:
    made = io.BytesIO()
    book = Workbook(made)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["序号", "职业编号", "岗位名称"])
    sheet.write_row(1, 0, [1, "2-02-07-13", "甲"])
    sheet.write_row(2, 0, [2, "", "乙"])
    sheet.write(2, 1, date(2002, 2, 10), book.add_format({"num_format": 14}))
    sheet.set_row(1, None, None, {"hidden": True})
    book.close()
    document = read(made.getvalue(), name="某市.xlsx")
    profiles = profiles_for(document, source_name="某市.xlsx", edition_id=None, known=())
    [reading] = extract(document, source_name="某市.xlsx", profiles=profiles)
    return list(reading.report.issues)


def test_notice_about_a_cell_is_an_issue_of_its_post() -> None:
    [issue] = [one for one in _issues() if one.code == "code_stored_as_date"]

    assert (issue.post_id, issue.serial) == ("某市:2", 2)
    assert issue.quote == "2\t2002/2/10\t乙"


def test_date_in_place_of_a_code_gives_no_code() -> None:
    assert "value_unreadable" in {one.code for one in _issues() if one.serial == 2}


def test_hidden_row_is_an_issue_of_its_post() -> None:
    [issue] = [one for one in _issues() if one.code == "rows_hidden"]

    assert issue.post_id == "某市:1"
