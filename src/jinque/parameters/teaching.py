"""The words by which terms are taken out of clauses and looked for in a text."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachingWords:
    """Words as data; a new one is a word in `data/teaching.yaml`.

    Attributes:
        tool_names: names of one tool; one of a single letter is never looked for by itself.
        ability_leads: words in front of an ability.
        ability_degrees: words behind these that say how much of it.
        ability_endings: endings that are left away when an ability is looked for, longest first.
    """

    tool_names: tuple[tuple[str, ...], ...]
    ability_leads: tuple[str, ...]
    ability_degrees: tuple[str, ...]
    ability_endings: tuple[str, ...]


@cache
def load_teaching_words() -> TeachingWords:
    """Return the words that ship with the package."""
    file = files("jinque.parameters") / "data" / "teaching.yaml"
    return msgspec.convert(yaml.safe_load(file.read_text(encoding="utf-8")), TeachingWords)
