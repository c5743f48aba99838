"""Header rows, and what their columns are: by their headings, and by what their cells hold."""

from jinque.extraction.columns.judging import SURE, Settled, Survey
from jinque.extraction.columns.naming import Column, key, position, read_header

__all__ = ["SURE", "Column", "Settled", "Survey", "key", "position", "read_header"]
