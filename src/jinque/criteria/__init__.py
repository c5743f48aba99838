"""Each criterion's meaning, once: three-valued, with the facts missing and the earliest date."""

from jinque.criteria.judge import judge
from jinque.criteria.judgement import (
    Judgement,
    add_years,
    all_of,
    any_of,
    complete_years,
    full_years,
    latest,
    negate,
)
from jinque.criteria.wording import ask

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
