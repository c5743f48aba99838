"""Everything in the record as open data: tables, their dictionary, and their description."""

from jinque.dataset.opendata.package import opendata_files, save_folder
from jinque.dataset.opendata.schema import Missing, Row

__all__ = ["Missing", "Row", "opendata_files", "save_folder"]
