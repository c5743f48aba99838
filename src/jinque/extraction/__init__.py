"""Document -> Edition: tables by their headings, sections, posts, clauses, checks."""

from jinque.extraction.profiles import profiles_for
from jinque.extraction.reading import Reading, extract

__all__ = ["Reading", "extract", "profiles_for"]
