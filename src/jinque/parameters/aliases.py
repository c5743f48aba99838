"""Everyday titles for the entries of the national classification."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

NO_CODE = "none"
"""Key of the titles that name no work, or work that no class holds."""
_SEPARATOR = "、"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliases:
    """Titles as people write them; a new one is a word in `data/aliases`.

    Attributes:
        by_code: code of an occupation or a class of 2022 -> titles that mean it.
        without_code: titles that name no work, or work that no class holds.
    """

    by_code: dict[str, tuple[str, ...]]
    without_code: tuple[str, ...]


@cache
def load_aliases() -> Aliases:
    """Return the aliases that ship with the package; no title stands below two codes."""
    by_code: dict[str, list[str]] = {}
    folder = files("jinque.parameters") / "data" / "aliases"
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        table = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - safe
        for code, titles in table.items():
            by_code.setdefault(code, []).extend(
                title.strip() for title in titles.split(_SEPARATOR) if title.strip()
            )
    without_code = tuple(by_code.pop(NO_CODE, ()))
    return Aliases(
        by_code={code: tuple(titles) for code, titles in sorted(by_code.items())},
        without_code=without_code,
    )
