"""Where the judge of each kind looks; a kind that is not named here is judged person by person."""

from jinque.criteria.columns_sorts import Look
from jinque.model.criterion import Criterion, Evidence, HasAward, InPlace, NotBefore, States
from jinque.model.criterion_listed import (
    Approval,
    Background,
    Certificate,
    IndustryExperience,
    LanguageSkill,
    Licence,
    Majors,
    Tool,
    WonAwards,
    WorkPlace,
)
from jinque.model.criterion_person import (
    AcademicDegree,
    EducationLevel,
    ExperienceYears,
    FullTime,
    GraduateOfYear,
    InScope,
    ManagementYears,
    TitleLevel,
    YearsByDegree,
)
from jinque.model.fact import Fact

Kind = type[Criterion]

LISTS: dict[Kind, Look] = {
    AcademicDegree: Look(Fact.EDUCATIONS, ("degree",)),
    Background: Look(Fact.EDUCATIONS, ("majors",)),
    Certificate: Look(Fact.CERTIFICATES),
    EducationLevel: Look(Fact.EDUCATIONS, ("level",)),
    FullTime: Look(Fact.EDUCATIONS, ("is_full_time",)),
    HasAward: Look(Fact.AWARDS),
    IndustryExperience: Look(Fact.WORK, ("industry",)),
    LanguageSkill: Look(Fact.LANGUAGES, ("language", "level")),
    Licence: Look(Fact.CERTIFICATES),
    Majors: Look(Fact.EDUCATIONS, ("majors",)),
    TitleLevel: Look(Fact.TITLES, ("level",)),
    Tool: Look(Fact.TOOLS),
    WonAwards: Look(Fact.AWARDS),
    YearsByDegree: Look(Fact.EDUCATIONS, ("level",)),
}
"""Kind -> the list it looks at, and the fields of its entries."""

TENURES: dict[Kind, Look] = {
    ExperienceYears: Look(Fact.WORK, ("occupation", "code")),
    ManagementYears: Look(Fact.WORK, ("is_management",)),
    YearsByDegree: Look(Fact.WORK, ("occupation", "code")),
}
"""Kind that counts years -> the fields by which a time of work counts or not."""

DENIED: dict[Kind, Fact] = {
    Certificate: Fact.CERTIFICATES,
    LanguageSkill: Fact.LANGUAGES,
    Licence: Fact.CERTIFICATES,
    Tool: Fact.TOOLS,
    WonAwards: Fact.AWARDS,
}
"""Kind that looks at names which the person denies -> the list they are denied of."""

BLIND: tuple[Kind, ...] = (Approval, Evidence, NotBefore, WorkPlace)
"""Kinds that look at no fact of the person's."""


def scalar_of(criterion: Criterion) -> str | None:
    """Return the field of `Person` that a criterion looks at; None where it is no single one."""
    if isinstance(criterion, States):
        return criterion.fact.value
    if isinstance(criterion, InScope):
        return Fact.NATIONALITY.value
    if isinstance(criterion, GraduateOfYear):
        return Fact.IS_GRADUATE_OF_YEAR.value
    return Fact.PLACE.value if isinstance(criterion, InPlace) else None


def is_in_parts(criterion: Criterion) -> bool:
    """Tell whether the parts of a person that a criterion looks at are named here."""
    kind = type(criterion)
    return kind in LISTS or kind in TENURES or kind in BLIND or scalar_of(criterion) is not None
