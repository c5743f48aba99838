"""Editions and places side by side."""

from jinque.comparison.charts import charts
from jinque.comparison.choosing import NO_GROUP, chosen_industries, chosen_occupations
from jinque.comparison.comparing import compare
from jinque.comparison.curriculum import read_curriculum
from jinque.comparison.diff import diff
from jinque.comparison.guide import guide
from jinque.comparison.majors import find_major, posts_naming, printed_majors
from jinque.comparison.sheets import diff_sheets
from jinque.comparison.sheets_side_by_side import comparison_sheets
from jinque.comparison.teaching_posts import kept

__all__ = [
    "NO_GROUP",
    "charts",
    "chosen_industries",
    "chosen_occupations",
    "compare",
    "comparison_sheets",
    "diff",
    "diff_sheets",
    "find_major",
    "guide",
    "kept",
    "posts_naming",
    "printed_majors",
    "read_curriculum",
]
