"""The first sheet of the answer for a roster: counts, and what they are not."""

from collections.abc import Iterator
from datetime import date

from jinque.dataset import Sheet
from jinque.model.assessment import Verdict
from jinque.model.assessment_words import NOT_YET_CONDITION, SELF_CHECK_NOTICE, VERDICT_NAMES
from jinque.model.screening import ROSTER_NOTICE, PostTotals, ScreeningAnswer
from jinque.roster.counts import SMALLEST_SHOWN, protect

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
