"""A requirement block into criteria: its sentences, how they are joined, and what is not safe.

Requirement texts into sentences; commas and brackets end none.

What cannot be read safely, each with the words it is about.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinque.extraction.criteria.found import Found, Reader, pattern, widen
from jinque.extraction.criteria.grammar import join, without_preferences, without_waivers
from jinque.extraction.criteria.holdings import (
    read_approvals,
    read_awards,
    read_holdings,
    read_labelled,
    read_titles,
)
from jinque.extraction.criteria.languages import language_for_some, read_languages
from jinque.extraction.criteria.study import (
    joined_degrees,
    read_background,
    read_degree,
    read_full_time,
    read_level,
    read_levels,
    read_majors,
    read_majors_of_study,
)
from jinque.extraction.criteria.tools import read_tools, unknown_equipment
from jinque.extraction.criteria.work import (
    read_by_level,
    read_cell,
    read_graduates,
    read_industries,
    read_places,
    read_years,
)
from jinque.locale import say
from jinque.model.criterion import AllOf, AnyOf, Criterion, Evidence
from jinque.parameters.words import load_criteria_words


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


BLOCKS = ("education", "experience", "ability", "other")
"""Requirement blocks in the order in which they are read."""

_ANYWHERE: tuple[Reader, ...] = (
    read_languages,
    read_approvals,
    read_awards,
    read_titles,
    read_degree,
    read_levels,
    read_years,
    read_industries,
    read_holdings,
    read_background,
    read_majors_of_study,
    read_graduates,
    read_places,
    read_full_time,
    read_tools,
)
_READERS: dict[str, tuple[Reader, ...]] = {
    "education": (
        read_titles,
        read_majors,
        read_degree,
        read_levels,
        read_full_time,
        read_holdings,
    ),
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
    read = [
        (each, read_sentence(each.text, _READERS[name]))
        for each in sentences(_blank_out(text, whole))
    ]
    yield from _across_sentences(text, read)


def _across_sentences(text: str, read: Sequence[tuple[Sentence, list[Found]]]) -> Iterator[Demand]:
    """Yield the demands of sentences, those joined that a mark tells to be alternatives.

    Alternatives are the sentences behind …之一： up to the full stop, and what 或 begins behind a
    semicolon; without a criterion among them all stay as they are.
    """
    place = 0
    while place < len(read):
        end = _end_of_alternatives(text, read, place)
        together = read[place:end]
        joined = _alternatives(text, together) if end > place + 1 else None
        if joined:
            yield joined
        else:
            for sentence, founds in together:
                for found in founds:
                    yield Demand(found=found.moved(sentence.start), clause=sentence.text)
        place = end


def _end_of_alternatives(
    text: str, read: Sequence[tuple[Sentence, list[Found]]], place: int
) -> int:
    """Return behind which sentence the alternatives end that begin at `place`."""
    is_list = _ONE_OF_OPEN.search(read[place][0].text) is not None
    end = place + 1
    while end < len(read):
        last = read[end - 1][0]
        mark = text[last.start + len(last.text) :].lstrip()[:1]
        is_or = re.match("或者|或", read[end][0].text) is not None
        if not (is_list and mark != "。") and not (is_or and mark in "；;"):
            break
        end += 1
    return end


def _alternatives(text: str, read: Sequence[tuple[Sentence, list[Found]]]) -> Demand | None:
    """Return the alternatives of some sentences as one demand; None where none can be read."""
    parts = [
        part
        for sentence, _ in read
        if (part := _alternative(_LIST_LEAD.sub("", sentence.text))) is not None
    ]
    if len(parts) < _FEWEST_PARTS or all(isinstance(part, Evidence) for part in parts):
        return None
    first, last = read[0][0], read[-1][0]
    end = last.start + len(last.text)
    found = Found(criterion=AnyOf(parts=tuple(parts)), start=first.start, end=end)
    return Demand(found=found, clause=text[first.start : end])


def _alternative(text: str) -> Criterion | None:
    """Return what one alternative demands; None for the words that only open the list."""
    if not text:
        return None
    founds = read_sentence(text, _ANYWHERE)
    criteria = tuple(found.criterion for found in founds)
    return criteria[0] if len(criteria) == 1 else AllOf(parts=criteria)


def read_sentence(text: str, readers: Sequence[Reader]) -> list[Found]:
    """Return the criteria of a sentence, the sentence itself among them where people must judge."""
    by_level = read_by_level(text)
    if by_level:
        return [by_level]
    shown, joint = without_preferences(text), without_waivers(text)
    taken: list[Found] = []
    for reader in readers:
        free = [found for found in reader(shown) if not _overlaps(found, taken)]
        taken += free
        for found in free:
            shown = shown[: found.start] + "；" * (found.end - found.start) + shown[found.end :]
    joined = join(joint, [widen(text, found) for found in taken])
    if joined.is_read:
        return joined.founds
    words = say("to be judged by people: {text}", text=text)
    return [Found(criterion=Evidence(words=words), start=0, end=len(text)), *joined.founds]


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


_ONE_OF_OPEN = re.compile(pattern("blocks_one_of_open"))
_LIST_LEAD = re.compile(pattern("blocks_list_lead", part1=_ONE_OF_OPEN.pattern))
_FEWEST_PARTS = 2
_VAGUE = re.compile(pattern("blocks_vague"))
_OR = re.compile("或")
_ABILITY_IN_MAJOR = re.compile(pattern("blocks_ability_in_major"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What is not safe in a block; ends count within it."""

    code: str
    start: int
    end: int


def doubts_of(block: str, demands: list[Demand], *, has_no_degree: bool) -> Iterator[Doubt]:
    """Return the doubts of one block.

    Args:
        block: its words.
        demands: what was read in it.
        has_no_degree: whether the row prints "none" for education.
    """
    for demand in demands:
        found = demand.found
        if found.doubt:
            yield Doubt(code=found.doubt, start=found.start, end=found.end)
        if has_no_degree and found.criterion.kind == "background":
            yield Doubt(code="background_without_degree", start=found.start, end=found.end)
    for sentence in sentences(block):
        for code, found_at in (
            ("degrees_joined", _ends(joined_degrees(sentence.text))),
            ("language_for_some", language_for_some(sentence.text)),
            ("ability_in_major", _ends(_ABILITY_IN_MAJOR.search(sentence.text))),
            ("certificate_vague", _ends(_VAGUE.search(sentence.text))),
            ("equipment_unknown", unknown_equipment(sentence.text)),
            ("alternative_reach", _open_alternative(sentence.text)),
        ):
            if found_at:
                start, end = found_at
                yield Doubt(code=code, start=sentence.start + start, end=sentence.start + end)
    yield from _unbounded(block, demands)


def _unbounded(block: str, demands: list[Demand]) -> Iterator[Doubt]:
    """Return each …之一： whose alternatives were not read."""
    known = [(d.found.start, d.found.end) for d in demands if isinstance(d.found.criterion, AnyOf)]
    for match in _ONE_OF_OPEN.finditer(block):
        if any(start <= match.start() < end for start, end in known):
            continue
        yield Doubt(code="alternatives_unbounded", start=match.start(), end=match.end())


def _open_alternative(sentence: str) -> tuple[int, int] | None:
    """Return the last clause, begun by 或, where the clauses before it are no alternatives."""
    *before, last = re.split("[，,]", sentence)
    if len(before) > 1 and last.startswith("或") and not all(_OR.match(e) for e in before[1:]):
        return len(sentence) - len(last), len(sentence)
    return None


def _ends(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None
