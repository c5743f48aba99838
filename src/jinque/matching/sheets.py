"""The first sheet of the answer for a roster: counts, and what they are not.

The answer for a roster as tables for people.

The empty roster that an employer fills in, with explanations and lists to choose from.
"""

from collections.abc import Iterator
from datetime import date

from jinque.criteria.wording import describe
from jinque.dataset import Sheet
from jinque.model.matching import (
    NOT_YET_CONDITION,
    SELF_CHECK_NOTICE,
    VERDICT_NAMES,
    Assessment,
    Verdict,
)
from jinque.model.roster import ROSTER_NOTICE, PersonScreened, PostTotals, ScreeningAnswer
from jinque.parameters import RosterColumn
from jinque.parameters.words import load_criteria_words, load_screening_columns
from jinque.roster import SMALLEST_SHOWN, protect

HIDDEN = "人数过少，不单列"

_Cell = str | int | date | None


def summary_sheet(answer: ScreeningAnswer) -> Sheet:
    """Return what the result is, whom it counts, and for each post how many match."""
    return Sheet(
        name="汇总",
        headings=(
            "项目或岗位",
            "与所列要求相符",
            "待补充",
            "与所列要求不一致（含年限未到）",
            "岗位编号",
        ),
        rows=(*_head(answer), *_posts(answer)),
        widths=(60, 18, 18, 22, 28),
    )


def shown(count: int | None) -> int | str:
    """Return a count, or words where it is too small to be shown."""
    return HIDDEN if count is None else count


def totals_shown(post: PostTotals) -> tuple[int | None, int | None, int | None]:
    """Return the counts of a post; None for numbers that would point at somebody."""
    counts = {"met": post.matches, "open": post.undecided, "unmet": post.not_matching}
    found = protect(counts)
    return found["met"], found["open"], found["unmet"]


def people_with(answer: ScreeningAnswer, verdict: Verdict) -> int | None:
    """Return how many people have a post of a verdict among those explained; None if 1 or 2."""
    found = sum(
        any(each.verdict is verdict for each in person.worth_reading) for person in answer.people
    )
    return None if 0 < found < SMALLEST_SHOWN else found


def _head(answer: ScreeningAnswer) -> Iterator[tuple[_Cell, ...]]:
    yield SELF_CHECK_NOTICE.zh, None, None, None, None
    yield ROSTER_NOTICE.zh, None, None, None, None
    yield f"按 {answer.on} 计算", None, None, None, None
    yield f"名单行数：{len(answer.people) + len(answer.rejects)}", None, None, None, None
    yield f"有结果：{len(answer.people)} 人", None, None, None, None
    yield f"未读入（见“未读入”）：{len(answer.rejects)} 行", None, None, None, None
    for verdict in (Verdict.MATCHES, Verdict.NOT_YET, Verdict.INCOMPLETE):
        name = VERDICT_NAMES[verdict].zh
        more = f"（{NOT_YET_CONDITION.zh}）" if verdict is Verdict.NOT_YET else ""
        count = shown(people_with(answer, verdict))
        yield f"至少有一个岗位“{name}”{more}的人数：{count}", None, None, None, None
    yield f"本目录未列条件的岗位：{answer.no_stated} 个，不计入匹配", None, None, None, None
    for unread in answer.unread:
        yield f"没有读的工作表或列：{unread}", None, None, None, None


def _posts(answer: ScreeningAnswer) -> Iterator[tuple[_Cell, ...]]:
    ordered = sorted(answer.posts, key=lambda post: (-post.matches, -post.undecided))
    for post in ordered:
        yield (post.name, *map(shown, totals_shown(post)), post.post_id)


Row = tuple[str | int | date | None, ...]

_PERSON = ("位置", "工号", "姓名")
_PERSON_WIDTHS = (12, 12, 12)
_POST = ("岗位", "岗位编号", "目录", "自查结论（不是认定）")
_POST_WIDTHS = (24, 26, 26, 24)


def result_sheets(answer: ScreeningAnswer) -> tuple[Sheet, ...]:
    """Return the summary, people with posts, near misses, what is missing, clauses, rejects."""
    return (
        summary_sheet(answer),
        posts_sheet(answer),
        _near_misses(answer),
        _missing(answer),
        _clauses(answer),
        rejects_sheet(answer),
    )


def posts_sheet(answer: ScreeningAnswer) -> Sheet:
    """Return one row for each person and post that nothing, or time alone, stands against."""
    return Sheet(
        name="人与岗位",
        headings=(*_PERSON, *_POST, "相近", "须待证明的要求", "尚待判断的要求", "最早日期"),
        rows=tuple(
            (
                *_of_person(each),
                *_of_post(found),
                found.nearness.reason.zh if found.nearness.reason else None,
                _quotes(found, "evidence"),
                _quotes(found, "undecided"),
                found.earliest_date,
            )
            for each, found in _worth_reading(answer)
            if found.verdict is not Verdict.DOES_NOT_MATCH
        ),
        widths=(*_PERSON_WIDTHS, *_POST_WIDTHS, 20, 50, 50, 14),
    )


def rejects_sheet(answer: ScreeningAnswer) -> Sheet:
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


def _near_misses(answer: ScreeningAnswer) -> Sheet:
    return Sheet(
        name="只差一条",
        headings=(*_PERSON, *_POST, "不符合的要求（原文）", "为什么"),
        rows=tuple(
            (
                *_of_person(each),
                *_of_post(found),
                _quotes(found, "unmet"),
                "；".join(one.reason.zh for one in found.unmet),
            )
            for each, found in _worth_reading(answer)
            if found.verdict is Verdict.DOES_NOT_MATCH
        ),
        widths=(*_PERSON_WIDTHS, *_POST_WIDTHS, 40, 60),
    )


def _missing(answer: ScreeningAnswer) -> Sheet:
    """Return for each person the facts that are still wanted, and by how many of their posts."""
    rows: list[Row] = []
    for each in answer.people:
        wanted: dict[str, int] = {}
        for found in each.worth_reading:
            for fact in found.missing:
                wanted[fact.question.zh] = wanted.get(fact.question.zh, 0) + 1
        ordered = sorted(wanted.items(), key=lambda one: -one[1])
        rows += [(*_of_person(each), question, posts) for question, posts in ordered]
    return Sheet(
        name="缺少事实",
        headings=(*_PERSON, "还须了解", "所列岗位中有几个要用"),
        rows=rows,
        widths=(*_PERSON_WIDTHS, 70, 20),
    )


def _clauses(answer: ScreeningAnswer) -> Sheet:
    """Return the printed words of every post that is named, with our reading and the place."""
    posts = {found.post.id: found for _, found in _worth_reading(answer)}
    rows = [
        (
            *(found.post.name, found.post.id, _catalogue(found)),
            *(one.demand.quote, describe(one.demand.criterion).zh),
            f"第 {one.demand.citation.span.line_start} 行",
        )
        for _, found in sorted(posts.items())
        for one in found.findings
    ]
    return Sheet(
        name="条款",
        headings=("岗位", "岗位编号", "目录", "原文", "本软件的读法（推断）", "出处"),
        rows=rows,
        widths=(24, 26, 26, 60, 60, 12),
    )


def _worth_reading(answer: ScreeningAnswer) -> Iterator[tuple[PersonScreened, Assessment]]:
    for each in answer.people:
        for found in each.worth_reading:
            yield each, found


def _of_person(each: PersonScreened) -> Row:
    return each.who.place.address, each.who.staff_id, each.who.name


def _of_post(found: Assessment) -> Row:
    return found.post.name, found.post.id, _catalogue(found), VERDICT_NAMES[found.verdict].zh


def _catalogue(found: Assessment) -> str:
    """Return the title of the catalogue, of its file where it prints none."""
    metadata = found.edition.metadata
    return metadata.title.value or metadata.place.value or found.edition.source_name


def _quotes(found: Assessment, which: str) -> str:
    return "；".join(dict.fromkeys(one.demand.quote for one in getattr(found, which)))


_WIDTH = 18
_NONE = "无"
_ADVICE = (
    ("", "不要填写身份证号、手机号：有这样的列或内容，整份名单不会读取。", ""),
    ("", "每人一行；不知道的留空，留空是“未知”，不是“否”。名单不会被保存。", ""),
)


def template_sheets() -> tuple[Sheet, ...]:
    """Return the roster, and what to write in each column."""
    columns = load_screening_columns()
    lists = [_choices(column) for column in columns]
    roster = Sheet(
        name="名单",
        headings=tuple(column.heading for column in columns),
        rows=(),
        widths=(_WIDTH,) * len(columns),
        choices={number: choices for number, choices in enumerate(lists) if choices},
    )
    explained = (_explain(*each) for each in zip(columns, lists, strict=True))
    explanations = Sheet(
        name="填写说明",
        headings=("列", "怎样填", "可以填"),
        rows=(*_ADVICE, *explained),
        widths=(30, 90, 60),
    )
    return roster, explanations


def _explain(column: RosterColumn, choices: tuple[str, ...]) -> tuple[str, str, str]:
    return column.heading, f"{column.meaning.zh}（{column.meaning.en}）", "、".join(choices)


def _choices(column: RosterColumn) -> tuple[str, ...]:
    words = load_criteria_words()
    if column.is_yes_no:
        return ("是", "否")
    found = {
        "level": (*words.education_ranks, _NONE),
        "degree": (*words.degree_ranks, _NONE),
        "title": (*words.title_ranks, _NONE),
    }
    return found.get(column.key, ())
