"""Editions and places side by side."""

from jinque.comparison.charts import charts
from jinque.comparison.compare import (
    NO_GROUP,
    chosen_industries,
    chosen_occupations,
    compare,
    comparison_sheets,
)
from jinque.comparison.diff import diff, diff_sheets

__all__ = [
    "NO_GROUP",
    "charts",
    "chosen_industries",
    "chosen_occupations",
    "compare",
    "comparison_sheets",
    "diff",
    "diff_sheets",
]
