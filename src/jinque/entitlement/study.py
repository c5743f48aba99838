"""What was learnt: one education with all that is asked, majors, study that counts as years."""

from collections.abc import Callable

from jinque.classification.majors import relation
from jinque.criteria import all_of, any_of
from jinque.entitlement.circumstances import (
    MET,
    NOT_MET,
    OF_TRUTH,
    UNKNOWN,
    Circumstances,
    ask_fact,
    found_of,
    months_told,
)
from jinque.entitlement.days import add_months
from jinque.locale import NOTHING, Sentence, joined, printed, say, say_in
from jinque.model.entitlement.answer import (
    Applicant,
    Judged,
    Question,
)
from jinque.model.entitlement.criteria import (
    MajorIs,
    MajorReading,
    RelatedYears,
    Study,
)
from jinque.model.occupation import MajorLikeness
from jinque.model.person import Education, Outcome
from jinque.parameters.words import load_criteria_words
from jinque.text import fold


def _of_educations(applicant: Applicant, reaches: Callable[[Education], bool | None]) -> Outcome:
    """Return whether any education reaches something; a list that may lack some leaves it open."""
    educations = applicant.person.educations
    if educations is None:
        return UNKNOWN
    outcome = any_of(OF_TRUTH[reaches(each)] for each in educations)
    may_lack = any(fact.value == EDUCATIONS for fact in applicant.person.open_lists)
    return UNKNOWN if outcome is NOT_MET and may_lack else outcome


EDUCATIONS = "educations"
_EDUCATION_FIELDS = (EDUCATIONS, "open_lists")


_ASK_EDUCATION = Question(
    fact=EDUCATIONS,
    question=say("Which education, degree and major, and was it full-time?"),
)


def judge_study(criterion: Study, applicant: Applicant, _at: Circumstances) -> Judged:
    """Judge whether one and the same education has all that is asked."""
    words = load_criteria_words()

    def reaches(each: Education) -> bool | None:
        parts: list[bool | None] = []
        if criterion.education:
            needed = words.education_ranks[criterion.education]
            told = each.level
            parts.append(None if told is None else words.education_ranks[told] >= needed)
        if criterion.degree:
            least = words.degree_ranks[criterion.degree]
            held = each.degree
            parts.append(None if held is None else bool(held) and words.degree_ranks[held] >= least)
        if criterion.is_full_time is not None:
            full = each.is_full_time
            parts.append(None if full is None else full == criterion.is_full_time)
        return False if False in parts else None if None in parts else True

    education: Sentence = printed(criterion.education or "")
    if criterion.is_full_time is not None:
        kind = say("full-time ") if criterion.is_full_time else say("part-time ")
        education = say_in("study", "{kind}{education}", kind=kind, education=education)
    asked = joined([education, criterion.degree or ""])
    reason = say("one and the same education must have: {asked} (or higher)", asked=asked)
    outcome = _of_educations(applicant, reaches)
    return found_of(outcome, reason, _EDUCATION_FIELDS, [_ASK_EDUCATION])


def judge_major(criterion: MajorIs, applicant: Applicant, at: Circumstances) -> Judged:
    """Judge majors as the set reads them: to the character, within a class, or by people."""
    names = "、".join(criterion.names)
    how = {
        MajorReading.EXACT: say("to the character"),
        MajorReading.SAME_CLASS: say("or of the same class"),
        MajorReading.JUDGED: say("nearness is for the authority to judge"),
    }[criterion.reading]
    reason = say("major: {names} ({how})", names=names, how=how)
    outcome = _of_educations(applicant, lambda each: _major_held(criterion, each))
    told = applicant.person.educations
    is_told = told is not None and all(each.majors is not None for each in told)
    looks: list[str] = [*_EDUCATION_FIELDS]
    missing = [] if is_told else [_ASK_EDUCATION]
    if criterion.codes:
        looks.append("major_code")
        code = applicant.facts.get("major_code")
        coded = OF_TRUTH[None if code is None else str(code) in criterion.codes]
        outcome = all_of((outcome, coded))
        codes = "、".join(criterion.codes)
        reason = say("{reason}; code: {codes}", codes=codes, reason=reason)
        if code is None:
            missing.append(ask_fact("major_code", at))
    return found_of(outcome, reason, looks, missing)


def _major_held(criterion: MajorIs, each: Education) -> bool | None:
    if each.majors is None:
        return None
    if set(each.majors) & set(criterion.names):
        return True
    if criterion.reading is MajorReading.EXACT:
        near = {fold(name) for name in criterion.names} & {fold(name) for name in each.majors}
        return None if near else False
    kinds = {relation(name, held).kind for name in criterion.names for held in each.majors}
    if criterion.reading is MajorReading.JUDGED:
        others = kinds - {MajorLikeness.SAME}
        return True if MajorLikeness.SAME in kinds else None if others else False
    if kinds & {MajorLikeness.SAME, MajorLikeness.SAME_CLASS}:
        return True
    return None if MajorLikeness.UNKNOWN in kinds else False


def judge_related(criterion: RelatedYears, applicant: Applicant, at: Circumstances) -> Judged:
    """Judge years of related work, study beyond the asked level counted as the set counts it."""
    years = months_told(applicant, criterion.fact)
    low, high = _study_years(criterion, applicant)
    least = low + (years or 0)
    most = None if years is None else high + years
    outcome = UNKNOWN
    if least >= criterion.at_least:
        outcome = MET
    elif most is not None and most < criterion.at_least:
        outcome = NOT_MET
    told = (
        say_in("told years", "unknown")
        if years is None
        else say_in("told years", "{years}", years=years)
    )
    counted = NOTHING
    if criterion.study:
        counted = say_in("study years", ", study counts {low}", low=low)
    if criterion.study and low != high:
        counted = say_in("study years", ", study counts {low} to {high}", low=low, high=high)
    reason = say(
        "{at_least} years of related work; told: {told}{counted}",
        at_least=criterion.at_least,
        told=told,
        counted=counted,
    )
    missing = [] if years is not None else [ask_fact(criterion.fact, at)]
    if low != high:
        missing.append(_ASK_EDUCATION)
    looks = [criterion.fact, *(_EDUCATION_FIELDS if criterion.study else ())]
    earliest = None
    if most is not None and low == high:
        earliest = add_months(at.on, 12 * max(0, criterion.at_least - most))
    return found_of(outcome, reason, looks, missing, earliest)


def _study_years(criterion: RelatedYears, applicant: Applicant) -> tuple[int, int]:
    """Return the least and the most years that study counts for: by the highest level reached."""
    ranks = load_criteria_words().education_ranks
    low = high = 0
    for level, years in reversed(criterion.study):

        def reaches(each: Education, needed: int = ranks[level]) -> bool | None:
            return None if each.level is None else ranks[each.level] >= needed

        outcome = _of_educations(applicant, reaches)
        if outcome is MET:
            low = max(low, years)
        if outcome is not NOT_MET:
            high = max(high, years)
    return low, high
