"""The facts of a person that an answer may turn on, and the question for one nobody gave."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.words import Words


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
    question: Words
