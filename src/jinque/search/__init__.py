"""Finds rows of published editions by any two characters, and says where each one matched."""

from jinque.search.completing import complete
from jinque.search.finding import find
from jinque.search.index import Index, build_index
from jinque.search.occupation_index import OccupationIndex, build_occupation_index
from jinque.search.occupations import find_occupation

__all__ = [
    "Index",
    "OccupationIndex",
    "build_index",
    "build_occupation_index",
    "complete",
    "find",
    "find_occupation",
]
