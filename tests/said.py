"""What a sentence says, for tests that read its words."""

from jinque.locale import Sentence, Translator


def zh(sentence: Sentence | None) -> str:
    """Return the Chinese of a sentence; empty for none."""
    return Translator("zh")(sentence) if sentence else ""


def en(sentence: Sentence | None) -> str:
    """Return the English of a sentence; empty for none."""
    return Translator("en")(sentence) if sentence else ""
