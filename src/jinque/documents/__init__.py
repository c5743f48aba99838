"""Files become documents here: `load` and `read` are the only doors."""

from jinque.documents.opening import load, read

__all__ = ["load", "read"]
