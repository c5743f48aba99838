"""Alternatives: criteria joined by 或, among them ones that only people can judge."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jinque.extraction.criteria.found import Found
from jinque.extraction.criteria.residue import rest
from jinque.model import Words
from jinque.model.criterion import AnyOf, Criterion, Evidence

_JOINT = re.compile(r"[，,]?\s*(?:或者|或)(?!以上)(?P<words>[^，,；。]*)")
_BEFORE = re.compile(r"(?P<words>.+?)[，,]?(?:或者|或)(?:具有|具备|持有|取得)?$")
_NEEDS_ALL = frozenset({"tool", "background", "majors", "full_time", "place"})


def join_alternatives(sentence: str, founds: Sequence[Found]) -> list[Found]:
    """Join neighbours of different kinds between which 或 stands, in printed order."""
    joined: list[Found] = []
    for found in founds:
        last = joined[-1] if joined else None
        if last and _is_alternative(sentence, last, found):
            joined[-1] = _join(last, found)
        else:
            joined.append(found)
    return _with_evidence(sentence, joined) if len(joined) == 1 else joined


def _is_alternative(sentence: str, last: Found, found: Found) -> bool:
    between = _JOINT.fullmatch(sentence, last.end, found.start)
    kinds = {last.criterion.kind, found.criterion.kind}
    return bool(between) and len(kinds) > 1


def _join(last: Found, found: Found) -> Found:
    return Found(
        criterion=AnyOf(parts=(*_parts(last.criterion), *_parts(found.criterion))),
        start=last.start,
        end=found.end,
        doubt=last.doubt or found.doubt,
    )


def _parts(criterion: Criterion) -> tuple[Criterion, ...]:
    return criterion.parts if isinstance(criterion, AnyOf) else (criterion,)


def _with_evidence(sentence: str, joined: list[Found]) -> list[Found]:
    """Join the only criterion of a sentence with an alternative that people must judge."""
    found = joined[0]
    if found.criterion.kind in _NEEDS_ALL:
        return joined
    after = re.compile(r"[，,]?(?:或者|或)(?!以上)(?P<words>.+)$").match(sentence, found.end)
    before = _BEFORE.fullmatch(sentence, 0, found.start)
    for match, is_last in ((after, True), (before, False)):
        if match and rest(match["words"], ()):
            evidence = Evidence(
                words=Words(zh=match["words"], en=f"judged by people: {match['words']}")
            )
            parts = (*_parts(found.criterion), evidence)
            both = parts if is_last else (evidence, *_parts(found.criterion))
            return [replace(found, criterion=AnyOf(parts=both), start=0, end=len(sentence))]
    return joined
