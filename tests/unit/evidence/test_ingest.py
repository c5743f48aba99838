"""Returns and labour-market tables read into evidence."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from jinque.dataset.paper import paper_docx
from jinque.errors import InvalidOptionError, SourceNotFoundError
from jinque.evidence.ingest import ingest
from jinque.evidence.papers import form_paper
from jinque.evidence.tables import read_evidence
from jinque.model.evidence import EvidenceReport, FrameEmployer, Marks, Survey
from jinque.model.paper import Grid
from tests.said import zh
from tests.unit.evidence.forms import LATHE, PROGRAMMER, SOFTWARE, form, survey

DAY = date(2026, 11, 2)
ROW = {
    "staff": "12",
    "places_opened": "3",
    "seekers_new": "5",
    "filled": "1",
    "withdrawn": "0",
    "open": "2",
    "difficulty": "4",
}


def _ingest(
    tmp_path: Path, files: Mapping[str, bytes | str], of: Survey | None = None, day: date = DAY
) -> EvidenceReport:
    source = tmp_path / "in"
    source.mkdir(exist_ok=True)
    for name, data in files.items():
        (source / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return ingest(of or survey(), source, tmp_path / "evidence", day)


def _rows(tmp_path: Path, table: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = read_evidence(tmp_path / "evidence").tables[table].to_pylist()
    return rows


def _codes(report: EvidenceReport) -> list[str]:
    return [issue.code for file in report.files for issue in file.issues]


def _addresses(report: EvidenceReport) -> list[tuple[str | None, int | None, int | None]]:
    places = [issue.place for file in report.files for issue in file.issues if issue.place]
    return [(place.sheet, place.row, place.column) for place in places]


def test_a_return_becomes_rows_with_their_place(tmp_path: Path) -> None:
    days = {
        0: (SOFTWARE, "2026-07-03", "2026-08-01", "招到", "2"),
        1: (SOFTWARE, "2026-06-01", "", "仍空缺", ""),
    }
    report = _ingest(
        tmp_path, {"a.xlsx": form({"employer": "E1", "filled_on": "2026-10-15"}, {0: ROW}, days)}
    )

    answer = _rows(tmp_path, "answers")[0]
    assert (report.returns, report.files[0].rows_in, report.files[0].rows_kept) == (1, 3, 3)
    expected = {
        "employer": "E1", "occupation": SOFTWARE, "places": 3, "seekers": 5, "staff": 12,
        "filled": 1, "open": 2, "difficulty": 4,
    }  # fmt: skip
    assert {name: answer[name] for name in expected} == expected
    spells = [
        (r["entry"], r["end"], r["is_filled"], r["count"]) for r in _rows(tmp_path, "vacancies")
    ]
    assert spells == [(0, 29, True, 2), (30, 121, False, 1)]


def test_a_printed_form_that_came_back_is_read_like_a_workbook(tmp_path: Path) -> None:
    paper = form_paper(survey(), FrameEmployer(id="E7", name="甲厂"))
    grids = [block for block in paper.blocks if isinstance(block, Grid)]
    grid = grids[1]
    filled = tuple(
        (row[0], row[1], "12", "", "3", "", "5", "1", "0", "2", "4", "", "", "")
        if row[0] == LATHE
        else row
        for row in grid.rows
    )
    blocks = tuple(
        Grid(header=grid.header, rows=filled, widths=grid.widths) if block is grid else block
        for block in paper.blocks
    )
    data = paper_docx(
        type(paper)(title=paper.title, footer=paper.footer, blocks=blocks, is_landscape=True)
    )

    report = _ingest(tmp_path, {"a.docx": data})

    assert [(r["employer"], r["occupation"], r["places"]) for r in _rows(tmp_path, "answers")] == [
        ("E7", LATHE, 3)
    ]
    assert _codes(report) == []


def test_faults_are_told_by_cell_and_nothing_is_lost(tmp_path: Path) -> None:
    rows = {
        0: {**ROW, "places_opened": "三五个", "difficulty": "9"},
        1: {"staff": "2.5"},
        2: {**ROW, "pay_cny_10k_year": "150000"},
        3: {"occupation": "9-99-99-99", "staff": "1"},
    }
    report = _ingest(tmp_path, {"a.xlsx": form({"employer": "E1"}, rows)})

    file = report.files[0]
    assert (file.rows_in, file.rows_kept, file.rows_reported) == (4, 2, 2)
    assert _codes(report) == [
        "return_number", "return_difficulty", "return_count", "return_row_empty", "return_pay_unit",
        "return_occupation",
    ]  # fmt: skip
    assert _addresses(report)[:2] == [("调查表", 20, 5), ("调查表", 20, 11)]


def test_open_ended_numbers_are_counted_and_never_a_number(tmp_path: Path) -> None:
    report = _ingest(
        tmp_path, {"a.xlsx": form({"employer": "E1"}, {0: {**ROW, "places_opened": "若干"}})}
    )

    assert (report.open_ended, _rows(tmp_path, "answers")[0]["places"]) == (1, None)


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    data = form({"employer": "E1"}, {0: ROW})
    _ingest(tmp_path, {"a.xlsx": data})
    before = read_evidence(tmp_path / "evidence").sha256

    report = _ingest(tmp_path, {"a.xlsx": data, "copy.xlsx": data})

    assert (report.is_changed, read_evidence(tmp_path / "evidence").sha256) == (False, before)


def test_the_order_in_which_files_come_changes_nothing(tmp_path: Path) -> None:
    files = {f"{n}.xlsx": form({"employer": n}, {0: ROW}) for n in ("E1", "E2", "E3")}
    for name, data in files.items():
        (tmp_path / "one").mkdir(exist_ok=True)
        _ingest(tmp_path / "one", {name: data})
    (tmp_path / "two").mkdir()
    _ingest(tmp_path / "two", dict(reversed(files.items())))

    one, two = (read_evidence(tmp_path / each / "evidence").sha256 for each in ("one", "two"))
    assert one == two


def test_of_two_returns_of_an_employer_the_later_counts_and_it_is_told(tmp_path: Path) -> None:
    files = {
        "a.xlsx": form({"employer": "E1", "filled_on": "2026-10-10"}, {0: ROW}),
        "b.xlsx": form(
            {"employer": "E1", "filled_on": "2026-10-12"}, {0: {**ROW, "places_opened": "8"}}
        ),
    }
    report = _ingest(tmp_path, files)

    assert [r["places"] for r in _rows(tmp_path, "answers")] == [8]
    assert "b.xlsx" in zh(report.duplicates[0])


def test_two_returns_of_one_day_that_differ_are_both_left_out(tmp_path: Path) -> None:
    files = {
        "a.xlsx": form({"employer": "E1"}, {0: ROW}),
        "b.xlsx": form({"employer": "E1"}, {0: {**ROW, "places_opened": "8"}}),
    }
    report = _ingest(tmp_path, files)

    assert (report.returns, _rows(tmp_path, "answers")) == (0, [])


def test_a_group_answers_for_several_employers(tmp_path: Path) -> None:
    frame = tuple(FrameEmployer(id=f"E{n}", stratum="s") for n in range(1, 5))
    files = {
        "a.xlsx": form({"employer": "E1", "covers": "E2；E3"}, {0: ROW}),
        "b.xlsx": form({"employer": "E2"}, {0: ROW}),
    }
    report = _ingest(tmp_path, files, survey(frame=frame))

    assert [r["employer"] for r in _rows(tmp_path, "employers")] == ["E1", "E2", "E3"]
    assert [r["employer"] for r in _rows(tmp_path, "answers")] == ["E1"]
    assert "E2" in zh(report.duplicates[0])


def test_rows_of_an_agency_name_whom_it_supplies(tmp_path: Path) -> None:
    frame = (FrameEmployer(id="E1", stratum="s"), FrameEmployer(id="E2", name="甲厂", stratum="s"))
    rows = {0: {**ROW, "supplied_to": "甲厂"}, 1: ROW}
    report = _ingest(
        tmp_path, {"a.xlsx": form({"employer": "E1", "is_agency": "是"}, rows)}, survey(frame=frame)
    )

    assert [r["supplied_to"] for r in _rows(tmp_path, "answers")] == ["E2", ""]
    assert (report.agencies, _codes(report)) == (1, ["return_agency"])


@pytest.mark.parametrize(
    ("identity", "name", "words"),
    [
        ({"employer": "E1"}, "other", "是调查“other”的答卷"),
        ({}, "s1", "没有样本编号"),
        ({"employer": "E9"}, "s1", "不在抽中的单位里"),
        ({"employer": "E1", "filled_on": "2027-07-01"}, "s1", "有效期"),
    ],
)
def test_a_return_that_cannot_be_taken_says_why(
    tmp_path: Path, identity: dict[str, str], name: str, words: str
) -> None:
    frame = (FrameEmployer(id="E1", stratum="s"),)
    report = _ingest(
        tmp_path, {"a.xlsx": form(identity, {0: ROW}, of=survey(name=name))}, survey(frame=frame)
    )

    assert report.files[0].kind == "refused"
    assert words in zh(report.files[0].issues[0].message)


def test_an_expired_approval_refuses_everything_and_names_the_day(tmp_path: Path) -> None:
    with pytest.raises(InvalidOptionError, match="2027-06-30"):
        _ingest(tmp_path, {"a.xlsx": form({"employer": "E1"}, {0: ROW})}, day=date(2027, 7, 1))


def test_the_last_day_of_an_approval_still_holds(tmp_path: Path) -> None:
    assert (
        _ingest(
            tmp_path, {"a.xlsx": form({"employer": "E1"}, {0: ROW})}, day=date(2027, 6, 30)
        ).returns
        == 1
    )


def test_a_draft_takes_no_returns(tmp_path: Path) -> None:
    with pytest.raises(InvalidOptionError, match="it is a draft"):
        _ingest(tmp_path, {"a.xlsx": form({"employer": "E1"}, {0: ROW})}, survey(marks=Marks()))


def test_hired_beyond_applied_is_suspected_aloud(tmp_path: Path) -> None:
    report = _ingest(tmp_path, {"a.xlsx": form({"employer": "E1"}, {0: {**ROW, "filled": "9"}})})

    assert _codes(report) == ["return_swapped"]


def test_a_damaged_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    report = _ingest(
        tmp_path, {"a.xlsx": b"PK\x03\x04broken", "b.xlsx": form({"employer": "E1"}, {0: ROW})}
    )

    assert [file.kind for file in report.files] == ["refused", "return"]


def test_an_empty_folder_is_no_evidence(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError):
        _ingest(tmp_path, {})


MARKET = f"""2026年第三季度市场供求
职业编码,职业,需求人数,求职人数,求人倍率
{LATHE},车工,60,20,3
{PROGRAMMER},计算机程序设计员,40,30,1.33
,无要求,,50,
合计,,100,100,1
"""


def test_seekers_without_a_wish_are_kept_and_spread(tmp_path: Path) -> None:
    report = _ingest(tmp_path, {"m.csv": MARKET})

    rows = {
        r["printed"]: (r["seekers"], r["seekers_spread"], r["period"])
        for r in _rows(tmp_path, "market")
    }
    assert rows == {
        "车工": (20, 50, "2026Q3"),
        "计算机程序设计员": (30, 50, "2026Q3"),
        "无要求": (50, None, "2026Q3"),
    }
    assert _codes(report) == ["market_total"]


def test_swapped_columns_of_a_table_are_suspected_aloud(tmp_path: Path) -> None:
    turned = MARKET.replace("需求人数,求职人数", "求职人数,需求人数")

    assert "market_swapped" in _codes(_ingest(tmp_path, {"m.csv": turned}))


@pytest.mark.parametrize("what", ["时期", "地区", "口径"])
def test_demand_and_seekers_that_differ_are_not_compared(tmp_path: Path, what: str) -> None:
    first, second = {
        "时期": ("2026Q2", "2026Q3"),
        "地区": ("全市", "市区"),
        "口径": ("公共", "全部"),
    }[what]
    table = (
        f"职业编码,职业,需求人数,求职人数,需求{what},求职{what}\n"
        f"{LATHE},车工,60,20,{first},{second}\n"
    )
    report = _ingest(tmp_path, {"m.csv": table})

    assert _codes(report) == ["market_mismatch"]
    assert [r["seekers_spread"] for r in _rows(tmp_path, "market")] == [None]
