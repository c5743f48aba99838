"""Judges of education, degree and titles, by rank within one scale.

The lowest education level and the fewest years that a post asks, from its reading.

Judges work in an industry.

Judges majors and backgrounds in a subject.

Judges command of a language.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from jinque.classification.majors import relation
from jinque.criteria.holdings import OF_TRUTH, exam_level, language_key
from jinque.criteria.judgement import Judgement, any_of, join_words
from jinque.criteria.wording import answered, ask, describe, still_open
from jinque.locale import Sentence, joined, say
from jinque.model.criterion import (
    AcademicDegree,
    AllOf,
    AnyOf,
    Background,
    Criterion,
    EducationLevel,
    ExperienceYears,
    FullTime,
    GraduateOfYear,
    IndustryExperience,
    LanguageSkill,
    Majors,
    PostReading,
    TitleLevel,
    YearsByDegree,
)
from jinque.model.occupation import MajorLikeness, MajorRelation
from jinque.model.person import Education, Fact, LanguageHeld, Outcome, Person
from jinque.parameters.words import load_criteria_words
from jinque.text import fold

DEGREE = "学位"

# Where a degree stands among the levels in a list or on an axis; they are not the same.
_BESIDE = {"学士": "本科", "硕士": "硕士", "博士": "博士"}


def lowest_education(reading: PostReading) -> str | None:
    """Return the lowest education level that may do; None where the reading has none.

    Where only an academic degree is asked it is returned with its word: `学士学位`.
    """
    asked = [each.criterion for each in reading.criteria]
    rank = _least_for_all(asked, _education)
    if rank is not None:
        return load_criteria_words().education_levels[rank]
    degree = _least_for_all(asked, _degree)
    return None if degree is None else load_criteria_words().degrees[degree] + DEGREE


def fewest_years(reading: PostReading) -> int | None:
    """Return the fewest years of work that may do, whatever the degree; None without any."""
    return _least_for_all((each.criterion for each in reading.criteria), _years)


def education_rank(level: str) -> int:
    """Return the place of a level in a list, the lowest 0; a degree stands behind its level."""
    words = load_criteria_words()
    known, level = words.education_levels, words.education_names.get(level, level)
    plain = _BESIDE.get(level.removesuffix(DEGREE), "") if level.endswith(DEGREE) else level
    place = known.index(plain) if plain in known else len(known)
    return 2 * place + (plain != level)


def _least_for_all(
    criteria: Iterable[Criterion], least: Callable[[Criterion], int | None]
) -> int | None:
    """Return what meets all criteria at once: the most of what is least for each."""
    found = [_least(criterion, least) for criterion in criteria]
    return max((each for each in found if each is not None), default=None)


def _least(criterion: Criterion, least: Callable[[Criterion], int | None]) -> int | None:
    if isinstance(criterion, AllOf):
        return _least_for_all(criterion.parts, least)
    if isinstance(criterion, AnyOf):
        found = [_least(part, least) for part in criterion.parts]
        return min((each for each in found if each is not None), default=None)
    return least(criterion)


def _education(criterion: Criterion) -> int | None:
    if not isinstance(criterion, EducationLevel):
        return None
    words = load_criteria_words()
    known = words.education_levels
    level = words.education_names.get(criterion.at_least, criterion.at_least)
    return known.index(level) if level in known else None


def _degree(criterion: Criterion) -> int | None:
    if not isinstance(criterion, AcademicDegree):
        return None
    known = load_criteria_words().degrees
    return known.index(criterion.at_least) if criterion.at_least in known else None


def _years(criterion: Criterion) -> int | None:
    if isinstance(criterion, ExperienceYears):
        return criterion.at_least
    if isinstance(criterion, YearsByDegree):
        return min(rule.at_least for rule in criterion.rules)
    return None


YEAR_BANDS = ((0, 0, "0"), (1, 2, "1–2"), (3, 4, "3–4"), (5, 9, "5–9"), (10, 99, "10+"))
"""Fewest and most full years of a band, and its name."""


def year_band(years: int) -> str:
    """Return the band of `YEAR_BANDS` that holds a number of full years, 0 to 99."""
    return next(name for low, high, name in YEAR_BANDS if low <= years <= high)


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


_NEAREST = tuple(MajorLikeness)


def judge_majors(criterion: Majors | Background, person: Person, _on: date) -> Judgement:
    """Judge majors by the official lists.

    The same major meets the demand; one of the same class may be related, which people must judge.
    One of another class misses a closed list; behind 等 or 相关 people must judge it too.
    """
    if person.educations is None:
        missing = (ask(Fact.EDUCATIONS),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)
    majors = [major for each in person.educations for major in each.majors or ()]
    related = _related(criterion.names, majors)
    is_untold = any(each.majors is None for each in person.educations)
    outcome = Outcome.UNKNOWN if is_untold else _outcome(related, is_open=criterion.is_open)
    if related and related[0].kind is MajorLikeness.SAME:
        outcome = Outcome.MET
    reasons = [each.reason for each in related[:1]]
    found = Judgement(
        outcome=outcome,
        reason=join_words([describe(criterion), *reasons]),
        missing=(ask(Fact.EDUCATIONS, "专业"),) if is_untold and outcome is Outcome.UNKNOWN else (),
    )
    return still_open(found, person, Fact.EDUCATIONS)


def _related(names: Sequence[str], majors: Sequence[str]) -> list[MajorRelation]:
    """Return how each major stands to each name, the nearest first."""
    several = [relation(name, major) for major in majors for name in names]
    return sorted(several, key=lambda each: _NEAREST.index(each.kind))


def _outcome(related: Sequence[MajorRelation], *, is_open: bool) -> Outcome:
    """Return what comes of majors that are all told; of none at all the demand is missed."""
    is_other = all(each.kind is MajorLikeness.OTHER for each in related)
    return Outcome.NOT_MET if not related or (is_other and not is_open) else Outcome.UNKNOWN


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
    said = say("said: {levels}", levels=levels) if levels else None
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


def judge_education(criterion: EducationLevel, person: Person, _on: date) -> Judgement:
    """Judge the highest education level; an education whose level is not said leaves it open.

    Raises:
        KeyError: a level that is in no scale.
    """
    rank = load_criteria_words().education_rank
    needed = rank(criterion.at_least)

    def reaches(each: Education) -> bool | None:
        return None if each.level is None else rank(each.level) >= needed

    return _of_educations(criterion, person, reaches, "学历")


def judge_degree(criterion: AcademicDegree, person: Person, _on: date) -> Judgement:
    """Judge the highest degree; an education whose degree is not said leaves it open.

    Raises:
        KeyError: a degree that is in no scale.
    """
    ranks = load_criteria_words().degree_ranks
    needed = ranks[criterion.at_least]

    def reaches(each: Education) -> bool | None:
        return None if each.degree is None else bool(each.degree) and ranks[each.degree] >= needed

    return _of_educations(criterion, person, reaches, "学位")


def judge_full_time(criterion: FullTime, person: Person, _on: date) -> Judgement:
    """Judge whether any education was full-time."""
    return _of_educations(criterion, person, lambda each: each.is_full_time, "全日制")


def judge_graduate(_criterion: GraduateOfYear, person: Person, _on: date) -> Judgement:
    """Judge by what the person says; no source defines the year."""
    said = person.is_graduate_of_year
    missing = (ask(Fact.IS_GRADUATE_OF_YEAR),) if said is None else ()
    reason = answered(Fact.IS_GRADUATE_OF_YEAR, answer=said)
    return Judgement(outcome=OF_TRUTH[said], reason=reason, missing=missing)


def judge_title_level(criterion: TitleLevel, person: Person, _on: date) -> Judgement:
    """Judge the highest professional title; one that is printed without its level people must.

    Raises:
        KeyError: the person has a level that is in no scale.
    """
    words, titles = load_criteria_words(), person.titles
    needed = words.title_rank(criterion.at_least)
    said = None if titles is None or (titles and needed is None) else False
    if titles and needed is not None:
        said = any(words.title_ranks[each.level] >= needed for each in titles)
    missing = (ask(Fact.TITLES),) if titles is None else ()
    found = Judgement(outcome=OF_TRUTH[said], reason=describe(criterion), missing=missing)
    return still_open(found, person, Fact.TITLES)


def _of_educations(
    criterion: Criterion, person: Person, holds: Callable[[Education], bool | None], part: str
) -> Judgement:
    """Judge what any education may have.

    Args:
        criterion: what is demanded.
        person: whose educations are looked at.
        holds: tells it of one; None where that is not said.
        part: what to ask of the educations where it is not said of one.
    """
    several = person.educations
    if several is None:
        missing = (ask(Fact.EDUCATIONS),)
        return Judgement(outcome=Outcome.UNKNOWN, reason=describe(criterion), missing=missing)
    outcome = any_of(OF_TRUTH[holds(each)] for each in several)
    found = Judgement(
        outcome=outcome,
        reason=join_words([describe(criterion), said_of(several)]),
        missing=(ask(Fact.EDUCATIONS, part),) if outcome is Outcome.UNKNOWN else (),
    )
    return still_open(found, person, Fact.EDUCATIONS)


def said_of(several: tuple[Education, ...]) -> Sentence:
    """Say the levels and degrees of a person's educations."""
    if not several:
        return say("no such education")
    levels = [(one.level or "层次未知", one.degree) for one in several]
    each = [f"{level}（{degree}学位）" if degree else level for level, degree in levels]
    return say("said: {each}", each=joined(each))
