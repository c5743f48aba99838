"""Finds rows of published editions by any two characters, and says where each one matched."""

from jinque.search.finding import complete, find
from jinque.search.index import Index, build_index
from jinque.search.occupations import OccupationIndex, build_occupation_index, find_occupation

__all__ = [
    "Index",
    "OccupationIndex",
    "build_index",
    "build_occupation_index",
    "complete",
    "find",
    "find_occupation",
]
