"""Rule files of the skill–title ladder: one YAML file for each document of rules.

The small language in which a rule file writes what a rule demands.

`states: FACT` · `not: …` · `any_of: […]` · `all_of: […]` · `skill: [LEVEL]` · `skill_from: LEVEL` ·
`title: [LEVEL]` · `title_from: LEVEL` · `appraised_years: N` ·
`open: {part: …, reason: {zh, en}}` · `evidence: {zh, en}`
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from jinque.errors import InvalidCorpusError
from jinque.locale import Words, read_words, say
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
from jinque.model.ladder import Ladder, LadderRule
from jinque.model.person import Fact

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


@cache
def load_ladders() -> tuple[Ladder, ...]:
    """Return the ladders that ship with the package, in the order of their file names.

    Raises:
        InvalidCorpusError: a file breaks its schema.
    """
    folder = files("jinque.parameters") / "data" / "ladders"
    found = sorted((path for path in folder.iterdir() if path.name.endswith(".yaml")), key=str)
    return tuple(read_ladder(path.read_text(encoding="utf-8"), where=path.name) for path in found)


def read_ladder(text: str, *, where: str) -> Ladder:
    """Read one rule file; its keys are the attributes of `Ladder` and `LadderRule`.

    The key `shared` holds fragments for YAML merges and is not read itself.

    Args:
        text: the YAML.
        where: the file's name, for the error.

    Raises:
        InvalidCorpusError: the text breaks its schema, or rules and levels do not fit together.
    """
    try:
        raw = msgspec.convert(yaml.safe_load(text), dict[str, Any])
        raw.pop("shared", None)
        _check_keys(raw)
        reader = CriterionReader(
            [*raw.get("skill_levels_below", []), *raw["skill_levels"]],
            [*raw.get("title_levels_below", []), *raw["title_levels"]],
        )

        def decoded(kind: type, entry: dict[str, Any]) -> object:
            if kind is Criterion:
                return reader.read(entry)
            return read_words(kind, entry)

        return msgspec.convert(raw, Ladder, dec_hook=decoded)
    except (msgspec.ValidationError, yaml.YAMLError, ValueError, LookupError, TypeError) as fault:
        raise InvalidCorpusError(
            say("A rule file breaks its schema: {fault}", fault=fault),
            where=where,
            hint=say("Compare the file with docs/reference/ladder.md."),
        ) from fault


def _check_keys(raw: dict[str, Any]) -> None:
    """Refuse a key that nothing reads, so that a slip of the pen cannot drop a condition."""
    unknown = raw.keys() - Ladder.__dataclass_fields__.keys()
    for rule in raw["rules"]:
        unknown |= rule.keys() - LadderRule.__dataclass_fields__.keys()
    if unknown:
        raise ValueError(f"unknown keys: {', '.join(sorted(unknown))}")
