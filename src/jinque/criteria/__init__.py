"""Each criterion's meaning, once: three-valued, with the facts missing and the earliest date."""

from jinque.criteria.calendar import add_years, complete_years, full_years
from jinque.criteria.evaluation import judge
from jinque.criteria.judgement import Judgement, latest
from jinque.criteria.logic import all_of, any_of, negate
from jinque.criteria.questions import ask

__all__ = [
    "Judgement",
    "add_years",
    "all_of",
    "any_of",
    "ask",
    "complete_years",
    "full_years",
    "judge",
    "latest",
    "negate",
]
