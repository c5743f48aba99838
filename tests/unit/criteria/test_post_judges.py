from datetime import date

import pytest

from jinque.criteria import judge
from jinque.model.criterion import (
    AcademicDegree,
    Approval,
    Certificate,
    Criterion,
    EducationLevel,
    ExperienceYears,
    FullTime,
    GraduateOfYear,
    IndustryExperience,
    InScope,
    LanguageSkill,
    LevelYears,
    Licence,
    Majors,
    ManagementYears,
    TitleLevel,
    Tool,
    WonAwards,
    WorkPlace,
    YearsByDegree,
)
from jinque.model.person import Education, LanguageHeld, Outcome, Person, Title, WorkSpell

ON = date(2026, 3, 1)
_BY_DEGREE = YearsByDegree(
    rules=(LevelYears(levels=("本科",), at_least=3), LevelYears(levels=("研究生",), at_least=0))
)
_CRITERIA: tuple[Criterion, ...] = (
    InScope(nationality="foreign"),
    InScope(region="某县"),
    EducationLevel(at_least="本科"),
    AcademicDegree(at_least="硕士"),
    FullTime(),
    TitleLevel(at_least="高级"),
    ExperienceYears(at_least=3),
    ManagementYears(at_least=1),
    _BY_DEGREE,
    GraduateOfYear(),
    Majors(names=("物理",), is_open=True),
    IndustryExperience(any_of=("造纸",)),
    Certificate(names=("甲证书",), are_all=True),
    Licence(names=("执业药师资格",), are_all=True),
    LanguageSkill(language="英语", level="六级"),
    Tool(names=("C",), are_all=True),
    WonAwards(names=("省级一等奖",), are_all=True),
    WorkPlace(words="能够在海岛工作"),
    Approval(words="符合规定"),
)


def _outcome(criterion: Criterion, person: Person) -> Outcome:
    return judge(criterion, person, ON).outcome


@pytest.mark.parametrize("criterion", _CRITERIA, ids=lambda each: each.kind)
def test_of_a_person_who_tells_nothing_nothing_is_decided(criterion: Criterion) -> None:
    assert _outcome(criterion, Person()) is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("criterion", "person"),
    [
        (InScope(nationality="foreign"), Person(nationality="法国")),
        (EducationLevel(at_least="大专"), Person(educations=(Education(level="本科"),))),
        (
            AcademicDegree(at_least="学士"),
            Person(educations=(Education(level="硕士", degree="硕士"),)),
        ),
        (TitleLevel(at_least="高级"), Person(titles=(Title(level="副高级"),))),
        (_BY_DEGREE, Person(educations=(Education(level="硕士"),))),
        (
            Majors(names=("物理",), is_open=False),
            Person(educations=(Education(level="本科", majors=("物理",)),)),
        ),
        (Certificate(names=("甲", "乙"), are_all=False), Person(certificates=("乙",))),
        (
            LanguageSkill(language="英语", level="六级"),
            Person(languages=(LanguageHeld(language="英语", level="六级"),)),
        ),
    ],
)
def test_met(criterion: Criterion, person: Person) -> None:
    assert _outcome(criterion, person) is Outcome.MET


@pytest.mark.parametrize(
    ("criterion", "person"),
    [
        (InScope(nationality="foreign"), Person(nationality="中国")),
        (EducationLevel(at_least="本科"), Person(educations=(Education(level="大专"),))),
        (AcademicDegree(at_least="学士"), Person(educations=(Education(level="本科", degree=""),))),
        (_BY_DEGREE, Person(educations=(Education(level="大专"),))),
        (Certificate(names=("甲", "乙"), are_all=True), Person(certificates=("乙",))),
        (ExperienceYears(at_least=1), Person(work=())),
        (LanguageSkill(language="英语", level="六级"), Person(languages=())),
    ],
)
def test_not_met(criterion: Criterion, person: Person) -> None:
    assert _outcome(criterion, person) is Outcome.NOT_MET


@pytest.mark.parametrize(
    ("criterion", "person"),
    [
        (AcademicDegree(at_least="学士"), Person(educations=(Education(level="本科"),))),
        (
            Majors(names=("物理",), is_open=False),
            Person(educations=(Education(level="本科", majors=("声学",)),)),
        ),
        (Certificate(names=("甲", "乙"), are_all=None), Person(certificates=("乙",))),
        (
            Licence(names=("甲",), are_all=True, condition="范围相符"),
            Person(certificates=("甲",)),
        ),
        (
            LanguageSkill(language="英语", level="六级"),
            Person(languages=(LanguageHeld(language="英语", level="流利"),)),
        ),
        (
            ExperienceYears(at_least=1, bound_to="相关专业"),
            Person(work=(WorkSpell(begun_on=date(2020, 1, 1)),)),
        ),
    ],
)
def test_what_people_must_judge_stays_open(criterion: Criterion, person: Person) -> None:
    assert _outcome(criterion, person) is Outcome.UNKNOWN


def test_times_that_overlap_count_once() -> None:
    spells = (
        WorkSpell(begun_on=date(2022, 1, 1), ended_on=date(2023, 12, 31)),
        WorkSpell(begun_on=date(2023, 1, 1), ended_on=date(2023, 12, 31)),
    )

    assert _outcome(ExperienceYears(at_least=2), Person(work=spells)) is Outcome.MET
    assert _outcome(ExperienceYears(at_least=3), Person(work=spells)) is Outcome.NOT_MET


def test_years_that_are_short_name_the_day_while_work_goes_on() -> None:
    person = Person(work=(WorkSpell(begun_on=date(2024, 5, 1)),))

    found = judge(ExperienceYears(at_least=3), person, ON)

    assert (found.outcome, found.earliest_date) == (Outcome.NOT_MET, date(2027, 5, 1))


def test_work_of_which_management_is_not_said_may_be() -> None:
    person = Person(work=(WorkSpell(begun_on=date(2020, 1, 1)),))

    assert _outcome(ManagementYears(at_least=1), person) is Outcome.UNKNOWN


def test_a_person_who_never_managed_misses_it_without_a_day() -> None:
    person = Person(work=(WorkSpell(begun_on=date(2020, 1, 1), is_management=False),))

    found = judge(ManagementYears(at_least=1), person, ON)

    assert (found.outcome, found.earliest_date) == (Outcome.NOT_MET, None)


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        *((word, Outcome.NOT_MET) for word in ("中国", "中国籍", "中国国籍", "CN", "China", "PRC")),
        *((word, Outcome.MET) for word in ("法国", "法国籍", "日本国籍", "蒙古国", "美国", "外籍")),
        *(
            (word, Outcome.UNKNOWN)
            for word in ("汉族", "汉", "回族", "蒙古族", "俄罗斯族", "甲国", "是")
        ),
    ],
)
def test_a_word_that_is_no_nationality_makes_nobody_a_foreigner(
    word: str, outcome: Outcome
) -> None:
    judged = judge(InScope(nationality="foreign"), Person(nationality=word), ON)

    assert judged.outcome is outcome
    assert bool(judged.missing) is (outcome is Outcome.UNKNOWN)
