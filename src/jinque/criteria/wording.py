"""What a criterion of a post demands, said in a few words; printed words stay as printed.

The question for every fact, and what its answers are called in a reason.
"""

from collections.abc import Callable
from typing import Any

from jinque.criteria.judgement import Judgement
from jinque.model import Words
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
    Fact.PLACE: Words(zh="在哪个省、市工作？", en="In which province or city do you work?"),
    Fact.OCCUPATION: Words(zh="是哪个职业（工种）？", en="Which occupation or work type is it?"),
    Fact.SKILLS: Words(
        zh="具有哪一级职业资格或职业技能等级？", en="Which skill level do you hold?"
    ),
    Fact.TITLES: Words(zh="具有哪一级职称？", en="Which professional title do you hold?"),
    Fact.OBTAINED_ON: Words(
        zh="是否取得过{about}，何时取得？", en="Have you obtained {about}, and when?"
    ),
    Fact.IN_POST_SINCE: Words(
        zh="从哪一天起在现工作岗位从事技术技能工作？",
        en="Since which day have you been in your present post of technical or skilled work?",
    ),
    Fact.APPRAISALS: Words(
        zh="在现工作岗位上{about}各年的年度考核是否合格？",
        en="Did you pass the yearly appraisals of {about} in your present post?",
    ),
    Fact.YEARS_WORKED: Words(
        zh="取得{about}后，实际从事技术技能工作满几年（中断不计）？",
        en="How many full years of such work have you really done since {about}?",
    ),
    Fact.AWARDS: Words(
        zh="获得过哪些奖项、称号（没有请说明没有）？",
        en="Which awards do you hold? Say so if you hold none.",
    ),
    Fact.TITLE_SERIES: Words(zh="职称属于哪个系列？", en="Of which series is your title?"),
    Fact.WORKS_IN_OCCUPATION: Words(
        zh="目前是否在从事本职业（工种）或相关的技术技能工作？",
        en="Do you at present work in this occupation or a related one?",
    ),
    Fact.OBSERVES_LAW: Words(
        zh="是否遵纪守法，具有良好的职业道德和敬业精神？",
        en="Do you abide by the law, with good professional ethics and dedication?",
    ),
    Fact.IS_PUBLIC_INSTITUTION_STAFF: Words(
        zh="是否事业单位在编人员？",
        en="Are you on the established staff of a public institution?",
    ),
    Fact.MEETS_POST_RULES: Words(
        zh="是否符合本单位岗位管理和评聘结合的有关规定（如岗位空缺）？",
        en="Do you meet your institution's rules on posts and appointment (a vacancy, say)?",
    ),
    Fact.IS_FRONT_LINE_MASTER: Words(
        zh="是否长期在生产服务一线从事技能工作，有绝招、绝技、绝活并作出突出贡献？",
        en="Have you long worked on the front line, with a consummate skill and great merit?",
    ),
    Fact.HAS_RELATED_DIPLOMA: Words(
        zh="是否有所申报职业相关专业的毕业证书？",
        en="Do you hold a diploma in a speciality related to the occupation?",
    ),
    Fact.EMPLOYER_MAY_ASSESS: Words(
        zh="所在单位是否具备职业技能等级认定资质？",
        en="Is your employer qualified to assess skill levels?",
    ),
    Fact.NATIONALITY: Words(zh="国籍是什么？", en="What is your nationality?"),
    Fact.EDUCATIONS: Words(
        zh="有哪些学历、学位和专业，是否全日制，哪年毕业？",
        en="Which educations, degrees and majors have you completed, full-time or not, and when?",
    ),
    Fact.WORK: Words(
        zh="做过哪些工作：起止日期、职业、行业、单位、是否管理？",
        en="Where did you work: from when to when, occupation, industry, employer, managing?",
    ),
    Fact.CERTIFICATES: Words(
        zh="持有哪些证书（没有请说明没有）？", en="Which certificates do you hold, if any?"
    ),
    Fact.LANGUAGES: Words(
        zh="掌握哪些外语，什么水平？", en="Which languages do you command, and how well?"
    ),
    Fact.TOOLS: Words(
        zh="会用哪些软件、编程语言、仪器？", en="Which software, languages, instruments do you use?"
    ),
    Fact.IS_GRADUATE_OF_YEAR: Words(
        zh="按当地规定是否应届毕业生？", en="Are you a graduate of the year by the local rules?"
    ),
}

_ANSWERS = {
    Fact.WORKS_IN_OCCUPATION: ("目前从事本职业或相关工作", "at work in the occupation"),
    Fact.OBSERVES_LAW: ("遵纪守法、职业道德和敬业精神良好", "abiding by the law"),
    Fact.IS_PUBLIC_INSTITUTION_STAFF: ("事业单位在编人员", "staff of a public institution"),
    Fact.MEETS_POST_RULES: ("符合岗位管理和评聘结合规定", "within the rules on posts"),
    Fact.IS_FRONT_LINE_MASTER: ("一线高技能领军人才", "a master of the front line"),
    Fact.HAS_RELATED_DIPLOMA: ("有相关专业毕业证书", "with a related diploma"),
    Fact.EMPLOYER_MAY_ASSESS: ("所在单位具备认定资质", "employer qualified to assess"),
    Fact.IS_GRADUATE_OF_YEAR: ("应届毕业生", "a graduate of the year"),
}


_ABOUT = {
    Fact.CERTIFICATES: Words(zh="是否持有：{about}？", en="Do you hold: {about}?"),
    Fact.TOOLS: Words(zh="是否会用：{about}？", en="Do you use: {about}?"),
    Fact.LANGUAGES: Words(zh="{about}达到什么水平？", en="How well do you command {about}?"),
    Fact.AWARDS: Words(zh="是否获得过：{about}？", en="Have you won: {about}?"),
}
"""Questions for names that are demanded."""
_PARTS = {
    (Fact.EDUCATIONS, "学历"): Words(zh="是什么学历层次？", en="Which level was it?"),
    (Fact.EDUCATIONS, "学位"): Words(zh="取得了什么学位？", en="Which degree was awarded?"),
    (Fact.EDUCATIONS, "全日制"): Words(zh="是否全日制？", en="Was it full-time study?"),
    (Fact.EDUCATIONS, "专业"): Words(zh="学的是什么专业？", en="What was the major?"),
    (Fact.WORK, "职业"): Words(zh="各段工作做的是什么职业？", en="What was each occupation?"),
    (Fact.WORK, "管理"): Words(zh="哪几段工作是管理工作？", en="Which work was management?"),
    (Fact.WORK, "行业"): Words(zh="各段工作属于哪个行业？", en="In which industry was each?"),
}
"""Questions for a part of what is told."""


def ask(fact: Fact, about: str = "") -> MissingFact:
    """Return the missing fact with its question; `about` as in `MissingFact`."""
    words = _PARTS.get((fact, about)) or (_ABOUT if about else _QUESTIONS).get(fact)
    words = words or _QUESTIONS[fact]
    question = Words(zh=words.zh.format(about=about), en=words.en.format(about=about))
    return MissingFact(fact=fact, about=about, question=question)


def still_open(found: Judgement, person: Person, fact: Fact) -> Judgement:
    """Return what was found, undecided where it rests on a list that may lack something."""
    if found.outcome is not Outcome.NOT_MET or fact not in person.open_lists:
        return found
    return Judgement(outcome=Outcome.UNKNOWN, reason=found.reason, missing=(ask(fact),))


def answered(fact: Fact, *, answer: bool | None) -> Words:
    """Say what the person answered to a yes-or-no fact; None says that nobody asked yet."""
    zh, en = _ANSWERS[fact]
    if answer is None:
        return Words(zh=f"未说明是否：{zh}", en=f"not said: {en}")
    return Words(
        zh=f"本人说明{'是' if answer else '不是'}：{zh}",
        en=f"said by the person to be {'so' if answer else 'not so'}: {en}",
    )


_JOINTS = {
    True: ("（均须）", " (all)"),
    False: ("（其一）", " (one of them)"),
    None: ("（均须或其一，原文未载明）", " (all or one: not stated)"),
}


def describe(criterion: Criterion) -> Words:
    """Return the reading of a criterion of a post.

    Raises:
        KeyError: the criterion is of a kind that no post's reading holds.
    """
    return _SAY[type(criterion)](criterion)


def _of(zh: str, en: str) -> Callable[[Any], Words]:
    return lambda criterion: Words(
        zh=zh.format(**_values(criterion)), en=en.format(**_values(criterion))
    )


def _values(criterion: Criterion) -> dict[str, object]:
    return {name: getattr(criterion, name) for name in getattr(criterion, "__slots__", ())}


def _list(zh: str, en: str) -> Callable[[Any], Words]:
    """Say a list of names, with whether all are needed where there are several."""

    def say(criterion: Any) -> Words:  # noqa: ANN401 - any of the kinds with names
        names = "、".join(criterion.names)
        joint = _JOINTS[criterion.are_all] if len(criterion.names) > 1 else ("", "")
        return Words(zh=f"{zh}：{names}{joint[0]}", en=f"{en}: {names}{joint[1]}")

    return say


def _subjects(zh: str, en: str) -> Callable[[Any], Words]:
    def say(criterion: Any) -> Words:  # noqa: ANN401 - majors or background
        names = "、".join(criterion.names)
        more = ("等，列举未尽", ", an open list") if criterion.is_open else ("", "")
        return Words(zh=f"{zh}：{names}{more[0]}", en=f"{en}: {names}{more[1]}")

    return say


def _years(criterion: Any) -> Words:  # noqa: ANN401 - years of work
    bound = f"（{criterion.bound_to}）" if criterion.bound_to else ""
    bound_en = f" ({criterion.bound_to})" if criterion.bound_to else ""
    return Words(
        zh=f"工作满 {criterion.at_least} 年{bound}",
        en=f"{criterion.at_least} years of work{bound_en}",
    )


def _by_degree(criterion: YearsByDegree) -> Words:
    zh = [f"{'、'.join(r.levels)}{_needed(r.at_least)}" for r in criterion.rules]
    en = [f"{'、'.join(r.levels)}: {r.at_least or 'none'}" for r in criterion.rules]
    if criterion.waived_for_roles:
        roles = "、".join(criterion.waived_for_roles)
        zh, en = [*zh, f"{roles}不限"], [*en, f"{roles}: none"]
    return Words(zh="工作年限按学历：" + "；".join(zh), en="years by education: " + "; ".join(en))


def _needed(years: int) -> str:
    return f"满 {years} 年" if years else "不限"


def _scope(criterion: Any) -> Words:  # noqa: ANN401 - scope
    if criterion.region:
        return Words(zh=f"本表只列{criterion.region}的岗位", en=f"posts of {criterion.region} only")
    return Words(zh="整份目录只面向外籍人员", en="the whole list is for foreign nationals")


def _group(zh: str, en: str) -> Callable[[Any], Words]:
    def say(criterion: Any) -> Words:  # noqa: ANN401 - a group
        parts = [describe(part) for part in criterion.parts]
        return Words(zh=zh.join(part.zh for part in parts), en=en.join(part.en for part in parts))

    return say


def _evidence(_criterion: Evidence) -> Words:
    return Words(zh="须由人判断", en="to be judged by people")


_SAY: dict[type[Criterion], Callable[[Any], Words]] = {
    InScope: _scope,
    EducationLevel: _of("学历不低于{at_least}", "education: {at_least} or above"),
    AcademicDegree: _of("学位不低于{at_least}", "degree: {at_least} or above"),
    FullTime: _of("全日制", "full-time study"),
    TitleLevel: _of("职称不低于{at_least}", "professional title: {at_least} or above"),
    ExperienceYears: _years,
    ManagementYears: _of("管理经验满 {at_least} 年", "{at_least} years of management"),
    YearsByDegree: _by_degree,
    GraduateOfYear: _of("应届毕业生（何年毕业，目录未定义）", "graduate of the year (not defined)"),
    Majors: _subjects("专业", "majors"),
    Background: _subjects("专业背景（未言学历）", "background (no degree demanded)"),
    IndustryExperience: lambda c: Words(
        zh=f"行业工作能力：{'、'.join(c.any_of)}", en=f"work in industry: {'、'.join(c.any_of)}"
    ),
    Certificate: _list("证书", "certificate"),
    Licence: _list("执业资格", "licence"),
    LanguageSkill: _of("语言：{language}（{level}）", "language: {language} ({level})"),
    Tool: _list("工具", "tools"),
    WonAwards: _list("奖项", "awards"),
    WorkPlace: _of("工作地点：{words}", "place of work: {words}"),
    Approval: _of("由主管部门认定：{words}", "to be found by an authority: {words}"),
    Evidence: _evidence,
    AnyOf: _group("；或 ", "; or "),
    AllOf: _group("；且 ", "; and "),
}
