"""The first sheet of the answer for a roster: counts, what it is not, what it rests on."""

from collections.abc import Iterator
from datetime import date

from jinque.bridge.roster_summary import TIMING_NAMES, summarise
from jinque.dataset import Sheet
from jinque.model import Words
from jinque.model.bridge_roster import RosterAnswer
from jinque.model.rule import Direction

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
