"""What a person tells of themself; every fact is optional, and unknown is not no.

What a person learnt and where they worked; every fact is optional, and unknown is not no.

The facts of a person that an answer may turn on, and the question for one nobody gave.

What was found of one demand for one person.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jinque.locale import Sentence
from jinque.model.metadata import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """One completed education.

    Attributes:
        level: education level (学历) as printed: `大专`, `本科`, `硕士`; None when unknown.
        degree: `学士`, `硕士`, `博士`; empty where none was awarded, None when unknown.
        is_full_time: None when unknown.
        majors: names as on the diploma; None when unknown.
        year: year of graduation; None when unknown.
    """

    level: str | None = None
    degree: str | None = None
    is_full_time: bool | None = None
    majors: tuple[str, ...] | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSpell:
    """A time in one post.

    Attributes:
        begun_on: first day.
        ended_on: last day; None while it goes on.
        occupation: what was done; None when unknown.
        industry: None when unknown.
        institution: kind or name of the employer; None when unknown.
        is_management: None when unknown.
        code: code of the occupation in the classification of 2022; None when unknown.
    """

    begun_on: date
    ended_on: date | None = None
    occupation: str | None = None
    industry: str | None = None
    institution: str | None = None
    is_management: bool | None = None
    code: str | None = None

    def __post_init__(self) -> None:
        if self.ended_on is not None and self.ended_on < self.begun_on:
            raise ValueError(f"work ended {self.ended_on} before it began {self.begun_on}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageHeld:
    """A language that the person commands; `level` in their own words, None when unknown."""

    language: str
    level: str | None = None


class Fact(StrEnum):
    """What can be asked of a person, in the order in which equally useful facts are asked.

    The values of yes-or-no facts are the names of fields of `Person`.
    """

    PLACE = "place"
    OCCUPATION = "occupation"
    SKILLS = "skills"
    TITLES = "titles"
    OBTAINED_ON = "obtained_on"
    IN_POST_SINCE = "in_post_since"
    APPRAISALS = "appraisals"
    YEARS_WORKED = "years_worked"
    AWARDS = "awards"
    TITLE_SERIES = "title_series"
    WORKS_IN_OCCUPATION = "works_in_occupation"
    OBSERVES_LAW = "observes_law"
    IS_PUBLIC_INSTITUTION_STAFF = "is_public_institution_staff"
    MEETS_POST_RULES = "meets_post_rules"
    IS_FRONT_LINE_MASTER = "is_front_line_master"
    HAS_RELATED_DIPLOMA = "has_related_diploma"
    EMPLOYER_MAY_ASSESS = "employer_may_assess"
    NATIONALITY = "nationality"
    EDUCATIONS = "educations"
    WORK = "work"
    CERTIFICATES = "certificates"
    LANGUAGES = "languages"
    TOOLS = "tools"
    IS_GRADUATE_OF_YEAR = "is_graduate_of_year"


YES_OR_NO = frozenset(
    {
        Fact.WORKS_IN_OCCUPATION,
        Fact.OBSERVES_LAW,
        Fact.IS_PUBLIC_INSTITUTION_STAFF,
        Fact.MEETS_POST_RULES,
        Fact.IS_FRONT_LINE_MASTER,
        Fact.HAS_RELATED_DIPLOMA,
        Fact.EMPLOYER_MAY_ASSESS,
        Fact.IS_GRADUATE_OF_YEAR,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFact:
    """A fact that nobody gave and that can still change an answer.

    Attributes:
        about: what the fact is of, where there may be several (a level, a year, years joined by
            a comma); empty otherwise.
        question: what to ask.
    """

    fact: Fact
    about: str = ""
    question: Sentence


class Outcome(StrEnum):
    """Three-valued result; UNKNOWN is an answer of its own and never a weak no."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found of one criterion of one clause for one person.

    Attributes:
        kind: kind of the criterion.
        rule: identifier of the rule or clause within its document.
        clause: reference as printed, `三（二）1（2）`.
        quote: the words that demand it, a sentence cut by a page break joined.
        citation: the same words in the source, raw.
        missing: facts that could settle it, or that count by its earliest date; empty when no
            fact of the person's could.
        earliest_date: with NOT_MET, the first day from which time alone would meet it, work going
            on as it does; None where time alone does not.
    """

    kind: str
    outcome: Outcome
    reason: Sentence
    rule: str
    clause: str
    quote: str
    citation: Citation
    missing: tuple[MissingFact, ...] = ()
    earliest_date: date | None = None


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
