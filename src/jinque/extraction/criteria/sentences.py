"""Requirement texts into sentences; commas and brackets end none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinque.parameters.criteria_words import load_criteria_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence without its end mark and outer blanks; `start` counts within its block."""

    text: str
    start: int


def sentences(block: str) -> Iterator[Sentence]:
    """Return the sentences of a block in printed order."""
    ends = re.escape(load_criteria_words().sentence_ends)
    for found in re.finditer(rf"[^{ends}\n]+", block):
        text = found.group().strip()
        if text:
            start = found.start() + found.group().index(text)
            yield Sentence(text=text, start=start)
