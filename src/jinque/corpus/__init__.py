"""The source documents that ship with the package, with what is settled about each."""

from jinque.corpus.reading import CorpusSource, sources

__all__ = ["CorpusSource", "sources"]
