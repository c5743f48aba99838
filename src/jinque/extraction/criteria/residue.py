"""What of a sentence no criterion covers."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from jinque.extraction.criteria.found import Found, one_of
from jinque.parameters.criteria_words import load_criteria_words

_MARKS = re.compile(r"[\s，,、；;。.:：()（）或者和与]")


def widen(sentence: str, found: Found) -> Found:
    """Extend a criterion over the verbs before it and the words of ability behind it."""
    before = _before().search(sentence[: found.start])
    after = _after().match(sentence, found.end)
    return replace(
        found,
        start=before.start() if before else found.start,
        end=after.end() if after else found.end,
    )


def is_covered(sentence: str, founds: Sequence[Found]) -> bool:
    """Tell whether nothing that demands anything is left beside the criteria."""
    return not rest(sentence, founds)


def rest(sentence: str, founds: Sequence[Found]) -> str:
    """Return what is left of a sentence without criteria, marks and fillers."""
    covered = bytearray(len(sentence))
    for found in founds:
        covered[found.start : found.end] = b"\x01" * (found.end - found.start)
    left = "".join(
        " " if is_covered else character
        for character, is_covered in zip(sentence, covered, strict=True)
    )
    return _MARKS.sub("", re.sub(_filler(), " ", left)).strip()


@cache
def _filler() -> re.Pattern[str]:
    return re.compile(one_of(load_criteria_words().fillers))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_filler().pattern})+$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"(?:及以上|以上)?(?:的)?(?:开发|应用|使用|编程|操作)?(?:能力|者|优先)?(?:[和与]?技术特[点性])?"
    )
