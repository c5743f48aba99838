"""Printed pages of any file: read in a process of its own, joined over the pages here.

`pdf` and `ofd` open their files and hand over the same characters, lines and pictures.
"""

from jinque.documents.printed.process import Engine
from jinque.documents.printed.reader import flatten_pages

__all__ = ["Engine", "flatten_pages"]
