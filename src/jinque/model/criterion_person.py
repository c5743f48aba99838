"""What posts demand of a person's standing: scope, education, degree, title, years of work."""

from dataclasses import dataclass
from typing import ClassVar

from jinque.model.criterion import Criterion


@dataclass(frozen=True, slots=True, kw_only=True)
class InScope(Criterion):
    """The person, or the place of work, is one that the whole list is for.

    Attributes:
        nationality: `foreign` where the list is for foreign nationals; else empty.
        region: county or district whose list it is; else empty.
    """

    kind: ClassVar[str] = "scope"
    nationality: str = ""
    region: str = ""

    def __post_init__(self) -> None:
        if bool(self.nationality) == bool(self.region):
            raise ValueError("a scope names either a nationality or a region")


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationLevel(Criterion):
    """An education level (学历) at least as high as the one printed (`本科`)."""

    kind: ClassVar[str] = "education_level"
    at_least: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcademicDegree(Criterion):
    """An academic degree (学位) at least as high as `学士`, `硕士` or `博士`."""

    kind: ClassVar[str] = "academic_degree"
    at_least: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FullTime(Criterion):
    """The education was full-time (全日制)."""

    kind: ClassVar[str] = "full_time"
    full_time: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLevel(Criterion):
    """A professional title (职称) at least as high as the level printed (`中级`)."""

    kind: ClassVar[str] = "title_level"
    at_least: str


def _check_years(years: int) -> None:
    if years < 0:
        raise ValueError(f"years below nought: {years}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperienceYears(Criterion):
    """Years of work.

    Attributes:
        at_least: full years.
        bound_to: the printed words that bind the work; empty where none are printed.
        occupations: names and codes of the post's own occupation, work in which surely counts;
            empty until the criterion is bound to a post.
    """

    kind: ClassVar[str] = "experience_years"
    at_least: int
    bound_to: str = ""
    occupations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_years(self.at_least)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagementYears(Criterion):
    """Full years of management."""

    kind: ClassVar[str] = "management_years"
    at_least: int

    def __post_init__(self) -> None:
        _check_years(self.at_least)


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelYears:
    """Full years that holders of some education levels need; 0 where none are asked (不限)."""

    levels: tuple[str, ...]
    at_least: int

    def __post_init__(self) -> None:
        _check_years(self.at_least)
        if not self.levels:
            raise ValueError("years for no level")


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsByDegree(Criterion):
    """Years of work that depend on the education level.

    Attributes:
        rules: in printed order.
        bound_to: as in `ExperienceYears`, and so are `occupations`.
        waived_for_roles: roles as printed from whom none are asked.
    """

    kind: ClassVar[str] = "years_by_degree"
    rules: tuple[LevelYears, ...]
    bound_to: str = ""
    waived_for_roles: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.rules:
            raise ValueError("years by degree without a rule")


@dataclass(frozen=True, slots=True, kw_only=True)
class GraduateOfYear(Criterion):
    """A graduate of the year (应届毕业生); of which year is asked, sources do not define it."""

    kind: ClassVar[str] = "graduate_of_year"
    graduate_of_year: bool = True
