"""Finds rows of published editions by any two characters, and says where each one matched."""

from jinque.search.finding import find
from jinque.search.index import Index, build_index

__all__ = ["Index", "build_index", "find"]
