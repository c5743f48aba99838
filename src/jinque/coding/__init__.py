"""Free titles coded to the national classification: deterministic, offline, with evidence."""

from jinque.coding.answers import MOST_CANDIDATES
from jinque.coding.batch import verdicts
from jinque.coding.cleaning import CleanTitle, clean
from jinque.coding.code_tables import (
    CodeColumns,
    CodeTable,
    Tally,
    code_columns,
    no_code_column,
    read_code_table,
)
from jinque.coding.engine import Coder, load_coder
from jinque.coding.lexicon import NO_CODE, Known, read_lexicon
from jinque.coding.limits import LONGEST_TITLE, check_title, title_fault
from jinque.coding.ranking import Ranked
from jinque.coding.scoring import GramScorer, Scorer
from jinque.coding.tables import TitleTable, read_titles, title_roles
from jinque.coding.verdict import Verdict

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
