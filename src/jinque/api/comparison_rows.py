"""Rows of a comparison to choose from and to put in order."""

from jinque.comparison import NO_GROUP, chosen_industries, chosen_occupations
from jinque.criteria.asked import YEAR_BANDS, education_rank

__all__ = [
    "NO_GROUP",
    "YEAR_BANDS",
    "chosen_industries",
    "chosen_occupations",
    "education_rank",
]
