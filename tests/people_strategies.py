"""Made-up people and criteria of every kind, for the laws of judging one and judging many."""

from datetime import date, timedelta
from typing import TypeVar

from hypothesis import strategies as st

from jinque.locale import Words
from jinque.model.criterion import (
    AcademicDegree,
    AllOf,
    AnyOf,
    AppraisedYears,
    Approval,
    Background,
    Certificate,
    Criterion,
    EducationLevel,
    Evidence,
    ExperienceYears,
    FullTime,
    GraduateOfYear,
    HasAward,
    HeldFor,
    HoldsLevel,
    IndustryExperience,
    InPlace,
    InScope,
    LanguageSkill,
    LevelScale,
    LevelYears,
    Licence,
    Majors,
    ManagementYears,
    Negated,
    NotBefore,
    Open,
    States,
    TitleLevel,
    Tool,
    WonAwards,
    WorkedSince,
    WorkPlace,
    YearsByDegree,
)
from jinque.model.person import (
    YES_OR_NO,
    Appraisal,
    Education,
    Fact,
    LanguageHeld,
    Person,
    Skill,
    Title,
    WorkSpell,
)

Entry = TypeVar("Entry")

ON = date(2026, 3, 1)

LEVELS = ("高中", "大专", "本科", "硕士", "研究生", "博士")
DEGREES = ("学士", "硕士", "博士")
TITLE_LEVELS = ("助理级", "中级", "副高级", "正高级")
SKILL_LEVELS = ("中级工", "高级工", "技师", "高级技师")
MAJORS = ("计算机", "计算机科学与技术", "软件工程", "会计学", "法学", "机械工程", "不存在的专业")
OCCUPATIONS = ("会计专业人员", "机械工程技术人员", "开店")
CODES = ("2-06-03-00", "2-02-07-01")
INDUSTRIES = ("汽车", "汽车行业", "金融", "软件及信息服务")
CERTIFICATES = (
    "注册会计师证书",
    "CPA资格证书",
    "护士执业资格",
    "护士执业证书",
    "执业医师资格",
    "驾驶证",
)
TOOLS = ("AutoCAD", "auto cad", "MATLAB", "Python语言", "大型数据库", "Oracle")
AWARDS = ("中华技能大奖", "省级专业比赛一等奖", "全国技术能手")
LANGUAGES = ("英语", "英文", "日语")
LANGUAGE_LEVELS = ("大学英语六级", "CET-4", "CET-6", "精通", "良好")
LISTS = (
    Fact.CERTIFICATES,
    Fact.LANGUAGES,
    Fact.TOOLS,
    Fact.AWARDS,
    Fact.EDUCATIONS,
    Fact.WORK,
    Fact.TITLES,
)

_YES_NO = st.none() | st.booleans()
_DAYS = st.dates(date(2000, 1, 1), date(2028, 1, 1))
_YEARS = st.integers(0, 12)
_ALL = st.none() | st.booleans()


def _some(values: tuple[str, ...], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=most).map(tuple)


def _names(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True).map(tuple)


def _maybe(values: tuple[str, ...]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(values)


EDUCATIONS = st.builds(
    Education,
    level=st.sampled_from(LEVELS),
    degree=st.none() | st.sampled_from(("", *DEGREES)),
    is_full_time=_YES_NO,
    majors=st.none() | _some(MAJORS),
    year=st.none() | st.integers(2000, 2026),
)


@st.composite
def spells(draw: st.DrawFn) -> WorkSpell:
    """Draw a time of work, which may begin after the day asked about or never end."""
    begun = draw(_DAYS)
    length = draw(st.none() | st.integers(0, 4000))
    return WorkSpell(
        begun_on=begun,
        ended_on=None if length is None else begun + timedelta(days=length),
        occupation=draw(_maybe(OCCUPATIONS)),
        industry=draw(_maybe(INDUSTRIES)),
        institution=None,
        is_management=draw(_YES_NO),
        code=draw(_maybe(CODES)),
    )


_SKILLS = st.builds(
    Skill,
    level=st.sampled_from(SKILL_LEVELS),
    obtained_on=st.none() | _DAYS,
    years_worked=st.none() | _YEARS,
)
_TITLES = st.builds(
    Title,
    level=st.sampled_from(TITLE_LEVELS),
    obtained_on=st.none() | _DAYS,
    years_worked=st.none() | _YEARS,
)
_LANGUAGES = st.builds(
    LanguageHeld, language=st.sampled_from(LANGUAGES), level=_maybe(LANGUAGE_LEVELS)
)
_APPRAISALS = st.builds(Appraisal, year=st.integers(2020, 2025), is_passed=st.booleans())


def _list(entries: st.SearchStrategy[Entry]) -> st.SearchStrategy[tuple[Entry, ...] | None]:
    return st.none() | st.lists(entries, max_size=3).map(tuple)


PEOPLE: st.SearchStrategy[Person] = st.builds(
    Person,
    place=_maybe(("浙江省舟山市", "辽宁大连", "上海")),
    skills=_list(_SKILLS),
    titles=_list(_TITLES),
    in_post_since=st.none() | _DAYS,
    appraisals=st.lists(_APPRAISALS, max_size=3).map(tuple),
    awards=st.none() | _some(AWARDS),
    observes_law=_YES_NO,
    works_in_occupation=_YES_NO,
    is_public_institution_staff=_YES_NO,
    meets_post_rules=_YES_NO,
    is_front_line_master=_YES_NO,
    has_related_diploma=_YES_NO,
    employer_may_assess=_YES_NO,
    nationality=_maybe(("中国", "中华人民共和国", "日本", "Germany")),
    educations=_list(EDUCATIONS),
    work=_list(spells()),
    certificates=st.none() | _some(CERTIFICATES),
    languages=_list(_LANGUAGES),
    tools=st.none() | _some(TOOLS),
    is_graduate_of_year=_YES_NO,
    denied=_some((*CERTIFICATES, *TOOLS, *AWARDS, *LANGUAGES), 2),
    open_lists=st.frozensets(st.sampled_from(LISTS), max_size=3),
)
"""People of whom anything may be known or not."""

_WORDS = st.just(Words(zh="须由人判断", en="to be judged"))
_LEVEL_CRITERIA = [
    st.builds(
        kind,
        scale=st.just(scale),
        levels=_names(levels),
        order=st.just(levels),
        **({} if kind is HoldsLevel else {"years": _YEARS}),
    )
    for kind in (HoldsLevel, HeldFor, WorkedSince)
    for scale, levels in ((LevelScale.SKILL, SKILL_LEVELS), (LevelScale.TITLE, TITLE_LEVELS))
]
_BOUND = st.sampled_from(("", "相关"))
_OWN = st.sampled_from(((), (OCCUPATIONS[0],), (OCCUPATIONS[1], *CODES)))
_RULES = st.lists(
    st.builds(LevelYears, levels=_names(LEVELS), at_least=_YEARS), min_size=1, max_size=3
).map(tuple)

LEAVES: tuple[st.SearchStrategy[Criterion], ...] = (
    *_LEVEL_CRITERIA,
    st.builds(States, fact=st.sampled_from(sorted(YES_OR_NO))),
    st.builds(Evidence, words=_WORDS),
    st.builds(AppraisedYears, years=st.integers(1, 4)),
    st.builds(HasAward, names=_names(AWARDS)),
    st.builds(InPlace, names=_names(("浙江", "大连"))),
    st.builds(NotBefore, day=_DAYS),
    st.builds(Majors, names=_names(MAJORS), is_open=st.booleans()),
    st.builds(Background, names=_names(MAJORS), is_open=st.booleans()),
    st.builds(IndustryExperience, any_of=_names(INDUSTRIES)),
    st.builds(Certificate, names=_names(CERTIFICATES), are_all=_ALL),
    st.builds(
        Licence,
        names=_names(CERTIFICATES),
        are_all=_ALL,
        condition=st.sampled_from(("", "执业范围相符")),
    ),
    st.builds(
        LanguageSkill, language=st.sampled_from(LANGUAGES), level=st.sampled_from(LANGUAGE_LEVELS)
    ),
    st.builds(Tool, names=_names(TOOLS), are_all=_ALL, is_open=st.booleans()),
    st.builds(WonAwards, names=_names(AWARDS), are_all=_ALL),
    st.builds(WorkPlace, words=st.just("能够在海岛工作")),
    st.builds(Approval, words=st.just("由主管部门认定")),
    st.builds(InScope, nationality=st.just("foreign")),
    st.builds(InScope, region=st.just("长海县")),
    st.builds(EducationLevel, at_least=st.sampled_from(LEVELS)),
    st.builds(AcademicDegree, at_least=st.sampled_from(DEGREES)),
    st.just(FullTime()),
    st.builds(TitleLevel, at_least=st.sampled_from(("中级", "副高级", "高级", "正高级"))),
    st.builds(ExperienceYears, at_least=_YEARS, bound_to=_BOUND, occupations=_OWN),
    st.builds(ManagementYears, at_least=_YEARS),
    st.builds(YearsByDegree, rules=_RULES, bound_to=_BOUND, occupations=_OWN),
    st.just(GraduateOfYear()),
)
"""Every kind that is no group."""


def _groups(parts: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Criterion]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(AllOf, parts=several),
        st.builds(AnyOf, parts=several),
        st.builds(Negated, part=parts),
        st.builds(Open, part=parts, reason=_WORDS),
    )


CRITERIA: st.SearchStrategy[Criterion] = st.recursive(st.one_of(*LEAVES), _groups, max_leaves=4)
"""Every kind, groups of groups among them."""
