"""Editions as open data: one documented object a row, the same bytes for the same edition."""

from jinque.dataset.columns import to_csv
from jinque.dataset.files import save
from jinque.dataset.issues import issue_dict
from jinque.dataset.lines import to_jsonl
from jinque.dataset.rows import ROW_KINDS, clause_dict, default_kind, row_dict, rows

__all__ = [
    "ROW_KINDS",
    "clause_dict",
    "default_kind",
    "issue_dict",
    "row_dict",
    "rows",
    "save",
    "to_csv",
    "to_jsonl",
]
