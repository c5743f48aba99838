from jinque.criteria.judge import bind, decidable
from jinque.locale import Words
from jinque.model.criterion import (
    AllOf,
    AnyOf,
    Approval,
    EducationLevel,
    Evidence,
    ExperienceYears,
    InScope,
    LevelYears,
    Licence,
    Majors,
    Tool,
    WorkPlace,
    YearsByDegree,
)

_EVIDENCE = Evidence(words=Words(zh="胜任副校长工作", en="can lead a school"))
_LEVEL = EducationLevel(at_least="本科")


def test_what_only_people_can_judge_binds_nobody() -> None:
    alone = (_EVIDENCE, Approval(words="符合"), WorkPlace(words="海岛"), InScope(region="长海县"))

    assert [decidable(each) for each in alone] == [None] * len(alone)


def test_an_alternative_to_evidence_binds_nobody_and_a_demand_beside_it_does() -> None:
    assert decidable(AnyOf(parts=(_LEVEL, _EVIDENCE))) is None
    assert decidable(AllOf(parts=(_LEVEL, _EVIDENCE))) == AllOf(parts=(_LEVEL,))


def test_nationality_and_licences_bind_without_their_condition() -> None:
    foreign = InScope(nationality="foreign")
    licence = Licence(names=("执业医师资格",), are_all=True, condition="范围相符")

    assert decidable(foreign) == foreign
    assert decidable(licence) == Licence(names=("执业医师资格",), are_all=True)


def test_years_under_a_heading_of_related_experience_are_of_the_posts_occupation() -> None:
    bound = bind(ExperienceYears(at_least=3), "3年及以上", "相关经历要求", ("焊工", "6-18-02-04"))

    assert bound == ExperienceYears(
        at_least=3, bound_to="相关经历", occupations=("焊工", "6-18-02-04")
    )


def test_years_under_another_heading_are_of_any_work() -> None:
    years = ExperienceYears(at_least=3)

    assert bind(years, "3年及以上", "工作年限", ("焊工",)) == years


def test_years_at_a_kind_of_institution_are_not_proved_by_the_occupation() -> None:
    years = ExperienceYears(at_least=5, bound_to="三级医院本专业")

    bound = bind(years, "…", "相关经历要求", ("学科带头人",))

    assert bound == ExperienceYears(
        at_least=5, bound_to="三级医院本专业", occupations=("三级医院本专业",)
    )


def test_years_by_degree_and_the_words_of_the_clause_are_bound() -> None:
    rule = YearsByDegree(rules=(LevelYears(levels=("本科",), at_least=3),), bound_to="FPGA技术相关")

    bound = bind(rule, "…", "", ("FPGA技术人才",))

    assert isinstance(bound, YearsByDegree)
    assert bound.occupations == ("FPGA技术人才", "FPGA技术")


def test_a_list_is_open_where_its_words_say_so() -> None:
    tool = Tool(names=("CODEV",), are_all=True)
    majors = Majors(names=("计算机",), is_open=False)

    both = bind(AnyOf(parts=(tool, majors)), "CODEV等软件，计算机相关专业", "", ())

    assert isinstance(both, AnyOf)
    assert [getattr(part, "is_open", None) for part in both.parts] == [True, True]
    assert bind(tool, "CODEV软件", "", ()) == tool
