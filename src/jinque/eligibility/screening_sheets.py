"""The answer for a roster as tables for people."""

from collections.abc import Iterator
from datetime import date

from jinque.criteria.wording import describe
from jinque.dataset import Sheet
from jinque.eligibility.screening_overview import summary_sheet
from jinque.model.assessment import Assessment, Verdict
from jinque.model.assessment_words import VERDICT_NAMES
from jinque.model.screening import PersonScreened, ScreeningAnswer

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
