"""Vocabularies and other dated values, read from YAML."""

from jinque.parameters.vocabulary import Vocabulary, WordScale, load_vocabulary

__all__ = ["Vocabulary", "WordScale", "load_vocabulary"]
