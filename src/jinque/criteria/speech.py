"""Judges command of a language."""

from datetime import date

from jinque.criteria.holding import OF_TRUTH
from jinque.criteria.judgement import Judgement, join_words
from jinque.criteria.logic import any_of
from jinque.criteria.naming import exam_level, language_key
from jinque.criteria.questions import ask
from jinque.criteria.wording import describe
from jinque.model import Words
from jinque.model.career import LanguageHeld
from jinque.model.criterion_listed import LanguageSkill
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.person import Person
from jinque.text import fold


def judge_language(criterion: LanguageSkill, person: Person, _on: date) -> Judgement:
    """Judge a language; levels of one examination compare, other words only if they are equal."""
    wanted = language_key(criterion.language)
    same = [each for each in person.languages or () if language_key(each.language) == wanted]
    is_denied = any(language_key(name) == wanted for name in person.denied)
    is_closed = person.languages is not None and Fact.LANGUAGES not in person.open_lists
    if not same:
        is_out = is_denied or is_closed
        return Judgement(
            outcome=Outcome.NOT_MET if is_out else Outcome.UNKNOWN,
            reason=describe(criterion),
            missing=() if is_out else (ask(Fact.LANGUAGES, criterion.language),),
        )
    outcome = any_of(OF_TRUTH[_reaches(each, criterion.level)] for each in same)
    levels = "、".join(each.level for each in same if each.level)
    said = Words(zh=f"本人：{levels}", en=f"said: {levels}") if levels else None
    is_asked = outcome is Outcome.UNKNOWN and not levels
    return Judgement(
        outcome=outcome,
        reason=join_words([describe(criterion), said] if said else [describe(criterion)]),
        missing=(ask(Fact.LANGUAGES, criterion.language),) if is_asked else (),
    )


def _reaches(held: LanguageHeld, printed: str) -> bool | None:
    if held.level is None:
        return None
    if fold(held.level) == fold(printed):
        return True
    own, needed = exam_level(held.level), exam_level(printed)
    return None if own is None or needed is None else own >= needed
