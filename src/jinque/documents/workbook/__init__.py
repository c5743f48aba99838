"""Excel workbooks, new and old, read through calamine."""

from jinque.documents.workbook.reader import read_workbook

__all__ = ["read_workbook"]
