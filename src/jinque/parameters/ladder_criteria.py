"""The small language in which a rule file writes what a rule demands.

`states: FACT` · `not: …` · `any_of: […]` · `all_of: […]` · `skill: [LEVEL]` · `skill_from: LEVEL` ·
`title: [LEVEL]` · `title_from: LEVEL` · `appraised_years: N` ·
`open: {part: …, reason: {zh, en}}` · `evidence: {zh, en}`
"""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from jinque.model import Words
from jinque.model.criterion import (
    AllOf,
    AnyOf,
    AppraisedYears,
    Criterion,
    Evidence,
    HoldsLevel,
    LevelScale,
    Negated,
    Open,
    States,
)
from jinque.model.fact import Fact

Entry = dict[str, Any]


class CriterionReader:
    """Reads criteria of one rule file.

    Args:
        skills: every level of skill in the file, lowest first.
        titles: the same for titles.
    """

    def __init__(self, skills: Sequence[str], titles: Sequence[str]) -> None:
        self._orders = {LevelScale.SKILL: tuple(skills), LevelScale.TITLE: tuple(titles)}
        self._readers: dict[str, Callable[[Any], Criterion]] = {
            "states": lambda fact: States(fact=Fact(fact)),
            "not": lambda part: Negated(part=self.read(part)),
            "any_of": lambda parts: AnyOf(parts=tuple(map(self.read, parts))),
            "all_of": lambda parts: AllOf(parts=tuple(map(self.read, parts))),
            "skill": lambda levels: self._level(LevelScale.SKILL, levels),
            "skill_from": lambda level: self._from(LevelScale.SKILL, level),
            "title": lambda levels: self._level(LevelScale.TITLE, levels),
            "title_from": lambda level: self._from(LevelScale.TITLE, level),
            "appraised_years": lambda years: AppraisedYears(years=years),
            "open": self._open,
            "evidence": lambda words: Evidence(words=msgspec.convert(words, Words)),
        }

    def read(self, entry: Entry) -> Criterion:
        """Return the criterion that a mapping of one key writes.

        Raises:
            ValueError: not one key, an unknown key, fact or level.
        """
        if len(entry) != 1 or not entry.keys() <= self._readers.keys():
            raise ValueError(f"not a criterion: {entry!r}")
        [(kind, value)] = entry.items()
        return self._readers[kind](value)

    def _level(self, scale: LevelScale, levels: Sequence[str]) -> Criterion:
        order = self._orders[scale]
        if not set(levels) <= set(order):
            raise ValueError(f"unknown levels among {levels!r}")
        return HoldsLevel(scale=scale, levels=tuple(levels), order=order)

    def _from(self, scale: LevelScale, lowest: str) -> Criterion:
        order = self._orders[scale]
        return self._level(scale, order[order.index(lowest) :])

    def _open(self, entry: Entry) -> Criterion:
        reason = msgspec.convert(entry["reason"], Words)
        return Open(part=self.read(entry["part"]), reason=reason)
