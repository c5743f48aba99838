"""Word documents, read from their own XML."""

from jinque.documents.word.reader import read_docx

__all__ = ["read_docx"]
