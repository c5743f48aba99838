"""The words by which an edition asks for things, read from YAML."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Words with slots.

    Attributes:
        role: of the column that they are written into.
        words: `{…}` are slots.
    """

    role: str
    words: str


@cache
def load_templates() -> dict[str, Template]:
    """Return the templates that ship with the program, by name."""
    path = files("jinque.parameters") / "data" / "publishing.yaml"
    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    return msgspec.convert(held["templates"], dict[str, Template])
