"""Judges yearly appraisals in the present post.

The text says "the latest 3 years" (近3年) and no more. We read: the latest calendar years that
are over, each spent in the present post from its first day; the result of a year is known from
1 January of the next. See docs/explanation/ladder.md.

Lists of names that are demanded beside those that a person gives: held, not held, not known.

When a printed name and the one a person gives are the same thing, or may be.

Judges of what is simply given or not: statements, awards, places, days.

Judges of scope and of what is held by name.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from jinque.criteria.judgement import (
    Bounds,
    Judgement,
    all_of,
    any_of,
    complete_years,
    join_words,
    new_year,
)
from jinque.criteria.wording import answered, ask, describe
from jinque.locale import Sentence, clauses, say
from jinque.model.criterion import (
    AppraisedYears,
    Approval,
    Certificate,
    Criterion,
    Evidence,
    HasAward,
    InPlace,
    InScope,
    Licence,
    NotBefore,
    States,
    Tool,
    WonAwards,
    WorkPlace,
)
from jinque.model.person import Fact, MissingFact, Outcome, Person
from jinque.parameters.words import load_criteria_words
from jinque.text import fold


def judge_appraisals(criterion: AppraisedYears, person: Person, on: date) -> Judgement:
    """Judge whether the latest complete years in the present post are all passed."""
    window = complete_years(on, criterion.years)
    first = first_complete_year(person.in_post_since)
    failed = {entry.year for entry in person.appraisals if not entry.is_passed}
    passed = {entry.year for entry in person.appraisals} - failed
    possible = [year for year in window if year not in failed and (not first or year >= first)]
    certain = [year for year in possible if first and year in passed]
    outcome = Bounds(low=len(certain), high=len(possible)).reach(criterion.years)
    lost = [year + 1 for year in failed if year in window]
    begins = max([*lost, first or 0])
    return Judgement(
        outcome=outcome,
        reason=_reason(window, failed, first),
        missing=_missing(person, [year for year in window if year not in passed])
        if outcome is Outcome.UNKNOWN
        else (),
        earliest_date=new_year(begins + criterion.years) if outcome is Outcome.NOT_MET else None,
    )


def first_complete_year(in_post_since: date | None) -> int | None:
    """Return the first calendar year spent in the post from its first day; None when unknown."""
    if in_post_since is None:
        return None
    return in_post_since.year + (in_post_since > new_year(in_post_since.year))


def _missing(person: Person, years: list[int]) -> tuple[MissingFact, ...]:
    facts = [] if person.in_post_since else [ask(Fact.IN_POST_SINCE)]
    if years:
        facts.append(ask(Fact.APPRAISALS, "、".join(map(str, years))))
    return tuple(facts)


def _reason(window: range, failed: set[int], first: int | None) -> Sentence:
    years = f"{window[0]}—{window[-1]}"
    told = [say("the appraisals of {years} in the present post must be passed", years=years)]
    bad = "、".join(str(year) for year in sorted(failed) if year in window)
    if bad:
        told.append(say("{bad} not passed", bad=bad))
    if first and first > window[0]:
        told.append(
            say(
                "the first complete year there is {first} (the year of arrival: not stated)",
                first=str(first),
            )
        )
    return clauses(told)


OF_TRUTH = {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.UNKNOWN}
"""Outcome of a statement that is true, false, or not known."""

Same = Callable[[str, str], bool | None]
"""Whether a printed and a given name are one; None where people must compare them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """How demanded names stand to those held.

    Attributes:
        lacking: names of which nothing is known.
        denied: names that are surely not held.
    """

    outcome: Outcome
    lacking: tuple[str, ...]
    denied: tuple[str, ...]


def holding(
    names: Sequence[str],
    every: bool | None,  # noqa: FBT001 - three-valued
    person: Person,
    fact: Fact,
    same: Same,
) -> Holding:
    """Compare demanded names with a list of the person's.

    Args:
        names: as printed.
        every: whether each is needed; None where the print does not tell, so that some of them
            decide nothing.
        person: whose list of `fact` is looked at, and what they deny.
        fact: names a field of `Person` that is a list of names.
        same: compares two names.
    """
    own: tuple[str, ...] | None = getattr(person, fact)
    is_closed = own is not None and fact not in person.open_lists
    found = [_one(name, own or (), person.denied, same, is_closed=is_closed) for name in names]
    outcomes = [OF_TRUTH[answer] for answer, _ in found]
    pairs = list(zip(names, found, strict=True))
    return Holding(
        outcome=_joined(outcomes, every),
        lacking=tuple(name for name, (_, is_asked) in pairs if is_asked),
        denied=tuple(name for name, (answer, _) in pairs if answer is False),
    )


def _one(
    name: str, own: Sequence[str], denied: Sequence[str], same: Same, *, is_closed: bool
) -> tuple[bool | None, bool]:
    """Tell whether a name is held, and whether the person can still tell."""
    answers = [same(name, each) for each in own]
    if True in answers:
        return True, False
    if any(same(name, each) for each in denied):
        return False, False
    if None in answers:
        return None, False
    return (False, False) if is_closed else (None, True)


def _joined(outcomes: Sequence[Outcome], every: bool | None) -> Outcome:  # noqa: FBT001
    needed, enough = all_of(outcomes), any_of(outcomes)
    if every is not None:
        return needed if every else enough
    return needed if needed is enough else Outcome.UNKNOWN


_BRACKETS = re.compile(r"[（(]([^（）()]*)[）)]")
_LIKE = 0.5
_MOST_NAMES = 10_000
"""Names are typed by people: what is remembered of them has a bound."""
_TOOL_TAIL = re.compile(r"(?:软件|语言|编程语言|编程|系统|工具)$")


@lru_cache(_MOST_NAMES)
def certificate_keys(name: str) -> frozenset[str]:
    """Return the stems of a certificate's name, of what stands in brackets, of its other names.

    The words that say "certificate" are no part of a stem: 执业医师资格 and 执业医师资格证书 are
    one.
    """
    plain = _BRACKETS.sub("", name)
    names = {name, plain, *_BRACKETS.findall(name)}
    stems = {_stem(each) for each in names if each}
    for short, papers in load_criteria_words().certificate_aliases.items():
        group = {_stem(each) for each in (short, *papers)}
        stems |= group if stems & group else set()
    return frozenset(stems)


def is_like(printed: str, held: str) -> bool:
    """Tell whether two names of certificates share so many letters that people must compare."""
    return any(
        _shared(left, right) >= _LIKE
        for left in certificate_keys(printed)
        for right in certificate_keys(held)
    )


@lru_cache(_MOST_NAMES)
def is_vague(printed: str) -> bool:
    """Tell whether a printed name leaves open which certificate is meant (相关…证书)."""
    words = load_criteria_words()
    return any(word in printed for word in (*words.vague_certificates, *words.unnamed_certificates))


@lru_cache(_MOST_NAMES)
def tool_key(name: str) -> str:
    """Return a tool's name without case, blanks, hyphens and the word for what it is."""
    bare = re.sub(r"[\s\-]", "", fold(name))
    return _TOOL_TAIL.sub("", bare) or bare


@lru_cache(_MOST_NAMES)
def is_tool_sort(name: str) -> bool:
    """Tell whether a name is a sort of tools and none by itself."""
    return tool_key(name) in {tool_key(sort) for sort in load_criteria_words().tool_sorts}


@lru_cache(_MOST_NAMES)
def language_key(name: str) -> str:
    """Return the name of a language, whichever of its names is used."""
    aliases = {
        fold(key): fold(value) for key, value in load_criteria_words().language_aliases.items()
    }
    return aliases.get(fold(name), fold(name))


@lru_cache(_MOST_NAMES)
def exam_level(level: str) -> int | None:
    """Return the rank of a level of the known examination; None where it names none."""
    wanted = fold(level)
    for rank, names in enumerate(load_criteria_words().language_exams):
        if wanted in {fold(name) for name in names}:
            return rank
    return None


def _stem(name: str) -> str:
    endings = sorted(load_criteria_words().certificate_endings, key=len, reverse=True)
    stem = fold(name)
    for ending in endings:
        if stem.endswith(fold(ending)) and len(stem) > len(ending):
            return stem.removesuffix(fold(ending))
    return stem


def _shared(left: str, right: str) -> float:
    one, other = _pairs(left), _pairs(right)
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}


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
        reason = say("not said whether held: {name}", name=name)
        return Judgement(outcome=Outcome.UNKNOWN, reason=reason, missing=(ask(Fact.AWARDS),))
    held = {fold(award) for award in person.awards} & {fold(name) for name in criterion.names}
    if held:
        reason = say("held: {name}", name=name)
    else:
        reason = say("not among the awards: {name}", name=name)
    return Judgement(outcome=_DECIDED[bool(held)], reason=reason)


def judge_place(criterion: InPlace, person: Person, _on: date) -> Judgement:
    """Judge whether the place begins with the name of one in which the rules hold."""
    if person.place is None:
        reason = say("place of work not said")
        return Judgement(outcome=Outcome.UNKNOWN, reason=reason, missing=(ask(Fact.PLACE),))
    is_in = fold(person.place).startswith(tuple(fold(name) for name in criterion.names))
    return Judgement(
        outcome=_DECIDED[is_in],
        reason=say("“{place}” is a place where the rules hold", place=person.place)
        if is_in
        else say("“{place}” is not a place where the rules hold", place=person.place),
    )


def judge_date(criterion: NotBefore, _person: Person, on: date) -> Judgement:
    """Judge whether the day asked about has come to the day demanded."""
    has_come = on >= criterion.day
    return Judgement(
        outcome=_DECIDED[has_come],
        reason=say("in force from {day}, on {on}", day=criterion.day, on=on)
        if has_come
        else say("in force from {day}, not yet on {on}", day=criterion.day, on=on),
        earliest_date=None if has_come else criterion.day,
    )


def judge_scope(criterion: InScope, person: Person, _on: date) -> Judgement:
    """Judge the nationality; whether a county's list asks for being there is not stated."""
    if criterion.region or person.nationality is None:
        is_asked = bool(criterion.nationality)
        missing = (ask(Fact.NATIONALITY),) if is_asked else ()
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)
    is_foreign = _is_foreign(person.nationality)
    said = say("nationality: {nationality}", nationality=person.nationality)
    if is_foreign is None:
        why = say("“{word}” is an ethnicity", word=person.nationality)
        if not _is_ethnicity(person.nationality):
            why = say("“{word}” is no nationality that is known here", word=person.nationality)
        reason = join_words([describe(criterion), why])
        missing = (ask(Fact.NATIONALITY),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=reason, missing=missing)
    reason = join_words([describe(criterion), said])
    return Judgement(outcome=OF_TRUTH[is_foreign], reason=reason)


def _is_foreign(nationality: str) -> bool | None:
    """Tell whether a nationality is foreign; None where the word is not known as one."""
    words, name = load_criteria_words(), fold(nationality)
    names = {name, *(name.removesuffix(each) for each in words.nationality_endings)}
    if names & {fold(each) for each in words.home_nationality}:
        return False
    if names & {fold(each) for each in words.foreign_nationalities}:
        return True
    return None


def _is_ethnicity(word: str) -> bool:
    words = load_criteria_words()
    known = {fold(each).removesuffix(words.ethnicity_ending) for each in words.ethnicities}
    return fold(word).removesuffix(words.ethnicity_ending) in known


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
        reasons.append(say("not held: {names}", names=names))
    is_open = held.outcome is Outcome.UNKNOWN and bool(held.lacking)
    return Judgement(
        outcome=held.outcome,
        reason=join_words(reasons),
        missing=(ask(fact, "、".join(held.lacking)),) if is_open else (),
    )
