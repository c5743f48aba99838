"""Rule files of the skill–title ladder: one YAML file for each document of rules."""

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from jinque.errors import InvalidCorpusError
from jinque.model.criterion import Criterion
from jinque.model.ladder import Ladder
from jinque.model.rule import LadderRule
from jinque.parameters.ladder_criteria import CriterionReader


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

        def criterion(kind: type, entry: dict[str, Any]) -> Criterion:
            if kind is Criterion:
                return reader.read(entry)
            raise NotImplementedError(kind)

        return msgspec.convert(raw, Ladder, dec_hook=criterion)
    except (msgspec.ValidationError, yaml.YAMLError, ValueError, LookupError, TypeError) as fault:
        raise InvalidCorpusError(
            f"规则文件不合格式：{fault}",
            f"A rule file breaks its schema: {fault}",
            where=where,
            hint_zh="请对照 docs/reference/ladder.md 检查该文件。",
            hint_en="Compare the file with docs/reference/ladder.md.",
        ) from fault


def _check_keys(raw: dict[str, Any]) -> None:
    """Refuse a key that nothing reads, so that a slip of the pen cannot drop a condition."""
    unknown = raw.keys() - Ladder.__dataclass_fields__.keys()
    for rule in raw["rules"]:
        unknown |= rule.keys() - LadderRule.__dataclass_fields__.keys()
    if unknown:
        raise ValueError(f"unknown keys: {', '.join(sorted(unknown))}")
