from datetime import date

import pytest

from jinque.dataset import workbook_bytes
from jinque.errors import NothingFoundError, NotReadableError
from jinque.ladder import Rulebook
from jinque.ladder.sheets import template_sheets
from jinque.locale import Translator
from jinque.model.ladder import BridgeStatus, Direction
from jinque.model.roster import Timing
from tests.said import zh
from tests.unit.ladder.rosters import HEADINGS, as_csv, as_workbook, electrician, screen


def test_who_may_apply_is_told_so_with_level_series_and_clause(zhejiang: Rulebook) -> None:
    [result] = screen(zhejiang, as_csv([electrician()])).results

    [verdict] = result.verdicts
    assert (result.staff_id, verdict.status) == ("A1", BridgeStatus.MAY_APPLY)
    assert (verdict.to_level, verdict.series) == ("中级", "工程技术或实验技术")
    assert (verdict.clause, verdict.timing) == ("三（二）1（2）", Timing.NOW)


@pytest.mark.parametrize(
    ("obtained", "timing", "earliest"),
    [
        ("2024-05-01", Timing.WITHIN_A_YEAR, date(2027, 5, 1)),
        ("2024-05-02", Timing.LATER, date(2027, 5, 2)),
    ],
)
def test_a_year_ahead_ends_on_the_same_day(
    zhejiang: Rulebook, obtained: str, timing: Timing, earliest: date
) -> None:
    row = electrician(取得日期=obtained, 取得后实际从业年数="")

    [result] = screen(zhejiang, as_csv([row])).results

    assert (result.verdicts[0].timing, result.verdicts[0].earliest_date) == (timing, earliest)


def test_a_blank_cell_is_unknown_and_asked_for(zhejiang: Rulebook) -> None:
    [result] = screen(zhejiang, as_csv([electrician(遵纪守法="")])).results

    [verdict] = result.verdicts
    assert verdict.timing is Timing.FACTS_MISSING
    assert [fact.fact for fact in verdict.missing] == ["observes_law"]


def test_a_title_beside_a_skill_level_is_answered_too(zhejiang: Rulebook) -> None:
    row = electrician(职称级别="中级", 职称系列="工程技术")

    [result] = screen(zhejiang, as_csv([row])).results

    assert [verdict.direction for verdict in result.verdicts] == list(Direction)


def test_a_title_alone_asks_for_a_skill_level_only(zhejiang: Rulebook) -> None:
    row = electrician(职称级别="中级", 技能等级="")

    [result] = screen(zhejiang, as_csv([row])).results

    assert [(v.direction, v.to_level) for v in result.verdicts] == [
        (Direction.TITLE_TO_SKILL, "技师")
    ]


def test_every_fault_of_a_row_is_told_with_its_cell(zhejiang: Rulebook) -> None:
    row = electrician(取得日期="去年", 年度考核="2023良", 遵纪守法="是的吧")

    answer = screen(zhejiang, as_csv([row, electrician()]))

    [reject] = answer.rejects
    assert [fault.place.address for fault in reject.faults] == ["E2", "H2", "M2"]
    assert "去年" in zh(reject.faults[0].message)
    assert len(answer.results) == 1


def test_an_unknown_level_is_told_with_its_cell_and_the_levels(zhejiang: Rulebook) -> None:
    [reject] = screen(zhejiang, as_csv([electrician(技能等级="大师")])).rejects

    [fault] = reject.faults
    assert (fault.place.address, fault.heading) == ("D2", "技能等级")
    assert "高级技师" in zh(fault.message)


def test_no_row_is_dropped_in_silence(zhejiang: Rulebook) -> None:
    rows = [electrician(), [""] * 13, ["只有这一格"], electrician(取得日期="x"), electrician()]

    answer = screen(zhejiang, as_csv(rows))

    assert (len(answer.results), len(answer.rejects)) == (3, 1)


def test_a_row_beside_the_columns_is_rejected(zhejiang: Rulebook) -> None:
    rows = [[*electrician(), ""], [*[""] * 13, "备注"]]

    answer = screen(zhejiang, as_csv(rows, [*HEADINGS, "说明"]))

    assert [row.place.address for row in answer.rejects] == ["3"]
    assert answer.unread == ("N1 说明",)


def test_sheets_with_a_heading_row_are_read_and_others_named(zhejiang: Rulebook) -> None:
    data = as_workbook(
        ("一车间", HEADINGS, [electrician()]),
        ("二车间", HEADINGS, [electrician(), electrician()]),
        ("说明", ("a", "b"), [("c", "d")]),
    )

    answer = screen(zhejiang, data, "r.xlsx")

    assert [result.place.address for result in answer.results] == [
        *("一车间!2", "二车间!2", "二车间!3"),
    ]
    assert answer.unread == ("说明",)


def test_days_of_a_workbook_are_days(zhejiang: Rulebook) -> None:
    row = [date(2022, 11, 1) if cell == "2022-11-01" else cell for cell in electrician()]

    [result] = screen(zhejiang, as_workbook(("名单", HEADINGS, [row])), "r.xlsx").results

    assert result.verdicts[0].status is BridgeStatus.MAY_APPLY


def test_a_place_of_a_row_goes_before_that_of_the_roster(zhejiang: Rulebook) -> None:
    data = as_csv([(*electrician(), "上海"), (*electrician(), "")], [*HEADINGS, "工作地区"])

    answer = screen(zhejiang, data)

    assert [result.verdicts[0].status for result in answer.results] == [
        *(BridgeStatus.NOT_APPLICABLE, BridgeStatus.MAY_APPLY),
    ]


def test_the_template_is_a_roster_of_nobody(zhejiang: Rulebook) -> None:
    answer = screen(
        zhejiang, workbook_bytes(template_sheets([zhejiang]), Translator("zh")), "t.xlsx"
    )

    assert (answer.results, answer.rejects, answer.unread) == ((), (), ("填写说明",))


def test_a_file_without_a_heading_row_is_refused(zhejiang: Rulebook) -> None:
    with pytest.raises(NothingFoundError):
        screen(zhejiang, as_csv([("1", "2")], ("甲", "乙")))


def test_two_columns_of_one_meaning_are_refused(zhejiang: Rulebook) -> None:
    with pytest.raises(NotReadableError) as caught:
        screen(zhejiang, as_csv([(*electrician(), "技师")], [*HEADINGS, "职业技能等级"]))

    assert caught.value.where == "D1、N1"


def test_progress_ends_with_everybody(zhejiang: Rulebook) -> None:
    told: list[tuple[int, int]] = []

    screen(
        zhejiang,
        as_csv([electrician()] * 201),
        progress=lambda done, total: told.append((done, total)),
    )

    assert told == [(0, 201), (200, 201), (201, 201)]
