"""Files into the record: read, extracted, published, answered."""

from jinque.ingestion.builtin import load_corpus
from jinque.ingestion.files import ingest_bytes, ingest_file
from jinque.ingestion.source import Progress

__all__ = ["Progress", "ingest_bytes", "ingest_file", "load_corpus"]
