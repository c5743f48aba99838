"""Editions as open data: one documented object a row, the same bytes for the same edition."""

from jinque.dataset.columns import to_csv
from jinque.dataset.files import save, save_bytes
from jinque.dataset.issues import issue_dict, place_dict
from jinque.dataset.lines import to_jsonl
from jinque.dataset.row_files import rows_csv, rows_workbook
from jinque.dataset.rows import ROW_KINDS, clause_dict, default_kind, row_dict, rows
from jinque.dataset.workbook import Sheet, sheet_csv, workbook_bytes

__all__ = [
    "ROW_KINDS",
    "Sheet",
    "clause_dict",
    "default_kind",
    "issue_dict",
    "place_dict",
    "row_dict",
    "rows",
    "rows_csv",
    "rows_workbook",
    "save",
    "save_bytes",
    "sheet_csv",
    "to_csv",
    "to_jsonl",
    "workbook_bytes",
]
