"""Printed requirements -> clauses and criteria, each with its place in the source."""

from jinque.extraction.criteria.found import CODES
from jinque.extraction.criteria.reading import CriteriaReader

__all__ = ["CODES", "CriteriaReader"]
