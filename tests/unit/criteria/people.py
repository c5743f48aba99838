"""Made-up persons, what they may leave unsaid, and demands on them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from jinque.criteria import complete_years, full_years
from jinque.locale import Words
from jinque.model.criterion import (
    AllOf,
    AnyOf,
    AppraisedYears,
    Criterion,
    HasAward,
    HeldFor,
    HoldsLevel,
    InPlace,
    LevelScale,
    Negated,
    NotBefore,
    Open,
    States,
    WorkedSince,
)
from jinque.model.person import YES_OR_NO, Appraisal, Person, Skill, Title

SKILLS = ("中级工", "高级工", "技师", "高级技师")
TITLES = ("员级", "助理级", "中级")
AWARDS = ("浙江工匠", "全国技术能手")
PLACES = ("浙江省舟山市", "大连")
STATEMENTS = sorted(YES_OR_NO)
DAYS = st.dates(min_value=date(2012, 1, 1), max_value=date(2030, 12, 31))

_years = st.integers(min_value=1, max_value=6)


@st.composite
def complete_persons(draw: st.DrawFn, on: date) -> Person:
    """Draw a person who says everything, without contradiction, as of a day."""
    since = draw(st.dates(min_value=date(2010, 1, 1), max_value=on))
    failed = draw(st.sets(st.integers(on.year - 4, on.year - 1), max_size=2))
    said: dict[str, Any] = {fact.value: draw(st.booleans()) for fact in STATEMENTS}
    return Person(
        place=draw(st.sampled_from(PLACES)),
        skills=tuple(
            _skill(draw, level, since, on)
            for level in draw(st.lists(st.sampled_from(SKILLS), unique=True))
        ),
        titles=tuple(
            Title(level=level, obtained_on=draw(st.dates(date(2010, 1, 1), on)))
            for level in draw(st.lists(st.sampled_from(TITLES), unique=True))
        ),
        in_post_since=since,
        appraisals=tuple(
            Appraisal(year=year, is_passed=year not in failed)
            for year in complete_years(on, on.year - 2008)
        ),
        awards=tuple(draw(st.lists(st.sampled_from(AWARDS), unique=True))),
        **said,
    )


def _skill(draw: st.DrawFn, level: str, since: date, on: date) -> Skill:
    obtained = draw(st.dates(date(2010, 1, 1), on))
    least, most = full_years(max(obtained, since), on), full_years(obtained, on)
    worked = draw(st.integers(least, most))
    return Skill(level=level, obtained_on=obtained, years_worked=worked)


@st.composite
def forgetful(draw: st.DrawFn, person: Person) -> Person:
    """Draw the same person, saying less."""
    told: dict[str, Any] = {
        name: None
        for name in ("place", "skills", "titles", "in_post_since", "awards", *STATEMENTS)
        if draw(st.booleans())
    }
    forgotten = draw(st.sets(st.sampled_from(person.appraisals), max_size=3))
    kept = [entry for entry in person.appraisals if entry not in forgotten]
    less = replace(person, appraisals=tuple(kept), **told)
    return replace(less, skills=_fewer(draw, less.skills))


def _fewer(draw: st.DrawFn, named: tuple[Skill, ...] | None) -> tuple[Skill, ...] | None:
    """Leave out facts of levels, and levels below the highest one."""
    if not named:
        return named
    top = max(named, key=lambda skill: SKILLS.index(skill.level))
    kept = [skill for skill in named if skill is top or draw(st.booleans())]
    return tuple(
        replace(
            skill,
            obtained_on=draw(st.sampled_from([None, skill.obtained_on])),
            years_worked=draw(st.sampled_from([None, skill.years_worked])),
        )
        for skill in kept
    )


def _leveled(
    kind: Callable[..., Criterion], **more: st.SearchStrategy[int]
) -> st.SearchStrategy[Criterion]:
    levels = st.lists(st.sampled_from(SKILLS), min_size=1, unique=True).map(tuple)
    return st.builds(
        kind, scale=st.just(LevelScale.SKILL), levels=levels, order=st.just(SKILLS), **more
    )


timed_criteria = st.one_of(
    _leveled(HoldsLevel),
    _leveled(HeldFor, years=_years),
    _leveled(WorkedSince, years=_years),
    st.builds(AppraisedYears, years=_years),
    st.builds(NotBefore, day=DAYS),
)
leaf_criteria = st.one_of(
    timed_criteria,
    st.builds(States, fact=st.sampled_from(STATEMENTS)),
    st.builds(HasAward, names=st.sampled_from(AWARDS).map(lambda name: (name,))),
    st.just(InPlace(names=("浙江",))),
    st.builds(
        HoldsLevel,
        scale=st.just(LevelScale.TITLE),
        levels=st.sampled_from(TITLES).map(lambda level: (level,)),
        order=st.just(TITLES),
    ),
)
_OPEN = Words(zh="未载明", en="not stated")
criteria = st.recursive(
    leaf_criteria,
    lambda inner: st.one_of(
        st.builds(AllOf, parts=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(AnyOf, parts=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Negated, part=inner),
        st.builds(Open, part=inner, reason=st.just(_OPEN)),
    ),
    max_leaves=6,
)


def going_on(person: Person, on: date, until: date) -> Person:
    """Return the person on a later day, work having gone on and later appraisals passed."""
    later = range(complete_years(on, 1)[-1] + 1, until.year)
    passed = tuple(Appraisal(year=year, is_passed=True) for year in later)
    return replace(person, appraisals=(*person.appraisals, *passed))
