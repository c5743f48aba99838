"""What a person tells of themself; every fact is optional, and unknown is not no."""

from dataclasses import dataclass
from datetime import date

from jinque.model.career import Education, LanguageHeld, WorkSpell
from jinque.model.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A skill level (职业资格或职业技能等级) that the person holds.

    Attributes:
        level: `高级工`, `技师`, …
        occupation: occupation or work type on the certificate; None where it is the one that the
            question is about.
        obtained_on: None when unknown.
        years_worked: full years of technical or skilled work since it was obtained, breaks left
            out, as of the day asked about; None when unknown.
    """

    level: str
    occupation: str | None = None
    obtained_on: date | None = None
    years_worked: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A professional title (职称) that the person holds.

    Attributes:
        level: `助理级`, `中级`, `副高级`, `正高级`.
        series: title series (`工程技术`); None when unknown.
        obtained_on: None when unknown.
        years_worked: as in `Skill`.
    """

    level: str
    series: str | None = None
    obtained_on: date | None = None
    years_worked: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """The result of one calendar year's appraisal (年度考核) in the post then held."""

    year: int
    is_passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person as of the day asked about. None is unknown; an empty tuple is "none at all".

    Attributes:
        place: where the person works.
        skills: levels held. In each occupation the highest named one is the highest held; lower
            ones that are not named are unknown.
        titles: levels held, read as `skills` are.
        in_post_since: first day in the present post, a post of technical or skilled work.
        appraisals: a year that is not among them is unknown.
        awards: names as written on the certificate; all that are held.
        observes_law: abides by the law, with good professional ethics (遵纪守法…).
        works_in_occupation: works at present in the occupation asked about or a related one.
        is_public_institution_staff: on the established staff of one (事业单位在编).
        meets_post_rules: meets the rules on posts and on appointment with titles that bind such
            staff (岗位管理和评聘结合有关规定).
        is_front_line_master: long on the production or service front line, with a consummate
            skill and outstanding merit (绝招、绝技、绝活；突出贡献).
        has_related_diploma: diploma in a speciality related to the occupation asked about.
        employer_may_assess: the employer is qualified to assess skill levels (认定资质).
        nationality: as in the passport (`中国`).
        educations: all that were completed.
        work: all times of work; those that overlap count once.
        certificates: names of all that are held, licences to practise among them.
        languages: all but the mother tongue.
        tools: software, programming languages and instruments that are mastered; all.
        is_graduate_of_year: a graduate of the year (应届毕业生) by the rules of the place.
        open_lists: lists above that may lack some: what is not named there is unknown.
    """

    place: str | None = None
    skills: tuple[Skill, ...] | None = None
    titles: tuple[Title, ...] | None = None
    in_post_since: date | None = None
    appraisals: tuple[Appraisal, ...] = ()
    awards: tuple[str, ...] | None = None
    observes_law: bool | None = None
    works_in_occupation: bool | None = None
    is_public_institution_staff: bool | None = None
    meets_post_rules: bool | None = None
    is_front_line_master: bool | None = None
    has_related_diploma: bool | None = None
    employer_may_assess: bool | None = None
    nationality: str | None = None
    educations: tuple[Education, ...] | None = None
    work: tuple[WorkSpell, ...] | None = None
    certificates: tuple[str, ...] | None = None
    languages: tuple[LanguageHeld, ...] | None = None
    tools: tuple[str, ...] | None = None
    is_graduate_of_year: bool | None = None
    denied: tuple[str, ...] = ()
    open_lists: frozenset[Fact] = frozenset()
