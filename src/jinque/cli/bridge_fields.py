"""An answer of the ladder as labels and values."""

from jinque import api
from jinque.cli.session import Session
from jinque.cli.wording import lines_of
from jinque.model import Words
from jinque.model.bridge import BridgeAnswer, BridgeStatus, Step
from jinque.model.cited_rule import CitedRule
from jinque.model.finding import Outcome
from jinque.model.rule import Direction
from jinque.model.title_table import TableRow

OUTCOMES = {
    Outcome.MET: Words(zh="符合", en="met"),
    Outcome.NOT_MET: Words(zh="不符合", en="not met"),
    Outcome.UNKNOWN: Words(zh="未知", en="unknown"),
}


def answer_fields(session: Session, answer: BridgeAnswer) -> list[tuple[str, str]]:
    """Return labels and values; what an answer does not have is left out."""
    is_title = answer.request.direction is Direction.SKILL_TO_TITLE
    level = session.say("职称级别", "Title") if is_title else session.say("技能等级", "Skill level")
    step, row = answer.step, answer.row
    fields = [
        (session.say("职业", "Occupation"), row.name if row else answer.request.occupation or ""),
        (session.say("职称系列", "Title series"), _series(session, row) if row else ""),
        (session.say("名称相近", "Like it"), _near(session, answer)),
        (level, step.to_level if step else ""),
        (session.say("依据", "Rule"), lines_of_rule(session, step.rule) if step else ""),
        (session.say("下一级", "Next"), _state(session, answer.next_step)),
        (session.say("技能晋级", "Next skill level"), _state(session, answer.promotion)),
        (session.say("截至", "As of"), answer.request.on.isoformat()),
    ]
    return [field for field in fields if field[1]]


def route(session: Session, step: Step) -> str:
    """Return a route that an award opens, in one line."""
    return f"{'、'.join(step.from_levels)} → {_state(session, step)}"


def lines_of_rule(session: Session, rule: CitedRule) -> str:
    """Return a rule's clause, its words and their lines in the source."""
    span = rule.citation.span
    return f"{rule.clause}  “{rule.quote}”  {lines_of(session, span.line_start, span.line_end)}"


def _series(session: Session, row: TableRow) -> str:
    names = [
        f"{one.name}（{one.speciality}）" if one.speciality else one.name for one in row.series
    ]
    number = session.say(f"对应关系表第{row.serial}号", f"no. {row.serial} of the table")
    return f"{session.say(' 或 ', ' or ').join(names)}（{number}）"


def _near(session: Session, answer: BridgeAnswer) -> str:
    stop = session.say("；", "; ")
    return stop.join(
        f"{near.name}（{near.serial}，{session.of(near.reason)}）" for near in answer.near
    )


def _state(session: Session, step: Step | None) -> str:
    """Return a rung with its status, its earliest day, and else what stands against it."""
    if step is None:
        return ""
    status = session.of(api.STATUS_NAMES[step.status])
    state = f"{step.to_level}  {status}"
    if step.earliest_date:
        return state + session.say(f"，最早 {step.earliest_date}", f", on {step.earliest_date}")
    if step.status is BridgeStatus.NOT_YET:
        short = [each.reason for each in step.findings if each.outcome is Outcome.NOT_MET]
        return f"{state}：{session.say('；', '; ').join(map(session.of, short))}"
    return state
