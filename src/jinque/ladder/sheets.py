"""The first sheet of the answer for a roster: counts, what it is not, what it rests on.

The answer for a roster as tables for people.

The empty roster that an employer fills in, with explanations and lists to choose from.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from jinque.dataset import Sheet
from jinque.ladder.roster import TIMING_NAMES, summarise
from jinque.ladder.rules import Rulebook
from jinque.ladder.wording import STATUS_NAMES
from jinque.model import Words
from jinque.model.ladder import Direction
from jinque.model.roster import RosterAnswer, RosterResult, RosterVerdict, Timing
from jinque.parameters import RosterColumn, load_roster_terms

DIRECTION_NAMES = {
    Direction.SKILL_TO_TITLE: Words(zh="申报职称", en="apply for a title"),
    Direction.TITLE_TO_SKILL: Words(zh="申请技能评价", en="take a skill assessment"),
}
_HIDDEN = "人数过少，不单列"


def summary_sheet(answer: RosterAnswer) -> Sheet:
    """Return the counts with what the result is not, and what it rests on."""
    return Sheet(
        name="汇总", headings=("项目", "人数或说明"), rows=tuple(_summary(answer)), widths=(44, 80)
    )


def _summary(answer: RosterAnswer) -> Iterator[tuple[str, str | int | date]]:
    yield "说明", answer.notice.zh
    yield "按哪一天算", answer.on
    yield "名单行数", len(answer.results) + len(answer.rejects)
    yield "有结果", len(answer.results)
    yield "未读入（见“未读入”）", len(answer.rejects)
    for group in summarise(answer):
        name = DIRECTION_NAMES[group.direction].zh
        for timing, count in group.counts.items():
            yield f"{name}：{TIMING_NAMES[timing].zh}", _HIDDEN if count is None else count
        for question, people in group.missing:
            yield f"{name}：缺少“{question.zh}”", _HIDDEN if people is None else people
    for unread in answer.unread:
        yield "没有读的工作表或列", unread
    for document in answer.documents:
        name = " ".join(filter(None, (document.document_number, document.title)))
        yield "依据", f"{name}（{document.effective_from}起施行；{document.basis.zh}）"


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


_YES_NO = ("是", "否")
_WIDTH = 18
_ADVICE = (
    ("", "不要填写身份证号、手机号：有这样的列或内容，整份名单不会读取。", ""),
    ("", "每人一行；不知道的留空，留空是“未知”，不是“否”。名单不会被保存。", ""),
)


def template_sheets(books: Sequence[Rulebook]) -> tuple[Sheet, ...]:
    """Return the roster, and what to write in each column.

    Args:
        books: the rules whose levels and series can be chosen.
    """
    columns = load_roster_terms().columns
    lists = [_choices(column, books) for column in columns]
    roster = Sheet(
        name="名单",
        headings=tuple(column.heading for column in columns),
        rows=(),
        widths=(_WIDTH,) * len(columns),
        choices={number: choices for number, choices in enumerate(lists) if choices},
        dates=tuple(number for number, column in enumerate(columns) if column.is_day),
    )
    explained = (_explain(*each) for each in zip(columns, lists, strict=True))
    explanations = Sheet(
        name="填写说明",
        headings=("列", "怎样填", "可以填"),
        rows=(*_ADVICE, *explained),
        widths=(26, 80, 60),
    )
    return roster, explanations


def _explain(column: RosterColumn, choices: tuple[str, ...]) -> tuple[str, str, str]:
    meaning = f"{column.meaning.zh}（{column.meaning.en}）"
    return column.heading, meaning, "、".join(choices)


def _choices(column: RosterColumn, books: Sequence[Rulebook]) -> tuple[str, ...]:
    if column.is_yes_no:
        return _YES_NO
    series = (one.name for book in books for row in book.rows.values() for one in row.series)
    found = {
        "skill_level": (level for book in books for level in book.ladder.skill_order),
        "title": (level for book in books for level in book.ladder.title_order),
        "series": series,
    }
    return tuple(dict.fromkeys(found.get(column.key, ())))
