"""Header rows, and what their columns are: by their headings, and by what their cells hold."""

from jinque.extraction.columns.claims import SURE
from jinque.extraction.columns.column import Column, position
from jinque.extraction.columns.judging import Settled
from jinque.extraction.columns.naming import key, read_header
from jinque.extraction.columns.survey import Survey

__all__ = ["SURE", "Column", "Settled", "Survey", "key", "position", "read_header"]
