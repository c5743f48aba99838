"""The national classification of occupations as a tree of codes."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Depth in the classification (大类, 中类, 小类, 细类/职业, 工种)."""

    MAJOR = "major"
    SUB_MAJOR = "sub_major"
    MINOR = "minor"
    OCCUPATION = "occupation"
    WORK_TYPE = "work_type"

    @classmethod
    def of(cls, code: str) -> "Level":
        """Return the level of a code by its number of segments, one to five."""
        return tuple(cls)[code.count("-")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupation:
    """An entry of the classification, at any level.

    Attributes:
        code: official code, segments joined by hyphens (`2-02-10-09`).
        name: official name, without marks.
        level: depth of the code.
        edition: year of the edition, or of the notice that added the entry (`2022`, `2024`).
        is_green: marked L in the source list.
        is_digital: marked S in the source list.
    """

    code: str
    name: str
    level: Level
    edition: str
    is_green: bool
    is_digital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """Entries of one edition, by code."""

    edition: str
    by_code: dict[str, Occupation]

    def below(self, code: str) -> tuple[Occupation, ...]:
        """Return the entries one level below `code`, in code order; empty for an unknown code."""
        depth = code.count("-") + 1
        prefix = code + "-"
        return tuple(
            entry
            for key, entry in sorted(self.by_code.items())
            if key.startswith(prefix) and key.count("-") == depth
        )
