"""Judges of scope and of what is held by name. A list that a person gives is all they hold."""

from collections.abc import Iterable
from datetime import date

from jinque.criteria.judgement import Judgement
from jinque.criteria.questions import ask
from jinque.criteria.wording import describe
from jinque.model.criterion_listed import (
    Approval,
    Certificate,
    LanguageSkill,
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

_DECIDED = {True: Outcome.MET, False: Outcome.NOT_MET}


def judge_scope(criterion: InScope, person: Person, _on: date) -> Judgement:
    """Judge the nationality; whether a county's list asks for being there is not stated."""
    if criterion.region or person.nationality is None:
        is_asked = bool(criterion.nationality)
        missing = (ask(Fact.NATIONALITY),) if is_asked else ()
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)
    home = {fold(name) for name in load_criteria_words().home_nationality}
    is_foreign = fold(person.nationality) not in home
    return Judgement(outcome=_DECIDED[is_foreign], reason=describe(criterion))


def judge_certificates(criterion: Certificate | Licence, person: Person, _on: date) -> Judgement:
    """Judge certificates by name; the condition of a licence people must judge."""
    held = _held(criterion.names, criterion.are_all, person.certificates)
    has_condition = isinstance(criterion, Licence) and bool(criterion.condition)
    outcome = Outcome.UNKNOWN if has_condition and held is Outcome.MET else held
    missing = (ask(Fact.CERTIFICATES),) if person.certificates is None else ()
    return Judgement(outcome=outcome, reason=describe(criterion), missing=missing)


def judge_tools(criterion: Tool, person: Person, _on: date) -> Judgement:
    """Judge tools by name."""
    held = _held(criterion.names, criterion.are_all, person.tools)
    missing = (ask(Fact.TOOLS),) if person.tools is None else ()
    return Judgement(outcome=held, reason=describe(criterion), missing=missing)


def judge_won(criterion: WonAwards, person: Person, _on: date) -> Judgement:
    """Judge awards; the print describes them, so that only an equal name decides."""
    held = _held(criterion.names, criterion.are_all, person.awards)
    outcome = Outcome.UNKNOWN if held is Outcome.NOT_MET and person.awards else held
    missing = (ask(Fact.AWARDS),) if person.awards is None else ()
    return Judgement(outcome=outcome, reason=describe(criterion), missing=missing)


def judge_language(criterion: LanguageSkill, person: Person, _on: date) -> Judgement:
    """Judge a language; a level in other words than the printed ones people must judge."""
    same = [
        each for each in person.languages or () if fold(each.language) == fold(criterion.language)
    ]
    has_level = any(each.level and fold(each.level) == fold(criterion.level) for each in same)
    is_open = person.languages is None or bool(same)
    lacks_level = person.languages is None or (is_open and not any(e.level for e in same))
    undecided = Outcome.UNKNOWN if is_open else Outcome.NOT_MET
    return Judgement(
        outcome=Outcome.MET if has_level else undecided,
        reason=describe(criterion),
        missing=(ask(Fact.LANGUAGES),) if lacks_level else (),
    )


def judge_said(criterion: Approval | WorkPlace, _person: Person, _on: date) -> Judgement:
    """Leave to people and authorities what only they can settle."""
    return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion))


def _held(
    names: Iterable[str],
    every: bool | None,  # noqa: FBT001 - three-valued
    held: tuple[str, ...] | None,
) -> Outcome:
    """Compare names; where the print does not say all or one, some of them decide nothing."""
    if held is None:
        return Outcome.UNKNOWN
    own = {fold(name) for name in held}
    has = [fold(name) in own for name in names]
    if all(has) or (any(has) and every is False):
        return Outcome.MET
    return Outcome.UNKNOWN if any(has) and every is None else Outcome.NOT_MET
