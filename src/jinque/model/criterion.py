"""What a clause demands of a person.

A criterion is data: it says what is demanded and never how that is judged, so that one definition
serves the explaining path (one person, with reasons) and a batch path (a column of people).

What posts demand by name: majors, industries, certificates, languages, tools, awards.

What posts demand of a person's standing: scope, education, degree, title, years of work.

What one post's printed requirements are read to demand.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from jinque.locale import Sentence
from jinque.model.answers import EditionSummary
from jinque.model.metadata import Citation
from jinque.model.person import YES_OR_NO, Fact
from jinque.model.post import Issue, Post


class LevelScale(StrEnum):
    """Whether a level is one of skill (职业技能等级) or of a professional title (职称)."""

    SKILL = "skill"
    TITLE = "title"


class Criterion:
    """One demand; each subclass is a kind with its judge in `jinque.criteria`."""

    __slots__ = ()
    kind: ClassVar[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class States(Criterion):
    """The person says yes to a yes-or-no fact."""

    kind: ClassVar[str] = "statement"
    fact: Fact

    def __post_init__(self) -> None:
        if self.fact not in YES_OR_NO:
            raise ValueError(f"{self.fact} is not a yes-or-no fact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Criterion):
    """What only people or other documents can settle; never decided here."""

    kind: ClassVar[str] = "evidence"
    words: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsLevel(Criterion):
    """One of `levels` is held.

    Attributes:
        order: every level of the scale, lowest first. Who holds one holds none above it; whether
            the lower ones were ever obtained is unknown.
    """

    kind: ClassVar[str] = "level"
    scale: LevelScale
    levels: tuple[str, ...]
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFor(Criterion):
    """A level was obtained full `years` ago, by the calendar. Levels as in `HoldsLevel`."""

    kind: ClassVar[str] = "held_years"
    scale: LevelScale
    levels: tuple[str, ...]
    order: tuple[str, ...]
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedSince(Criterion):
    """Full `years` of work since a level was obtained, counted in years really worked."""

    kind: ClassVar[str] = "worked_years"
    scale: LevelScale
    levels: tuple[str, ...]
    order: tuple[str, ...]
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisedYears(Criterion):
    """The yearly appraisals of the latest `years` complete years in the present post are passed."""

    kind: ClassVar[str] = "appraisals"
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HasAward(Criterion):
    """An award is held under one of its names."""

    kind: ClassVar[str] = "named_award"
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InPlace(Criterion):
    """The person works in one of some places, each named with all that lies in it."""

    kind: ClassVar[str] = "place_of_work"
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBefore(Criterion):
    """The day asked about is `day` or later."""

    kind: ClassVar[str] = "date"
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf(Criterion):
    """Every part is met; there is at least one."""

    kind: ClassVar[str] = "all_of"
    parts: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf(Criterion):
    """At least one part is met."""

    kind: ClassVar[str] = "any_of"
    parts: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Negated(Criterion):
    """The part is not met."""

    kind: ClassVar[str] = "negated"
    part: Criterion


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Criterion):
    """It is open whether the part binds, and `reason` says why: met if it is, else undecided."""

    kind: ClassVar[str] = "open"
    part: Criterion
    reason: Sentence


def _check_names(names: tuple[str, ...]) -> None:
    if not names or not all(names):
        raise ValueError(f"a list of names without a name: {names!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Majors(Criterion):
    """A major among those listed, or a related one.

    Attributes:
        names: as printed.
        is_open: the list ends with 等, so it names examples.
    """

    kind: ClassVar[str] = "majors"
    names: tuple[str, ...]
    is_open: bool

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background(Criterion):
    """A background in a subject, no degree in it being demanded; fields as in `Majors`."""

    kind: ClassVar[str] = "background"
    names: tuple[str, ...]
    is_open: bool

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndustryExperience(Criterion):
    """Work done in one of some industries, named as printed."""

    kind: ClassVar[str] = "industry_experience"
    any_of: tuple[str, ...]

    def __post_init__(self) -> None:
        _check_names(self.any_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Criterion):
    """Named certificates.

    Attributes:
        names: as printed.
        are_all: whether each is needed; None where the print does not tell.
        issuers: who issues them; empty when not printed.
        countries: where they are issued; empty when not printed.
    """

    kind: ClassVar[str] = "certificate"
    names: tuple[str, ...]
    are_all: bool | None
    issuers: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence(Criterion):
    """Named rights to practise (执业…).

    Attributes:
        are_all: as in `Certificate`.
        condition: what is printed in brackets behind; empty without it.
    """

    kind: ClassVar[str] = "licence"
    names: tuple[str, ...]
    are_all: bool | None
    condition: str = ""

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSkill(Criterion):
    """Command of a language; `level` in the printed words."""

    kind: ClassVar[str] = "language"
    language: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool(Criterion):
    """Software, programming languages, instruments by name.

    Attributes:
        are_all: as in `Certificate`.
        is_open: the list ends with 等, so others may do; said when it is bound to a post.
    """

    kind: ClassVar[str] = "tool"
    names: tuple[str, ...]
    are_all: bool | None
    is_open: bool = False

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class WonAwards(Criterion):
    """Awards won, as printed; `are_all` as in `Certificate`."""

    kind: ClassVar[str] = "award"
    names: tuple[str, ...]
    are_all: bool | None

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlace(Criterion):
    """Readiness to work in a kind of place (能够在海岛工作), in the printed words."""

    kind: ClassVar[str] = "place"
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Criterion):
    """What a supervising authority must find, in the printed words."""

    kind: ClassVar[str] = "approval"
    words: str


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


COLUMN_ROLES = ("major", "degree", "age", "sex", "evidence")
"""Roles of columns that hold a demand each, in the order of their criteria."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCriterion:
    """One demand of a post with the words that make it.

    Attributes:
        quote: the words, wrapped lines joined.
        block: `scope`, `education`, `experience`, `ability`, `other` or `note`; or the role of the
            column where each demand has one: `major`, `degree`, `age`, `sex`, `evidence`.
        clause: the sentence in which the words stand, without its end mark.
        citation: the same words in the source, raw; those of a note or heading stand outside
            the row.
    """

    criterion: Criterion
    quote: str
    block: str
    clause: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class PostReading:
    """The criteria of one post.

    Attributes:
        criteria: in the order scope, education, experience, ability, other, note.
        none_stated: blocks that print "none" (无).
        blank: blocks whose column or label the row has without any word in it.
        issues: what could not be read safely.
    """

    post_id: str
    criteria: tuple[PostCriterion, ...]
    none_stated: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def states_requirements(self) -> bool:
        """Whether the row has any requirement of its own or of its notes, or prints "none"."""
        stated = {each.block for each in self.criteria} - {"scope"}
        return bool(stated or self.none_stated)


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaAnswer:
    """A post beside the reading of its requirements."""

    post: Post
    edition: EditionSummary
    reading: PostReading
