"""OFD files (GB/T 33190): their pages become the same characters and lines as those of a PDF."""

from jinque.documents.ofd.reader import read_ofd

__all__ = ["read_ofd"]
