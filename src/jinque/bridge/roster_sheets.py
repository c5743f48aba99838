"""The answer for a roster as tables for people."""

from collections.abc import Iterator
from datetime import date

from jinque.bridge.roster_overview import DIRECTION_NAMES, summary_sheet
from jinque.bridge.roster_summary import TIMING_NAMES
from jinque.bridge.wording import STATUS_NAMES
from jinque.dataset import Sheet
from jinque.model.bridge_roster import RosterAnswer, RosterResult, RosterVerdict, Timing
from jinque.model.rule import Direction

Row = tuple[str | int | date | None, ...]

_PERSON = ("位置", "工号", "姓名", "职业（工种）")
_VERDICT = (
    *("自查结论（不是认定）", "何时", "级别", "职称系列", "条款", "条款原文", "最早日期"),
    *("不符合的条件", "缺少的事实", "下一级", "下一级最早日期"),
)
_SOON = (Timing.NOW, Timing.WITHIN_A_YEAR)
_VERDICT_WIDTHS = (18, 22, 10, 18, 14, 40, 14, 40, 40, 10, 16)


def result_sheets(answer: RosterAnswer) -> tuple[Sheet, ...]:
    """Return the summary, who may apply soon, every person, what is missing, rows not read."""
    return (
        summary_sheet(answer),
        _soon_sheet(answer),
        people_sheet(answer),
        _missing_sheet(answer),
        rejects_sheet(answer),
    )


def people_sheet(answer: RosterAnswer) -> Sheet:
    """Return one row for each person, in the order of the roster."""
    headings = [
        f"{DIRECTION_NAMES[direction].zh}：{name}" for direction in Direction for name in _VERDICT
    ]
    rows = tuple((*_person(each), *_both(each)) for each in answer.results)
    return Sheet(
        name="结果",
        headings=(*_PERSON, *headings),
        rows=rows,
        widths=(12, 12, 12, 18, *_VERDICT_WIDTHS, *_VERDICT_WIDTHS),
    )


def rejects_sheet(answer: RosterAnswer) -> Sheet:
    """Return one row for each cell at fault of the rows that were not read."""
    return Sheet(
        name="未读入",
        headings=("行", "工号", "姓名", "单元格", "列", "原因"),
        rows=tuple(
            (
                *(row.place.address, row.staff_id, row.name),
                *(fault.place.address, fault.heading, fault.message.zh),
            )
            for row in answer.rejects
            for fault in row.faults
        ),
        widths=(12, 12, 12, 12, 20, 70),
    )


def _soon_sheet(answer: RosterAnswer) -> Sheet:
    found = [
        (*_person(result), DIRECTION_NAMES[verdict.direction].zh, *_verdict(verdict))
        for timing in _SOON
        for result in answer.results
        for verdict in result.verdicts
        if verdict.timing is timing
    ]
    return Sheet(
        name="现在和一年内可申报",
        headings=(*_PERSON, "方向", *_VERDICT),
        rows=found,
        widths=(12, 12, 12, 18, 14, *_VERDICT_WIDTHS),
    )


def _missing_sheet(answer: RosterAnswer) -> Sheet:
    return Sheet(
        name="缺少事实",
        headings=(*_PERSON, "方向", "还须了解"),
        rows=tuple(
            (*_person(result), DIRECTION_NAMES[verdict.direction].zh, fact.question.zh)
            for result in answer.results
            for verdict in result.verdicts
            for fact in verdict.missing
        ),
        widths=(12, 12, 12, 18, 14, 70),
    )


def _person(result: RosterResult) -> Row:
    occupation = result.verdicts[0].occupation if result.verdicts else None
    return result.place.address, result.staff_id, result.name, occupation


def _both(result: RosterResult) -> Iterator[str | int | date | None]:
    """Yield the cells of both directions; blank where one was not asked."""
    by_direction = {verdict.direction: verdict for verdict in result.verdicts}
    for direction in Direction:
        found = by_direction.get(direction)
        yield from _verdict(found) if found else (None,) * len(_VERDICT)


def _verdict(verdict: RosterVerdict) -> Row:
    return (
        STATUS_NAMES[verdict.status].zh,
        TIMING_NAMES[verdict.timing].zh,
        verdict.to_level,
        verdict.series,
        verdict.clause,
        verdict.quote,
        verdict.earliest_date,
        "；".join(short.zh for short in verdict.short),
        "".join(fact.question.zh for fact in verdict.missing),
        verdict.next_level,
        verdict.next_date,
    )
