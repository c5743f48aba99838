"""What cannot be read safely, each with the words it is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinque.extraction.criteria.blocks import Demand
from jinque.extraction.criteria.languages import language_for_some
from jinque.extraction.criteria.sentences import sentences
from jinque.extraction.criteria.study import joined_degrees
from jinque.extraction.criteria.tools import unknown_equipment

_ONE_OF_OPEN = re.compile(r"以下[^；;。]*?之一[:：]")
_VAGUE = re.compile(r"符合(?:相关|相应)[^，,；;。]*?资格")
_OR = re.compile("或")


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
            ("certificate_vague", _ends(_VAGUE.search(sentence.text))),
            ("equipment_unknown", unknown_equipment(sentence.text)),
            ("alternative_reach", _open_alternative(sentence.text)),
        ):
            if found_at:
                start, end = found_at
                yield Doubt(code=code, start=sentence.start + start, end=sentence.start + end)
    for match in _ONE_OF_OPEN.finditer(block):
        yield Doubt(code="alternatives_unbounded", start=match.start(), end=match.end())


def _open_alternative(sentence: str) -> tuple[int, int] | None:
    """Return the last clause, begun by 或, where the clauses before it are no alternatives."""
    *before, last = re.split("[，,]", sentence)
    if len(before) > 1 and last.startswith("或") and not all(_OR.match(e) for e in before[1:]):
        return len(sentence) - len(last), len(sentence)
    return None


def _ends(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None
