"""PDF files: read page by page in a process of its own, joined over the pages here."""

from jinque.documents.pdf.reader import read_pdf

__all__ = ["read_pdf"]
