"""What a criterion of a post demands, said in a few words; printed words stay as printed.

The question for every fact, and what its answers are called in a reason.
"""

from collections.abc import Callable
from typing import Any

from jinque.criteria.judgement import Judgement
from jinque.locale import NOTHING, Said, Sentence, clauses, say, say_n
from jinque.model.criterion import (
    AcademicDegree,
    AllOf,
    AnyOf,
    Approval,
    Background,
    Certificate,
    Criterion,
    EducationLevel,
    Evidence,
    ExperienceYears,
    FullTime,
    GraduateOfYear,
    IndustryExperience,
    InScope,
    LanguageSkill,
    Licence,
    Majors,
    ManagementYears,
    TitleLevel,
    Tool,
    WonAwards,
    WorkPlace,
    YearsByDegree,
)
from jinque.model.person import Fact, MissingFact, Outcome, Person

_QUESTIONS = {
    Fact.PLACE: say("In which province or city do you work?"),
    Fact.OCCUPATION: say("Which occupation or work type is it?"),
    Fact.SKILLS: say("Which skill level do you hold?"),
    Fact.TITLES: say("Which professional title do you hold?"),
    Fact.OBTAINED_ON: say("Have you obtained {about}, and when?"),
    Fact.IN_POST_SINCE: say(
        "Since which day have you been in your present post of technical or skilled work?"
    ),
    Fact.APPRAISALS: say("Did you pass the yearly appraisals of {about} in your present post?"),
    Fact.YEARS_WORKED: say("How many full years of such work have you really done since {about}?"),
    Fact.AWARDS: say("Which awards do you hold? Say so if you hold none."),
    Fact.TITLE_SERIES: say("Of which series is your title?"),
    Fact.WORKS_IN_OCCUPATION: say("Do you at present work in this occupation or a related one?"),
    Fact.OBSERVES_LAW: say(
        "Do you abide by the law, with good professional ethics and dedication?"
    ),
    Fact.IS_PUBLIC_INSTITUTION_STAFF: say(
        "Are you on the established staff of a public institution?"
    ),
    Fact.MEETS_POST_RULES: say(
        "Do you meet your institution's rules on posts and appointment (a vacancy, say)?"
    ),
    Fact.IS_FRONT_LINE_MASTER: say(
        "Have you long worked on the front line, with a consummate skill and great merit?"
    ),
    Fact.HAS_RELATED_DIPLOMA: say(
        "Do you hold a diploma in a speciality related to the occupation?"
    ),
    Fact.EMPLOYER_MAY_ASSESS: say("Is your employer qualified to assess skill levels?"),
    Fact.NATIONALITY: say("What is your nationality?"),
    Fact.EDUCATIONS: say(
        "Which educations, degrees and majors have you completed, full-time or not, and when?"
    ),
    Fact.WORK: say(
        "Where did you work: from when to when, occupation, industry, employer, managing?"
    ),
    Fact.CERTIFICATES: say("Which certificates do you hold, if any?"),
    Fact.LANGUAGES: say("Which languages do you command, and how well?"),
    Fact.TOOLS: say("Which software, languages, instruments do you use?"),
    Fact.IS_GRADUATE_OF_YEAR: say("Are you a graduate of the year by the local rules?"),
}

_ANSWERS = {
    Fact.WORKS_IN_OCCUPATION: say("at work in the occupation"),
    Fact.OBSERVES_LAW: say("abiding by the law"),
    Fact.IS_PUBLIC_INSTITUTION_STAFF: say("staff of a public institution"),
    Fact.MEETS_POST_RULES: say("within the rules on posts"),
    Fact.IS_FRONT_LINE_MASTER: say("a master of the front line"),
    Fact.HAS_RELATED_DIPLOMA: say("with a related diploma"),
    Fact.EMPLOYER_MAY_ASSESS: say("employer qualified to assess"),
    Fact.IS_GRADUATE_OF_YEAR: say("a graduate of the year"),
}


_ABOUT = {
    Fact.CERTIFICATES: say("Do you hold: {about}?"),
    Fact.TOOLS: say("Do you use: {about}?"),
    Fact.LANGUAGES: say("How well do you command {about}?"),
    Fact.AWARDS: say("Have you won: {about}?"),
}
"""Questions for names that are demanded."""
_PARTS = {
    (Fact.EDUCATIONS, "学历"): say("Which level was it?"),
    (Fact.EDUCATIONS, "学位"): say("Which degree was awarded?"),
    (Fact.EDUCATIONS, "全日制"): say("Was it full-time study?"),
    (Fact.EDUCATIONS, "专业"): say("What was the major?"),
    (Fact.WORK, "职业"): say("What was each occupation?"),
    (Fact.WORK, "管理"): say("Which work was management?"),
    (Fact.WORK, "行业"): say("In which industry was each?"),
}
"""Questions for a part of what is told."""


def ask(fact: Fact, about: str = "") -> MissingFact:
    """Return the missing fact with its question; `about` as in `MissingFact`."""
    words = _PARTS.get((fact, about)) or (_ABOUT if about else _QUESTIONS).get(fact)
    words = words or _QUESTIONS[fact]
    return MissingFact(fact=fact, about=about, question=words.filled(about=about))


def still_open(found: Judgement, person: Person, fact: Fact) -> Judgement:
    """Return what was found, undecided where it rests on a list that may lack something."""
    if found.outcome is not Outcome.NOT_MET or fact not in person.open_lists:
        return found
    return Judgement(outcome=Outcome.UNKNOWN, reason=found.reason, missing=(ask(fact),))


def answered(fact: Fact, *, answer: bool | None) -> Sentence:
    """Say what the person answered to a yes-or-no fact; None says that nobody asked yet."""
    message = _ANSWERS[fact]
    if answer is None:
        return say("not said: {message}", message=message)
    return say(
        "said by the person to be {answer}: {message}",
        answer=say("so") if answer else say("not so"),
        message=message,
    )


def _all_of(criterion: Any) -> Sentence:  # noqa: ANN401 - a group
    first, *rest = [describe(part) for part in criterion.parts]
    for each in rest:
        first = say("{one}; and {other}", one=first, other=each)
    return first


_JOINTS = {
    True: say(" (all)"),
    False: say(" (one of them)"),
    None: say(" (all or one: not stated)"),
}


def describe(criterion: Criterion) -> Sentence:
    """Return the reading of a criterion of a post.

    Raises:
        KeyError: the criterion is of a kind that no post's reading holds.
    """
    return _SAY[type(criterion)](criterion)


def _of(sentence: Said) -> Callable[[Any], Sentence]:
    return lambda criterion: sentence.filled(**_values(criterion))


def _values(criterion: Criterion) -> dict[str, object]:
    return {name: getattr(criterion, name) for name in getattr(criterion, "__slots__", ())}


def _list(kind: Sentence) -> Callable[[Any], Sentence]:
    """Tell a list of names, with whether all are needed where there are several."""

    def tell(criterion: Any) -> Sentence:  # noqa: ANN401 - any of the kinds with names
        names = "、".join(criterion.names)
        joint = _JOINTS[criterion.are_all] if len(criterion.names) > 1 else NOTHING
        return say("{kind}: {names}{joint}", kind=kind, names=names, joint=joint)

    return tell


def _subjects(kind: Sentence) -> Callable[[Any], Sentence]:
    def tell(criterion: Any) -> Sentence:  # noqa: ANN401 - majors or background
        names = "、".join(criterion.names)
        more = say(", an open list") if criterion.is_open else NOTHING
        return say("{kind}: {names}{joint}", kind=kind, names=names, joint=more)

    return tell


def _years(criterion: Any) -> Sentence:  # noqa: ANN401 - years of work
    bound = say(" ({bound_to})", bound_to=criterion.bound_to) if criterion.bound_to else NOTHING
    return say_n(
        "{n} year of work{bound}", "{n} years of work{bound}", n=criterion.at_least, bound=bound
    )


def _by_degree(criterion: YearsByDegree) -> Sentence:
    rules = [_needed("、".join(rule.levels), rule.at_least) for rule in criterion.rules]
    if criterion.waived_for_roles:
        rules.append(_needed("、".join(criterion.waived_for_roles), 0))
    return say("years by education: {rules}", rules=clauses(rules))


def _needed(who: str, years: int) -> Sentence:
    return say("{who}: {years}", who=who, years=years) if years else say("{who}: none", who=who)


def _scope(criterion: Any) -> Sentence:  # noqa: ANN401 - scope
    if criterion.region:
        return say("posts of {region} only", region=criterion.region)
    return say("the whole list is for foreign nationals")


def _any_of(criterion: Any) -> Sentence:  # noqa: ANN401 - a group
    first, *rest = [describe(part) for part in criterion.parts]
    for each in rest:
        first = say("{one}; or {other}", one=first, other=each)
    return first


def _evidence(_criterion: Evidence) -> Sentence:
    return say("to be judged by people")


_SAY: dict[type[Criterion], Callable[[Any], Sentence]] = {
    InScope: _scope,
    EducationLevel: _of(say("education: {at_least} or above")),
    AcademicDegree: _of(say("degree: {at_least} or above")),
    FullTime: _of(say("full-time study")),
    TitleLevel: _of(say("professional title: {at_least} or above")),
    ExperienceYears: _years,
    ManagementYears: lambda c: say_n(
        "{n} year of management", "{n} years of management", n=c.at_least
    ),
    YearsByDegree: _by_degree,
    GraduateOfYear: _of(say("graduate of the year (not defined)")),
    Majors: _subjects(say("majors")),
    Background: _subjects(say("background (no degree demanded)")),
    IndustryExperience: lambda c: say("work in industry: {any_of}", any_of="、".join(c.any_of)),
    Certificate: _list(say("certificate")),
    Licence: _list(say("licence")),
    LanguageSkill: _of(say("language: {language} ({level})")),
    Tool: _list(say("tools")),
    WonAwards: _list(say("awards")),
    WorkPlace: _of(say("place of work: {words}")),
    Approval: _of(say("to be found by an authority: {words}")),
    Evidence: _evidence,
    AnyOf: _any_of,
    AllOf: _all_of,
}
