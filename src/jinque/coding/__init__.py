"""Free titles coded to the national classification: deterministic, offline, with evidence."""

from jinque.coding.code_tables import (
    CodeColumns,
    CodeTable,
    Tally,
    code_columns,
    no_code_column,
    read_code_table,
)
from jinque.coding.coder import (
    LONGEST_TITLE,
    MOST_CANDIDATES,
    Coder,
    Verdict,
    check_title,
    load_coder,
    title_fault,
    verdicts,
)
from jinque.coding.lexicon import NO_CODE, CleanTitle, Known, clean, read_lexicon
from jinque.coding.likeness import GramScorer, Ranked, Scorer
from jinque.coding.tables import TitleTable, read_titles, title_roles

__all__ = [
    "LONGEST_TITLE",
    "MOST_CANDIDATES",
    "NO_CODE",
    "CleanTitle",
    "CodeColumns",
    "CodeTable",
    "Coder",
    "GramScorer",
    "Known",
    "Ranked",
    "Scorer",
    "Tally",
    "TitleTable",
    "Verdict",
    "check_title",
    "clean",
    "code_columns",
    "load_coder",
    "no_code_column",
    "read_code_table",
    "read_lexicon",
    "read_titles",
    "title_fault",
    "title_roles",
    "verdicts",
]
