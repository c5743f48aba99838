"""Everything in the record as open data: tables, their dictionary, and their description."""

from jinque.dataset.opendata.field import Missing, Row
from jinque.dataset.opendata.folder import save_folder
from jinque.dataset.opendata.package import opendata_files

__all__ = ["Missing", "Row", "opendata_files", "save_folder"]
