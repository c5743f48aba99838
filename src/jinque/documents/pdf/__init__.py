"""PDF files: PDFium opens them, all else is done as with every printed page."""

from jinque.documents.printed import Engine, flatten_pages
from jinque.documents.source import Source
from jinque.model import Document

__all__ = ["read_pdf"]


def read_pdf(source: Source) -> Document:
    """Read a PDF that has a text layer; raises what `flatten_pages` raises."""
    return flatten_pages(source, Engine(name="pdf", kind="PDF"), source.data).document("pdf")
