"""Laws of the self-check that hold for every person and every post."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jinque.matching import assess
from jinque.model.criterion import CriteriaAnswer
from jinque.model.matching import Verdict
from jinque.model.person import Education, LanguageHeld, Outcome, Person, Title, WorkSpell

_POSTS = (
    *("dalian:装备制造:4", "dalian:电子信息产品制造:19", "dalian:新一代信息技术:1"),
    *("dalian:卫生:1", "dalian:卫生:4", "dalian:卫生:35", "dalian:卫生:40"),
    *("dalian:生物医药:10", "dalian:宣传文化体育:7", "dalian:现代城市综合管理服务:1"),
    *("shanghai-foreign:集成电路:3", "shanghai-foreign:集成电路:6", "shanghai-foreign:金融:50"),
)
_ON = st.dates(date(2024, 1, 1), date(2028, 12, 31))
_BEGUN = st.dates(date(2010, 1, 1), date(2025, 12, 31))
_levels = st.sampled_from(["中专", "大专", "本科", "硕士", "博士"])
_occupations = st.sampled_from(
    ["儿科护士", "FPGA技术", "机械设计工程技术人员", "金融风险研究", "会计"]
)


def _lists(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=3).map(tuple)


_educations = st.builds(
    Education,
    level=_levels,
    degree=st.sampled_from(["", "学士", "硕士", "博士"]),
    is_full_time=st.booleans(),
    majors=_lists(["计算机科学与技术", "软件工程", "哲学", "金融学", "护理学"]),
)
_work = st.builds(
    WorkSpell,
    begun_on=_BEGUN,
    occupation=_occupations,
    industry=st.sampled_from(["轴承", "金融", "造船"]),
    is_management=st.booleans(),
)
_persons = st.builds(
    Person,
    nationality=st.sampled_from(["中国", "法国"]),
    educations=st.lists(_educations, min_size=1, max_size=2).map(tuple),
    work=st.lists(_work, max_size=2).map(tuple),
    certificates=_lists(["规培证", "护士执业资格证书", "执业医师资格证书", "CFA", "FRM"]),
    languages=st.lists(
        st.builds(
            LanguageHeld,
            language=st.sampled_from(["英语", "日语"]),
            level=st.sampled_from(["CET-4", "CET-6", "精通"]),
        ),
        max_size=1,
    ).map(tuple),
    tools=_lists(["CATIA", "EDA", "CODEV", "ZEMAX", "Light tools", "COMSOL", "C", "Verilog"]),
    titles=st.lists(
        st.builds(Title, level=st.sampled_from(["初级", "中级", "副高级"])), max_size=1
    ).map(tuple),
    awards=_lists(["省级专业舞蹈比赛个人单项一等奖"]),
    is_graduate_of_year=st.booleans(),
)
_FIELDS = (
    *("nationality", "educations", "work", "certificates", "languages", "tools", "titles"),
    *("awards", "is_graduate_of_year"),
)


@st.composite
def _less_told(draw: st.DrawFn, person: Person) -> Person:
    """Draw the same person, saying less: a fact left out, or a part of an education or of work."""
    told: dict[str, Any] = {name: None for name in _FIELDS if draw(st.booleans())}
    less = replace(person, **told)
    if less.educations and draw(st.booleans()):
        educations = tuple(replace(each, degree=None, majors=None) for each in less.educations)
        less = replace(less, educations=educations)
    if less.work and draw(st.booleans()):
        work = tuple(
            replace(each, occupation=None, industry=None, is_management=None) for each in less.work
        )
        less = replace(less, work=work)
    return less


@given(data=st.data(), person=_persons, post=st.sampled_from(_POSTS), on=_ON)
def test_learning_a_fact_never_flips_a_decided_verdict(
    answers: dict[str, CriteriaAnswer], data: st.DataObject, person: Person, post: str, on: date
) -> None:
    before = assess(data.draw(_less_told(person)), answers[post], on)
    after = assess(person, answers[post], on)

    if before.verdict is Verdict.MATCHES:
        assert after.verdict is Verdict.MATCHES
    if before.unmet:
        assert after.unmet
    for found, later in zip(before.findings, after.findings, strict=True):
        assert found.outcome in (Outcome.UNKNOWN, later.outcome)
        assert found.bearing in (Outcome.UNKNOWN, later.bearing)


@given(person=_persons, post=st.sampled_from(_POSTS), on=_ON)
def test_of_a_person_who_tells_everything_nothing_is_asked(
    answers: dict[str, CriteriaAnswer], person: Person, post: str, on: date
) -> None:
    found = assess(person, answers[post], on)

    assert found.missing == ()


@given(person=_persons, post=st.sampled_from(_POSTS), on=_ON)
def test_on_the_earliest_date_nothing_is_unmet(
    answers: dict[str, CriteriaAnswer], person: Person, post: str, on: date
) -> None:
    found = assess(person, answers[post], on)

    if found.earliest_date:
        assert found.earliest_date > on
        assert not assess(person, answers[post], found.earliest_date).unmet
    assert (found.verdict is Verdict.NOT_YET) == (found.earliest_date is not None)
