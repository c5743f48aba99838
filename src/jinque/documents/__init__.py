"""Files become documents here: `load` and `read` are the only doors."""

from jinque.documents.doorway import read
from jinque.documents.files import load

__all__ = ["load", "read"]
