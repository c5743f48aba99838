"""A requirement block into criteria: its sentences, each with what is left to people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinque.extraction.criteria.alternatives import join_alternatives
from jinque.extraction.criteria.deeds import read_awards, read_industries, read_places
from jinque.extraction.criteria.found import Found, Reader
from jinque.extraction.criteria.holdings import read_holdings, read_titles
from jinque.extraction.criteria.labelled import read_approvals, read_labelled
from jinque.extraction.criteria.languages import read_languages
from jinque.extraction.criteria.residue import is_covered, widen
from jinque.extraction.criteria.sentences import sentences
from jinque.extraction.criteria.study import (
    read_background,
    read_degree,
    read_full_time,
    read_level,
    read_majors,
)
from jinque.extraction.criteria.tools import read_tools
from jinque.extraction.criteria.years import read_cell, read_graduates, read_years
from jinque.model import Words
from jinque.model.criterion import Evidence

BLOCKS = ("education", "experience", "ability", "other")
"""Requirement blocks in the order in which they are read."""

_ANYWHERE: tuple[Reader, ...] = (
    read_languages,
    read_approvals,
    read_awards,
    read_titles,
    read_degree,
    read_holdings,
    read_industries,
    read_background,
    read_years,
    read_graduates,
    read_places,
    read_full_time,
    read_tools,
)
_READERS: dict[str, tuple[Reader, ...]] = {
    "education": (read_titles, read_degree, read_majors, read_full_time, read_holdings),
    "experience": _ANYWHERE,
    "ability": _ANYWHERE,
    "other": _ANYWHERE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """A found criterion, counted from the beginning of its block, with its sentence."""

    found: Found
    clause: str


def read_block(name: str, text: str) -> Iterator[Demand]:
    """Read a block that demands something.

    Args:
        name: one of `BLOCKS`.
        text: its words, not "none".
    """
    whole = list(_WHOLE[name](text)) if name in _WHOLE else []
    for found in whole:
        yield Demand(found=found, clause=_clause_of(text, found))
    if whole and name != "other":
        yield from _graduates(name, text)
        return
    for sentence in sentences(_blank_out(text, whole)):
        for found in read_sentence(sentence.text, _READERS[name]):
            yield Demand(found=found.moved(sentence.start), clause=sentence.text)


def read_sentence(text: str, readers: Sequence[Reader]) -> list[Found]:
    """Return the criteria of a sentence, the sentence itself among them where people must judge."""
    taken: list[Found] = []
    for reader in readers:
        free = [found for found in reader(text) if not _overlaps(found, taken)]
        taken += free
    wide = sorted((widen(text, found) for found in taken), key=lambda each: each.start)
    joined = join_alternatives(text, wide)
    if is_covered(text, joined):
        return joined
    words = Words(zh=text, en=f"to be judged by people: {text}")
    return [Found(criterion=Evidence(words=words), start=0, end=len(text)), *joined]


def _overlaps(found: Found, taken: Sequence[Found]) -> bool:
    return any(found.start < other.end and other.start < found.end for other in taken)


def _graduates(name: str, text: str) -> Iterator[Demand]:
    if name == "experience":
        for found in read_graduates(text):
            yield Demand(found=found, clause=_clause_of(text, found))


def _clause_of(text: str, found: Found) -> str:
    """Return the sentence in which the words begin."""
    around = [each for each in sentences(text) if each.start <= found.start]
    return around[-1].text if around else text


def _blank_out(text: str, whole: Sequence[Found]) -> str:
    """Return the text with the labelled parts replaced by sentence ends of the same length."""
    for found in whole:
        line = text.rfind("\n", 0, found.start) + 1
        text = text[:line] + "；" * (found.end - line) + text[found.end :]
    return text


_WHOLE: dict[str, Reader] = {
    "education": read_level,
    "experience": lambda text: iter(read_cell(text)),
    "other": read_labelled,
}
