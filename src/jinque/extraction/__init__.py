"""Document -> Edition: tables by their headings, sections, posts, clauses, checks."""

from jinque.extraction.reading import Reading, extract, profiles_for

__all__ = ["Reading", "extract", "profiles_for"]
