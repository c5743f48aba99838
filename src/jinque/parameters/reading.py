"""The words by which posts are told from other tables, lines and sentences, as dated data."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from jinque.model import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TableKindWords:
    """How a kind of table that is no list of posts is known.

    Attributes:
        name: what it is called.
        headings: parts of its headings.
        least: how many columns must have one of them.
    """

    name: Words
    headings: tuple[str, ...]
    least: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingWords:
    """Words as data; a new one is a line in `data/reading.yaml`.

    Attributes:
        totals: first words of a row that adds up others.
        note_leads: first words of a line of a table that is a note.
        table_kinds: kinds of tables that are no lists of posts, by their names in code.
        papers: words of a list of papers to bring.
        entry_endings: how the entries of a list of majors or occupations end.
        sentence_words: words of a sentence that names things, and is no list of them.
    """

    totals: tuple[str, ...]
    note_leads: tuple[str, ...]
    table_kinds: dict[str, TableKindWords]
    papers: tuple[str, ...]
    entry_endings: tuple[str, ...]
    sentence_words: tuple[str, ...]


@cache
def load_reading_words() -> ReadingWords:
    """Return the words that ship with the package."""
    text = (files("jinque.parameters") / "data" / "reading.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), ReadingWords)
