"""Judges work in an industry."""

from datetime import date

from jinque.criteria.judgement import Judgement
from jinque.criteria.questions import ask, still_open
from jinque.criteria.wording import describe
from jinque.model.criterion_listed import IndustryExperience
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.person import Person
from jinque.text import fold


def judge_industry(criterion: IndustryExperience, person: Person, _on: date) -> Judgement:
    """Judge an industry by its name; one named otherwise may be the same."""
    names = {_industry(name) for name in criterion.any_of}
    work = person.work
    if work is None or not work:
        outcome = Outcome.UNKNOWN if work is None else Outcome.NOT_MET
    else:
        is_same = any(each.industry and _industry(each.industry) in names for each in work)
        outcome = Outcome.MET if is_same else Outcome.UNKNOWN
    is_open = work is None or any(each.industry is None for each in work)
    missing = (ask(Fact.WORK, "行业" if work else ""),) if is_open else ()
    missing = missing if outcome is Outcome.UNKNOWN else ()
    found = Judgement(outcome=outcome, reason=describe(criterion), missing=missing)
    return still_open(found, person, Fact.WORK)


def _industry(name: str) -> str:
    return fold(name).removesuffix("行业").removesuffix("产业")
