"""Judges the occupation by the table, and the title's series where a skill level is asked for."""

from jinque.bridge.rulebook import Rulebook
from jinque.criteria import Judgement, ask
from jinque.model import Words
from jinque.model.bridge import BridgeRequest
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.rule import Direction
from jinque.model.title_table import TableRow


def judge_table(book: Rulebook, request: BridgeRequest) -> tuple[str, Judgement]:
    """Return the identifier of the rule that decides, and the judgement.

    An occupation that the table does not list is undecided, by the note below the table: that is
    for a committee to settle, so no fact is missing.
    """
    table = book.ladder.table
    if not request.occupation:
        reason = Words(zh="未说明职业（工种）", en="occupation not said")
        missing = (ask(Fact.OCCUPATION),)
        return table.rule, Judgement(outcome=Outcome.UNKNOWN, reason=reason, missing=missing)
    row = book.row(request.occupation)
    if row is None:
        reason = Words(
            zh=f"对应关系表未列明“{request.occupation}”，由相关系列职称评审委员会根据实际确定",
            en=f"the table does not list “{request.occupation}”; the review committee decides",
        )
        return table.note_rule, Judgement(outcome=Outcome.UNKNOWN, reason=reason)
    if request.direction is Direction.TITLE_TO_SKILL:
        return table.rule, _judge_series(book, request, row)
    return table.rule, Judgement(outcome=Outcome.MET, reason=_listed(row))


def _judge_series(book: Rulebook, request: BridgeRequest, row: TableRow) -> Judgement:
    names = book.ladder.table.series_names
    titles = request.person.titles or ()
    given = [names.get(title.series, title.series) for title in titles if title.series]
    listed = _listed(row)
    if {series.name for series in row.series} & {*given}:
        return Judgement(outcome=Outcome.MET, reason=listed)
    if len(given) < len(titles) or not titles:
        reason = Words(
            zh=f"{listed.zh}；未说明职称属于哪个系列",
            en=f"{listed.en}; series of the title not said",
        )
        missing = (ask(Fact.TITLE_SERIES),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=reason, missing=missing)
    reason = Words(
        zh=f"{listed.zh}；职称系列为{'、'.join(given)}，不对应时能否参加，原文未载明",
        en=f"{listed.en}; the title is of another series, and whether that bars is not stated",
    )
    return Judgement(outcome=Outcome.UNKNOWN, reason=reason)


def _listed(row: TableRow) -> Words:
    return Words(
        zh=f"对应关系表第{row.serial}号“{row.name}”：{row.printed}",
        en=f"no. {row.serial} of the table, {row.name}: {row.printed}",
    )
