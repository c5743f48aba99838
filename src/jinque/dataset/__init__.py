"""Editions as open data: one documented object a row, the same bytes for the same edition."""

from jinque.dataset.files import (
    Sheet,
    rows_csv,
    rows_workbook,
    save,
    save_bytes,
    sheet_csv,
    workbook_bytes,
)
from jinque.dataset.rows import (
    ROW_KINDS,
    default_kind,
    rows,
    to_csv,
    to_jsonl,
)

__all__ = [
    "ROW_KINDS",
    "Sheet",
    "default_kind",
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
