"""Judges of what is simply given or not: statements, awards, places, days."""

from datetime import date

from jinque.criteria.judgement import Judgement
from jinque.criteria.questions import answered, ask
from jinque.model import Words
from jinque.model.criterion import Evidence, HasAward, InPlace, NotBefore, States
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.person import Person
from jinque.text import fold

_DECIDED = {True: Outcome.MET, False: Outcome.NOT_MET}


def judge_statement(criterion: States, person: Person, _on: date) -> Judgement:
    """Judge a yes-or-no fact by what the person says."""
    answer: bool | None = getattr(person, criterion.fact)
    reason = answered(criterion.fact, answer=answer)
    if answer is None:
        missing = (ask(criterion.fact),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=reason, missing=missing)
    return Judgement(outcome=_DECIDED[answer], reason=reason)


def judge_evidence(criterion: Evidence, _person: Person, _on: date) -> Judgement:
    """Leave to people what only people can settle."""
    return Judgement(outcome=Outcome.UNKNOWN, reason=criterion.words)


def judge_award(criterion: HasAward, person: Person, _on: date) -> Judgement:
    """Judge whether an award of one of the names is held; width and blanks do not matter."""
    name = criterion.names[0]
    if person.awards is None:
        reason = Words(zh=f"未说明是否为：{name}", en=f"not said whether held: {name}")
        return Judgement(outcome=Outcome.UNKNOWN, reason=reason, missing=(ask(Fact.AWARDS),))
    held = {fold(award) for award in person.awards} & {fold(name) for name in criterion.names}
    if held:
        reason = Words(zh=f"属于：{name}", en=f"held: {name}")
    else:
        reason = Words(zh=f"所说的奖项、称号中没有：{name}", en=f"not among the awards: {name}")
    return Judgement(outcome=_DECIDED[bool(held)], reason=reason)


def judge_place(criterion: InPlace, person: Person, _on: date) -> Judgement:
    """Judge whether the place begins with the name of one in which the rules hold."""
    if person.place is None:
        reason = Words(zh="未说明工作地区", en="place of work not said")
        return Judgement(outcome=Outcome.UNKNOWN, reason=reason, missing=(ask(Fact.PLACE),))
    is_in = fold(person.place).startswith(tuple(fold(name) for name in criterion.names))
    return Judgement(
        outcome=_DECIDED[is_in],
        reason=Words(
            zh=f"“{person.place}”{'属于' if is_in else '不属于'}本规则施行的地区",
            en=f"“{person.place}” is {'' if is_in else 'not '}a place where the rules hold",
        ),
    )


def judge_date(criterion: NotBefore, _person: Person, on: date) -> Judgement:
    """Judge whether the day asked about has come to the day demanded."""
    has_come = on >= criterion.day
    return Judgement(
        outcome=_DECIDED[has_come],
        reason=Words(
            zh=f"{criterion.day}起施行，{on}{'已' if has_come else '尚未'}施行",
            en=f"in force from {criterion.day}, {'' if has_come else 'not yet '}on {on}",
        ),
        earliest_date=None if has_come else criterion.day,
    )
