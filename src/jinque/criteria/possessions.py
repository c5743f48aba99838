"""Judges of scope and of what is held by name."""

from datetime import date

from jinque.criteria.holding import OF_TRUTH, Holding, holding
from jinque.criteria.judgement import Judgement, join_words
from jinque.criteria.naming import (
    certificate_keys,
    is_like,
    is_tool_sort,
    is_vague,
    tool_key,
)
from jinque.criteria.questions import ask
from jinque.criteria.wording import describe
from jinque.model import Words
from jinque.model.criterion import Criterion
from jinque.model.criterion_listed import (
    Approval,
    Certificate,
    Licence,
    Tool,
    WonAwards,
    WorkPlace,
)
from jinque.model.criterion_person import InScope
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.person import Person
from jinque.parameters.criteria_words import load_criteria_words
from jinque.text import fold


def judge_scope(criterion: InScope, person: Person, _on: date) -> Judgement:
    """Judge the nationality; whether a county's list asks for being there is not stated."""
    if criterion.region or person.nationality is None:
        is_asked = bool(criterion.nationality)
        missing = (ask(Fact.NATIONALITY),) if is_asked else ()
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)
    home = {fold(name) for name in load_criteria_words().home_nationality}
    is_foreign = fold(person.nationality) not in home
    said = Words(zh=f"本人国籍：{person.nationality}", en=f"nationality: {person.nationality}")
    reason = join_words([describe(criterion), said])
    return Judgement(outcome=OF_TRUTH[is_foreign], reason=reason)


def judge_certificates(criterion: Certificate | Licence, person: Person, _on: date) -> Judgement:
    """Judge certificates by name; the condition of a licence people must judge."""
    held = holding(criterion.names, criterion.are_all, person, Fact.CERTIFICATES, same_certificate)
    has_condition = isinstance(criterion, Licence) and bool(criterion.condition)
    found = _of(criterion, held, Fact.CERTIFICATES)
    if found.outcome is Outcome.MET and has_condition:
        return Judgement(outcome=Outcome.UNKNOWN, reason=found.reason)
    return found


def judge_tools(criterion: Tool, person: Person, _on: date) -> Judgement:
    """Judge tools by name; whether one is of a printed sort or like those listed people must."""
    held = holding(criterion.names, criterion.are_all, person, Fact.TOOLS, same_tool)
    found = _of(criterion, held, Fact.TOOLS)
    if found.outcome is Outcome.NOT_MET and criterion.is_open and person.tools:
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion))
    return found


def judge_won(criterion: WonAwards, person: Person, _on: date) -> Judgement:
    """Judge awards; the print describes them, so that only an equal name decides."""
    held = holding(criterion.names, criterion.are_all, person, Fact.AWARDS, _same_award)
    return _of(criterion, held, Fact.AWARDS)


def judge_said(criterion: Approval | WorkPlace, _person: Person, _on: date) -> Judgement:
    """Leave to people and authorities what only they can settle."""
    return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion))


def same_certificate(printed: str, held: str) -> bool | None:
    """Tell whether two names are of one certificate; None where they are alike or one is vague."""
    if certificate_keys(printed) & certificate_keys(held):
        return True
    return None if is_vague(printed) or is_like(printed, held) else False


def same_tool(printed: str, held: str) -> bool | None:
    """Tell whether two names are of one tool; None where the printed one is a sort of tools."""
    if tool_key(printed) == tool_key(held):
        return True
    return None if is_tool_sort(printed) else False


def _same_award(printed: str, held: str) -> bool | None:
    return True if fold(printed) == fold(held) else None


def _of(criterion: Criterion, held: Holding, fact: Fact) -> Judgement:
    """Say what is lacking; names of which nothing is known are asked for where it may help."""
    reasons = [describe(criterion)]
    if held.denied and held.outcome is not Outcome.MET:
        names = "、".join(held.denied)
        reasons.append(Words(zh=f"本人没有：{names}", en=f"not held: {names}"))
    is_open = held.outcome is Outcome.UNKNOWN and bool(held.lacking)
    return Judgement(
        outcome=held.outcome,
        reason=join_words(reasons),
        missing=(ask(fact, "、".join(held.lacking)),) if is_open else (),
    )
